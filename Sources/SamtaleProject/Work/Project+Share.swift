import GRDB
import Samtale

extension Project {
  /// Writes a copy for a colleague: the same project without private memos, to work on apart and to
  /// merge later. ``backup(to:)`` is a copy of everything.
  /// - Parameter path: The file to make.
  /// - Returns: How many events on private memos were left out.
  /// - Throws: ``ProjectError`` if there is a file of that name.
  @discardableResult
  public func share(to path: String) throws -> Int {
    let copy = try Project.empty(path)
    do {
      let report = try copy.write { db in
        try read { mine in
          try requireSound(mine)
          let report = try Self.unite(mine, includesPrivate: false, into: db)
          try Self.copySources(mine, from: self.path, into: db)
          _ = try Self.rebuild(db)
          return report
        }
      }
      try copy.database.close()
      return report.keptPrivate
    } catch {
      copy.discard()
      throw error
    }
  }

  /// Whether an object is a memo that is, or ever was, private.
  public func isPrivateMemo(_ id: Identifier) throws -> Bool {
    try read { try Self.hiddenMemos($0).contains(id) }
  }

  /// All events on an object, in the order of the fold.
  public func events(on object: Identifier) throws -> [Event] {
    try read { db in
      var events: [Event] = []
      try EventLog(db: db).forEach(inFoldOrder: true, where: "object = ?", [object]) {
        events.append($0)
      }
      return events
    }
  }

  /// The phase that a researcher last said to work in; `nil` if none was said, or if it does not
  /// belong to the method that is declared now.
  public func phase(of researcher: Identifier) throws -> Phase? {
    guard let study = try all(StudyProfile.self).first else { return nil }
    let phase = try events(on: study.id)
      .last { $0.actor == researcher && $0.change.verb == .enterPhase }?.phase
    return phase.flatMap { study.method.phases.contains($0) ? $0 : nil }
  }
}
