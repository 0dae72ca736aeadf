import Foundation
import SamtalePublishing
import Testing

/// Writes the samples in all formats where other programs look at it, see Tests/Oracles/documents.
@Suite struct WrittenDocumentTests {
  static let folder = ProcessInfo.processInfo.environment["SAMTALE_TEST_OUTPUT"]

  @Test(.enabled(if: folder != nil), arguments: DocumentFormat.allCases)
  func everythingIsWritten(format: DocumentFormat) throws {
    let folder = URL(filePath: try #require(Self.folder)).appending(path: "documents")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, document) in [
      ("everything", DocumentSamples.everything), ("edges", DocumentSamples.edges),
    ] {
      let rendered = try document.rendered(as: format, attachmentStem: name)
      #expect(!rendered.bytes.isEmpty)
      try Data(rendered.bytes).write(to: folder.appending(path: "\(name).\(format.fileExtension)"))
      for attachment in rendered.attachments {
        try Data(attachment.bytes).write(to: folder.appending(path: attachment.name))
      }
    }
  }
}
