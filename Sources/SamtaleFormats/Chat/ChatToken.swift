/// A piece of what stands in a main line.
struct ChatToken {
  enum Kind: Equatable {
    /// A word with its signs.
    case word(String)
    /// Marks that stand close to the word before: `,` `.` `?` …
    case punctuation(String)
    /// `‡` and `„`, which words have as a comma.
    case satellite(Unicode.Scalar)
    /// A special end: `+/.`.
    case terminator(String)
    /// A special beginning: `+<`.
    case linker(String)
    case groupStart
    case groupEnd
    /// What stands in square brackets.
    case code(String)
    /// A time bullet; milliseconds.
    case bullet(Int, Int)
    /// A pause with its length in seconds, or how many dots it has.
    case pause(seconds: Double?, dots: Int)
    /// `&=laughs`: what follows the sign.
    case event(String)
    /// `&{n=BANG}`: a sound that covers no words.
    case sound(String)
    /// `&*MOT:yeah`.
    case contribution(code: String, words: String)
    /// `&{l=soft`, `&}n=thump`.
    case feature(String, opens: Bool, isSound: Bool)
    /// `⌈`, `⌊2`, …
    case overlap(String, opens: Bool)
    /// `0`: something is done and nothing said.
    case action
    /// A quotation mark.
    case quote(Unicode.Scalar)
    /// Signs that say nothing of the words.
    case sign(Unicode.Scalar)
    /// What cannot be understood.
    case broken(String)
  }

  var kind: Kind
  /// Whether no white space stands before it.
  var isGlued: Bool
  /// How it is written, where the writer would write the same in another way.
  var writing: String?
}
