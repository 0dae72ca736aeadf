import Samtale

extension TalkAssembly {
  /// Reads a text of InqScribe, with stamps such as `[00:01:02.03]`, the last number being frames;
  /// also its tab-delimited export and its export as XML.
  mutating func readInqScribe(_ source: ForeignSource) {
    let text = source.text
    let dialect = StampDialect.frames(perSecond: max(options.framesPerSecond, 1))
    if options.format != .inqScribe { findings.guess(.frameRate, line: nil) }
    // Stamps may stand in angle brackets too.
    if text.bytes.prefix(65_536).firstRange(of: Array("<transcript".utf8)) != nil {
      return readScenes(source.bytes, dialect)
    }
    let first = text.bytes.prefix { $0 != 0x0A }.split(separator: 0x09).map(\.string)
    if first.count > 1, TableColumns(names: first) != nil { return readTable(text, dialect) }
    readParagraphs(Self.paragraphs(text), dialect)
  }

  private mutating func readScenes(_ bytes: [UInt8], _ dialect: StampDialect) {
    rest = .markup
    var scanner = InqScribeXML(dialect)
    XMLScan.run(bytes, named: findings.file, &scanner)
    guard scanner.isTranscript else {
      rest = .refused
      return findings.report(
        .error, .notImported, line: 1, "InqScribe's XML begins with the element transcript",
        do: "name another format with --from")
    }
    for problem in scanner.problems {
      findings.report(
        problem.severity, problem.code, line: problem.line, problem.what, do: problem.remedy)
    }
    for (text, line) in scanner.badTimes {
      findings.report(
        .warning, .badTime, line: line, "“\(text.prefix(40))” is no time code",
        do: "write it as 00:01:02.03; it is taken as unknown")
    }
    let loose = scanner.loose.trimmed
    if !loose.isEmpty {
      refuse(loose, line: 1, "text that stands in no scene", do: "put it inside a scene")
    }
    accounted[.times] += scanner.times
    readParagraphs(scanner.paragraphs, dialect, naming: scanner.speakers)
  }
}
