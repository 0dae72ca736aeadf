// People, teams and classifications of a transcript.
extension TextRewriter {
  mutating func participant(_ old: Participant) -> Participant {
    var new = old
    new.id = identifier(old.id)
    new.label = optionalLine(old.label, .people)
    new.roles = old.roles.map { identifier($0) }
    new.analysis = old.analysis.map { identifier($0) }
    new.memberships = old.memberships.map { membership($0) }
    new.attributes = old.attributes.map { attribute($0) }
    return new
  }

  private mutating func membership(_ old: Participant.Membership) -> Participant.Membership {
    Participant.Membership(
      team: identifier(old.team), from: date(old.from), to: date(old.to), when: date(old.when),
      text: line(old.text, .people))
  }

  private mutating func attribute(_ old: Participant.Attribute) -> Participant.Attribute {
    var new = old
    new.text = line(old.text, .people)
    new.type = word(old.type, .people)
    // Coded values are words; numbers are for whoever makes them coarser.
    if let value = old.value, Double(value) == nil { new.value = word(value, .people) }
    new.from = date(old.from)
    new.to = date(old.to)
    new.when = date(old.when)
    return new
  }

  mutating func team(_ old: Team) -> Team {
    var new = old
    new.id = identifier(old.id)
    new.number = optionalLine(old.number, .teams)
    new.names = old.names.map { name in
      let written = line(name, .teams)
      return written.isEmpty && !name.isEmpty ? new.id : written
    }
    return new
  }

  mutating func taxonomy(_ old: Taxonomy) -> Taxonomy {
    var new = old
    new.id = old.id.map { identifier($0) }
    new.summary = optionalLine(old.summary, .classifications)
    new.categories = old.categories.map { category($0) }
    return new
  }

  private mutating func category(_ old: Taxonomy.Category) -> Taxonomy.Category {
    var new = old
    new.id = identifier(old.id)
    new.descriptions = old.descriptions.map { description in
      var written = description
      written.text = line(description.text, .classifications)
      return written
    }
    new.categories = old.categories.map { category($0) }
    return new
  }
}

extension Transcript {
  /// Identifiers of everything but utterances and points in time, which keep theirs when a transcript
  /// is rewritten; one that several things have stands there as often.
  public var renamableIdentifiers: [String] {
    var ids = [id] + participants.map(\.id) + teams.map(\.id)
    ids += taxonomies.compactMap(\.id) + taxonomies.flatMap(\.codes)
    ids += sections.compactMap(\.id) + topics.compactMap(\.id)
    ids += marks.compactMap { $0.detail["xml:id"] }
    for element in layers.map(\.element) + header.all { element.collectIdentifiers(into: &ids) }
    return ids
  }

  /// Identifiers that stay as they are.
  var fixedIdentifiers: [String] {
    (0..<columns.count).map { columns.ids[$0] }.filter { !$0.isEmpty }
      + (0..<timeline.count).map { timeline.id($0) }
  }
}

extension Header {
  /// The elements of all parts.
  var all: [MarkupElement] { file + encoding + profile + revisions }
}

extension MarkupElement {
  fileprivate func collectIdentifiers(into ids: inout [String]) {
    if let id = self["xml:id"] { ids.append(id) }
    for case .element(let element) in children { element.collectIdentifiers(into: &ids) }
  }
}
