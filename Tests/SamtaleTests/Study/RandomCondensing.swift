import Samtale

extension RandomWork {
  /// A step of systematic text condensation.
  mutating func condensing(_ editor: inout StudyEditor<Study>) throws {
    guard let group = pick(.group), let unit = pick(.meaningUnit), let subgroup = pick(.subgroup)
    else {
      try begin(&editor)
      return
    }
    switch number(below: 10) {
    case 0: try begin(&editor)
    case 1: try editor.moveUnit(unit, to: group)
    case 2:
      let home = try editor.existing(Subgroup.self, subgroup).group ?? group
      try editor.moveUnit(unit, to: home, subgroup: subgroup)
    case 3: try editor.change(MeaningUnit.self, unit) { $0.subgroup = subgroup }
    case 4: try editor.change(MeaningUnit.self, unit) { $0.isGolden.toggle() }
    case 5: try editor.remove(MeaningUnit.self, unit)
    case 6: try editor.remove(Subgroup.self, subgroup)
    case 7:
      let other = try editor.existing(Subgroup.self, subgroup)
      try editor.record(
        Change(
          .subgroup, subgroup, .move, before: ["group": other.fields["group"] ?? .null],
          after: ["group": .text(group.description)]))
    default:
      let own = editor.state.all(MeaningUnit.self).filter { $0.subgroup == subgroup }
      try editor.create(
        Condensate(
          id: editor.newIdentifier(), subgroup: subgroup,
          sentences: [.init("I work.", units: own.map(\.id))], by: editor.signature.actor), .write)
    }
  }

  private mutating func begin(_ editor: inout StudyEditor<Study>) throws {
    let group = try pick(.group) ?? editor.newGroup()
    let subgroup = Subgroup(id: editor.newIdentifier(), group: group, title: "subgroup")
    try editor.create(subgroup)
    var unit = MeaningUnit(
      id: editor.newIdentifier(), anchor: StudyBase.turn("u1"), group: group,
      by: editor.signature.actor)
    unit.subgroup = number(below: 2) == 0 ? subgroup.id : nil
    try editor.create(unit)
  }
}

extension StudyEditor {
  /// Makes a code group.
  fileprivate mutating func newGroup() throws -> Identifier {
    let group = CodeGroup(id: newIdentifier(), title: "group")
    try create(group)
    return group.id
  }
}
