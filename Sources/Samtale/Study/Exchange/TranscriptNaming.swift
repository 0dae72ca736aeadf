extension Transcript {
  /// Gives every utterance a name that XML allows and that no other element has, as reading does;
  /// what points to renamed utterances follows.
  mutating func nameUtterances() {
    let old = (0..<columns.count).map { columns.ids[$0] }
    let others = otherNames
    var taken: Set<String> = others
    var isKept: [Bool] = []
    for id in old { isKept.append(XMLNames.isValid(id) && taken.insert(id).inserted) }
    guard isKept.contains(false) else { return }
    let original = Set(old)
    var named = ByteStrings()
    var renamed: [String: String] = [:]
    for (i, id) in old.enumerated() {
      guard !isKept[i] else {
        named.append(id)
        continue
      }
      var new = id.isEmpty ? "u\(i + 1)" : XMLNames.valid(id, prefix: "u.")
      while original.contains(new) && new != id || !taken.insert(new).inserted { new += "_" }
      named.append(new)
      if !id.isEmpty, !isFirstKept(id, old, isKept) { renamed[id] = renamed[id] ?? new }
    }
    columns.ids = named
    rename(renamed)
  }

  private func isFirstKept(_ id: String, _ old: [String], _ isKept: [Bool]) -> Bool {
    old.firstIndex(of: id).map { isKept[$0] } ?? false
  }

  /// Names of elements other than utterances.
  private var otherNames: Set<String> {
    var names = Set(participants.map(\.id)).union(teams.map(\.id))
    names.formUnion(taxonomies.flatMap(\.codes))
    names.formUnion(topics.compactMap(\.id))
    names.formUnion(sections.compactMap(\.id))
    return names
  }

  private mutating func rename(_ names: [String: String]) {
    guard !names.isEmpty else { return }
    for i in columns.details.indices {
      let detail = columns.details[i]
      columns.details[i].previous = detail.previous.map { names[$0] ?? $0 }
      columns.details[i].next = detail.next.map { names[$0] ?? $0 }
    }
    for i in layers.indices { layers[i].element.rename(names) }
  }

  /// What codes, people and annotations point to, apart from ``taxonomies``.
  var pointedTo: Set<String> {
    var names: Set<String> = []
    for participant in participants { names.formUnion(participant.analysis) }
    for section in sections { names.formUnion(section.analysis) }
    for topic in topics { names.formUnion(topic.analysis) }
    for detail in columns.details { names.formUnion(detail.analysis) }
    for mark in marks { names.formUnion(mark.detail["ana"]?.pointers ?? []) }
    let elements = layers.map(\.element) + header.file + header.encoding + header.profile
    for element in elements { element.collectPointers(into: &names) }
    return names
  }
}

extension MarkupElement {
  fileprivate func collectPointers(into names: inout Set<String>) {
    for name in ["ana", "target"] { names.formUnion(self[name]?.pointers ?? []) }
    for element in elements { element.collectPointers(into: &names) }
  }
}

extension Taxonomy.Category {
  /// The category with those below it that are needed; those that are written elsewhere make room
  /// for those below them.
  func kept(without written: Set<String>, where isNeeded: (String) -> Bool) -> [Taxonomy.Category] {
    let below = categories.flatMap { $0.kept(without: written, where: isNeeded) }
    guard !written.contains(id) else { return below }
    guard isNeeded(id) || !below.isEmpty else { return [] }
    var category = self
    category.categories = below
    return [category]
  }
}

extension Codebook {
  /// The identifier of what a category became.
  func identifier(_ place: CodebookPlace) -> Identifier? {
    switch place {
    case .code(let i): codes[i].id
    case .group(let i): groups[i].id
    case .subgroup(let group, let part): groups[group].subgroups[part].id
    case .theme(let i): themes[i].id
    }
  }
}
