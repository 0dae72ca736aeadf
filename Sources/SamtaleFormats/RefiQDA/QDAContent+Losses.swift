import Samtale

// What a project does not carry.
extension QDAContent {
  private static let carried: Set<TranscriptFeature> = [
    .number, .date, .header, .recording, .languages, .labels, .roles, .teams, .attributes,
    .jointSpeakers,
    .unknownSpeakers, .codings, .otherLayers,
  ]

  /// What it carries beside that of a transcript that names its recording.
  private static let carriedTimes: Set<TranscriptFeature> = [.times, .partialTimes, .anchors]

  mutating func countLosses() {
    countCodebookLosses()
    for source in sources { count(source.version.transcript) }
    let whole: [(ObjectKind, String)] = [
      (.visit, "visits of transcripts"), (.review, "reviews of themes"),
      (.contextCheck, "recontextualisation checks"),
      (.preliminaryThemes, "lists of preliminary themes"),
      (.excerpt, "excerpts prepared for print"), (.claim, "claims with their evidence"),
      (.restorePoint, "restore points"), (.translation, "translations of turns"),
      (.round, "rounds of coding"),
    ]
    for (kind, name) in whole { losses.add(name, study.objects(of: kind).count) }
    losses.add(
      "reflexivity statements of researchers",
      study.all(Researcher.self).count { $0.position != nil })
    losses.add(
      "codings that belong to a round of coding",
      study.all(Samtale.Coding.self).count { $0.round != nil })
    losses.add(
      "withdrawn transcripts, or such that are not at hand",
      study.all(StudyTranscript.self).count { corpus.transcripts[$0.id] == nil })
    let inLayers = sources.reduce(0) { sum, source in
      sum + source.version.transcript.layers.count { $0.element.name == "note" }
    }
    losses.add("memos of the transcripts' files that the study has not taken over", inLayers)
  }

  /// What is lost of codes, groups and themes.
  mutating func countCodebookLosses() {
    for code in study.all(Samtale.Code.self) {
      if code.status != .active { losses.add("states of codes that are no longer in use") }
      if code.level != nil { losses.add("levels of codes (semantic, latent)") }
      if code.origin != .inductive { losses.add("origins of codes (theory, participants' words)") }
      if code.inVivo != nil { losses.add("places from which codes in vivo come") }
    }
    losses.add(
      "states of code groups that are dissolved",
      study.all(CodeGroup.self).count(where: \.isDissolved))
    for link in study.all(Samtale.Link.self) {
      switch link.relation {
      case .themeExtract, .themeContrary: losses.add("extracts that show or contradict a theme")
      case .map: losses.add("lines of the thematic map")
      case .boundary: losses.add("boundaries between themes")
      case .codeInGroup, .themeCode:
        if link.note != nil { losses.add("notes on codes in groups and under themes") }
      case nil: break
      }
    }
  }

  private mutating func count(_ transcript: Transcript) {
    let isTimed = transcript.header.media.first.flatMap { QDARecording.Path(url: $0) } != nil
    losses += ExportLosses(
      of: transcript, carrying: isTimed ? Self.carried.union(Self.carriedTimes) : Self.carried)
    losses.add(.languages, transcript.utterances.count { $0.language != nil })
    for person in transcript.participants {
      losses.add(
        "facts about people of which only the words are kept", partOf: .attributes,
        person.attributes.count {
          $0.value != nil || $0.atLeast != nil || $0.atMost != nil || $0.from != nil || $0.to != nil
            || $0.when != nil || $0.language != nil || $0.kind == .state
            || $0.kind == .name && $0.type != nil || $0.kind == .note && $0.type != nil
        })
      losses.add(
        "dates and descriptions of memberships in teams", partOf: .teams,
        person.memberships.count {
          $0.from != nil || $0.to != nil || $0.when != nil || !$0.text.isEmpty
        })
    }
    let layers = transcript.layers.count { layer in
      layer.element.name != "note" && layer.element.name != "listAnnotation"
        && !["closures", "uptake", "translation"].contains(layer.type)
    }
    losses.add(.otherLayers, layers)
  }
}
