import Samtale
import SamtaleArchive

extension TalkAssembly {
  /// Reads a word processor's document.
  mutating func readDocument(_ source: ForeignSource) {
    if case .success(let archive) = source.archive {
      progress.begin(0.4, of: DocumentParts.size(of: archive))
    } else {
      progress.begin(0.4, of: source.bytes.count)
    }
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
    case (.word, .success(let archive)): WordPackage.read(archive, progress)
    case (.openDocument, .success(let archive)): OpenDocument.read(archive, progress)
    case (.openDocument, nil): OpenDocument.read(flat: source.text.bytes, progress)
    case (.richText, nil):
      RichTextReader.isRichText(source.bytes)
        ? RichTextReader.read(source.bytes, progress) : nil
    default: nil
    }
  }
}
