// Translations of a study as layers beside the talk.
extension StudyTEIWriter {
  /// Somebody who translated, on some day.
  struct Translator: Hashable {
    var name: String
    var date: String?

    func statement(_ id: String) -> MarkupElement {
      var resp = MarkupElement("resp", text: "translation")
      if let date { resp.attributes.append(.init("when", date)) }
      return MarkupElement(
        "respStmt", [.init("xml:id", id)],
        [.element(resp), .element(MarkupElement("name", text: name))])
    }
  }

  /// What is the same for all spans of a layer.
  private struct Group: Hashable {
    var language: String
    var translator: Translator?
    var by: Identifier?
    var status: Translation.Status
  }

  /// The layers of the file without translations that the study has itself.
  func keptTranslations(_ layers: [AnnotationLayer]) -> [AnnotationLayer] {
    var own: [Int: Set<String>] = [:]
    for entry in content.translations[version.id] ?? [] {
      own[entry.translation.utterance, default: []].insert(entry.translation.language.lowercased())
    }
    guard !own.isEmpty else { return layers }
    var reading = transcript
    reading.layers = layers
    // Spans are told apart by their place in the file's order, since they need not have names.
    var entries = TranslationReader.entries(reading)[...]
    return layers.compactMap { layer in
      guard TranslationReader.isTranslations(layer.element) else { return layer }
      var element = layer.element
      element.children = layer.element.children.compactMap { child in
        guard case .element(var span) = child, let entry = entries.first, entry.span == span else {
          return child
        }
        entries.removeFirst()
        let all = [entry.translation.utterance] + entry.translation.further
        let language = entry.translation.language.lowercased()
        let left = all.filter { own[$0]?.contains(language) != true }
        guard left.count < all.count else { return child }
        guard !left.isEmpty else { return nil }
        span["from"] = nil
        span["to"] = nil
        span["target"] = left.map { "#" + id($0) }.joined(separator: " ")
        return .element(span)
      }
      return element.elements.isEmpty ? nil : AnnotationLayer(element)
    }
  }

  /// The study's translations: a layer for each language, translator, day and status.
  mutating func translationLayers(_ entries: [TranslationSet.Entry]) -> [AnnotationLayer] {
    var order: [Group] = []
    var spans: [Group: [MarkupElement.Node]] = [:]
    for entry in entries {
      guard let id = entry.object,
        let object = content.study.object(StudyTranslation.self, id)
      else { continue }
      let hasTranslator = object.translator != nil || object.date != nil
      let group = Group(
        language: object.language,
        translator: hasTranslator
          ? Translator(name: ExchangeText.written(object.translator ?? ""), date: object.date)
          : nil,
        // What no longer fits its original has been checked by nobody.
        by: object.by, status: entry.isStale ? .draft : object.status)
      if spans[group] == nil { order.append(group) }
      spans[group, default: []].append(
        .element(
          MarkupElement(
            "span",
            [
              .init("xml:id", ExchangeName.translation.name(id)),
              .init("target", "#" + self.id(entry.translation.utterance)),
            ], text: ExchangeText.written(object.text))))
    }
    return order.map { group in
      var attributes = [MarkupElement.Attribute("xml:lang", group.language)]
      let people = [group.translator.map { pointer($0) }, resp(group.by)].compactMap { $0 }
      if !people.isEmpty { attributes.append(.init("resp", people.joined(separator: " "))) }
      attributes += [
        .init("type", TranslationReader.layerType), .init("subtype", group.status.rawValue),
      ]
      return AnnotationLayer(MarkupElement("spanGrp", attributes, spans[group] ?? []))
    }
  }

  /// A pointer to the statement of a translator: one that the file has, else one that is written.
  private mutating func pointer(_ translator: Translator) -> String {
    let known = transcript.header.file.first { $0.name == "titleStmt" }?.elements("respStmt").first
    {
      guard let id = $0["xml:id"], ExchangeName.researcher.identifier(id) == nil else {
        return false
      }
      return $0.elements("name").map(\.text) == [translator.name]
        && $0.first("resp")?["when"] == translator.date
    }
    if let name = known?["xml:id"] { return "#" + name }
    let id = Identifier(deriving: ["translator", translator.name, translator.date ?? ""])
    let name = ExchangeName.translator.name(id)
    translators[translator] = name
    return "#" + name
  }

  private func id(_ utterance: Int) -> String { transcript.columns.ids[utterance] }
}
