import Samtale

extension TalkAssembly {
  /// Reads a plain text, whose lines are paragraphs.
  mutating func readPlainText(_ text: SourceText) {
    readParagraphs(Self.paragraphs(text))
  }

  /// The lines of a text that are not empty.
  static func paragraphs(_ text: SourceText) -> [SourceParagraph] {
    text.lines().enumerated().compactMap { number, bytes in
      bytes.contains { $0 > 0x20 } ? SourceParagraph(text: bytes.string, line: number + 1) : nil
    }
  }
}
