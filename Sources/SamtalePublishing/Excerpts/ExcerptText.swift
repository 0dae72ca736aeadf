import Samtale

/// The words of a turn as a style prints them.
struct ExcerptText {
  let style: ExcerptStyle
  private var runs: [Run] = []
  /// Whether a space belongs before the next word.
  private var needsSpace = false

  private struct Run {
    var text: String
    var isItalic: Bool
  }

  init(style: ExcerptStyle) { self.style = style }

  /// The words of an edit as running text.
  /// - Parameters:
  ///   - edit: The edit.
  ///   - style: How it looks.
  ///   - marks: Signs to print before the word at some offsets of the utterance.
  ///   - edges: Whether the excerpt begins or ends with these words.
  /// - Returns: The text with additions marked.
  static func inlines(
    _ edit: EditedText, _ style: ExcerptStyle, marks: [SpokenMark] = [], edges: Edges = []
  ) -> [Document.Inline] {
    let edit = style.marksOuterEdges ? edit : edit.without(edges)
    var text = ExcerptText(style: style)
    var offset = edit.start
    var marks = marks[...]
    for piece in edit.pieces {
      text.add(piece, at: offset, &marks)
      offset += piece.said?.unicodeScalars.count ?? 0
    }
    for mark in marks where mark.offset <= offset { text.add(mark) }
    return text.inlines
  }

  private var inlines: [Document.Inline] {
    var inlines: [Document.Inline] = []
    for run in runs where !run.text.isEmpty {
      if run.isItalic {
        inlines.append(.emphasis([.text(run.text)]))
      } else if case .text(let before)? = inlines.last {
        inlines[inlines.count - 1] = .text(before + run.text)
      } else {
        inlines.append(.text(run.text))
      }
    }
    return inlines
  }

  private mutating func add(
    _ piece: EditedText.Piece, at offset: Int, _ marks: inout ArraySlice<SpokenMark>
  ) {
    switch piece {
    case .keep(let words): keep(words, at: offset, isItalic: false, &marks)
    case .emphasise(let words):
      keep(words, at: offset, isItalic: true, &marks)
      if !style.emphasisNote.isEmpty { addition(style.emphasisNote, isItalic: false) }
    case .elide(let words):
      addition(style.ellipsis, isItalic: false)
      let end = offset + words.unicodeScalars.count
      marks = marks.drop { $0.offset <= end }
    case .replace(_, let text): talk(marked(text, style.replacement), isItalic: false)
    case .normalise(_, let text): talk(marked(text, style.normalisation), isItalic: false)
    case .insert(let text): addition(text, style.insertion)
    case .gloss(let text): addition(text, style.gloss)
    case .address(let text): addition(text, style.address)
    }
  }

  /// Words with the signs that stand between them.
  private mutating func keep(
    _ words: String, at offset: Int, isItalic: Bool, _ marks: inout ArraySlice<SpokenMark>
  ) {
    let scalars = Array(words.unicodeScalars)
    var done = 0
    while let mark = marks.first, mark.offset < offset + scalars.count {
      let upTo = max(done, mark.offset - offset)
      talk(String(String.UnicodeScalarView(scalars[done..<upTo])), isItalic: isItalic)
      add(mark)
      done = upTo
      marks = marks.dropFirst()
    }
    talk(String(String.UnicodeScalarView(scalars[done...])), isItalic: isItalic)
  }

  private mutating func add(_ mark: SpokenMark) {
    switch mark.side {
    case .apart: addition(mark.text, isItalic: false)
    case .before:
      if needsSpace { append(" ", isItalic: false) }
      needsSpace = false
      append(mark.text, isItalic: false)
    case .behind: append(mark.text, isItalic: false)
    }
  }

  private func marked(_ text: String, _ marks: ExcerptStyle.Marks) -> String {
    marks.before + text + marks.after
  }

  // MARK: Spaces

  /// Words of the talk, with the white space that they bring.
  private mutating func talk(_ words: String, isItalic: Bool) {
    guard let first = words.unicodeScalars.first else { return }
    if needsSpace, Self.isWordStart(first) { append(" ", isItalic: false) }
    needsSpace = false
    // Two spaces would meet where words between them were left out.
    let isSpaced = runs.isEmpty || endsInSpace
    append(isSpaced ? String(words.drop(while: \.isWhitespace)) : words, isItalic: isItalic)
  }

  private mutating func addition(_ text: String, _ marks: ExcerptStyle.Marks) {
    guard marks.isItalic else { return addition(marked(text, marks), isItalic: false) }
    addition(marks.before, isItalic: false)
    needsSpace = false
    append(text, isItalic: true)
    append(marks.after, isItalic: false)
    needsSpace = true
  }

  /// Something of the editor's, with a space before and behind it.
  private mutating func addition(_ text: String, isItalic: Bool) {
    if !runs.isEmpty, !endsInSpace, !endsInOpening { append(" ", isItalic: false) }
    append(text, isItalic: isItalic)
    needsSpace = true
  }

  private var lastScalar: Unicode.Scalar? { runs.last?.text.unicodeScalars.last }
  private var endsInSpace: Bool { lastScalar?.properties.isWhitespace ?? true }
  private var endsInOpening: Bool {
    lastScalar.map { "([“‘«".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a space belongs before a sign: not before white space and closing punctuation.
  private static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && !",.;:!?)]}”’»…".unicodeScalars.contains(scalar)
  }

  private mutating func append(_ text: String, isItalic: Bool) {
    guard !text.isEmpty else { return }
    if runs.last?.isItalic == isItalic {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, isItalic: isItalic))
    }
  }
}

extension ExcerptText {
  /// The ends of an excerpt.
  struct Edges: OptionSet {
    let rawValue: Int
    static let start = Edges(rawValue: 1)
    static let end = Edges(rawValue: 2)
  }
}

extension EditedText {
  /// The edit without omissions at the ends of the excerpt.
  fileprivate func without(_ edges: ExcerptText.Edges) -> EditedText {
    var text = self
    if edges.contains(.start) {
      while let first = text.pieces.first, first.isOmission {
        text.start += first.said?.unicodeScalars.count ?? 0
        text.pieces.removeFirst()
      }
    }
    if edges.contains(.end) {
      while let last = text.pieces.last, last.isOmission { text.pieces.removeLast() }
      if case .keep(let words)? = text.pieces.last {
        text.pieces[text.pieces.count - 1] = .keep(words.withoutTrailingSpace)
      }
    }
    return text
  }
}

extension String {
  fileprivate var withoutTrailingSpace: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension EditedText.Piece {
  /// Whether nothing of it is printed but a sign: words left out, or white space.
  fileprivate var isOmission: Bool {
    switch self {
    case .elide: true
    case .keep(let words): words.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}

/// A sign of the talk beside its words, and the word before which it stands.
struct SpokenMark: Hashable {
  /// In Unicode scalars of the utterance's text.
  var offset: Int
  var text: String
  /// Whether it stands close to the words: before those that follow, or behind those before.
  var side = Side.apart

  enum Side { case apart, before, behind }
}

extension VerifiedExcerpt.Turn {
  /// What a style prints of the talk beside its words: in every style talk that was not heard and
  /// where a word or sentence broke off (a dash); in conversation analysis words hard to hear in
  /// brackets, pauses, sounds, latching and overlap in the signs of Jefferson (2004):
  /// `(0.8)`, `(.)`, `((laughs))`, `=`, `[`. Where an overlap begins in the earlier turn is not
  /// printed unless the transcript says it.
  /// - Parameters:
  ///   - style: The style.
  ///   - names: Names that are replaced; a sound that names them is printed without its words.
  /// - Returns: Signs in the order of the talk.
  func marks(_ style: ExcerptStyle, hiding names: Set<String>) -> [SpokenMark] {
    let talk = version.transcript.utterances[utterance]
    let inside = talk.marks.flatMap { mark -> [SpokenMark] in
      let range = talk.scalarRange(of: mark)
      switch mark.kind {
      case .gap: return [SpokenMark(offset: range.lowerBound, text: style.inaudible)]
      case .deleted where mark.type == "truncation":
        return [SpokenMark(offset: range.upperBound, text: "–", side: .behind)]
      case .unclear where style.isConversationAnalytic && !range.isEmpty:
        return [
          SpokenMark(offset: range.lowerBound, text: "(", side: .before),
          SpokenMark(offset: range.upperBound, text: ")", side: .behind),
        ]
      default:
        guard style.isConversationAnalytic else { return [] }
        return Self.sign(mark, hiding: names).map {
          [SpokenMark(offset: range.lowerBound, text: $0)]
        } ?? []
      }
    }
    .filter { text.range.contains($0.offset) || $0.offset == text.range.upperBound }
    let signs = inside.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    return (style.isConversationAnalytic ? transition(of: talk) : []) + signs.map(\.element)
  }

  private func transition(of talk: Utterance) -> [SpokenMark] {
    switch talk.transition {
    case .latching: [SpokenMark(offset: text.start, text: "=")]
    case .overlap: [SpokenMark(offset: text.start, text: "[")]
    default: text.start == 0 && overlapsEarlier ? [SpokenMark(offset: 0, text: "[")] : []
    }
  }

  /// Whether it begins before the one before it ends.
  private var overlapsEarlier: Bool {
    guard utterance > 0, let start = version.transcript.utterances[utterance].start,
      let end = version.transcript.utterances[utterance - 1].end
    else { return false }
    return start < end
  }

  private static func sign(_ mark: Mark, hiding names: Set<String>) -> String? {
    switch mark.kind {
    case .pause:
      if let seconds = mark.seconds { return "(\(Decimals.fixed(seconds, 1)))" }
      switch mark.type {
      case nil, "short", "micro": return "(.)"
      case let type?: return "(\(type) pause)"
      }
    case .vocal, .kinesic, .incident:
      let isHidden = mark.text.isEmpty || names.contains { mark.text.holdsWord($0) }
      return "((\(isHidden ? mark.kind.rawValue : mark.text)))"
    default: return nil
    }
  }
}
