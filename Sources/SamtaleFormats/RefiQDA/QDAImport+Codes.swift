import Samtale

// Users, codes and sets.
extension QDAImport {
  mutating func readUsers() {
    for (number, user) in project.users.enumerated() where people[user.id] == nil {
      let id = claim(user.id, ["user"])
      let name = user.name.trimmed
      people[user.id] = reading.people.count
      reading.people.append(
        StudyTEI.Person(
          id: id, isDerived: !project.isOurs, name: name.isEmpty ? "User \(number + 1)" : name,
          initials: holdsOurs ? user.initials : nil))
    }
  }

  /// The index of who did something; one whom the project does not declare is made.
  mutating func person(_ id: Identifier?) -> Int? {
    guard let id else { return nil }
    if let known = people[id] { return known }
    people[id] = reading.people.count
    reading.people.append(
      StudyTEI.Person(id: claim(id, ["user"]), isDerived: false, name: "User \(id.short)"))
    return people[id]
  }

  // MARK: Codes

  mutating func readCodes() {
    let used = Swift.Set(
      project.sources.flatMap { source in
        source.codings.compactMap(\.code)
          + source.selections.flatMap { $0.codings.compactMap(\.code) }
      })
    let wrapper = wrapperOfAll
    for (i, code) in project.codes.enumerated() where i != wrapper && homes[code.id] == nil {
      if code.isCodable || holdsOurs || used.contains(code.id) {
        readCode(code)
      } else {
        readFolder(code, order: i)
      }
    }
    fillFolders(wrapper)
  }

  /// Some programs put all codes under one that nobody made.
  private var wrapperOfAll: Int? {
    let top = project.codes.indices.filter { project.codes[$0].parent == nil }
    guard top.count == 1, let only = top.first, !project.codes[only].isCodable,
      homes[project.codes[only].id] == nil,
      ["nodes", "codes", "knoten", "noder", "nœuds", "nodos"].contains(
        project.codes[only].name.lowercased())
    else { return nil }
    return only
  }

  private mutating func readCode(_ code: QDAProject.Code) {
    var entry = Codebook.Entry(
      code.name, id: claim(code.id, ["code"]), parent: codeAbove(code).flatMap { codes[$0] })
    entry.definition = code.description
    entry.colour = code.colour
    if !code.isCodable, holdsOurs {
      entry.status = .retired
      entry.isDerived = true
    }
    let index = reading.codebook.codes.count
    reading.codebook.codes.append(entry)
    codes[code.id] = codes[code.id] ?? index
    attach(
      code.noteRefs, Attachment(target: .entry(.code(index)), name: "the code “\(code.name)”"))
  }

  private mutating func readFolder(_ code: QDAProject.Code, order: Int) {
    var group = Codebook.Group(code.name, id: claim(code.id, ["folder"]))
    group.summary = code.description
    group.order = order
    let index = reading.codebook.groups.count
    reading.codebook.groups.append(group)
    groups[code.id] = groups[code.id] ?? index
    attach(
      code.noteRefs, Attachment(target: .entry(.group(index)), name: "the group “\(code.name)”"))
  }

  /// The nearest code above, past folders.
  private func codeAbove(_ code: QDAProject.Code) -> Identifier? {
    var at = code.parent
    while let index = at {
      let above = project.codes[index]
      if codes[above.id] != nil { return above.id }
      at = above.parent
    }
    return nil
  }

  /// Puts codes into the folders above them, up to the next code.
  private mutating func fillFolders(_ wrapper: Int?) {
    for code in project.codes {
      guard let index = codes[code.id] else { continue }
      var at = code.parent
      while let place = at, place != wrapper, let group = groups[project.codes[place].id] {
        reading.codebook.groups[group].codes.append(index)
        at = project.codes[place].parent
      }
    }
  }

  /// The index of a code; one that the project does not declare is made, so that no coding is lost.
  mutating func code(_ id: Identifier, named name: @autoclosure () -> String) -> Int {
    if let known = codes[id] { return known }
    let index = reading.codebook.codes.count
    reading.codebook.codes.append(Codebook.Entry(name(), id: claim(id, ["code made here"])))
    codes[id] = index
    return index
  }

  // MARK: Sets

  mutating func readSets() {
    var ofSources = 0
    for set in project.sets {
      let isOfSources = set.codes.isEmpty && !set.sources.isEmpty
      if QDASetName.isTheme(set) {
        readTheme(set)
      } else if QDASetName.isSubgroup(set) {
        continue
      } else if !isOfSources {
        readGroup(set)
      }
      if !set.sources.isEmpty {
        ofSources += 1
        addSetOfSources(set)
      }
    }
    readParts()
    if ofSources > 0 {
      findings.report(
        .note, .notImported, line: nil,
        "\(ofSources) × set of sources, kept as a memo that lists them",
        do: "nothing, if that is enough")
    }
  }

  private func members(_ set: QDAProject.Set) -> [Int] {
    let found = set.codes.flatMap { id in
      codes[id].map { [$0] } ?? groups[id].map { reading.codebook.groups[$0].codes } ?? []
    }
    return Array(Swift.Set(found)).sorted()
  }

  private mutating func readGroup(_ set: QDAProject.Set) {
    var group = Codebook.Group(
      set.name.isEmpty ? "Set without a name" : set.name, id: claim(set.id, ["set"]))
    group.summary = set.description
    group.codes = members(set)
    let index = reading.codebook.groups.count
    groups[set.id] = index
    reading.codebook.groups.append(group)
    attach(set.notes, Attachment(target: .entry(.group(index)), name: "the set “\(set.name)”"))
  }

  private mutating func readTheme(_ set: QDAProject.Set) {
    var theme = QDAThemeText.read(set.description ?? "")
    theme.name = String(set.name.dropFirst(QDASetName.theme.count))
    theme.id = claim(set.id, ["theme"])
    theme.codes = members(set)
    let index = reading.codebook.themes.count
    reading.codebook.themes.append(theme)
    attach(set.notes, Attachment(target: .entry(.theme(index)), name: "the theme “\(theme.name)”"))
  }

  /// Subgroups name their code group by its GUID at the end of their description, themes the one
  /// above.
  private mutating func readParts() {
    for set in project.sets where QDASetName.isSubgroup(set) {
      let id = set.description.flatMap(QDASetName.group(in:))
      guard let group = id.flatMap({ groups[$0] }) else { continue }
      let title = String(set.name.dropFirst(QDASetName.subgroup.count))
      let order = reading.codebook.groups[group].subgroups.count
      reading.codebook.groups[group].subgroups.append(
        Codebook.Part(title, id: claim(set.id, ["subgroup"]), order: order + 1))
      let place = CodebookPlace.subgroup(group: group, part: order)
      parts[set.id] = place
      attach(set.notes, Attachment(target: .entry(place), name: "the subgroup “\(title)”"))
    }
    let themes = Dictionary(
      reading.codebook.themes.enumerated().compactMap { i, theme in theme.id.map { ($0, i) } },
      uniquingKeysWith: { first, _ in first })
    for (i, set) in project.sets.filter(QDASetName.isTheme).enumerated() {
      let above = set.description.flatMap(QDASetName.group(in:))
      reading.codebook.themes[i].parent = above.flatMap { themes[$0] }
    }
  }

  private mutating func addSetOfSources(_ set: QDAProject.Set) {
    let names = set.sources.map { id in
      sourceNames[id] ?? "a source that is not there (\(id.short))"
    }
    let body =
      (set.description.map { $0 + "\n" } ?? "") + names.map { "– \($0)" }.joined(separator: "\n")
    addGeneral("Set of sources: \(set.name)", body, from: ["set of sources", set.id.description])
  }

  /// Keeps something that a study has no object for as a memo.
  mutating func addGeneral(_ title: String, _ body: String, from parts: [String]) {
    let id = claim(Identifier(deriving: ["REFI-QDA"] + parts), parts)
    reading.general.append(
      StudyTEI.ReadMemo(
        id: id, isOurs: project.isOurs, sort: .context, visibility: .team, title: title,
        body: body.trimmed.isEmpty ? title : body, author: person(project.creator)))
  }

  mutating func attach(_ notes: [Identifier], _ attachment: Attachment) {
    for note in notes { attachments[note, default: []].append(attachment) }
  }
}

/// Names of sets by which Samtale knows its own themes and subgroups again.
enum QDASetName {
  static let theme = "Theme: "
  static let subgroup = "Subgroup: "
  private static let mark = "Part of "

  static func isTheme(_ set: QDAProject.Set) -> Bool {
    set.name.hasPrefix(theme) && set.description?.hasPrefix(QDAThemeText.kind) == true
  }

  static func isSubgroup(_ set: QDAProject.Set) -> Bool {
    set.name.hasPrefix(subgroup) && set.description.flatMap(group(in:)) != nil
  }

  /// The line that names what a set is a part of.
  static func part(of name: String, _ id: Identifier) -> String { "\(mark)“\(name)” {\(id)}" }

  /// What a description says that a set is a part of.
  static func group(in description: String) -> Identifier? {
    for line in description.split(separator: "\n") where line.hasPrefix(mark) && line.hasSuffix("}")
    {
      return Identifier(String(line.suffix(37).dropLast()))
    }
    return nil
  }
}
