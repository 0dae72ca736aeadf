import Foundation
import Testing

/// Where other people's files lie that are no part of the project.
enum ReferenceMeetings {
  private static let environment = ProcessInfo.processInfo.environment

  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the AMI meetings: under `SAMTALE_REFERENCE_DATA`, else beside the package.
  static let ami: URL = {
    let data =
      environment["SAMTALE_REFERENCE_DATA"].map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/data")
    return data.appending(path: "ami")
  }()

  static let oracle = ami.appending(path: "oracle.json")
  static let areThere = FileManager.default.fileExists(atPath: oracle.path)
  static let mustBeThere =
    environment["SAMTALE_REQUIRE_REFERENCE_DATA"].map { !$0.isEmpty } ?? false
  static let whySkipped: Comment = """
    skipped: no reference data (ami/oracle.json) under $SAMTALE_REFERENCE_DATA or ../shared/data
    """
}
