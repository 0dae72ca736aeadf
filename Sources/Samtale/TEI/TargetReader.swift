/// Reads what annotations point to: utterances, ranges of utterances, parts of their text.
struct TargetReader {
  let columns: UtteranceColumns
  let lints: Bool
  var sink: DiagnosticSink
  private var ids: ByteInterner?
  /// Utterance of each identifier in `ids`.
  private var utterances: [Int] = []

  init(columns: UtteranceColumns, lints: Bool, sink: DiagnosticSink) {
    self.columns = columns
    self.lints = lints
    self.sink = sink
  }

  /// A parsed pointer.
  enum Target: Equatable {
    case utterance(Int)
    case stretch(TextStretch)
    /// An element other than an utterance, or one that does not exist.
    case other(String)
    /// A range that reaches beyond the text.
    case beyond(id: String, length: Int)
    case unreadable
  }

  /// The topics of a `spanGrp`; spans that lead nowhere are reported and left out.
  mutating func topics(in group: MarkupElement) -> [Topic] {
    group.elements("span").compactMap { topic($0) }
  }

  private mutating func topic(_ span: MarkupElement) -> Topic? {
    guard let extent = extent(of: span) else { return nil }
    var topic = Topic(
      id: span["xml:id"],
      number: span["n"],
      label: span.text,
      extent: extent,
      analysis: span["ana"]?.pointers ?? []
    )
    topic.type = span["type"]
    topic.subtype = span["subtype"]
    topic.responsible = span["resp"]?.pointers ?? []
    topic.certainty = span["cert"]
    topic.language = span["xml:lang"]
    return topic
  }

  private mutating func extent(of span: MarkupElement) -> Topic.Extent? {
    if let from = span["from"] {
      guard let first = utterance(from, span), let last = utterance(span["to"] ?? from, span)
      else { return nil }
      guard first <= last else {
        reportReversed(span)
        return nil
      }
      return .utterances(first...last)
    }
    let stretches = (span["target"] ?? "").tokens.compactMap { pointer -> TextStretch? in
      switch target(pointer) {
      case .utterance(let index): return TextStretch(utterance: index)
      case .stretch(let stretch): return stretch
      case let problem:
        report(problem, pointer, span)
        return nil
      }
    }
    return stretches.isEmpty ? nil : .stretches(stretches)
  }

  mutating func reportReversed(_ span: MarkupElement) {
    sink.reportLenient(
      .spanReversed,
      at: span.position,
      "the span ends before it begins",
      do: "exchange from and to"
    )
  }

  private mutating func utterance(_ pointer: String, _ span: MarkupElement) -> Int? {
    if case .utterance(let index) = target(pointer) { return index }
    report(.other(pointer), pointer, span)
    return nil
  }

  /// Says what is wrong with a pointer to the talk.
  mutating func report(_ target: Target, _ pointer: String, _ element: MarkupElement) {
    switch target {
    case .beyond(let id, let length):
      sink.reportLenient(
        .rangeBeyondText,
        at: element.position,
        "\(pointer) reaches beyond the text of \(id), which has \(length) characters",
        do: "correct offset and length (Unicode scalars)"
      )
    case .unreadable:
      sink.reportLenient(
        .badPointer,
        at: element.position,
        "\(pointer) cannot be understood",
        do: "write #id or #string-range(id,offset,length)"
      )
    default:
      sink.reportLenient(
        .danglingPointer,
        at: element.position,
        "\(pointer) leads to nothing in this file",
        do: "correct the pointer or remove it"
      )
    }
  }

  /// What a pointer names.
  mutating func target(_ pointer: String) -> Target {
    let name = pointer.hasPrefix("#") ? String(pointer.dropFirst()) : pointer
    guard name.hasPrefix("string-range(") else {
      return find(name).map { .utterance($0) } ?? .other(name)
    }
    guard name.hasSuffix(")") else { return .unreadable }
    let parts = name.dropFirst("string-range(".count).dropLast().split(separator: ",")
    guard parts.count == 3, let offset = Int(parts[1]), let length = Int(parts[2]),
      offset >= 0, length >= 0, offset <= Int(Int32.max), length <= Int(Int32.max)
    else { return .unreadable }
    let id = parts[0].hasPrefix("#") ? String(parts[0].dropFirst()) : String(parts[0])
    guard let index = find(id) else { return .other(id) }
    let available = columns.withText(index, UTF8Scan.scalarCount)
    guard offset + length <= available else { return .beyond(id: id, length: available) }
    return .stretch(TextStretch(utterance: index, scalars: offset..<(offset + length)))
  }

  private mutating func find(_ id: String) -> Int? {
    if ids == nil { index() }
    return ids?.find(id).map { utterances[$0] }
  }

  private mutating func index() {
    var all = ByteInterner()
    for i in 0..<columns.count where !columns.ids.isEmpty(i) {
      if all.insert(columns.ids[i]).isNew { utterances.append(i) }
    }
    ids = all
  }
}
