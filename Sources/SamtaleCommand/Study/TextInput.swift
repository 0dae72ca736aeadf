import Samtale
import SamtaleProject

/// Text that a command takes from a file or from standard input.
enum TextInput {
  /// The text of a file, `-` being standard input, without a byte order mark.
  static func read(_ path: String) throws -> String {
    guard let text = String(validating: try Files.bytes(path), as: UTF8.self) else {
      throw ProjectError(
        .nothing, "\(path == "-" ? "what came in" : path) is no text in UTF-8",
        do: "save it as plain text (UTF-8)")
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The argument itself, or standard input if it is `-`.
  static func argument(_ text: String) throws -> String {
    text == "-" ? trimmed(try read("-")) : text
  }

  /// A text without white space around it.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The parts of a list with commas between them.
  static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}
