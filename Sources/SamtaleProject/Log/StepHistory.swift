import GRDB
import Samtale

/// Finds what a researcher would undo or redo.
struct StepHistory {
  let db: Database
  let actor: Identifier

  private struct Step {
    var id: Identifier
    var undoes: Identifier?
  }

  private func steps() throws -> RowCursor {
    try Row.fetchCursor(
      db, sql: "SELECT id, undoes FROM step WHERE actor = ? ORDER BY last DESC, id DESC",
      arguments: [actor])
  }

  /// The last step that is in force; `nil` if there is none.
  func undoable() throws -> Identifier? {
    var undone: Set<Identifier> = []
    let rows = try steps()
    while let row = try rows.next() {
      let step = Step(id: row[0], undoes: row[1])
      if undone.contains(step.id) { continue }
      guard let target = step.undoes else { return step.id }
      undone.insert(target)
    }
    return nil
  }

  /// The last undoing that can be taken back, if nothing new was done since.
  func redoable() throws -> Identifier? {
    var undone: Set<Identifier> = []
    let rows = try steps()
    while let row = try rows.next() {
      let step = Step(id: row[0], undoes: row[1])
      if undone.contains(step.id) { continue }
      guard let target = step.undoes else { return nil }
      guard try isUndoing(target) else { return step.id }
      undone.insert(target)
    }
    return nil
  }

  private func isUndoing(_ step: Identifier) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT undoes IS NOT NULL FROM step WHERE id = ?", arguments: [step]) ?? false
  }
}
