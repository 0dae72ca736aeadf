/// Holds items against transcripts, one after the other.
struct ExcerptCheck {
  let sources: ExcerptSources
  let languages: [String]
  var lines: [VerifiedExcerpt.Line] = []
  var problems: [ExcerptFailure.Problem] = []
  private var last: VerifiedExcerpt.Turn?
  private var omits = false
  private var jump: Excerpt.Jump?

  init(sources: ExcerptSources, languages: [String]) {
    self.sources = sources
    self.languages = languages
  }

  mutating func run(_ items: [Excerpt.Item]) {
    for item in items {
      switch item {
      case .omission:
        if omits || last == nil { add(omitsNothing("an omission leaves nothing out")) }
        omits = true
      case .jump(let jump):
        if self.jump != nil || last == nil { add(omitsNothing("a jump leads nowhere")) }
        self.jump = jump
      case .turn(let turn): check(turn)
      }
    }
    if omits || jump != nil {
      add(omitsNothing("an omission or jump stands at the end"))
    } else if last == nil, problems.isEmpty {
      add(.init(.empty, nil, "it has no turn", do: "name turns of a transcript"))
    }
    checkNames()
  }

  mutating func add(_ problem: ExcerptFailure.Problem) { problems.append(problem) }

  private func omitsNothing(_ what: String) -> ExcerptFailure.Problem {
    .init(.omitsNothing, nil, what, do: "take it away, or name the turns around it")
  }

  // MARK: A turn

  private mutating func check(_ turn: Excerpt.Turn) {
    guard let found = find(turn) else { return }
    checkPieces(found.text, at: found.place)
    if let last { checkStep(from: last, to: found) } else { last = found }
    if omits { lines.append(.omission(utterances: last.map { between($0, found) } ?? 0)) }
    if let jump { lines.append(.jump(jump)) }
    (omits, jump) = (false, nil)
    lines.append(.turn(found))
    last = found
  }

  /// The turn in the present transcript, if its words are those of the transcript.
  private mutating func find(_ turn: Excerpt.Turn) -> VerifiedExcerpt.Turn? {
    let named = turn.anchor.segments.first?.utterance ?? "a turn"
    guard let version = sources.version(turn.anchor.transcript),
      let placement = sources.place(turn.anchor), let stretch = placement.stretches.first,
      placement.status != .lost, placement.stretches.count == 1
    else {
      let name = sources.version(turn.anchor.transcript)?.transcript.id
      add(
        .init(
          .notFound, name.map { "\($0) \(named)" } ?? named,
          "its place is not found in a transcript that is at hand",
          do: "make the excerpt anew from the present transcript"))
      return nil
    }
    let utterance = version.transcript.utterances[stretch.utterance]
    let place = "\(version.transcript.id) \(version.name(of: stretch.utterance))"
    let said = stretch.scalars.flatMap { utterance.text(scalars: $0) } ?? utterance.text
    guard said.unicodeScalars.elementsEqual(turn.text.restored.unicodeScalars) else {
      let difference = WordDifference.text(said: said, written: turn.text.restored)
      add(
        .init(
          .wordsDiffer, place,
          "with omissions restored and insertions removed it does not say what was said: "
            + difference,
          do: "print the words of the transcript; [-these-] are not in it, {+these+} are missing"))
      return nil
    }
    let text = EditedText(start: stretch.scalars?.lowerBound ?? 0, turn.text.pieces)
    return VerifiedExcerpt.Turn(
      version: version, utterance: stretch.utterance, text: text,
      translations: translations(turn, text, version, stretch.utterance, place),
      addressee: turn.addressee)
  }

  mutating func checkPieces(_ text: EditedText, at place: String) {
    let prints = text.pieces.contains { piece in
      if case .elide = piece { false } else { piece.said.map { !$0.isBlank } ?? false }
    }
    if !prints {
      add(
        .init(
          .printsNothing, place, "nothing of this turn is printed",
          do: "leave the turn out with an omission"))
    }
    for piece in text.pieces {
      if let added = piece.added, added.isBlank {
        add(.init(.addsNothing, place, "an addition has no words", do: "take it away"))
      }
      if let what = piece.replacesTooMuch {
        add(
          .init(
            .replacesTooMuch, place, what,
            do: "leave the words out with [- …] and add others with [+ …], so that both are seen"))
      }
    }
  }

  // MARK: From turn to turn

  private mutating func checkStep(from last: VerifiedExcerpt.Turn, to next: VerifiedExcerpt.Turn) {
    guard last.version.id == next.version.id else { return checkMeeting(last, next) }
    guard next.utterance > last.utterance else {
      let problem = "it was said before the turn above it, or is the same turn"
      return add(
        .init(.order, next.place, problem, do: "keep the order of the talk, in one turn each"))
    }
    if jump == .meeting {
      add(
        .init(
          .jump, next.place, "it stands in the same meeting as the turn above it",
          do: "write that it was said later"))
    }
    let between = between(last, next)
    if omits || jump == .later {
      if between == 0, !isCut(last, next) {
        add(omitsNothing("an omission or jump before \(next.place) leaves nothing out"))
      }
    } else if jump == nil {
      checkNeighbours(last, next, between)
    }
  }

  private mutating func checkNeighbours(
    _ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn, _ between: Int
  ) {
    if between > 0 {
      add(
        .init(
          .notNeighbours, next.place,
          "\(between == 1 ? "a turn was" : "\(between) turns were") said between it and the turn "
            + "above it",
          do: "print what is between, or put “...” there"))
    } else if isCut(last, next) {
      add(
        .init(
          .cutInside, next.place,
          "words are left out between it and the turn above it, and nothing says so",
          do: "print the turns up to their ends, or leave words out as an omission “[...]”"))
    }
  }

  /// Whether words are missing at the end of a turn or at the beginning of the one after it.
  private func isCut(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Bool {
    let whole = last.version.transcript.utterances[last.utterance].text.unicodeScalars.count
    return last.text.range.upperBound < whole || next.text.start > 0 || isRecordingCut(last, next)
  }

  /// Whether the transcriber left out talk between two turns.
  private func isRecordingCut(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Bool {
    (last.utterance + 1...next.utterance).contains {
      last.version.transcript.utterances[$0].isAfterCut
    }
  }

  private mutating func checkMeeting(
    _ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn
  ) {
    let (from, to) = (last.version.transcript, next.version.transcript)
    guard jump == .meeting else {
      return add(
        .init(
          .jump, next.place, "it was said in another meeting than the turn above it",
          do: "write that between them (>> meeting)"))
    }
    guard let team = from.team, team.id == to.team?.id, Self.isLater(to, than: from) else {
      return add(
        .init(
          .jump, next.place, "\(to.id) is not a later meeting of the team of \(from.id)",
          do: "make an excerpt of its own"))
    }
  }

  /// By the date, else by the meeting's number.
  private static func isLater(_ a: Transcript, than b: Transcript) -> Bool {
    if let first = a.date, let second = b.date, first != second { return first > second }
    guard let first = a.number.flatMap({ Int($0) }), let second = b.number.flatMap({ Int($0) })
    else { return false }
    return first > second
  }

  /// How many stretches of talk lie between two turns of a meeting: utterances with words or other
  /// signs, and talk that was not heard. Sounds and movements are not talk.
  private func between(_ last: VerifiedExcerpt.Turn, _ next: VerifiedExcerpt.Turn) -> Int {
    guard last.version.id == next.version.id, last.utterance < next.utterance else { return 0 }
    let transcript = last.version.transcript
    return (last.utterance + 1..<next.utterance).count { transcript.holdsTalk($0) }
      + transcript.marks.count {
        $0.isBetween && $0.kind == .gap && !$0.isCut
          && (last.utterance + 1...next.utterance).contains($0.utterance)
      }
  }
}

extension Transcript {
  /// Whether an utterance has a sign of talk, heard or not.
  fileprivate func holdsTalk(_ utterance: Int) -> Bool {
    let utterance = utterances[utterance]
    return !utterance.text.isEmpty
      || utterance.marks.contains { [.gap, .unclear, .deleted, .contribution].contains($0.kind) }
  }
}

extension String {
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}

extension EditedText.Piece {
  /// What is wrong with a replacement that is more than a name or a form; `nil` if nothing.
  var replacesTooMuch: String? {
    let count = { (text: String) in text.split(whereSeparator: \.isWhitespace).count }
    switch self {
    case .replace(let said, let new):
      let hasSentences = said.dropLast().contains { "?!;".contains($0) } || said.contains(". ")
      return count(said) > 6 || count(new) > 6 || hasSentences
        ? "a replacement without a sign is for names, and this is more: “\(said)”" : nil
    case .normalise(let said, let new):
      return count(said) > 4 || abs(count(said) - count(new)) > 1
        ? "normalising is for the form of a word or two, and this is more: “\(said)”" : nil
    default: return nil
    }
  }
}
