import Samtale

/// Writes a meeting's talk: each turn with its speaker, time, line and a name to link to.
struct ReportTranscript {
  let meeting: ReportMeeting
  let number: Int
  let places: ReportPlaces
  let roles: RolePalette
  private let marks: [Int: [Mark]]
  /// Topics by the contribution with which they begin, or begin again.
  private let topicStarts: [Int: [Int]]
  private let contributions: [[Contribution]]

  init(_ report: Report, _ number: Int, _ roles: RolePalette) {
    meeting = report.meetings[number]
    self.number = number
    places = report.places
    self.roles = roles
    var starts: [Int: [Int]] = [:]
    for segment in meeting.topics.segments {
      for stretch in segment.stretches {
        starts[stretch.lowerBound, default: []].append(segment.index)
      }
    }
    topicStarts = starts
    marks = Dictionary(
      grouping: meeting.transcript.marks.filter { Self.shown($0) != nil }, by: \.utterance)
    contributions = Self.contributions(meeting, places.meetings[number])
  }

  /// The contributions in each turn; those after the first begin inside it.
  private static func contributions(
    _ meeting: ReportMeeting, _ place: ReportPlaces.Meeting
  ) -> [[Contribution]] {
    var byTurn: [[Contribution]] = Array(repeating: [], count: meeting.turnTaking.turns.count)
    for contribution in meeting.topics.contributions {
      guard let turn = place.turns[contribution.utterances[0]] else { continue }
      byTurn[turn - place.firstTurn].append(contribution)
    }
    return byTurn
  }

  // MARK: Lines

  var lines: [String] {
    let place = places.meetings[number]
    let turns = meeting.turnTaking.turns
    var rest = wordless(turns)
    var lines: [String] = []
    for (i, turn) in turns.enumerated() {
      let first = turn.utterances[0]
      while let next = rest.first, next < first { lines.append(event(rest.removeFirst())) }
      if turn.isAfterCut { lines.append("<p class=\"e\">[talk is left out here]</p>") }
      lines += headings(contributions[i].first)
      lines.append(self.turn(turn, contributions[i], place))
    }
    return lines + rest.map(event)
  }

  /// Utterances without words that show something: a laugh, a nod.
  private func wordless(_ turns: [SpokenTurn]) -> ArraySlice<Int> {
    let place = places.meetings[number]
    return meeting.transcript.utterances.indices.filter { place.turns[$0] == nil }[...]
  }

  private func event(_ utterance: Int) -> String {
    let shown = meeting.transcript.utterances[utterance]
    let label = shown.speakers.map(meeting.topics.label).joined(separator: " ")
    let text = body(utterance, nil)
    return "<p class=\"e\" id=\"\(anchor(utterance))\"><b>\(MarkupText.escaped(label))</b> "
      + "\(text.isEmpty ? "[no words]" : text)</p>"
  }

  private func headings(_ first: Contribution?) -> [String] {
    (first.flatMap { topicStarts[$0.index] } ?? []).map { topic in
      "<h4 id=\"\(topicAnchor(topic))\">\(topicName(topic))</h4>"
    }
  }

  private func topicName(_ topic: Int) -> String {
    let segment = meeting.topics.segments[topic]
    let label = segment.topic.label
    return "Topic \(topic + 1)" + (label.isEmpty ? "" : ": \(MarkupText.escaped(label))")
  }

  private func anchor(_ utterance: Int) -> String {
    MarkupText.escaped(places.anchor(number, utterance: utterance))
  }

  private func topicAnchor(_ topic: Int) -> String {
    MarkupText.escaped(places.anchor(number, topic: topic))
  }

  // MARK: Turns

  private func turn(
    _ turn: SpokenTurn, _ parts: [Contribution], _ place: ReportPlaces.Meeting
  ) -> String {
    let first = turn.utterances[0]
    let utterance = meeting.transcript.utterances[first]
    let label = utterance.speakers.map(meeting.topics.label).joined(separator: " ")
    let time = utterance.start.map { Table.Kind.duration.shown($0, withSign: false) + " · " } ?? ""
    let role = turn.speaker == nil ? "" : " " + roles.look(of: turn.role ?? "no role").name
    let name = "<b>\(label.isEmpty ? "unknown" : MarkupText.escaped(label))</b>"
    let line =
      utterance.line > 0
      ? "line \(utterance.line)" : MarkupText.escaped(place.utterances[first])
    let address = ReportPlaces.fragment(places.anchor(number, utterance: first))
    let link = "<a class=\"l\" href=\"#\(address)\">\(time)\(line)</a>"
    return "<div class=\"t\(role)\" id=\"\(anchor(first))\">\(name)\(words(turn, parts))"
      + "\(link)</div>"
  }

  /// The words: one paragraph, in parts where topics change inside the turn.
  private func words(_ turn: SpokenTurn, _ parts: [Contribution]) -> String {
    let isWhole = parts.count == 1 && parts[0].stretches.allSatisfy { $0.scalars == nil }
    guard parts.count > 0, !isWhole else {
      let text = joined(turn.utterances.map { ($0, nil) }, turn)
      return "<p\(isWhole ? " class=\"c\"" : "")>\(text)</p>"
    }
    let pieces = parts.map { part -> String in
      let start =
        part.index == parts[0].index
        ? ""
        : (topicStarts[part.index] ?? []).map {
          "<span class=\"m\" id=\"\(topicAnchor($0))\">[\(topicName($0))]</span> "
        }.joined()
      let text = joined(part.stretches.map { ($0.utterance, $0.scalars) }, turn)
      return start + "<span class=\"c\">\(text)</span>"
    }
    return "<p>\(pieces.joined(separator: " "))</p>"
  }

  /// Stretches with a place to link to where a further utterance begins.
  private func joined(
    _ stretches: [(utterance: Int, scalars: Range<Int>?)], _ turn: SpokenTurn
  ) -> String {
    stretches.map { utterance, scalars in
      let begins = utterance != turn.utterances[0] && (scalars?.lowerBound ?? 0) == 0
      return (begins ? "<a id=\"\(anchor(utterance))\"></a>" : "") + body(utterance, scalars)
    }
    .joined(separator: " ")
  }

  /// Words of an utterance with what else was heard or seen, in brackets.
  private func body(_ index: Int, _ scalars: Range<Int>?) -> String {
    let utterance = meeting.transcript.utterances[index]
    guard let own = marks[index]?.filter({ !$0.isBetween }), !own.isEmpty else {
      return MarkupText.escaped(scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text)
    }
    let text = Array(utterance.text.unicodeScalars)
    let range = (scalars ?? 0..<text.count).clamped(to: 0..<text.count)
    var result = ""
    var done = range.lowerBound
    for mark in own {
      let at = utterance.scalarRange(of: mark).lowerBound
      let isLast = range.upperBound == text.count
      guard at >= range.lowerBound, at < range.upperBound || isLast, at >= done else { continue }
      result += escaped(text[done..<min(at, range.upperBound)])
      if !result.isEmpty, !result.hasSuffix(" ") { result += " " }
      result += "<i>[\(MarkupText.escaped(Self.shown(mark) ?? ""))]</i>"
      done = min(at, range.upperBound)
      if done < range.upperBound, text[done] != " " { result += " " }
    }
    return result + escaped(text[done..<range.upperBound])
  }

  private func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return MarkupText.escaped(String(text))
  }

  /// What a mark says to a reader; `nil` for marks that are not shown.
  private static func shown(_ mark: Mark) -> String? {
    let said = mark.detail.descriptions.joined(separator: " ")
    switch mark.kind {
    case .pause: return said.isEmpty ? "pause" : said
    case .gap: return said.isEmpty ? "not transcribed" : said
    case .vocal, .kinesic, .incident, .contribution, .note: return said.isEmpty ? nil : said
    case .shift, .anchor, .deleted, .unclear, .segment: return nil
    }
  }
}
