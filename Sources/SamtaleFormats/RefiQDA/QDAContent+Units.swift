import Samtale

// Meaning units.
extension QDAContent {
  /// Meaning units: codings with the code of their subgroup, or else of their group.
  mutating func addUnits() {
    for unit in study.all(MeaningUnit.self) {
      guard let code = home(of: unit.subgroup) ?? home(of: unit.group) else {
        losses.add("meaning units without a code group")
        continue
      }
      guard let (source, ranges) = place(unit.anchor) else {
        losses.add("meaning units whose place is not in a transcript at hand")
        continue
      }
      if ranges.count > 1 {
        losses.add("meaning units of several places apart, written at the first")
      }
      add(unit, with: code, source, ranges.first)
    }
  }

  /// The GUID of the code that stands for a code group or subgroup.
  func home(of object: Identifier?) -> Identifier? {
    object.flatMap { haveHomes.contains($0) ? QDAHome.guid(of: $0) : nil }
  }

  private mutating func add(
    _ unit: MeaningUnit, with code: Identifier, _ source: Int, _ range: Range<Int>?
  ) {
    var coding = Coding(
      id: unit.id, code: code, user: user(unit.by), made: made(unit.id))
    if coding.made == nil { losses.add("dates of meaning units (not known without the log)") }
    let note = note(on: unit)
    if let note {
      notes.append(note)
      coding.notes.append(note.id)
    }
    guard let range else {
      sources[source].codings.append(coding)
      return
    }
    countUncertain(range, in: source, "meaning units")
    let index = put(coding, at: range, in: source)
    if let note { links.append((note.id, sources[source].selections[index].id)) }
  }

  /// What a coding cannot say of a unit: a remark, whether it may be quoted, of which it is a copy.
  private func note(on unit: MeaningUnit) -> Note? {
    guard unit.note != nil || unit.isGolden || unit.copyOf != nil else { return nil }
    let part = study.object(Subgroup.self, unit.subgroup)?.title
    let group = study.object(CodeGroup.self, unit.group)?.title
    var words = QDANoteKind.unit.start
    if unit.isGolden { words += "; \(QDANoteKind.golden)" }
    if let original = unit.copyOf {
      words += "\n" + QDASetName.part(of: "a copy of a unit in another group", original)
    }
    return Note(
      id: Self.derived("note on a meaning unit", unit.id.description),
      name: "Meaning unit: \(part ?? group ?? "")", description: words, text: unit.note ?? "",
      user: user(unit.by), made: made(unit.id), changed: changed(unit.id))
  }
}
