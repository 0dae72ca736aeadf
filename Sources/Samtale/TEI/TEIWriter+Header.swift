extension TEIWriter {
  mutating func writeHeader() {
    let header = transcript.header
    xml.open("teiHeader")
    xml.open("fileDesc")
    let file = header.file.isEmpty ? Header(title: transcript.id).file : header.file
    for part in file { xml.element(part) }
    xml.close("fileDesc")
    if !header.encoding.isEmpty || !transcript.taxonomies.isEmpty {
      xml.open("encodingDesc")
      for part in header.encoding { xml.element(conventions(part)) }
      writeTaxonomies()
      xml.close("encodingDesc")
    }
    xml.open("profileDesc")
    for part in header.profile where part.name != "textClass" { xml.element(part) }
    writeParticipants()
    for part in header.profile where part.name == "textClass" { xml.element(part) }
    xml.close("profileDesc")
    if !header.revisions.isEmpty {
      xml.open("revisionDesc")
      for change in header.revisions { xml.element(change) }
      xml.close("revisionDesc")
    }
    xml.close("teiHeader")
  }

  /// The conventions under the name that fits the form.
  private func conventions(_ element: MarkupElement) -> MarkupElement {
    guard form == .iso, element.name == "transcriptionDesc" else { return element }
    var named = element
    for i in named.attributes.indices
    where named.attributes[i].name == "ident" && named.attributes[i].value == "samtale" {
      named.attributes[i].value = "samtale-iso"
    }
    return named
  }

  private mutating func writeTaxonomies() {
    guard !transcript.taxonomies.isEmpty else { return }
    xml.open("classDecl")
    for taxonomy in transcript.taxonomies where !taxonomy.categories.isEmpty {
      xml.open("taxonomy", [("xml:id", taxonomy.id)])
      if let summary = taxonomy.summary { xml.line("desc", text: summary) }
      for category in taxonomy.categories { write(category) }
      xml.close("taxonomy")
    }
    xml.close("classDecl")
  }

  private mutating func write(_ category: Taxonomy.Category) {
    xml.open(
      "category",
      [("xml:id", category.id), ("n", category.level), ("xml:lang", category.language)]
    )
    if category.descriptions.isEmpty { xml.line("catDesc", text: category.id) }
    for description in category.descriptions {
      xml.line(
        "catDesc", [("xml:lang", description.language), ("n", description.kind)],
        text: description.text)
    }
    for child in category.categories { write(child) }
    xml.close("category")
  }

  // MARK: People

  private mutating func writeParticipants() {
    xml.open("particDesc")
    xml.open("listPerson")
    for participant in transcript.participants { write(participant) }
    let needsUnknown =
      transcript.participants.isEmpty
      || (0..<transcript.columns.count).contains {
        transcript.columns.speakerIndices($0).isEmpty
      }
    if needsUnknown {
      xml.line("personGrp", [("xml:id", TEIReader.unknownID), ("size", "unknown")])
    }
    xml.close("listPerson")
    if !transcript.teams.isEmpty {
      xml.open("listOrg")
      for team in transcript.teams {
        xml.open("org", [("xml:id", team.id), ("n", team.number), ("type", "team")])
        for name in team.names.isEmpty ? [team.id] : team.names { xml.line("orgName", text: name) }
        xml.close("org")
      }
      xml.close("listOrg")
    }
    xml.close("particDesc")
  }

  private mutating func write(_ participant: Participant) {
    let isGroup = participant.groupSize != nil
    let name = isGroup ? "personGrp" : "person"
    let roles = isGroup ? Array(participant.roles.prefix(1)) : participant.roles
    if isGroup, participant.roles.count > 1 { drop("further roles of groups") }
    if isGroup, !participant.analysis.isEmpty { drop("codes of groups") }
    let attributes: XMLWriter.Attributes = [
      ("xml:id", XMLNames.valid(participant.id, prefix: "p.")),
      ("xml:lang", participant.language), ("n", participant.label),
      ("ana", isGroup ? nil : pointers(participant.analysis)),
      ("role", roles.isEmpty ? nil : roles.joined(separator: " ")),
      ("size", participant.groupSize),
    ]
    guard !participant.attributes.isEmpty || !participant.memberships.isEmpty else {
      return xml.line(name, attributes)
    }
    xml.open(name, attributes)
    for attribute in participant.attributes { write(attribute) }
    for membership in participant.memberships {
      xml.line(
        "affiliation",
        [
          ("from", membership.from), ("to", membership.to), ("when", membership.when),
          ("ref", "#" + membership.team),
        ],
        text: membership.text
      )
    }
    xml.close(name)
  }

  private mutating func write(_ attribute: Participant.Attribute) {
    let language = (name: "xml:lang", value: attribute.language)
    let dates: XMLWriter.Attributes = [
      ("from", attribute.from), ("to", attribute.to), ("when", attribute.when),
    ]
    let name = attribute.kind.rawValue
    switch attribute.kind {
    case .state, .trait:
      xml.open(name, [language, ("type", attribute.type)] + dates)
      xml.line("label", text: attribute.text)
      xml.close(name)
    case .name, .note: xml.line(name, [language, ("type", attribute.type)], text: attribute.text)
    case .gender, .sex:
      xml.line(name, [language, ("value", attribute.value)], text: attribute.text)
    case .age:
      xml.line(
        name,
        [
          language, ("value", attribute.value), ("atLeast", attribute.atLeast),
          ("atMost", attribute.atMost),
        ],
        text: attribute.text
      )
    case .education, .occupation: xml.line(name, [language] + dates, text: attribute.text)
    case .nationality: xml.line(name, [language], text: attribute.text)
    }
  }
}
