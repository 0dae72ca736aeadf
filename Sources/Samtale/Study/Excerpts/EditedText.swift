/// The words of one utterance as an editor prints them, with every change written down.
///
/// Each piece that stands for talk holds the words that were said, also where they are left out or
/// replaced. Put together these words are a part of the utterance, without a gap; what was added
/// stands between them. So the talk can always be had back from what is printed (``restored``).
///
/// ```swift
/// var text = EditedText(start: 0)
/// text.pieces = [.keep("So you and "), .replace("Kari", by: "X"), .keep(" "), .insert("to say")]
/// text.restored  // "So you and Kari "
/// ```
public struct EditedText: Hashable, Sendable {
  /// Where the words begin in the utterance's text, in Unicode scalars.
  public var start: Int
  public var pieces: [Piece]

  public init(start: Int, _ pieces: [Piece] = []) {
    self.start = start
    self.pieces = pieces
  }

  /// A run of talk, or something added by the editor.
  public enum Piece: Hashable, Sendable {
    /// Words printed as they were said.
    case keep(String)
    /// Words printed with emphasis that is the editor's.
    case emphasise(String)
    /// Words left out.
    case elide(String)
    /// A name or other identifying words, and what is printed instead.
    case replace(String, by: String)
    /// Words in a form of their own (dialect, a slip), and the standard form.
    case normalise(String, to: String)
    /// Words added so that the sentence can be read: `[to say]`.
    case insert(String)
    /// What the preceding words refer to: `(the work applicant)`.
    case gloss(String)
    /// To whom the following words are said: `(to the patient)`.
    case address(String)

    /// The words that were said; `nil` for what the editor added.
    public var said: String? {
      switch self {
      case .keep(let words), .emphasise(let words), .elide(let words): words
      case .replace(let words, _), .normalise(let words, _): words
      case .insert, .gloss, .address: nil
      }
    }

    /// What the editor added or put in place; `nil` where nothing was.
    public var added: String? {
      switch self {
      case .keep, .emphasise, .elide: nil
      case .replace(_, let text), .normalise(_, let text): text
      case .insert(let text), .gloss(let text), .address(let text): text
      }
    }

    /// The name of the operation, as it is stored.
    public var operation: String {
      switch self {
      case .keep: "keep"
      case .emphasise: "emphasise"
      case .elide: "elide"
      case .replace: "replace"
      case .normalise: "normalise"
      case .insert: "insert"
      case .gloss: "gloss"
      case .address: "address"
      }
    }
  }

  /// The words that were said: additions taken away, omissions and replacements undone.
  public var restored: String { pieces.compactMap(\.said).joined() }

  /// Where the words stand in the utterance's text, in Unicode scalars.
  public var range: Range<Int> { start..<start + restored.unicodeScalars.count }

  /// The words that are printed, without marks: for counting.
  public var printedWords: String {
    pieces.compactMap { piece in
      switch piece {
      case .keep(let words), .emphasise(let words): words
      case .replace(_, let text), .normalise(_, let text): text
      case .elide: " "
      case .insert(let text), .gloss(let text), .address(let text): " \(text) "
      }
    }
    .joined()
  }
}

extension EditedText {
  /// The edit as fields of an event: `[start, [operation, said, added] …]`.
  public var value: Value {
    .list(
      [.number(start)]
        + pieces.map { piece in
          .list(
            [.text(piece.operation)] + [piece.said, piece.added].compactMap { $0.map(Value.text) })
        })
  }

  /// Reads an edit; `nil` if the value is none.
  public init?(_ value: Value) {
    guard let parts = value.list, let start = parts.first?.number,
      (0...Int(Int32.max)).contains(start)
    else { return nil }
    self.init(start: start)
    for part in parts.dropFirst() {
      guard let piece = Piece(part) else { return nil }
      pieces.append(piece)
    }
  }
}

extension EditedText.Piece {
  fileprivate init?(_ value: Value) {
    guard let parts = value.list, let name = parts.first?.text, parts.count >= 2,
      let first = parts[1].text, !first.isEmpty
    else { return nil }
    let second = parts.count == 3 ? parts[2].text : nil
    switch (name, parts.count) {
    case ("keep", 2): self = .keep(first)
    case ("emphasise", 2): self = .emphasise(first)
    case ("elide", 2): self = .elide(first)
    case ("insert", 2): self = .insert(first)
    case ("gloss", 2): self = .gloss(first)
    case ("address", 2): self = .address(first)
    case ("replace", 3):
      guard let second else { return nil }
      self = .replace(first, by: second)
    case ("normalise", 3):
      guard let second else { return nil }
      self = .normalise(first, to: second)
    default: return nil
    }
  }
}
