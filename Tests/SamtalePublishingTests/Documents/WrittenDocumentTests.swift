import Foundation
import SamtalePublishing
import Testing

/// Writes the sample in all formats where other programs look at it, see Tests/Oracles/documents.
@Suite struct WrittenDocumentTests {
  static let folder = ProcessInfo.processInfo.environment["SAMTALE_TEST_OUTPUT"]

  @Test(.enabled(if: folder != nil), arguments: DocumentFormat.allCases)
  func everythingIsWritten(format: DocumentFormat) throws {
    let folder = URL(filePath: try #require(Self.folder)).appending(path: "documents")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rendered = try DocumentSamples.everything.rendered(as: format)
    #expect(!rendered.bytes.isEmpty)
    try Data(rendered.bytes).write(to: folder.appending(path: "everything.\(format.fileExtension)"))
    for attachment in rendered.attachments {
      try Data(attachment.bytes).write(to: folder.appending(path: attachment.name))
    }
  }
}
