/// Which elements of headers and lists of people are worth reading at all.
///
/// Headers of big corpora say much that the model has no place for (life dates, portraits,
/// identifiers of authority files). They are counted and skipped before they cost anything.
enum TreeFilter {
  /// What a person or group may hold.
  private static let ofPeople: Set<String> = Set(
    Participant.Attribute.Kind.allCases.map(\.rawValue) + [
      "affiliation", "p", "label", "altGrp", "alt",
    ]
  )

  /// Elements that mean something somewhere in a header, beside those of the profile.
  private static let others: Set<String> = [
    "fileDesc", "encodingDesc", "profileDesc", "revisionDesc", "classDecl", "taxonomy", "category",
    "catDesc", "particDesc", "listPerson", "listOrg", "org", "orgName", "person", "personGrp",
    "bibl", "biblFull", "ab", "distributor", "authority",
  ]

  /// Containers whose content is flattened into text, so that everything inside matters.
  static let flattened: Set<String> = [
    "bibl", "biblFull", "title", "p", "note", "catDesc", "desc", "publisher", "licence", "change",
    "persName", "resp", "name", "state", "trait", "education", "occupation", "nationality", "term",
    "idno", "orgName", "distributor", "authority", "ab", "locale", "activity", "language",
  ]

  /// Whether to read an element inside another, outside of flattened ones.
  static func keeps(_ name: String, in parent: String) -> Bool {
    switch parent {
    case "person", "personGrp": ofPeople.contains(name)
    case "affiliation": false
    default: HeaderReader.knows(name) || others.contains(name) || ofPeople.contains(name)
    }
  }
}
