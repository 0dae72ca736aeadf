import Samtale

/// Writes transcripts for ELAN (EAF 3.0).
///
/// Each person has a tier, a second one where the person's utterances overlap, and tiers of their own
/// for utterances whose times are not known: ELAN needs times, so places are invented, and name and
/// linguistic type of the tier say so. Annotations with times of their own inside those of their
/// utterance keep them. Layers of annotations, translations, notes and the words of
/// others inside a turn hang on the talk; notes and incidents between turns and topics have tiers
/// without a person.
public enum ElanWriter {
  /// What ELAN files carry; the losses count what is carried only in part.
  public static let carried: Set<TranscriptFeature> = [
    .languages, .number, .date, .recording, .header, .labels, .silentPeople, .unknownSpeakers,
    .jointSpeakers, .times, .partialTimes, .topics, .translations, .otherLayers, .notes,
    .contributions, .incidents, .pauses, .vocals, .kinesics, .eventTimes,
  ]

  /// Writes a transcript; the same transcript gives the same bytes.
  /// - Returns: The file, and what it does not carry.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    let labels = TierLabels(transcript)
    var content = TierContent(transcript, labels)
    var plan = ElanPlan(transcript, labels)
    content.keepTimes { plan.holds($1, utterance: $0) }
    plan.addSlots(for: content)
    var file = ElanFile(transcript, plan, content)
    let bytes = file.written()
    return (bytes, losses(of: transcript, content, file.plan))
  }

  private static func losses(
    of transcript: Transcript, _ content: TierContent, _ plan: ElanPlan
  ) -> ExportLosses {
    var losses = ExportLosses(of: transcript, carrying: carried)
    losses += content.losses
    losses += plan.losses
    for mark in transcript.marks where mark.isBetween {
      if mark.hasOwnTimes { losses.add(.eventTimes) }
      switch mark.kind {
      case .note, .incident:
        if mark.text.isEmpty { losses.add(TranscriptFeature(mark)) }
        losses.add(
          LostPart.eventFacts, partOf: TranscriptFeature(mark),
          mark.detail.attributes.count + mark.detail.participants.count)
      case .pause, .vocal, .kinesic, .contribution: losses.add(TranscriptFeature(mark))
      default: break
      }
    }
    for utterance in transcript.utterances
    where utterance.text.isEmpty && content.extras[utterance.index].events.isEmpty {
      losses.add("utterances without words")
    }
    losses.add(
      LostPart.furtherRecordings, partOf: .recording, max(0, transcript.header.media.count - 1))
    return losses
  }
}
