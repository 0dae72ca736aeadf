/// Puts what a study says of one transcript beside its talk.
struct StudyTEIWriter {
  let content: StudyTEIContent
  let version: TranscriptVersion
  var transcript: Transcript
  /// Those who translated, with the names of their statements.
  var translators: [Translator: String] = [:]
  /// Researchers to whom something points.
  private var people: Set<Identifier> = []

  init(_ content: StudyTEIContent, _ version: TranscriptVersion) {
    self.content = content
    self.version = version
    transcript = version.transcript
  }

  mutating func run() -> Transcript {
    transcript.nameUtterances()
    transcript.hasOwnID = true
    var layers = keptTranslations(kept())
    let id = version.id
    layers += codingLists(content.codings[id] ?? [])
    layers += unitList(content.units[id] ?? [])
    layers += extractLists(content.extracts[id] ?? [])
    layers += translationLayers(content.translations[id] ?? [])
    for (memo, stretches) in content.memos[id] ?? [] { layers.append(note(memo, stretches)) }
    for memo in content.general { layers.append(note(memo, [])) }
    transcript.layers = layers
    writeTaxonomies()
    writePeople()
    return transcript
  }

  // MARK: What stays

  /// The layers of the transcript without what is written anew; what pointed to that follows.
  ///
  /// No memo of the file stays: those of the study are written as it has them, if they may be, and
  /// of the others nobody can tell here whether somebody removed them.
  private func kept() -> [AnnotationLayer] {
    var renamed: [String: String] = [:]
    var layers = transcript.layers.compactMap { layer -> AnnotationLayer? in
      guard !StudyTEI.isMemo(layer.element) else { return nil }
      guard layer.element.name == "listAnnotation" else { return layer }
      var element = layer.element
      element.children.removeAll {
        guard case .element(let part) = $0, let name = taken(part, layer.type) else { return false }
        renamed[part["xml:id"] ?? ""] = name
        return true
      }
      if ExchangeName.round.identifier(element["xml:id"]) != nil { element["xml:id"] = nil }
      return element.elements.isEmpty ? nil : AnnotationLayer(element)
    }
    for i in layers.indices where !renamed.isEmpty { layers[i].element.rename(renamed) }
    return layers
  }

  /// The new name of an annotation that is written anew.
  private func taken(_ annotation: MarkupElement, _ type: String?) -> String? {
    let id = transcript.id
    switch type {
    case StudyTEI.codings:
      let codings = (annotation["ana"]?.pointers ?? []).map {
        ForeignName.coding(annotation, $0, in: id)
      }
      return codings.first { content.home[$0] == version.id }.map(ExchangeName.coding.name)
    case StudyTEI.meaningUnits:
      let unit = ForeignName.unit(annotation, in: id)
      return content.home[unit] == version.id ? ExchangeName.meaningUnit.name(unit) : nil
    case StudyTEI.extracts, StudyTEI.contrary:
      let link = ForeignName.link(annotation, in: id)
      let isWritten = content.extracts[version.id]?.contains { $0.id == link } ?? false
      return isWritten ? ExchangeName.link.name(link) : nil
    default: return nil
    }
  }

  private mutating func writeTaxonomies() {
    let own = Set(content.taxonomy.codes)
    let pointed = transcript.pointedTo
    var merged = content.taxonomy
    for (i, old) in transcript.taxonomies.enumerated().reversed() where old.id != "roles" {
      var reader = CodebookTaxonomyReader()
      let places = reader.read(old)
      let taken = places.filter { place in
        reader.codebook.identifier(place.value).map(content.knows) ?? false
      }
      let left = old.categories.flatMap {
        $0.kept(without: own) { pointed.contains($0) || taken[$0] == nil }
      }
      if old.id == Codebook.taxonomyID {
        merged.summary = old.summary
        merged.categories += left
        transcript.taxonomies.remove(at: i)
      }
    }
    if !merged.categories.isEmpty { transcript.taxonomies.append(merged) }
  }

  // MARK: Researchers

  mutating func resp(_ id: Identifier?) -> String? {
    guard let id, content.study.object(Researcher.self, id) != nil else { return nil }
    people.insert(id)
    return ExchangeName.researcher.pointer(id)
  }

  private mutating func writePeople() {
    if transcript.header.file.isEmpty { transcript.header.file = Header(title: transcript.id).file }
    guard let i = transcript.header.file.firstIndex(where: { $0.name == "titleStmt" }) else {
      return
    }
    let names = Set(people.map { ExchangeName.researcher.name($0) } + translators.values)
    transcript.header.file[i].children.removeAll {
      if case .element(let part) = $0 { names.contains(part["xml:id"] ?? "") } else { false }
    }
    for id in people.sorted() {
      guard let researcher = content.study.object(Researcher.self, id) else { continue }
      transcript.header.file[i].children.append(.element(Self.statement(researcher)))
    }
    for (translator, name) in translators.sorted(by: { $0.value < $1.value }) {
      transcript.header.file[i].children.append(.element(translator.statement(name)))
    }
  }

  private static func statement(_ researcher: Researcher) -> MarkupElement {
    var statement = MarkupElement(
      "respStmt",
      [.init("xml:id", ExchangeName.researcher.name(researcher.id))])
    if !researcher.isActive { statement.attributes.append(.init("n", "left")) }
    let name = ExchangeText.written(researcher.name)
    statement.children = [
      .element(MarkupElement("resp", text: "coding")),
      .element(MarkupElement("name", text: name)),
    ]
    if let initials = researcher.initials.map(ExchangeText.written) {
      statement.children.append(
        .element(MarkupElement("name", [.init("type", "initials")], text: initials)))
    }
    return statement
  }

  // MARK: Places

  private func target(_ anchor: Anchor, _ stretches: [TextStretch]) -> String {
    if anchor.kind == .topic, let id = anchor.topic,
      let topic = transcript.allTopics.first(where: { $0.id == id }),
      topic.extent.stretches == stretches
    {
      return "#" + id
    }
    return stretches.isEmpty ? whole : target(stretches)
  }

  private var whole: String { "#" + XMLNames.valid(transcript.id, prefix: "t.") }

  private func target(_ stretches: [TextStretch]) -> String {
    stretches.map { stretch in
      let id = transcript.columns.ids[stretch.utterance]
      guard let scalars = stretch.scalars else { return "#" + id }
      return "#string-range(\(id),\(scalars.lowerBound),\(scalars.count))"
    }
    .joined(separator: " ")
  }

  // MARK: Annotations

  private func annotation(
    _ id: String, _ motivation: String, target: String, ana: String?, resp: String?, note: String?
  ) -> MarkupElement.Node {
    // In the order in which reading gives attributes.
    var attributes = [MarkupElement.Attribute("xml:id", id)]
    if let ana { attributes.append(.init("ana", ana)) }
    if let resp { attributes.append(.init("resp", resp)) }
    attributes += [.init("motivation", motivation), .init("target", target)]
    var annotation = MarkupElement("annotation", attributes)
    let text = note.map(ExchangeText.written) ?? ""
    if !text.isEmpty {
      annotation.children = [
        .element(MarkupElement("note", [.init("type", StudyTEI.memo)], text: text))
      ]
    }
    return .element(annotation)
  }

  /// Codings without a round, then those of each round.
  private mutating func codingLists(_ codings: [StudyTEIContent.Placed<Coding>])
    -> [AnnotationLayer]
  {
    let byRound = Dictionary(grouping: codings) { placed in
      content.study.object(CodingRound.self, placed.item.round)
    }
    let rounds = byRound.keys.compactMap { $0 }.sorted { $0.id < $1.id }
    return ([nil] + rounds).compactMap { round in
      guard let codings = byRound[round] else { return nil }
      var list = MarkupElement("listAnnotation")
      if let round {
        list.attributes += [
          .init("xml:id", ExchangeName.round.name(round.id)), .init("n", round.name),
        ]
      }
      list.attributes.append(.init("type", StudyTEI.codings))
      if let round { list.attributes.append(.init("subtype", round.isOpen ? "open" : "closed")) }
      list.children = codings.map { placed in
        annotation(
          ExchangeName.coding.name(placed.item.id), "classifying",
          target: target(placed.anchor, placed.stretches),
          ana: placed.item.code.map(ExchangeName.code.pointer), resp: resp(placed.item.coder),
          note: placed.item.note)
      }
      return AnnotationLayer(list)
    }
  }

  private mutating func unitList(_ units: [StudyTEIContent.Placed<MeaningUnit>])
    -> [AnnotationLayer]
  {
    guard !units.isEmpty else { return [] }
    var list = MarkupElement("listAnnotation", [.init("type", StudyTEI.meaningUnits)])
    list.children = units.map { placed in
      let unit = placed.item
      let original = unit.copyOf.flatMap { content.home[$0] == version.id ? $0 : nil }
      let ana = [
        unit.group.map(ExchangeName.group.pointer),
        unit.subgroup.map(ExchangeName.subgroup.pointer),
        original.map(ExchangeName.meaningUnit.pointer),
      ]
      return annotation(
        ExchangeName.meaningUnit.name(unit.id),
        unit.isGolden ? "highlighting bookmarking" : "highlighting",
        target: target(placed.anchor, placed.stretches),
        ana: ana.compactMap { $0 }.joined(separator: " "), resp: resp(unit.by), note: unit.note)
    }
    return [AnnotationLayer(list)]
  }

  private func extractLists(_ links: [Link]) -> [AnnotationLayer] {
    let relations: [(Link.Relation, String)] = [
      (.themeExtract, StudyTEI.extracts), (.themeContrary, StudyTEI.contrary),
    ]
    return relations.compactMap { relation, type in
      var list = MarkupElement("listAnnotation", [.init("type", type)])
      list.children = links.compactMap { link in
        guard link.relation == relation, let to = link.to, let target = pointer(to) else {
          return nil
        }
        return annotation(
          ExchangeName.link.name(link.id), "linking", target: target,
          ana: link.from.map(ExchangeName.theme.pointer), resp: nil, note: link.note)
      }
      return list.children.isEmpty ? nil : AnnotationLayer(list)
    }
  }

  /// A pointer to an object that stands in this file.
  private func pointer(_ id: Identifier) -> String? {
    guard let kind = content.study.record(id)?.kind else { return nil }
    let isPlaced = [.coding, .meaningUnit, .translation].contains(kind)
    if isPlaced, content.home[id] != version.id { return nil }
    return kind == .transcript && id == version.id ? whole : ExchangeName(kind)?.pointer(id)
  }

  // MARK: Memos

  private mutating func note(_ memo: Memo, _ stretches: [TextStretch]) -> AnnotationLayer {
    var attributes = [MarkupElement.Attribute("xml:id", ExchangeName.memo.name(memo.id))]
    let title = ExchangeText.written(memo.title ?? "")
    if !title.isEmpty { attributes.append(.init("n", title)) }
    if let author = resp(memo.author) { attributes.append(.init("resp", author)) }
    let suffix = memo.visibility == .team ? StudyTEI.teamSuffix : ""
    attributes.append(.init("type", StudyTEI.memo))
    attributes.append(.init("subtype", (memo.sort ?? .context).rawValue + suffix))
    if memo.target.map({ content.study.record($0)?.kind == .researcher }) == true {
      _ = resp(memo.target)
    }
    var targets = [memo.target.flatMap(pointer)].compactMap { $0 }
    if let anchor = memo.anchor, anchor.transcript == version.id {
      targets.append(target(anchor, stretches))
    }
    if !targets.isEmpty { attributes.append(.init("target", targets.joined(separator: " "))) }
    return AnnotationLayer(MarkupElement("note", attributes, text: ExchangeText.written(memo.body)))
  }
}
