import Samtale

// Codes that stand for code groups and subgroups, and their codings, which are meaning units.
extension QDAImport {
  /// Finds the code group or subgroup of each home; one whose set is gone is made again.
  mutating func readHomes() {
    var renamed = 0
    for code in project.codes {
      guard let object = homes[code.id], homePlaces[code.id] == nil else { continue }
      let place = place(of: object, code)
      homePlaces[code.id] = place
      if title(of: place).trimmed != code.name { renamed += 1 }
      attach(code.noteRefs, Attachment(target: .entry(place), name: "the code “\(code.name)”"))
    }
    addCodesBelowHomes()
    reportHomes(renamed)
  }

  private mutating func place(of object: Identifier, _ code: QDAProject.Code) -> CodebookPlace {
    if let known = parts[object] { return known }
    if let known = groups[object] { return .group(known) }
    if let group = groupAbove(code) {
      let order = reading.codebook.groups[group].subgroups.count
      reading.codebook.groups[group].subgroups.append(
        Codebook.Part(code.name, id: claim(object, ["home"]), order: order + 1))
      parts[object] = .subgroup(group: group, part: order)
      return .subgroup(group: group, part: order)
    }
    let index = reading.codebook.groups.count
    reading.codebook.groups.append(Codebook.Group(code.name, id: claim(object, ["home"])))
    groups[object] = index
    return .group(index)
  }

  /// The code group of the home right above a code.
  private func groupAbove(_ code: QDAProject.Code) -> Int? {
    switch code.parent.flatMap({ homePlaces[project.codes[$0].id] }) {
    case .group(let group)?, .subgroup(let group, _)?: group
    default: nil
    }
  }

  /// Codes that somebody made below a home belong to its code group.
  private mutating func addCodesBelowHomes() {
    var members: [Int: Swift.Set<Int>] = [:]
    for code in project.codes {
      guard let index = codes[code.id], let group = groupAbove(code) else { continue }
      let isNew =
        members[group, default: Swift.Set(reading.codebook.groups[group].codes)]
        .insert(index).inserted
      if isNew { reading.codebook.groups[group].codes.append(index) }
    }
  }

  private func title(of place: CodebookPlace) -> String {
    let groups = reading.codebook.groups
    switch place {
    case .group(let group): return groups[group].title
    case .subgroup(let group, let part): return groups[group].subgroups[part].title
    default: return ""
    }
  }

  private mutating func reportHomes(_ renamed: Int) {
    lost(
      renamed, "code of a code group whose name is no longer that of its set, which stands",
      do: "rename the code group if the name of the code is right")
    let members = project.sets.reduce(0) { sum, set in
      sum + set.codes.count { homes[$0].map { $0 != set.id } ?? false }
    }
    lost(
      members, "code group that somebody put into a set; groups of groups are not kept",
      do: "make a theme of the set, if that is what it is")
  }

  /// Reads a coding with the code of a code group or subgroup: a meaning unit.
  mutating func readUnit(
    _ coding: QDAProject.Coding, _ home: CodebookPlace, _ user: Identifier?, _ selected: Selected
  ) {
    guard let document = texts[selected.text].document else { return }
    let id = claim(coding.id, ["unit"])
    var unit = StudyTEI.ReadUnit(
      id: id, group: 0, place: selected.place, by: person(user), isGolden: false)
    switch home {
    case .group(let group): unit.group = group
    case .subgroup(let group, let part): (unit.group, unit.part) = (group, part)
    default: return
    }
    var others: [Identifier] = []
    for note in coding.noteRefs {
      if let found = notes[note], QDANoteKind(found) == .unit {
        add(found, to: &unit)
      } else {
        others.append(note)
      }
    }
    reading.documents[document].units.append(unit)
    codingTexts[id] = selected.text
    attach(
      others,
      Attachment(
        target: .item(id), text: selected.text,
        name: "the meaning unit “\(quote(selected))” of “\(title(of: home))”"))
  }

  /// Adds what the note on a unit says.
  private mutating func add(_ note: QDAProject.Source, to unit: inout StudyTEI.ReadUnit) {
    let words = note.description ?? ""
    unit.isGolden = words.split(separator: "\n").first?.hasSuffix(QDANoteKind.golden) == true
    unit.copyOf = QDASetName.group(in: words)
    let remark =
      unitNotes[note.id] ?? plainText(of: note).map { QDAText($0).source.bytes.string.trimmed }
      ?? ""
    unitNotes[note.id] = remark
    unit.note = remark.isEmpty ? nil : remark
  }

  /// Puts units before those that are copies of them, so that a study can take them over in order.
  mutating func orderUnits() {
    for i in reading.documents.indices {
      let units = reading.documents[i].units
      reading.documents[i].units =
        units.filter { $0.copyOf == nil } + units.filter { $0.copyOf != nil }
    }
  }
}
