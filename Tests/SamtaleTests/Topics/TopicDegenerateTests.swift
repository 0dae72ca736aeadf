import Testing

@testable import Samtale

/// Inputs at the edge: defined answers, nothing that is not a number, no crash.
@Suite struct TopicDegenerateTests {
  static let talks = [
    "", "# -\nES: The job.\nWA: Okay.", "# A\nES: The job.", "# A\nES: Mm.\nWA: Mm.\nT: Okay.",
    "# A\nES: The job.\nWA: The shoes.\nES: Okay.", "# A\nES: …", "# A\nES: …\n# B\nWA: …",
    "# A\n?: The job.\n?: Okay.", "[cut]\n# A\nES: The job.\n[cut]", "# A\nES: Um.\n# B\nES: Um.",
    "# A !cut\nES: The job.\n# B\nES: Mm.", "# A\nES: Let's move on.\n# B\nES: Let's move on.",
    "# A\nES: | The job. | | Okay.", "# A\nWA: Okay.\n# B\nES: Okay.\n# C\nT: Okay.",
  ]

  @Test(arguments: talks, [TopicOptions(), TopicOptions(unit: .utterances, endsWithMeeting: true)])
  func everyNumberIsDefined(_ talk: String, _ options: TopicOptions) {
    let analysis = TopicAnalysis(talk, people: ["ES", "WA", "T"], options: options)
    #expect(analysis.closures.count == analysis.segments.count)
    #expect(analysis.uptakes.count == analysis.contributions.count)
    for level in TopicRoleMetrics.Options.Level.allCases {
      for isAdjusted in [false, true] {
        let options = TopicRoleMetrics.Options(
          level: level, isLeaderAdjusted: isAdjusted, bootstrap: Bootstrap(samples: 50))
        check(TopicRoleMetrics([analysis, analysis], options: options))
      }
    }
    for uptake in analysis.uptakes { #expect(uptake.overlap?.isFinite ?? true) }
    _ = ClosureLayer.layer(analysis)
  }

  private func check(_ metrics: TopicRoleMetrics) {
    for row in metrics.rows {
      for rate in Array(row.rates.values) + Array(row.profile.values) {
        #expect(rate.value?.isFinite ?? true)
        #expect(rate.value != nil || rate.reason != nil)
        #expect((0...1).contains(rate.value ?? 0))
      }
      #expect(row.openedToTurns?.isFinite ?? true)
    }
    #expect((0...1).contains(metrics.table.p ?? 0))
  }

  @Test func withoutTopicsThereAreNone() {
    let analysis = TopicAnalysis("# -\nES: The job.\nWA: Okay.")
    #expect(analysis.segments.isEmpty)
    #expect(analysis.contributions.count == 2)
    let metrics = TopicRoleMetrics([analysis])
    #expect(metrics.topics == 0)
    #expect(metrics.rows[0].rates[.opened]?.reason == "no topic has a known opener")
    #expect(TopicRoleMetrics([]).rows.isEmpty)
  }

  @Test func aTopicWithoutWordsIsUndetermined() {
    let closure = TopicAnalysis("# A\nES: …\n# B\nWA: The shoes.").closures[0]
    #expect(closure.type.computed == .undetermined)
    #expect(closure.opening.contribution == nil)
    #expect(closure.lastWord == nil)
    #expect(closure.steps.map(\.because) == ["no words are said in it"])
  }

  @Test func onlyMinimalResponses() {
    let closure = TopicAnalysis("# A\nES: Mm.\nWA: Okay.\nT: Right.\n# B\nES: The shoes came.")
      .closures[0]
    #expect(closure.lastSubstantive == nil)
    #expect(closure.type.computed == .collaborative)
    #expect(closure.opening.contribution == 0)
  }

  @Test func topicsOutsideTheTalkAreLeftEmpty() {
    var transcript = Dialogue("# A\nES: The job.").transcript
    transcript.topics.append(Topic(id: "b", label: "B", extent: .utterances(5...9)))
    transcript.topics.append(
      Topic(label: "C", extent: .stretches([TextStretch(utterance: 0, scalars: 4..<99)])))
    let analysis = TopicAnalysis(transcript, cues: Cues.en)
    #expect(analysis.segments.count == 3)
    #expect(analysis.closures.count == 3)
  }
}
