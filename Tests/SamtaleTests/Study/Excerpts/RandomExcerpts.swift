import Samtale

/// Makes random excerpts that are right, and spoils them so that they are wrong.
struct RandomExcerpts {
  let sources: ExcerptSources
  var random: any RandomNumberGenerator

  /// Two meetings of a team, with words of every sort.
  static func meetings(_ random: inout some RandomNumberGenerator) -> [Transcript] {
    let words = [
      "I", "think", "it's", "the", "[x]", "job", "*so*", "Åse", "blå", "e\u{301}n", "👩‍⚕️", "a->b",
      "well,", "no.", "\\", "(laughs)", "…", "30", "–", "u2:", "mm",
    ]
    return (1...2).map { number in
      let body = (1...40).map { index -> String in
        let count = Int.random(in: 1...14, using: &random)
        let talk =
          (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
          + ["Navn\(number)x\(index)", "yes."]
        let text = talk.joined(separator: " ").replacing(">", with: "&gt;")
        let who = Bool.random(using: &random) ? "p.sw" : "p.wa"
        // Some utterances have no words.
        return index % 9 == 0
          ? ##"<u xml:id="u\##(index)" who="#\##(who)"><vocal><desc>hm</desc></vocal></u>"##
          : ##"<u xml:id="u\##(index)" who="#\##(who)">\##(text)</u>"##
      }
      let document = SmallMeeting.xml(
        "team1-m\(number)", people: ExcerptSamples.people, teams: ExcerptSamples.teams,
        body: body.joined(separator: "\n")
      ).replacing("xml:lang=\"en\"", with: "xml:lang=\"en\" n=\"\(number)\"", maxReplacements: 1)
      return TEI.read(bytes: Array(document.utf8), named: "m.xml").transcripts[0]
    }
  }

  private mutating func draw(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private func hasWords(_ version: TranscriptVersion, _ index: Int) -> Bool {
    (index + 1) % 9 != 0
  }

  /// An excerpt that is right.
  mutating func items() -> [Excerpt.Item] {
    var items: [Excerpt.Item] = []
    var meeting = 0
    var at = draw(0...20)
    let turns = draw(1...5)
    for number in 0..<turns {
      while !hasWords(sources.versions[meeting], at) { at += 1 }
      let isOpenBefore = items.isEmpty || !isTurn(items[items.count - 1])
      let step = number == turns - 1 ? 0 : draw(0...5)
      items.append(
        .turn(turn(meeting, at, opensFree: isOpenBefore, endsFree: step > 2 || number == turns - 1))
      )
      switch step {
      case 3:
        items.append(.omission)
        at = following(meeting, at, skipping: draw(1...2))
      case 4:
        items.append(.jump(.later))
        at = following(meeting, at, skipping: 1)
      case 5 where meeting == 0:
        items.append(.jump(.meeting))
        meeting = 1
        at = draw(0...20)
      case 5:
        items += [.omission, .jump(.later)]
        at = following(meeting, at, skipping: 1)
      default: at = following(meeting, at, skipping: 0)
      }
    }
    return items
  }

  private func isTurn(_ item: Excerpt.Item) -> Bool {
    if case .turn = item { true } else { false }
  }

  /// The utterance with words after some others with words.
  private func following(_ meeting: Int, _ index: Int, skipping: Int) -> Int {
    var (at, left) = (index + 1, skipping)
    while left > 0 || !hasWords(sources.versions[meeting], at) {
      if hasWords(sources.versions[meeting], at) { left -= 1 }
      at += 1
    }
    return at
  }

  /// A turn with random operations, in the form in which notation is read: what is not kept begins
  /// and ends with a word.
  private mutating func turn(
    _ meeting: Int, _ index: Int, opensFree: Bool, endsFree: Bool
  ) -> Excerpt.Turn {
    let version = sources.versions[meeting]
    let words = version.transcript.utterances[index].text.split(separator: " ").map(String.init)
    let first = opensFree ? draw(0...words.count - 1) : 0
    let last = endsFree ? draw(first...words.count - 1) : words.count - 1
    let start = words[..<first].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
    var text = EditedText(start: start)
    var hasPrinted = false
    for i in first...last {
      if i > first { append(.keep(" "), to: &text) }
      let choice = draw(0...11)
      switch choice {
      // A name that is replaced may stand nowhere else, so each is said once.
      case 0...5 where words[i].hasPrefix("Navn"): text.pieces.append(.replace(words[i], by: "X"))
      case 0 where hasPrinted: text.pieces.append(.elide(words[i]))
      case 2: text.pieces.append(.normalise(words[i], to: "standard form"))
      case 3: text.pieces.append(.emphasise(words[i]))
      default: append(.keep(words[i]), to: &text)
      }
      if choice != 0 || !hasPrinted { hasPrinted = true }
      switch draw(0...11) {
      case 0: text.pieces.append(.insert("to say"))
      case 1: text.pieces.append(.gloss("the ] job"))
      case 2: text.pieces.append(.address("to \\ her"))
      default: break
      }
    }
    let said = version.transcript.utterances[index].text
    let range = text.restored == said ? nil : text.range
    let anchor = version.anchor([TextStretch(utterance: index, scalars: range)])
    return Excerpt.Turn(anchor, text, addressee: draw(0...5) == 0 ? "to the (other) one" : nil)
  }

  private func append(_ piece: EditedText.Piece, to text: inout EditedText) {
    if case .keep(let words) = piece, case .keep(let before)? = text.pieces.last {
      text.pieces[text.pieces.count - 1] = .keep(before + words)
    } else {
      text.pieces.append(piece)
    }
  }

  /// The excerpt with one thing wrong; `nil` if that thing cannot be wrong in it.
  mutating func spoiled(_ items: [Excerpt.Item], _ how: Int) -> [Excerpt.Item]? {
    var items = items
    let turns = items.indices.filter { isTurn(items[$0]) }
    let at = turns[draw(0...turns.count - 1)]
    guard case .turn(var turn) = items[at] else { return nil }
    let said = turn.text.pieces.indices.filter { turn.text.pieces[$0].said != nil }
    let piece = said[draw(0...said.count - 1)]
    switch how {
    case 0:  // A word that was not said.
      turn.text.pieces[piece] = Self.reworded(turn.text.pieces[piece])
    case 1:  // Words gone without a trace.
      turn.text.pieces.remove(at: piece)
      if turn.text.pieces.allSatisfy({ $0.said == nil }) { return nil }
    case 2:  // Words said twice.
      turn.text.pieces.insert(turn.text.pieces[piece], at: piece)
    case 3:  // Something that separates turns is gone.
      guard let gone = items.indices.dropLast().first(where: { !isTurn(items[$0]) }),
        gone == 0 || isTurn(items[gone - 1]), isTurn(items[gone + 1])
      else { return nil }
      items.remove(at: gone)
      return items
    case 4:  // Two turns change places.
      guard turns.count > 1 else { return nil }
      items.swapAt(turns[0], turns[1])
      return items
    case 5:  // An omission at the end.
      return items + [.omission]
    case 6:  // An omission that leaves nothing out.
      guard let next = turns.first(where: { turns.contains($0 + 1) }) else { return nil }
      items.insert(.omission, at: next + 1)
      return items
    default:  // An insertion without words.
      turn.text.pieces.append(.insert(" "))
    }
    items[at] = .turn(turn)
    return items
  }

  private static func reworded(_ piece: EditedText.Piece) -> EditedText.Piece {
    switch piece {
    case .keep(let words): .keep(words + "q")
    case .emphasise(let words): .emphasise("q" + words)
    case .elide(let words): .elide(words + "q")
    case .replace(let words, let new): .replace(words + "q", by: new)
    case .normalise(let words, let new): .normalise("q" + words, to: new)
    default: piece
    }
  }
}
