/// Reads the layers that hold translations: `spanGrp[@type='translation']`.
struct TranslationReader {
  static let layerType = "translation"

  /// One span, understood.
  struct Entry {
    var span: MarkupElement
    var translation: Translation
    /// The first character that it translates, in Unicode scalars; `nil` if whole utterances.
    var part: Int?
    /// Pointers to those responsible.
    var responsible: [String]
  }

  /// A span that cannot be used, or only in part.
  enum Problem {
    /// It leads to no utterance; the pointers that do not.
    case noUtterance(MarkupElement, [String])
    /// It ends before it begins.
    case reversed(MarkupElement)
    /// The utterance has a translation into the language already.
    case second(MarkupElement, Translation)
    /// The status is none of the three.
    case status(MarkupElement, String)
  }

  private let transcript: Transcript
  private var targets: TargetReader
  private var entries: [Entry] = []
  private(set) var problems: [Problem] = []
  private(set) var translations: [Translation] = []
  /// Names and dates of those whom `resp` names.
  private var people: [String: (name: String?, date: String?)] = [:]

  /// Whether a layer holds translations.
  static func isTranslations(_ element: MarkupElement) -> Bool {
    element.name == "spanGrp" && element["type"] == layerType
  }

  static func read(_ transcript: Transcript) -> TranslationReader {
    var reader = TranslationReader(transcript)
    for layer in transcript.layers where isTranslations(layer.element) {
      reader.read(layer.element)
    }
    reader.unite()
    return reader
  }

  /// The spans of a transcript, each by itself.
  static func entries(_ transcript: Transcript) -> [Entry] { read(transcript).entries }

  private init(_ transcript: Transcript) {
    self.transcript = transcript
    targets = TargetReader(
      columns: transcript.columns, lints: false, sink: DiagnosticSink(file: transcript.file))
  }

  private mutating func read(_ group: MarkupElement) {
    if let word = group["subtype"], Translation.Status(rawValue: word) == nil {
      problems.append(.status(group, word))
    }
    for span in group.elements("span") {
      if let word = span["subtype"], Translation.Status(rawValue: word) == nil {
        problems.append(.status(span, word))
      }
      read(span, in: group)
    }
  }

  private mutating func read(_ span: MarkupElement, in group: MarkupElement) {
    guard let (stretches, lost) = stretches(span) else { return problems.append(.reversed(span)) }
    if !lost.isEmpty || stretches.isEmpty { problems.append(.noUtterance(span, lost)) }
    guard let first = stretches.first, !span.text.isEmpty else { return }
    let pointers = (span["resp"] ?? group["resp"])?.pointers ?? []
    let responsible = person(pointers)
    let status = span["subtype"] ?? group["subtype"]
    var translation = Translation(
      utterance: first.utterance,
      language: span["xml:lang"] ?? group["xml:lang"] ?? Translation.undeterminedLanguage,
      text: ExchangeText.read(span.text), translator: responsible.name, date: responsible.date,
      status: status.flatMap(Translation.Status.init))
    var seen: Set<Int> = [first.utterance]
    translation.further = stretches.map(\.utterance).filter { seen.insert($0).inserted }
    let isPart = seen.count == 1 && stretches.allSatisfy { $0.scalars != nil }
    entries.append(
      Entry(
        span: span, translation: translation, part: isPart ? first.scalars?.lowerBound : nil,
        responsible: pointers))
  }

  /// What a span translates, and the pointers that lead to no utterance; `nil` if it ends before it
  /// begins.
  private mutating func stretches(_ span: MarkupElement) -> ([TextStretch], [String])? {
    if let from = span["from"] {
      let ends = [from, span["to"] ?? from]
      let found = ends.map { targets.target($0) }
      guard case .utterance(let first) = found[0], case .utterance(let last) = found[1] else {
        return ([], zip(ends, found).filter { !$0.1.isUtterance }.map(\.0))
      }
      return first <= last ? ((first...last).map { TextStretch(utterance: $0) }, []) : nil
    }
    var stretches: [TextStretch] = []
    var lost: [String] = []
    for pointer in span["target"]?.tokens ?? [] {
      switch targets.target(pointer) {
      case .utterance(let index): stretches.append(TextStretch(utterance: index))
      case .stretch(let stretch): stretches.append(stretch)
      default: lost.append(pointer)
      }
    }
    return (stretches, lost)
  }

  // MARK: Translators

  /// Name and date of those responsible. Who typed a translation into a study stands beside the
  /// translator and counts only where nobody else is named.
  private mutating func person(_ pointers: [String]) -> (name: String?, date: String?) {
    let isTypist = { ExchangeName.researcher.identifier($0) != nil }
    let translators =
      pointers.contains { !isTypist($0) } ? pointers.filter { !isTypist($0) } : pointers
    let found = translators.map { statement($0) }
    let names = found.compactMap(\.name).filter { !$0.isEmpty }
    return (
      names.isEmpty ? nil : names.joined(separator: ", "), found.compactMap(\.date).first
    )
  }

  private mutating func statement(_ pointer: String) -> (name: String?, date: String?) {
    if let known = people[pointer] { return known }
    let statement = transcript.header.file.lazy.compactMap { $0.statement(pointer) }.first
    let name = statement?.elements("name").first { $0["type"] != "initials" }?.text
    let participant = transcript.participants.first { $0.id == pointer }?.label
    let person = (name ?? participant ?? pointer, statement?.first("resp")?["when"])
    people[pointer] = person
    return person
  }

  // MARK: One for each utterance

  /// Joins the parts of an utterance, and keeps the first of several translations into a language.
  private mutating func unite() {
    struct Place: Hashable {
      var utterance: Int
      var language: String
    }
    var first: [Place: Int] = [:]
    var parts: [Place: [Entry]] = [:]
    var united: [Translation] = []
    for entry in entries {
      let translation = entry.translation
      let places = ([translation.utterance] + translation.further).map {
        Place(utterance: $0, language: translation.language.lowercased())
      }
      if let taken = places.compactMap({ first[$0] }).first {
        if entry.part != nil, parts[places[0]] != nil {
          parts[places[0]]?.append(entry)
        } else {
          problems.append(.second(entry.span, united[taken]))
        }
        continue
      }
      for place in places { first[place] = united.count }
      if entry.part != nil { parts[places[0]] = [entry] }
      united.append(translation)
    }
    for (place, entries) in parts {
      if let i = first[place] { united[i] = Self.joined(entries) }
    }
    translations = united.sorted { $0.utterance < $1.utterance }
  }

  private static func joined(_ parts: [Entry]) -> Translation {
    let inOrder = parts.sorted { ($0.part ?? 0) < ($1.part ?? 0) }
    var translation = inOrder[0].translation
    translation.text = inOrder.map(\.translation.text).joined(separator: " ")
    let statuses = inOrder.map(\.translation.status)
    translation.status = statuses.contains(nil) ? nil : statuses.compactMap { $0 }.min()
    return translation
  }
}

extension TEIReader {
  /// Reports translations that lead nowhere, stand twice, or have a status that nobody knows.
  mutating func checkTranslations(_ transcript: Transcript) {
    for problem in TranslationReader.read(transcript).problems {
      switch problem {
      case .noUtterance(let span, let pointers):
        let what = pointers.isEmpty ? "the span" : pointers.joined(separator: " ")
        diagnostics.reportLenient(
          .translationTarget, at: span.position,
          "a translation is of an utterance, and \(what) leads to none",
          do: "point to the <u> that it translates")
      case .reversed(let span):
        diagnostics.reportLenient(
          .spanReversed, at: span.position, "the span ends before it begins",
          do: "exchange from and to")
      case .second(let span, let first):
        let name = transcript.columns.ids[first.utterance]
        diagnostics.reportLenient(
          .secondTranslation, at: span.position,
          "\(name) has a translation into \(first.language) already; the first is used",
          do: "keep one of the two")
      case .status(let element, let word):
        diagnostics.reportLenient(
          .translationStatus, at: element.position,
          "“\(word)” is no status of a translation",
          do: "write draft, checked or back-translated in subtype")
      }
    }
  }
}

extension TargetReader.Target {
  fileprivate var isUtterance: Bool { if case .utterance = self { true } else { false } }
}
