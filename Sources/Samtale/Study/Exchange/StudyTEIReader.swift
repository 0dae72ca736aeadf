/// Reads annotations of transcripts into what a study can take over.
struct StudyTEIReader {
  private var reading = StudyTEI.Reading()
  var codebook = CodebookTaxonomyReader()
  private var people: [[String]: Int] = [:]
  private var rounds: [Identifier: Int] = [:]

  // The transcript being read
  var document = StudyTEI.Document(transcript: Transcript(id: ""))
  private var targets = TargetReader(
    columns: UtteranceColumns(), lints: false, sink: DiagnosticSink(file: ""))
  var places: [String: CodebookPlace] = [:]
  /// Codings and meaning units by the names of their annotations.
  var items: [String: Identifier] = [:]

  var finished: StudyTEI.Reading {
    var finished = reading
    finished.codebook = codebook.codebook
    return finished
  }

  mutating func read(_ transcript: Transcript) {
    document = StudyTEI.Document(transcript: transcript)
    targets = TargetReader(
      columns: transcript.columns, lints: false, sink: DiagnosticSink(file: transcript.file))
    items = [:]
    let lists = { (type: String) in
      transcript.layers.map(\.element).filter { $0.name == "listAnnotation" && $0["type"] == type }
    }
    readTaxonomies(lists(StudyTEI.codings))
    for list in lists(StudyTEI.codings) {
      let round = round(list)
      for annotation in list.elements("annotation") { readCoding(annotation, round) }
    }
    for list in lists(StudyTEI.meaningUnits) {
      for annotation in list.elements("annotation") { nameUnit(annotation) }
      for annotation in list.elements("annotation") { readUnit(annotation) }
    }
    for (type, relation) in [
      (StudyTEI.extracts, Link.Relation.themeExtract), (StudyTEI.contrary, .themeContrary),
    ] {
      for list in lists(type) {
        for annotation in list.elements("annotation") { readExtract(annotation, relation) }
      }
    }
    readTranslations()
    for layer in transcript.layers
    where layer.element.name == "note" && layer.type == StudyTEI.memo { readMemo(layer.element) }
    reading.documents.append(document)
  }

  /// The codebook, and other classifications from which codings take their codes.
  private mutating func readTaxonomies(_ lists: [MarkupElement]) {
    places = [:]
    let used = Set(
      lists.flatMap { $0.elements("annotation") }.flatMap { $0["ana"]?.pointers ?? [] })
    for taxonomy in document.transcript.taxonomies where taxonomy.id != "roles" {
      guard taxonomy.id == Codebook.taxonomyID || !used.isDisjoint(with: taxonomy.codes) else {
        continue
      }
      places.merge(codebook.read(taxonomy)) { first, _ in first }
    }
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ element: MarkupElement,
    _ what: String, do remedy: String
  ) {
    let position = element.position
    reading.heap.add(
      Diagnostic(
        severity, code, file: document.transcript.file, line: position?.line,
        column: position.flatMap { $0.column > 0 ? $0.column : nil },
        "\(document.transcript.id): \(what)", do: remedy))
  }

  // MARK: People and rounds

  private mutating func round(_ list: MarkupElement) -> Int? {
    guard let id = ExchangeName.round.identifier(list["xml:id"]) else { return nil }
    if let known = rounds[id] { return known }
    reading.rounds.append(
      StudyTEI.Round(
        id: id, name: ExchangeText.read(list["n"] ?? id.short), isOpen: list["subtype"] != "closed")
    )
    rounds[id] = reading.rounds.count - 1
    return reading.rounds.count - 1
  }

  mutating func person(_ element: MarkupElement) -> Int? {
    let pointers = element["resp"]?.pointers ?? []
    guard let pointer = pointers.first(where: { $0 != ClosureLayer.auto }) else { return nil }
    if pointers.count > 1 {
      report(
        .warning, .notImported, element, "several people are responsible; #\(pointer) is kept",
        do: "write an annotation for each of them")
    }
    return person(named: pointer, element)
  }

  mutating func person(named pointer: String, _ element: MarkupElement) -> Int {
    let statement = document.transcript.header.file.lazy.compactMap { $0.statement(pointer) }.first
    let names = statement?.elements("name") ?? []
    let participant = document.transcript.participants.first { $0.id == pointer }
    let name = ExchangeText.read(
      names.first { $0["type"] != "initials" && !$0.text.isEmpty }?.text ?? participant?.label
        ?? pointer)
    let id = ForeignName.researcher(pointer, name: name)
    if let known = people[[id.description]] { return known }
    if statement == nil, participant == nil {
      report(
        .warning, .danglingPointer, element, "resp=\"#\(pointer)\" names nobody in this file",
        do: "declare the person in titleStmt/respStmt; the name is taken as it stands")
    }
    let isOurs = ExchangeName.researcher.identifier(pointer) != nil
    var person = StudyTEI.Person(id: id, isDerived: !isOurs, name: name)
    person.initials = names.first { $0["type"] == "initials" }.map { ExchangeText.read($0.text) }
    person.isActive = !isOurs || statement?["n"] != "left"
    reading.people.append(person)
    people[[id.description]] = reading.people.count - 1
    return reading.people.count - 1
  }

  // MARK: Places

  /// Where some pointers lead; those that lead nowhere are reported.
  mutating func place(_ pointers: [String], _ element: MarkupElement)
    -> StudyTEI.ReadPlace?
  {
    if pointers == [XMLNames.valid(document.transcript.id, prefix: "t.")] { return .whole }
    var stretches: [TextStretch] = []
    var topics: [Topic] = []
    for pointer in pointers {
      switch targets.target(pointer) {
      case .utterance(let index): stretches.append(TextStretch(utterance: index))
      case .stretch(let stretch) where stretch.scalars?.isEmpty == false: stretches.append(stretch)
      case .other(let id):
        if let topic = document.transcript.allTopics.first(where: { $0.id == id }) {
          topics.append(topic)
          stretches += topic.extent.stretches
        } else {
          reportTarget(.danglingPointer, pointer, "leads to nothing that can be coded", element)
        }
      case .beyond:
        reportTarget(.rangeBeyondText, pointer, "reaches beyond the text of the utterance", element)
      case .stretch, .unreadable:
        reportTarget(.badPointer, pointer, "cannot be understood, or has no length", element)
      }
    }
    if topics.count == 1, pointers.count == 1 { return .topic(topics[0].id ?? "", stretches) }
    return stretches.isEmpty ? nil : .stretches(stretches)
  }

  private mutating func reportTarget(
    _ code: DiagnosticCode, _ pointer: String, _ what: String, _ element: MarkupElement
  ) {
    let name = element["xml:id"].map { "\(element.name) \($0): " } ?? ""
    report(
      .error, code, element, "\(name)#\(pointer) \(what)",
      do: "correct the pointer and read the file again; what else the annotation names is kept")
  }

  mutating func place(of annotation: MarkupElement) -> StudyTEI.ReadPlace? {
    let place = place(annotation["target"]?.pointers ?? [], annotation)
    if place == nil {
      report(
        .error, .notImported, annotation,
        "the annotation \(annotation["xml:id"] ?? "") has no place in the talk and is left out",
        do: "correct its target and read the file again")
    }
    return place
  }

  func notes(_ annotation: MarkupElement) -> String? {
    let texts = annotation.elements("note").map { ExchangeText.read($0.text) }
    let text = texts.filter { !$0.isEmpty }.joined(separator: "\n")
    return text.isEmpty ? nil : text
  }
}

extension MarkupElement {
  /// The statement of responsibility with a name, here or below.
  func statement(_ id: String) -> MarkupElement? {
    if name == "respStmt", self["xml:id"] == id { return self }
    return elements.lazy.compactMap { $0.statement(id) }.first
  }
}
