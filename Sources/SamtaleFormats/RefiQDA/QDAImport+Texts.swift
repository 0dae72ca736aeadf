import Samtale
import SamtaleArchive

// The texts of a project and the positions in them.
extension QDAImport {
  /// Takes up every source that has a plain text.
  mutating func loadTexts() {
    var richTexts = 0
    let sources = project.sources.filter { $0.kind == .text }
    // Texts that stand once more inside their recording, with times.
    let originals = Dictionary(
      sources.filter { $0.recording == nil }.map { (QDARecording.transcript(of: $0.id), $0.id) },
      uniquingKeysWith: { first, _ in first })
    let isCopy = { (source: QDAProject.Source) in
      source.recording != nil && originals[source.id] != nil
    }
    for source in sources.filter({ !isCopy($0) }) + sources.filter(isCopy) {
      guard let text = plainText(of: source).map({ QDAText($0) }) else { continue }
      if source.richTextPath != nil { richTexts += 1 }
      let original = isCopy(source) ? originals[source.id].flatMap { textsBySource[$0] } : nil
      if let original, join(source, text, to: original) { continue }
      textsBySource[source.id] = textsBySource[source.id] ?? texts.count
      texts.append(Text(source: source, text: text))
    }
    if richTexts > 0 {
      findings.report(
        .note, .notImported, line: nil,
        "\(richTexts) × formatted text beside a plain text (bold, colours, pictures)",
        do: "nothing: positions of codings are those of the plain text, which is read")
    }
  }

  /// Takes the times of a text over from the same text inside its recording, and what was done
  /// there.
  /// - Returns: Whether they are the same.
  private mutating func join(_ copy: QDAProject.Source, _ text: QDAText, to i: Int) -> Bool {
    guard texts[i].text.counts(like: text), texts[i].source.recording == nil else {
      findings.report(
        .warning, .notImported, line: copy.line,
        "the text “\(copy.name)” of a recording differs from the source “\(texts[i].source.name)”, "
          + "of which it was a copy; both are read", do: "keep the one that you mean")
      return false
    }
    texts[i].isExact = true
    texts[i].source.recording = copy.recording
    texts[i].source.syncPoints = copy.syncPoints
    texts[i].source.selections += copy.selections
    texts[i].source.codings += copy.codings
    texts[i].source.noteRefs += copy.noteRefs
    textsBySource[copy.id] = i
    let characters = text.source.count
    report.accounting.read += characters
    report.accounting[.markup] += characters
    return true
  }

  /// The plain text of a source or note; says why if there is none.
  mutating func plainText(of source: QDAProject.Source) -> [UInt8]? {
    if let content = source.content, source.plainTextPath == nil { return Array(content.utf8) }
    let what = "the text of “\(source.name)”"
    guard let path = source.plainTextPath else {
      if let content = source.content { return Array(content.utf8) }
      findings.report(
        .error, .notImported, line: source.line, "\(what): the project holds no plain text of it",
        do: "export the project again with plain texts; "
          + "\(source.selections.count) selections are left out")
      return nil
    }
    switch container?.place(path) ?? .missing(path) {
    case .file(let name):
      do {
        return try container?.bytes(name)
      } catch {
        findings.report(.error, .unreadable, line: source.line, error.what, do: error.remedy)
      }
    case .outside(let path):
      findings.report(
        .error, .notImported, line: source.line, "\(what) lies outside the archive: \(path)",
        do: "export the project again so that sources are inside; "
          + "\(source.selections.count) selections are left out")
    case .missing(let path):
      findings.report(
        .error, .notImported, line: source.line, "\(what) is missing from the archive: \(path)",
        do: "export the project again; \(source.selections.count) selections are left out")
    }
    return nil
  }

  /// Finds out how positions are counted, and says on what evidence.
  mutating func findDialect() {
    let evidence = QDAEvidence(
      texts.map { text in
        QDAEvidence.Text(
          text: text.text,
          selections: text.source.selections.compactMap { selection in
            guard let start = selection.start, let end = selection.end else { return nil }
            return (start, end, selection.name)
          })
      })
    dialect = evidence.dialect
    guard evidence.total > 0 else {
      dialect = QDAEvidence.dialect(
        ofPoints: texts.map { ($0.text, $0.source.syncPoints.compactMap(\.position)) })
      return
    }
    let measure =
      evidence.usesNames ? "hold the words by which they are named" : "begin and end at words"
    let numbers =
      "\(evidence.support) of \(evidence.total) selections \(measure)"
      + (evidence.second > 0 ? " (in the next best reading \(evidence.second))" : "")
    guard evidence.isClear else {
      return findings.report(
        .warning, .textPositions, line: nil,
        "it is not clear how “\(project.origin)” counts positions: \(numbers) at best; read as the "
          + "standard says (\(dialect))",
        do: "look at some codings: if their words are shifted, export again from another version")
    }
    findings.report(
      .note, .textPositions, line: nil, "positions of text: \(dialect); \(numbers)",
      do: "nothing, if the coded words are right")
  }

  // MARK: Selections

  /// The place of every selection in its transcript.
  mutating func placeSelections() {
    var counts = SelectionCounts()
    for i in texts.indices { placeSelections(of: i, &counts) }
    counts.report(to: &findings)
  }

  private mutating func placeSelections(of i: Int, _ counts: inout SelectionCounts) {
    let text = texts[i]
    texts[i].selected = []
    let shift = dialect.isInclusive ? 1 : 0
    let points = Dictionary(
      text.source.syncPoints.compactMap { point in point.position.map { (point.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let ends = text.source.selections.map { selection -> (Int, Int)? in
      let start = selection.start ?? selection.from.flatMap { points[$0] }
      let end = selection.end.map { $0 + shift } ?? selection.to.flatMap { points[$0] }
      guard let start, let end else { return nil }
      return (min(start, end), max(start, end))
    }
    let positions = Swift.Set(ends.compactMap(\.self).flatMap { [$0.0, $0.1] })
    let found = dialect.places(positions, in: text.text)
    for (selection, end) in zip(text.source.selections, ends) {
      guard let end, let start = found[end.0], let stop = found[end.1] else {
        counts.withoutPlace += 1
        keep(Selected(text: i, range: 0..<text.text.scalars.count, place: .whole), selection.id)
        continue
      }
      let range = start.index..<max(start.index, stop.index)
      counts.add(start, stop, range, text.text)
      keep(Selected(text: i, range: range, place: place(range, text, &counts)), selection.id)
    }
  }

  private mutating func keep(_ selected: Selected, _ id: Identifier) {
    texts[selected.text].selected.append(selected)
    if places[id] == nil { places[id] = selected }
  }

  private func place(_ range: Range<Int>, _ text: Text, _ counts: inout SelectionCounts)
    -> StudyTEI.ReadPlace
  {
    guard let map = text.map else {
      counts.outside += 1
      return .whole
    }
    let length = map.utterances(in: range)
    guard counts.takes(length) else { return .whole }
    guard let found = map.place(range) else {
      counts.outside += 1
      return .whole
    }
    if found.isLabelOnly {
      counts.labelOnly += 1
    } else if map.charactersOutside(range) > 0 {
      counts.withLabels += 1
    }
    return .stretches(found.stretches)
  }
}

/// What was found while selections were placed.
struct SelectionCounts {
  /// Together long selections may span this many utterances; a file beyond it was made to fill the
  /// memory.
  private static let mostStretches = 2_000_000
  /// Selections of so many utterances are always placed.
  private static let few = 100

  var withoutPlace = 0
  var outside = 0
  var labelOnly = 0
  var withLabels = 0
  private var tooMany = 0
  private var stretches = 0
  private var inside = 0
  private var beyond = 0
  private var inWords = 0
  private var empty = 0

  /// Whether there is room for a selection that spans so many utterances.
  mutating func takes(_ utterances: Int) -> Bool {
    guard utterances > Self.few else { return true }
    guard stretches + utterances <= Self.mostStretches else {
      tooMany += 1
      return false
    }
    stretches += utterances
    return true
  }

  mutating func add(
    _ start: QDADialect.Place, _ end: QDADialect.Place, _ range: Range<Int>, _ text: QDAText
  ) {
    if start.isInside || end.isInside { inside += 1 }
    if start.isBeyond || end.isBeyond { beyond += 1 }
    if range.isEmpty { empty += 1 }
    let splits =
      QDAEvidence.splitsWord(at: range.lowerBound, text.scalars)
      || QDAEvidence.splitsWord(at: range.upperBound, text.scalars)
    if splits { inWords += 1 }
  }

  func report(to findings: inout Findings) {
    let kinds: [(Int, String, String)] = [
      (
        inside, "begin or end within a character (between the halves of a surrogate pair)",
        "look at them: the program that wrote the file may count otherwise"
      ),
      (beyond, "reach beyond their text; they end where it ends", "look at them"),
      (inWords, "begin or end within a word", "nothing, if that was meant"),
      (empty, "are empty; they stand at the utterance around them", "look at them"),
      (
        labelOnly - empty, "hold only a label or remark; they stand at the utterance beside it",
        "look at them"
      ),
      (outside, "lie outside all talk; they stand at the transcript as a whole", "look at them"),
      (
        withoutPlace, "name no place in the text; they stand at the transcript as a whole",
        "look at them"
      ),
      (
        tooMany, "are too long to be placed; they stand at the transcript as a whole",
        "look at them"
      ),
    ]
    for (count, what, remedy) in kinds where count > 0 {
      findings.report(
        .warning, .textPositions, line: nil, "\(count) selections \(what)", do: remedy)
    }
    if withLabels > 0 {
      findings.report(
        .note, .textPositions, line: nil,
        "\(withLabels) selections take in speaker labels or remarks, which are no words of a turn",
        do: "nothing: they stand at the words between them")
    }
  }
}
