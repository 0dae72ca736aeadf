extension TranscriptBuilder {
  /// Adds what an utterance says in another language. Empty texts are left out; a language that is
  /// no tag becomes ``Translation/undeterminedLanguage``.
  /// - Parameters:
  ///   - utterance: Its index.
  ///   - language: The language that it is translated into (BCP 47).
  ///   - text: The translation.
  public mutating func translate(_ utterance: Int, into language: String, _ text: String) {
    precondition(utterance >= 0 && utterance < count)
    let text = clean(text)
    guard !text.isEmpty else { return }
    accounting.read += text.unicodeScalars.count
    accounting[.annotations] += text.unicodeScalars.count
    let index = translations(
      into: ProfileValue.language(language) ?? Translation.undeterminedLanguage)
    let target = MarkupElement.Attribute("target", "#" + columns.ids[utterance])
    layers[index].element.children.append(
      .element(MarkupElement("span", [target], text: text)))
  }

  /// The layer of the translations into a language, made if there is none yet.
  private mutating func translations(into language: String) -> Int {
    // No tier has a name with a line break.
    let key = "translation\n" + language.lowercased()
    if let known = layerIndices[key] { return known }
    layers.append(
      AnnotationLayer(
        MarkupElement("spanGrp", [.init("xml:lang", language), .init("type", "translation")])))
    layerIndices[key] = layers.count - 1
    return layers.count - 1
  }
}
