extension TranscriptBuilder {
  /// Adds a topic over utterances that are there; white space in the label is collapsed.
  /// - Precondition: The utterances have been appended.
  public mutating func addTopic(_ label: String, _ utterances: ClosedRange<Int>) {
    precondition(utterances.lowerBound >= 0 && utterances.upperBound < count)
    let label = clean(label)
    accounting.read += label.unicodeScalars.count
    accounting[.annotations] += label.unicodeScalars.count
    topics.append(Topic(label: label, extent: .utterances(utterances)))
  }

  /// Adds an annotation of an utterance, such as a gloss or a translation of its words that the
  /// source keeps in a tier of its own. Empty ones are left out.
  /// - Parameters:
  ///   - utterance: Its index.
  ///   - layer: The name of the tier; made one word.
  ///   - text: What stands there.
  ///   - start: When it begins, in seconds, where that is not when the utterance does.
  ///   - end: When it ends; without a start it is left out.
  public mutating func annotate(
    _ utterance: Int, layer: String, _ text: String, start: Double? = nil, end: Double? = nil
  ) {
    precondition(utterance >= 0 && utterance < count)
    let text = clean(text)
    guard !text.isEmpty else { return }
    accounting.read += text.unicodeScalars.count
    accounting[.annotations] += text.unicodeScalars.count
    let index = layerIndices[layer] ?? newLayer(layer)
    let target = MarkupElement.Attribute("target", "#" + columns.ids[utterance])
    if let first = point(start) {
      let last = (end ?? -1) < (start ?? 0) ? nil : point(end)
      timedSpans.append((index, layers[index].element.children.count, first, last))
    }
    layers[index].element.children.append(
      .element(MarkupElement("span", [target], text: text)))
  }

  private mutating func newLayer(_ name: String) -> Int {
    let word = Self.word(name)
    let taken = ["topics", "closures", "uptake", "phases", "translation", ""]
    let type = taken.contains(word) ? "tier." + word : word
    layers.append(AnnotationLayer(MarkupElement("spanGrp", [.init("type", type)])))
    layerIndices[name] = layers.count - 1
    return layers.count - 1
  }

  /// The layers with pointers to the timeline, whose points are known only when all are there.
  func layers(on timeline: Timeline, _ place: (Int) -> Int) -> [AnnotationLayer] {
    var layers = layers
    for span in timedSpans {
      guard case .element(var element) = layers[span.layer].element.children[span.child] else {
        continue
      }
      let points = [span.start, span.end].compactMap(\.self)
      element["target"] = ([element["target"] ?? ""] + points.map { "#" + timeline.id(place($0)) })
        .joined(separator: " ")
      layers[span.layer].element.children[span.child] = .element(element)
    }
    return layers
  }
}
