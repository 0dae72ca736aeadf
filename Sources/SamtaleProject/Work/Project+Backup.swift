import GRDB
import Samtale

extension Project {
  /// Writes a copy of the project, whole and readable by itself, while others may go on working.
  /// - Throws: ``ProjectError`` if there is a file of that name, or if it cannot be written; nothing
  ///   is left behind then.
  public func backup(to path: String) throws {
    guard Files.isFolder(path) == nil else {
      throw ProjectError(.exists, "\(path) is there already", do: "choose another name")
    }
    let temporary = path + ".\(UInt64.random(in: 0 ... .max)).unfinished"
    do {
      try alone { try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
      try Files.rename(temporary, to: path)
    } catch {
      Files.remove(temporary)
      throw error
    }
  }
}
