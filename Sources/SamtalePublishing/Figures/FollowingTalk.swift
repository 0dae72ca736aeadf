import Samtale

/// Who follows whom in some meetings, with the turns behind each count.
struct FollowingTalk {
  let transitions: Transitions
  /// How often somebody comes after each party, and how often it comes after another.
  let followed: [Double]
  let follows: [Double]
  /// The parties that are drawn, as indices of the transitions.
  let shown: [Int]
  /// Parties without a transition.
  let alone: Int
  /// Parties left out for want of room, and their part of the transitions.
  let leftOut: (parties: Int, share: Double)
  let isSingle: Bool
  let breaks: Int
  /// Turns behind each count, by row × parties + column.
  private let references: [Int: String]

  /// Of more than `most` parties those with most transitions are shown.
  init(
    _ transcripts: [Transcript], by unit: SpeakerSequence.Unit, order: [String], most: Int
  ) {
    let sequences = transcripts.map { SpeakerSequence($0, unit: unit) }
    let merged = Transitions(merging: sequences.map { Transitions($0) })
    transitions = merged
    isSingle = transcripts.count == 1
    breaks = sequences.reduce(0) { $0 + $1.breaks }
    let (rows, columns) = (merged.counts.rowSums, merged.counts.columnSums)
    (followed, follows) = (rows, columns)
    let weight = { (party: Int) in rows[party] + columns[party] }
    let active = merged.parties.indices.filter { weight($0) > 0 }
    alone = merged.parties.count - active.count
    let kept = Set(active.sorted { (-weight($0), $0) < (-weight($1), $1) }.prefix(most))
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let rank = { (party: Int) in unit == .role ? places[merged.parties[party]] ?? .max : party }
    shown = active.filter(kept.contains).sorted { (rank($0), $0) < (rank($1), $1) }
    let inside = kept.reduce(0.0) { sum, row in
      kept.reduce(sum) { $0 + merged.counts[row, $1] }
    }
    let all = merged.counts.sum
    leftOut = (active.count - kept.count, all > 0 ? 1 - inside / all : 0)
    references = Self.references(transcripts, sequences, merged)
  }

  private static func references(
    _ transcripts: [Transcript], _ sequences: [SpeakerSequence], _ merged: Transitions
  ) -> [Int: String] {
    let size = merged.parties.count
    var all: [Int: [String]] = [:]
    for (transcript, sequence) in zip(transcripts, sequences) {
      let places = sequence.parties.map { merged.parties.firstIndex(of: $0) ?? 0 }
      var cells: [Int: [Int]] = [:]
      for (parties, utterances) in zip(sequence.stretches, sequence.utterances) {
        for step in parties.indices.dropLast() {
          let cell = places[parties[step]] * size + places[parties[step + 1]]
          cells[cell, default: []] += [utterances[step], utterances[step + 1]]
        }
      }
      let references = TurnReferences(transcript)
      for (cell, utterances) in cells { all[cell, default: []].append(references.text(utterances)) }
    }
    return all.mapValues { $0.joined(separator: " ") }
  }

  /// The role in which each speaker first speaks, by the speaker's name.
  static func roles(_ transcripts: [Transcript]) -> [String: String] {
    var roles: [String: String] = [:]
    for transcript in transcripts {
      let names = MeetingTalk.names(transcript.participants)
      let sequence = SpeakerSequence(transcript, unit: .role)
      for (party, index) in zip(sequence.stretches.joined(), sequence.utterances.joined()) {
        let speakers = transcript.utterances[index].speakers
        guard let speaker = speakers.first, sequence.parties[party] != "no role" else { continue }
        if roles[names[speaker]] == nil { roles[names[speaker]] = sequence.parties[party] }
      }
    }
    return roles
  }

  func turns(_ from: Int, _ to: Int) -> String? {
    references[from * transitions.parties.count + to]
  }

  func name(_ party: Int) -> String { transitions.parties[party].asLabel }

  /// How it was counted.
  var notes: [String] {
    [
      "Counted: how often a turn of one comes right after a turn of another; adjacent utterances "
        + "of one \(isSingle ? "party" : "role") are one turn.",
      breaks == 0
        ? nil
        : "Nothing is counted across cuts and turns without one known speaker "
          + "(\(counted(breaks, "break"))).",
      alone == 0 ? nil : "Without a transition and not drawn: \(alone).",
    ].compactMap { $0 }
  }

  /// The strongest ties in words.
  func strongest(_ number: Int) -> String {
    let pairs = shown.flatMap { row in shown.map { (row, $0) } }
      .filter { transitions.counts[$0.0, $0.1] > 0 }
      .sorted {
        (-transitions.counts[$0.0, $0.1], $0.0, $0.1)
          < (-transitions.counts[$1.0, $1.1], $1.0, $1.1)
      }
    return pairs.prefix(number).map { from, to in
      "\(name(to)) after \(name(from)): \(Decimals.fixed(transitions.counts[from, to], 0))"
    }
    .joined(separator: "; ")
  }
}
