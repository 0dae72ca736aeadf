import Samtale
import SamtaleArchive

extension TalkAssembly {
  /// Reads a word processor's document.
  mutating func readDocument(_ source: ForeignSource) {
    guard let content = content(of: source) else {
      rest = .refused
      return findings.report(
        .error, .notImported, line: nil,
        "this is no \(source.format?.name ?? "document"), whatever it is called",
        do: "leave out --from, or name the right format")
    }
    read(content)
  }

  /// What a document holds; `nil` if the file is none.
  private func content(of source: ForeignSource) -> DocumentContent? {
    switch (source.format, source.archive) {
    case (.word, .success(let archive)): WordPackage.read(archive)
    case (.openDocument, .success(let archive)): OpenDocument.read(archive)
    case (.openDocument, nil): OpenDocument.read(flat: source.text.bytes)
    case (.richText, nil):
      RichTextReader.isRichText(source.bytes) ? RichTextReader.read(source.bytes) : nil
    default: nil
    }
  }
}
