extension TEI {
  /// A written document and what could not be carried into it.
  public struct Writing: Sendable {
    public var bytes: [UInt8]
    public var diagnostics: [Diagnostic]

    /// The document as a string.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// How utterances are written.
  public enum Form: String, Sendable, CaseIterable {
    /// As the Samtale profile has them: `u` with speaker and times.
    case profile
    /// As ISO 24624 has them: an `annotationBlock` with speaker and times around each `u`. The
    /// conventions are named `samtale-iso`, so that nobody takes the file for one of the profile.
    case iso
  }

  /// Writes a transcript in the Samtale TEI profile, or in the form of ISO 24624.
  ///
  /// The output is canonical: the same transcript always gives the same bytes, and reading them
  /// gives an equal transcript (but for the name of the conventions, if the form is ISO's).
  public static func write(_ transcript: Transcript, as form: Form = .profile) -> Writing {
    var writer = TEIWriter(transcript, form)
    writer.run()
    return Writing(bytes: writer.xml.bytes, diagnostics: writer.diagnostics)
  }

  /// Writes a transcript to a file, the same bytes as ``write(_:as:)`` gives.
  ///
  /// The document goes to disk as it is made and is never in memory as a whole. Until it is whole it
  /// has a temporary name (``FileOutput``).
  /// - Throws: ``FileError`` if the file cannot be written; nothing is left of it then.
  /// - Returns: What could not be carried.
  @discardableResult
  public static func write(_ transcript: Transcript, as form: Form = .profile, to path: String)
    throws -> [Diagnostic]
  {
    let output = try FileOutput(path)
    var writer = TEIWriter(transcript, form, to: output)
    writer.run()
    try output.finish(writer.xml.bytes)
    return writer.diagnostics
  }
}

/// Writes one transcript. The parts stand in the order of the profile.
struct TEIWriter {
  let transcript: Transcript
  let form: TEI.Form
  var xml: XMLWriter
  /// First mark of each utterance that has one inside it.
  let inlineMarks: [Int: Range<Int>]
  /// Marks between utterances that are still to be written, by section (-1 for none), in order.
  private var betweenMarks: [Int: ArraySlice<Int>]
  /// Sections directly inside each section, -1 for those at the top.
  private let childSections: [Int: [Int]]
  /// What the profile cannot hold, with the number of times.
  private var notCarried: [String: Int] = [:]

  init(_ transcript: Transcript, _ form: TEI.Form, to output: FileOutput? = nil) {
    self.transcript = transcript
    self.form = form
    xml = XMLWriter(to: output)
    var inline: [Int: Range<Int>] = [:]
    var between: [Int: [Int]] = [:]
    for (i, mark) in transcript.marks.enumerated() {
      if mark.isBetween {
        between[mark.section ?? -1, default: []].append(i)
      } else {
        let start = inline[mark.utterance]?.lowerBound ?? i
        inline[mark.utterance] = start..<(i + 1)
      }
    }
    inlineMarks = inline
    betweenMarks = between.mapValues { $0[...] }
    childSections = Dictionary(
      grouping: transcript.sections.indices, by: { transcript.sections[$0].parent ?? -1 })
    // About what words, utterances and points in time need; the rest is small.
    let columns = transcript.columns
    xml.reserve(
      bytes: columns.text.count + 128 * columns.count + 64 * transcript.timeline.count)
  }

  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if xml.replacedCharacters > 0 {
      found.append(
        Diagnostic(
          .warning,
          .notCarried,
          file: transcript.file,
          "\(xml.replacedCharacters) control characters cannot stand in XML; written as U+FFFD",
          do: "remove them from the transcript"
        )
      )
    }
    if transcript.columns.count == 0 {
      found.append(
        Diagnostic(
          .warning,
          .notCarried,
          file: transcript.file,
          "the transcript \(transcript.id) has no utterances, which the profile asks for",
          do: "nothing, if that is right"
        )
      )
    }
    for (what, number) in notCarried.sorted(by: { $0.key < $1.key }) {
      found.append(
        Diagnostic(
          .warning, .notCarried, file: transcript.file,
          "not written, since the profile has no place for it: \(what) (\(number) times)",
          do: "keep the original file too"))
    }
    return found
  }

  /// Notes that something cannot be written.
  mutating func drop(_ what: String) { notCarried[what, default: 0] += 1 }

  mutating func run() {
    defer {
      let left = betweenMarks.values.reduce(0) { $0 + $1.count }
      if left > 0 { notCarried["notes and events between utterances", default: 0] += left }
    }
    xml.open(
      "TEI",
      [
        ("xmlns", "http://www.tei-c.org/ns/1.0"),
        ("xml:id", transcript.hasOwnID ? XMLNames.valid(transcript.id, prefix: "t.") : nil),
        ("xml:lang", transcript.language), ("n", transcript.number),
      ]
    )
    writeHeader()
    writeStandOff()
    xml.open("text")
    writeTimeline()
    xml.open("body")
    writeBody()
    xml.close("body")
    xml.close("text")
    xml.close("TEI")
  }

  // MARK: Stand-off annotation

  private mutating func writeStandOff() {
    guard !transcript.topics.isEmpty || !transcript.layers.isEmpty else { return }
    xml.open("standOff")
    if !transcript.topics.isEmpty {
      xml.open("spanGrp", [("type", "topics")])
      for topic in transcript.topics { write(topic) }
      xml.close("spanGrp")
    }
    for layer in transcript.layers { xml.element(layer.element) }
    xml.close("standOff")
  }

  private mutating func write(_ topic: Topic) {
    var attributes: XMLWriter.Attributes = [
      ("xml:id", topic.id), ("xml:lang", topic.language), ("n", topic.number),
      ("ana", pointers(topic.analysis)), ("resp", pointers(topic.responsible)),
      ("cert", topic.certainty), ("type", topic.type), ("subtype", topic.subtype),
    ]
    switch topic.extent {
    case .utterances(let range):
      attributes.append(("from", "#" + id(range.lowerBound)))
      attributes.append(("to", "#" + id(range.upperBound)))
    case .stretches(let stretches):
      let targets = stretches.map { stretch in
        guard let scalars = stretch.scalars else { return "#" + id(stretch.utterance) }
        return "#string-range(\(id(stretch.utterance)),\(scalars.lowerBound),\(scalars.count))"
      }
      attributes.append(("target", targets.joined(separator: " ")))
    }
    xml.line("span", attributes, text: topic.label)
  }

  func id(_ utterance: Int) -> String {
    XMLNames.valid(transcript.columns.ids[utterance], prefix: "u.")
  }

  // MARK: Timeline

  private mutating func writeTimeline() {
    let timeline = transcript.timeline
    guard timeline.count > 0 else { return }
    xml.open("timeline", [("unit", "s"), ("origin", "#" + pointID(timeline.origin))])
    let zero = timeline.microseconds[timeline.origin]
    var absolutes = timeline.absolutes[...]
    for point in 0..<timeline.count {
      var attributes: XMLWriter.Attributes = [("xml:id", pointID(point))]
      let time = timeline.microseconds[point]
      if time != Timeline.unknown, point != timeline.origin {
        let offset = zero == Timeline.unknown ? time : time - zero
        attributes.append(("interval", Self.seconds(offset)))
        attributes.append(("since", "#" + pointID(timeline.origin)))
      }
      if let absolute = absolutes.first, absolute.point == point {
        absolutes.removeFirst()
        if TimeText.absolute(absolute.text) != nil {
          attributes.append(("absolute", absolute.text))
        }
      }
      xml.line("when", attributes)
    }
    xml.close("timeline")
  }

  func pointID(_ point: Int) -> String {
    XMLNames.valid(transcript.timeline.id(point), prefix: "T.")
  }

  /// Seconds with as many decimals as needed, at most six.
  static func seconds(_ microseconds: Int64) -> String {
    let sign = microseconds < 0 ? "-" : ""
    let (whole, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest + 1_000_000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(sign)\(whole).\(digits)"
  }

  // MARK: Body

  private mutating func writeBody() {
    if transcript.sections.isEmpty {
      writeUtterances(0..<transcript.columns.count, in: nil)
    } else {
      for section in childSections[-1] ?? [] { write(section: section) }
    }
  }

  private mutating func write(section index: Int) {
    let section = transcript.sections[index]
    xml.open(
      "div",
      [
        ("xml:id", section.id), ("xml:lang", section.language), ("n", section.number),
        ("ana", pointers(section.analysis)), ("type", section.type),
      ]
    )
    for heading in section.headings { xml.line("head", text: heading) }
    let children = childSections[index] ?? []
    if children.isEmpty {
      writeUtterances(section.utterances, in: index)
    } else {
      writeBetween(
        before: children.map { transcript.sections[$0].utterances.lowerBound }.min() ?? 0,
        in: index
      )
      for child in children { write(section: child) }
    }
    xml.close("div")
  }

  private mutating func writeUtterances(_ range: Range<Int>, in section: Int?) {
    for i in range {
      writeBetween(before: i, in: section)
      write(utterance: i)
    }
    writeBetween(before: range.upperBound, in: section)
  }

  /// Writes the marks of a section that stand before an utterance.
  private mutating func writeBetween(before utterance: Int, in section: Int?) {
    while let next = betweenMarks[section ?? -1]?.first,
      transcript.marks[next].utterance <= utterance
    {
      betweenMarks[section ?? -1]?.removeFirst()
      xml.startLine()
      write(transcript.marks[next])
      xml.endLine()
    }
  }

  private mutating func write(utterance i: Int) {
    let columns = transcript.columns
    let detail = columns.detail(i)
    let speakers = columns.speakerIndices(i)
    let transition = Transition(rawValue: columns.flags[i] & UtteranceColumns.transitionMask)
    let who: XMLWriter.Attributes = [
      ("who", speakers.isEmpty ? "#" + TEIReader.unknownID : people(speakers))
    ]
    let times: XMLWriter.Attributes = [
      ("start", point(columns.starts[i])), ("end", point(columns.ends[i])),
    ]
    let isBlock = form == .iso
    xml.startLine()
    if isBlock { xml.startInline("annotationBlock", who + times) }
    let own: XMLWriter.Attributes = [
      ("xml:id", id(i)), ("xml:lang", detail?.language), ("n", detail?.number),
      ("ana", pointers(detail?.analysis ?? [])),
    ]
    let addressees: XMLWriter.Attributes = [("toWhom", people(detail?.addressees ?? []))]
    let rest: XMLWriter.Attributes = [
      ("dur", duration(detail?.duration)), ("trans", transition?.name),
      ("prev", detail?.previous.map { "#" + $0 }), ("next", detail?.next.map { "#" + $0 }),
    ]
    xml.startInline("u", own + (isBlock ? addressees : who + addressees + times) + rest)
    let length = columns.textRange(i).count
    writeSpeech(i, 0..<length, marks: inlineMarks[i] ?? 0..<0, parent: nil)
    xml.endInline("u")
    if isBlock { xml.endInline("annotationBlock") }
    xml.endLine()
  }

  /// Writes the words of a part of an utterance with the marks of one level among them.
  private mutating func writeSpeech(
    _ utterance: Int,
    _ range: Range<Int>,
    marks: Range<Int>,
    parent: Int?
  ) {
    var position = range.lowerBound
    for i in marks {
      let mark = transcript.marks[i]
      // Marks are in document order: the first that is inside nothing in here ends the stretch.
      if let parent, (mark.parent ?? -1) < parent { break }
      guard mark.parent == parent else { continue }
      writeWords(utterance, position..<max(position, mark.range.lowerBound))
      position = max(position, mark.range.lowerBound)
      if mark.kind.isStretch {
        xml.startInline(mark.kind.rawValue, attributes(mark))
        writeSpeech(utterance, mark.range, marks: (i + 1)..<marks.upperBound, parent: i)
        xml.endInline(mark.kind.rawValue)
        position = max(position, mark.range.upperBound)
      } else {
        write(mark)
      }
    }
    writeWords(utterance, position..<max(position, range.upperBound))
  }

  private mutating func writeWords(_ utterance: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = transcript.columns.textRange(utterance).lowerBound
    transcript.columns.text.withUnsafeBufferPointer {
      xml.text(
        UnsafeBufferPointer(
          rebasing: $0[(start + range.lowerBound)..<(start + range.upperBound)]
        )
      )
    }
  }

  // MARK: Pointers

  func pointers(_ names: [String]) -> String? {
    names.isEmpty ? nil : names.map { "#" + $0 }.joined(separator: " ")
  }

  func people(_ indices: [Int]) -> String? {
    pointers(indices.map { XMLNames.valid(transcript.participants[$0].id, prefix: "p.") })
  }

  func point(_ point: UInt32) -> String? {
    point == UtteranceColumns.noPoint ? nil : "#" + pointID(Int(point))
  }

  mutating func duration(_ text: String?) -> String? {
    guard let text else { return nil }
    if ISODuration.seconds(text) != nil { return text }
    drop("durations that are not written as XML Schema writes them")
    return nil
  }
}
