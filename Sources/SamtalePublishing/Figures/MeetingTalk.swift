import Samtale

/// The talk of one meeting along an axis: seconds where the file has times, else words.
struct MeetingTalk {
  enum Scale: Equatable { case time, words }

  /// One utterance with words.
  struct Stretch {
    var utterance: Int
    /// Participants who speak; several at once, or none if unknown.
    var speakers: [Int]
    /// The role in which it is said.
    var role: String?
    /// Seconds, or words from the beginning.
    var start: Double
    var end: Double
    var words: Int
    var isOverlap: Bool
  }

  let transcript: Transcript
  let scale: Scale
  /// In the order in which they are spoken.
  private(set) var stretches: [Stretch] = []
  /// Utterances with words but without times, which have no place on a scale of time.
  private(set) var untimed = 0
  /// Where talk was left out.
  private(set) var cuts: [Double] = []
  /// From the beginning to the end of the axis.
  private(set) var extent: ClosedRange<Double> = 0...1
  let references: TurnReferences
  /// Words before each utterance.
  private let offsets: [Int]
  private let counts: [Int]

  /// Without a given scale it is time if at least four of five utterances with words have it.
  init(_ analysis: TopicAnalysis, scale: Scale? = nil) {
    let roles = analysis.contributions.reduce(into: [Int: String]()) { roles, contribution in
      for index in contribution.utterances where contribution.role != nil {
        roles[index] = contribution.role
      }
    }
    self.init(analysis.transcript, roles: roles, scale: scale)
  }

  /// `roles` are those in which utterances are said, where they are not the speaker's.
  init(_ transcript: Transcript, roles: [Int: String] = [:], scale: Scale? = nil) {
    self.transcript = transcript
    references = TurnReferences(transcript)
    let counts = transcript.wordCounts()
    var offsets = Array(repeating: 0, count: counts.count)
    let spoken = transcript.speakingOrder
    var sum = 0
    for index in spoken {
      offsets[index] = sum
      sum += counts[index]
    }
    let worded = spoken.filter { counts[$0] > 0 }
    let timed = worded.filter { Self.time(transcript.utterances[$0]) != nil }
    let hasTimes = !worded.isEmpty && timed.count * 5 >= worded.count * 4
    self.scale = scale == .words || !hasTimes ? .words : .time
    (self.counts, self.offsets) = (counts, offsets)
    add(worded, roles)
    setExtent(words: sum)
    cuts = spoken.filter { transcript.utterances[$0].isAfterCut }.compactMap { place(before: $0) }
  }

  private static func time(_ utterance: Utterance) -> ClosedRange<Double>? {
    guard let start = utterance.start, let end = utterance.end, end >= start else { return nil }
    return start...end
  }

  private mutating func add(_ worded: [Int], _ roles: [Int: String]) {
    for index in worded {
      guard let extent = extent(of: index) else {
        untimed += 1
        continue
      }
      let utterance = transcript.utterances[index]
      stretches.append(
        Stretch(
          utterance: index, speakers: utterance.speakers,
          role: roles[index] ?? Self.role(utterance), start: extent.lowerBound,
          end: extent.upperBound, words: counts[index],
          isOverlap: utterance.transition == .overlap))
    }
  }

  /// The role of a single speaker.
  static func role(_ utterance: Utterance) -> String? {
    guard let roles = utterance.speaker?.roles, !roles.isEmpty else { return nil }
    return roles.joined(separator: "+")
  }

  private mutating func setExtent(words: Int) {
    let first = scale == .words ? 0 : min(0, stretches.map(\.start).min() ?? 0)
    let begins = stretches.map(\.start).min() ?? 0
    let last = scale == .words ? Double(words) : stretches.map(\.end).max() ?? 1
    // A part of a long recording begins where its talk begins.
    let from = scale == .time && begins > (last - begins) / 5 ? begins : first
    extent = from...max(last, from + 1)
  }

  /// Where an utterance lies; `nil` if it has no time.
  func extent(of index: Int) -> ClosedRange<Double>? {
    guard scale == .words else { return Self.time(transcript.utterances[index]) }
    return Double(offsets[index])...Double(offsets[index] + counts[index])
  }

  private func place(before index: Int) -> Double? {
    scale == .words ? Double(offsets[index]) : transcript.utterances[index].start
  }

  /// Where a part of an utterance lies, by its characters.
  func extent(of stretch: TextStretch) -> ClosedRange<Double>? {
    guard let whole = extent(of: stretch.utterance), let part = stretch.scalars else {
      return extent(of: stretch.utterance)
    }
    let length = transcript.utterances[stretch.utterance].text.unicodeScalars.count
    guard length > 0 else { return whole }
    let size = whole.upperBound - whole.lowerBound
    let at = { (offset: Int) in whole.lowerBound + size * Double(offset) / Double(length) }
    return at(part.lowerBound)...max(at(part.lowerBound), at(part.upperBound))
  }

  /// Unbroken runs of some stretches along the axis.
  func runs(_ parts: [TextStretch]) -> [ClosedRange<Double>] {
    var runs: [ClosedRange<Double>] = []
    var last: Int?
    for part in parts {
      guard let place = extent(of: part) else { continue }
      if let before = last, part.utterance - before <= 1, let run = runs.last,
        place.upperBound >= run.lowerBound
      {
        runs[runs.count - 1] =
          min(run.lowerBound, place.lowerBound)...max(run.upperBound, place.upperBound)
      } else {
        runs.append(place)
      }
      last = part.utterance
    }
    return runs
  }

  /// What people are called: the printed label, with the identifier where two have the same.
  static func names(_ people: [Participant]) -> [String] {
    let labels = people.map { $0.label ?? $0.name ?? $0.id }
    let numbers = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(people, labels).map { person, label in
      numbers[label] == 1 ? label : "\(label) (\(person.id))"
    }
  }

  // MARK: Axis

  func axis(from: Double, to: Double) -> FigureAxis {
    FigureAxis(values: extent, from: from, to: to)
  }

  func ticks(_ axis: FigureAxis) -> [(value: Double, label: String)] {
    scale == .time
      ? axis.ticks(FigureAxis.seconds) { Decimals.clock(seconds: $0) }
      : axis.ticks(FigureAxis.decimal(from: 10)) { Decimals.fixed($0, 0) }
  }

  var axisTitle: String {
    scale == .time ? "time (minutes:seconds)" : "words from the beginning (no times in the file)"
  }

  var untimedNote: String? {
    untimed == 0 ? nil : "\(counted(untimed, "utterance")) without times are not drawn."
  }
}
