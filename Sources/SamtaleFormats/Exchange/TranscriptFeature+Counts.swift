import Samtale

extension TranscriptFeature {
  /// How often each feature occurs in a transcript; features that do not occur are left out.
  public static func counts(in transcript: Transcript) -> [TranscriptFeature: Int] {
    var counts: [TranscriptFeature: Int] = [:]
    countHeader(of: transcript, &counts)
    countPeople(of: transcript, &counts)
    countUtterances(of: transcript, &counts)
    countAnnotations(of: transcript, &counts)
    for mark in transcript.marks { count(mark, &counts) }
    return counts.filter { $0.value > 0 }
  }

  private static func countHeader(
    of transcript: Transcript, _ counts: inout [TranscriptFeature: Int]
  ) {
    counts[.languages] = transcript.language == nil ? 0 : 1
    counts[.number] = transcript.number == nil ? 0 : 1
    counts[.date] = transcript.date == nil ? 0 : 1
    counts[.header] = transcript.header.title == nil ? 0 : 1
    counts[.recording] =
      transcript.header.recordingSeconds == nil && transcript.header.media.isEmpty ? 0 : 1
    counts[.remarks] = transcript.header.encoding.count + transcript.header.revisions.count
    counts[.sections] = transcript.sections.count
    counts[.topics] = transcript.topics.count
  }

  private static func countPeople(
    of transcript: Transcript, _ counts: inout [TranscriptFeature: Int]
  ) {
    var speaking: Set<Int> = []
    for utterance in transcript.utterances { speaking.formUnion(utterance.speakers) }
    for (index, person) in transcript.participants.enumerated() {
      counts[.labels, default: 0] += person.label == nil ? 0 : 1
      counts[.roles, default: 0] += person.roles.count
      counts[.teams, default: 0] += person.memberships.count
      counts[.attributes, default: 0] += person.attributes.count
      counts[.silentPeople, default: 0] += speaking.contains(index) ? 0 : 1
    }
  }

  private static func countUtterances(
    of transcript: Transcript, _ counts: inout [TranscriptFeature: Int]
  ) {
    for utterance in transcript.utterances {
      counts[.utteranceIDs, default: 0] += 1
      switch utterance.speakers.count {
      case 0: counts[.unknownSpeakers, default: 0] += 1
      case 1: break
      default: counts[.jointSpeakers, default: 0] += 1
      }
      counts[.addressees, default: 0] += utterance.addressees.isEmpty ? 0 : 1
      counts[.languages, default: 0] += utterance.language == nil ? 0 : 1
      counts[.transitions, default: 0] += utterance.transition == nil ? 0 : 1
      switch (utterance.start, utterance.end) {
      case (_?, _?): counts[.times, default: 0] += 1
      case (nil, nil): break
      default: counts[.partialTimes, default: 0] += 1
      }
    }
  }

  private static func countAnnotations(
    of transcript: Transcript, _ counts: inout [TranscriptFeature: Int]
  ) {
    for layer in transcript.layers {
      let count = max(layer.element.elements.count, 1)
      switch (layer.element.name, layer.type) {
      case ("spanGrp", "closures"), ("spanGrp", "uptake"): counts[.closures, default: 0] += count
      case ("spanGrp", "translation"): counts[.translations, default: 0] += count
      case ("listAnnotation", _): counts[.codings, default: 0] += count
      default: counts[.otherLayers, default: 0] += count
      }
    }
  }

  private static func count(_ mark: Mark, _ counts: inout [TranscriptFeature: Int]) {
    counts[Self(mark), default: 0] += 1
    let isTimed = mark.kind != .anchor && (mark.detail.start != nil || mark.detail.end != nil)
    if isTimed { counts[.eventTimes, default: 0] += 1 }
  }

  /// The feature that a mark is an instance of.
  public init(_ mark: Mark) {
    switch mark.kind {
    case .pause: self = .pauses
    case .vocal: self = .vocals
    case .kinesic: self = .kinesics
    case .incident: self = .incidents
    case .shift: self = .shifts
    case .gap: self = mark.isCut ? .cuts : .gaps
    case .anchor: self = .anchors
    case .note: self = .notes
    case .contribution: self = .contributions
    case .deleted: self = .deleted
    case .unclear: self = .unclear
    case .segment: self = .segments
    }
  }
}
