import Foundation
import Testing

/// Files that other people wrote. They are no part of the project.
enum ReferenceFiles {
  private static let environment = ProcessInfo.processInfo.environment

  private static let root: URL = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
  }()

  static func areThere(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: folder).path)
  }

  static let whySkipped: Comment =
    "skipped: no reference data under $SAMTALE_REFERENCE_DATA or ../shared/data"

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// Paths below the root of all files in a folder with an extension, sorted.
  static func paths(in folder: String, _ fileExtension: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix("." + fileExtension) }.map { "\(folder)/\($0)" }.sorted()
  }
}
