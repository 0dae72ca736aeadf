import Samtale

/// A verified excerpt in a style: as a block, or inside a sentence.
public struct PrintedExcerpt: Sendable {
  public let excerpt: VerifiedExcerpt
  public let style: ExcerptStyle
  public let languages: ExcerptLanguages
  private let labels: ExcerptLabels

  /// - Parameters:
  ///   - excerpt: The excerpt; translations that are to be printed must have been verified with it.
  ///   - style: How it looks.
  ///   - languages: Whether the original, a translation or both are printed.
  public init(
    _ excerpt: VerifiedExcerpt, style: ExcerptStyle, languages: ExcerptLanguages = .original
  ) {
    self.excerpt = excerpt
    self.style = style
    self.languages = languages
    labels = ExcerptLabels(style: style, of: excerpt)
  }

  /// Names that are replaced somewhere in the excerpt.
  private var replacedNames: Set<String> { Set(excerpt.turns.flatMap(\.text.replacedNames)) }

  /// Whether it is set as a block by itself: several turns or speakers, two languages, or as many
  /// words as the style sets apart.
  public var isBlock: Bool {
    excerpt.lines.count > 1 || style.blockWords == 0
      || excerpt.wordCount(languages) >= style.blockWords
      || languages.columns.count > 1
  }

  /// Whether it cannot stand inside a sentence: several turns, or two languages.
  var needsBlock: Bool { excerpt.lines.count > 1 || languages.columns.count > 1 }

  /// The excerpt as a block.
  public var block: Document.Block {
    if usesLabels || languages.columns.count > 1 { return .dialogue(dialogue) }
    return .quotation(paragraphs)
  }

  /// The excerpt inside a sentence: in quotation marks, with its attribution. A full stop at its end
  /// stands behind the attribution.
  public var inline: [Document.Inline] { inline(before: nil) }

  /// The excerpt inside a sentence that goes on.
  /// - Parameter next: What follows; if the sentence goes on with it, the full stop is left out.
  /// - Returns: Running text.
  public func inline(before next: String?) -> [Document.Inline] {
    var words: [Document.Inline] = []
    var jump: Excerpt.Jump?
    for line in excerpt.lines {
      if !words.isEmpty, jump == nil { words.append(.text(" ")) }
      switch line {
      case .turn(let turn):
        words += remark(jump, turn) + self.words(turn, languages.columns[0], isQuoted: true)
        jump = nil
      case .omission: words.append(.text(style.omission))
      case .jump(let next): jump = next
      }
    }
    var stop: [Document.Inline] = []
    if !attribution.isEmpty, words.removeFullStop() {
      let first = next?.unicodeScalars.first { !$0.properties.isWhitespace }
      let goesOn = first.map {
        $0.properties.isLowercase || ",.;:?!)–—".unicodeScalars.contains($0)
      }
      stop = goesOn ?? false ? [] : [.text(".")]
    }
    return [.text(style.quotes.before)] + words + [.text(style.quotes.after)] + attribution + stop
  }

  // MARK: Parts

  /// Whether turns have labels: several people speak, the style wants them, or no other place in the
  /// columns says who speaks.
  private var usesLabels: Bool {
    let speakers = Set(
      excerpt.turns.map { turn in
        let transcript = turn.version.transcript
        let people = transcript.utterances[turn.utterance].speakers.map { index in
          let person = transcript.participants[index].identity
          return [person.id, person.name ?? ""]
        }
        // Nobody knows whether unknown speakers of two meetings are one.
        return people.isEmpty ? [["", transcript.id]] : people
      })
    return !style.label.isEmpty
      && (style.labelsSingleSpeaker || speakers.count > 1 || languages.columns.count > 1)
  }

  /// That a turn came later, and to whom it was said, where no label says it.
  private func remark(
    _ jump: Excerpt.Jump?, _ turn: VerifiedExcerpt.Turn
  ) -> [Document.Inline] {
    let remarks = labels.remarks(turn, after: jump)
    return remarks.isEmpty ? [] : [.text("(\(remarks.joined(separator: ", "))) ")]
  }

  private var attribution: [Document.Inline] {
    guard let turn = excerpt.turns.first, !style.attribution.isEmpty else { return [] }
    return [.text(" " + labels.filled(style.attribution, turn))]
  }

  /// The words of a turn; inside quotation marks others are those of a quotation in a quotation.
  private func words(
    _ turn: VerifiedExcerpt.Turn, _ column: ExcerptLanguages.Column, isQuoted: Bool = false
  ) -> [Document.Inline] {
    let edges = edges(of: turn)
    let words: [Document.Inline] =
      switch column {
      case .original:
        ExcerptText.inlines(
          turn.text, style, marks: turn.marks(style, hiding: replacedNames), edges: edges)
      case .translation(let language):
        turn.translations[language].map { ExcerptText.inlines($0, style, edges: edges) } ?? []
      }
    guard style.curvesQuotes else { return words }
    return CurvedQuotes.curved(words, isQuoted ? style.innerQuotes : style.quotes)
  }

  /// Whether the excerpt begins or ends with a turn.
  private func edges(of turn: VerifiedExcerpt.Turn) -> ExcerptText.Edges {
    let turns = excerpt.turns
    var edges: ExcerptText.Edges = []
    if turns.first?.place == turn.place { edges.insert(.start) }
    if turns.last?.place == turn.place { edges.insert(.end) }
    return edges
  }

  private var paragraphs: [[Document.Inline]] {
    var paragraphs: [[Document.Inline]] = []
    var jump: Excerpt.Jump?
    for line in excerpt.lines {
      switch line {
      case .turn(let turn):
        paragraphs.append(
          remark(jump, turn) + words(turn, languages.columns[0], isQuoted: style.quotesBlocks))
        jump = nil
      case .omission: paragraphs.append([.text(style.omission)])
      case .jump(let next): jump = next
      }
    }
    if style.quotesBlocks, !paragraphs.isEmpty {
      paragraphs[0].insert(.text(style.quotes.before), at: 0)
      paragraphs[paragraphs.count - 1].append(.text(style.quotes.after))
    }
    paragraphs[paragraphs.count - 1] += attribution
    if style.hasSource { paragraphs.append([.text(source)]) }
    return paragraphs
  }

  private var dialogue: Document.Dialogue {
    var dialogue = Document.Dialogue(id: excerpt.name, heads: heads)
    var jump: Excerpt.Jump?
    var last: VerifiedExcerpt.Turn?
    for line in excerpt.lines {
      switch line {
      case .omission:
        dialogue.rows.append(.line([.text(style.omission)]))
        last = nil
      case .jump(let next):
        jump = next
        last = nil
      case .turn(let turn):
        if let last, goesOn(turn, after: last) {
          prolong(&dialogue, by: turn)
        } else {
          dialogue.rows.append(
            .turn(printed(turn, after: jump, number: number(of: turn, dialogue))))
        }
        (jump, last) = (nil, turn)
      }
    }
    if style.hasSource { dialogue.source = [.text(source)] }
    return dialogue
  }

  /// Whether an utterance goes on with what its speaker said right before.
  private func goesOn(
    _ turn: VerifiedExcerpt.Turn, after last: VerifiedExcerpt.Turn
  ) -> Bool {
    let utterances = turn.version.transcript.utterances
    let speakers = utterances[turn.utterance].speakers
    return turn.version.id == last.version.id && turn.utterance == last.utterance + 1
      && speakers.count == 1 && speakers == utterances[last.utterance].speakers
      && turn.addressee == nil
  }

  private func printed(
    _ turn: VerifiedExcerpt.Turn, after jump: Excerpt.Jump?, number: String?
  ) -> Document.Dialogue.Turn {
    let label = usesLabels ? labels.label(turn, after: jump) : ""
    // A template without anything to fill it with prints no label; what it says is not lost.
    let remark = label.isEmpty ? remark(jump, turn) : []
    return Document.Dialogue.Turn(
      number: number,
      time: style.hasTimes
        ? turn.version.transcript.utterances[turn.utterance].start.map {
          Decimals.clock(seconds: $0)
        } : nil,
      label: label.isEmpty ? [] : [.text(label)],
      texts: languages.columns.map { remark + words(turn, $0) })
  }

  /// Adjacent utterances of one speaker are one printed turn.
  private func prolong(_ dialogue: inout Document.Dialogue, by turn: VerifiedExcerpt.Turn) {
    guard case .turn(var last)? = dialogue.rows.last else { return }
    for (column, language) in languages.columns.enumerated() {
      last.texts[column] += [.text(" ")] + words(turn, language)
    }
    dialogue.rows[dialogue.rows.count - 1] = .turn(last)
  }

  private func number(
    of turn: VerifiedExcerpt.Turn, _ dialogue: Document.Dialogue
  ) -> String? {
    switch style.numbering {
    case .none: nil
    case .sequence:
      String(dialogue.rows.count { if case .turn = $0 { true } else { false } } + 1)
    case .turn: turn.version.name(of: turn.utterance)
    case .line: String(turn.version.transcript.utterances[turn.utterance].line)
    }
  }

  private var heads: [String] {
    guard languages.columns.count > 1 else { return [] }
    let original = excerpt.turns.first?.version.transcript.language ?? ""
    return languages.columns.map { column in
      switch column {
      case .original: "Original" + (original.isEmpty ? "" : " (\(original))")
      case .translation(let language): "Translation (\(language))"
      }
    }
  }

  /// Where the excerpt comes from: `team1-m1, u12–u14`.
  public var source: String {
    var parts: [(name: String, version: TranscriptVersion, utterances: [Int])] = []
    for turn in excerpt.turns {
      if parts.last?.version.id == turn.version.id {
        parts[parts.count - 1].utterances.append(turn.utterance)
      } else {
        parts.append((turn.version.transcript.id, turn.version, [turn.utterance]))
      }
    }
    return parts.map { part in
      "\(part.name), \(part.version.ranges(of: part.utterances).joined(separator: ", "))"
    }
    .joined(separator: "; ")
  }
}

extension [Document.Inline] {
  /// Takes a full stop away that ends the words and is no part of an ellipsis.
  fileprivate mutating func removeFullStop() -> Bool {
    guard case .text(let text)? = last, text.hasSuffix("."),
      let before = text.dropLast().unicodeScalars.last, before != ".", before != "\u{A0}"
    else { return false }
    self[count - 1] = .text(String(text.dropLast()))
    return true
  }
}

/// Which words of an excerpt are printed.
public enum ExcerptLanguages: Sendable, Hashable {
  case original
  /// The translation into a language (BCP 47).
  case translation(String)
  /// The original and, beside it, the translation.
  case both(String)

  enum Column: Hashable {
    case original
    case translation(String)
  }

  var columns: [Column] {
    switch self {
    case .original: [.original]
    case .translation(let language): [.translation(language)]
    case .both(let language): [.original, .translation(language)]
    }
  }

  /// The languages whose translations an excerpt must have.
  public var translations: [String] {
    switch self {
    case .original: []
    case .translation(let language), .both(let language): [language]
    }
  }
}
