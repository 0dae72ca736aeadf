/// An annotation of an utterance in a layer, with its own times where it has any.
///
/// In the file it is a `span` whose `target` names the utterance, and behind it the point of the
/// timeline at which it begins and the one at which it ends: `target="#u5 #T3 #T4"`.
package struct TimedAnnotation: Hashable, Sendable {
  package var utterance: Int
  /// Seconds; `nil` where it lasts as long as the utterance, or where nobody knows.
  package var start: Double?
  package var end: Double?
  package var text: String
}

/// Finds what the spans of layers are about.
package struct TimedAnnotations {
  private let transcript: Transcript
  private var utterances: [String: Int] = [:]
  private var points: [String: Int] = [:]

  package init(_ transcript: Transcript) {
    self.transcript = transcript
    for utterance in transcript.utterances where utterances[utterance.id] == nil {
      utterances[utterance.id] = utterance.index
    }
    for point in 0..<transcript.timeline.count {
      points[transcript.timeline.id(point)] = point
    }
  }

  /// What a span says of one utterance; `nil` if it says more or is about something else.
  package func annotation(_ span: MarkupElement) -> TimedAnnotation? {
    let targets = span["target"]?.pointers ?? []
    guard span.name == "span", span.attributes.count == 1, span.elements.isEmpty,
      !span.text.isEmpty, (1...3).contains(targets.count), let utterance = utterances[targets[0]]
    else { return nil }
    let times = targets.dropFirst().compactMap { points[$0].flatMap(transcript.timeline.seconds) }
    guard times.count == targets.count - 1 else { return nil }
    return TimedAnnotation(
      utterance: utterance, start: times.first, end: times.count > 1 ? times.last : nil,
      text: span.text)
  }
}
