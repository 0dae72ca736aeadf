// What single annotations and memos say.
extension StudyTEIReader {
  mutating func readCoding(_ annotation: MarkupElement, _ round: Int?) {
    let codes = annotation["ana"]?.pointers ?? []
    guard !codes.isEmpty else {
      return report(
        .error, .undeclaredCode, annotation,
        "the annotation \(annotation["xml:id"] ?? "") names no code and is left out",
        do: "name one in ana")
    }
    guard let place = place(of: annotation) else { return }
    let coder = person(annotation)
    for (i, pointer) in codes.enumerated() {
      // Only the first can have the name of the annotation; ours name one code.
      var id = ForeignName.coding(annotation, pointer, in: document.transcript.id)
      if i > 0 { id = Identifier(deriving: ["coding", id.description, pointer]) }
      document.codings.append(
        StudyTEI.ReadCoding(
          id: id, isOurs: ExchangeName.coding.identifier(annotation["xml:id"]) == id,
          code: code(pointer, annotation), place: place, coder: coder, round: round,
          note: notes(annotation)))
      if let name = annotation["xml:id"], items[name] == nil { items[name] = id }
    }
  }

  /// The code to which a pointer leads; made if there is none.
  private mutating func code(_ pointer: String, _ annotation: MarkupElement) -> Int {
    switch places[pointer] {
    case .code(let i)?: return i
    case .theme(let i)?:
      report(
        .note, .notImported, annotation,
        "the theme “\(codebook.codebook.themes[i].name)” is applied like a code; a code of the same "
          + "name is made and put under it",
        do: "nothing, if that is what the coder meant")
      return codebook.code(forTheme: i)
    case .group, .subgroup, nil:
      let made = codebook.code(named: pointer)
      report(
        .warning, .undeclaredCode, annotation,
        "the code \(pointer) is not declared; a code of that name is made",
        do: "declare it in the taxonomy “\(Codebook.taxonomyID)”, or rename the code")
      places[pointer] = .code(made)
      return made
    }
  }

  mutating func nameUnit(_ annotation: MarkupElement) {
    guard let name = annotation["xml:id"] else { return }
    items[name] = ForeignName.unit(annotation, in: document.transcript.id)
  }

  mutating func readUnit(_ annotation: MarkupElement) {
    var group: Int?
    var part: Int?
    var copyOf: Identifier?
    for pointer in annotation["ana"]?.pointers ?? [] {
      switch places[pointer] {
      case .group(let i)?: group = group ?? i
      case .subgroup(let g, let p)?: (group, part) = (group ?? g, p)
      default: copyOf = copyOf ?? items[pointer]
      }
    }
    guard let group else {
      return report(
        .error, .undeclaredCode, annotation,
        "the meaning unit \(annotation["xml:id"] ?? "") names no code group and is left out",
        do: "name a category of the codebook with n=\"group\" in ana")
    }
    guard let place = place(of: annotation) else { return }
    let motivation = annotation["motivation"]?.tokens ?? []
    document.units.append(
      StudyTEI.ReadUnit(
        id: ForeignName.unit(annotation, in: document.transcript.id), group: group, part: part,
        place: place, by: person(annotation), isGolden: motivation.contains("bookmarking"),
        copyOf: copyOf, note: notes(annotation)))
  }

  mutating func readExtract(_ annotation: MarkupElement, _ relation: Link.Relation) {
    let themes = (annotation["ana"]?.pointers ?? []).compactMap { pointer -> Int? in
      if case .theme(let i)? = places[pointer] { i } else { nil }
    }
    let item = (annotation["target"]?.pointers ?? []).compactMap { items[$0] }.first
    guard let theme = themes.first, let item else {
      return report(
        .error, .danglingPointer, annotation,
        "the extract \(annotation["xml:id"] ?? "") does not lead from a coding to a theme",
        do: "name an annotation of this file in target and a theme in ana")
    }
    document.extracts.append(
      StudyTEI.ReadExtract(
        id: ForeignName.link(annotation, in: document.transcript.id), relation: relation,
        theme: theme, item: item, note: notes(annotation)))
  }

  // MARK: Memos

  mutating func readMemo(_ note: MarkupElement) {
    let body = ExchangeText.read(note.text)
    guard body.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return report(.note, .notImported, note, "an empty memo is left out", do: "nothing")
    }
    var pointers = note["target"]?.pointers ?? []
    let object = pointers.first.flatMap { target($0, note) }
    if object != nil { pointers.removeFirst() }
    let id = ForeignName.memo(note, in: document.transcript.id)
    let isOurs = ExchangeName.memo.identifier(note["xml:id"]) != nil
    var word = note["subtype"] ?? ""
    let isTeams = word.hasSuffix(StudyTEI.teamSuffix)
    if isTeams { word.removeLast(StudyTEI.teamSuffix.count) }
    document.memos.append(
      StudyTEI.ReadMemo(
        id: id, isOurs: isOurs, sort: Memo.Sort(rawValue: word),
        visibility: isOurs && !isTeams ? .export : .team,
        title: note["n"].map(ExchangeText.read), body: body, author: person(note), target: object,
        place: pointers.isEmpty ? nil : place(pointers, note)))
  }

  /// The object to which a pointer leads; `nil` if it leads into the talk.
  private mutating func target(_ pointer: String, _ note: MarkupElement) -> StudyTEI.ReadTarget? {
    if let place = places[pointer] { return .entry(place) }
    if let item = items[pointer] { return .item(item) }
    let isResearcher =
      ExchangeName.researcher.identifier(pointer) != nil
      || document.transcript.header.file.contains { $0.statement(pointer) != nil }
    return isResearcher ? .person(person(named: pointer, note)) : nil
  }
}
