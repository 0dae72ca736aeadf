import Synchronization

/// A corpus made ready for many queries and tables.
///
/// Making it places every coding once; topics are analysed when the first query or table asks for
/// closures, uptake or who opens and ends topics, and then kept. It shows the study as it was when
/// the index was made.
///
/// ```swift
/// let index = QueryIndex(corpus)
/// let pressed = try Query("code:pressure role:WA").run(on: index)
/// let table = CodeTable(.role, of: index)
/// ```
public struct QueryIndex: Sendable, PlaceLookup {
  public let corpus: StudyCorpus
  public let options: TopicOptions
  let axis: TalkAxis
  let codebook: CodeIndex
  let coded: CodedPlaces
  /// The team of each meeting.
  let teams: [Team?]
  private let measures: Measures

  /// - Parameters:
  ///   - corpus: The study with its transcripts.
  ///   - library: Readers of wording, for closures and uptake.
  ///   - options: Choices that change what is found about topics.
  public init(
    _ corpus: StudyCorpus, library: CueLibrary = CueLibrary(),
    options: TopicOptions = TopicOptions()
  ) {
    self.corpus = corpus
    self.options = options
    axis = TalkAxis(corpus.inOrder)
    codebook = CodeIndex(corpus)
    coded = CodedPlaces(corpus, codebook, axis)
    teams = axis.versions.map(\.transcript.team)
    measures = Measures(library: library, options: options)
  }

  /// Codings that have no place in the talk: of a whole transcript or the data set, or whose words
  /// are no longer found. Queries and tables leave them out.
  public var codingsWithoutPlace: [Identifier] { coded.withoutPlace }

  /// What was computed of all contributions.
  var contributions: ContributionPlaces { measures.contributions(axis) }

  /// Analyses of topics, made when they are first asked for.
  private final class Measures: Sendable {
    private let library: CueLibrary
    private let options: TopicOptions
    private let known = Mutex<ContributionPlaces?>(nil)

    init(library: CueLibrary, options: TopicOptions) {
      self.library = library
      self.options = options
    }

    func contributions(_ axis: TalkAxis) -> ContributionPlaces {
      known.withLock { known in
        if let known { return known }
        let analyses = axis.versions.map {
          TopicAnalysis($0.transcript, library: library, options: options)
        }
        let made = ContributionPlaces(axis, analyses)
        known = made
        return made
      }
    }
  }
}

extension QueryIndex {
  /// The transcript of a place.
  func version(of utterance: Int) -> TranscriptVersion {
    axis.versions[axis.transcript(of: utterance)]
  }

  /// All utterances for which something holds, transcript by transcript.
  func utterances(_ holds: (_ transcript: Int, _ utterance: Int) -> Bool) -> [Span] {
    var found: [Span] = []
    for t in axis.versions.indices {
      let first = axis.firsts[t]
      for i in 0..<(axis.firsts[t + 1] - first) where holds(t, i) {
        found.append(axis.whole(first + i))
      }
    }
    return found
  }
}
