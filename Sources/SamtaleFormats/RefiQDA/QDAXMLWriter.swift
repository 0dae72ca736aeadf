import Samtale

/// Writes the XML of a project or codebook, in the order of the schema.
struct QDAXMLWriter {
  static let strippedName = "control characters, which XML cannot hold"

  let content: QDAContent
  var xml = XMLWriter()
  /// Characters that were left out.
  private(set) var stripped = 0

  init(_ content: QDAContent) { self.content = content }

  mutating func run() -> [UInt8] {
    let title = clean(content.study.profile?.title ?? "")
    xml.open(
      "Project",
      [
        ("xmlns", "urn:QDA-XML:project:1.0"), ("name", title.isEmpty ? "Samtale" : title),
        ("origin", "Samtale"),
      ])
    writeUsers()
    if !content.codebook.codes.isEmpty || !content.homes.isEmpty {
      xml.open("CodeBook")
      writeCodes()
      xml.close("CodeBook")
    }
    writeVariables()
    list("Cases", content.cases) { $0.write($1) }
    list("Sources", content.sources) { $0.write($1) }
    list("Notes", content.notes) { $0.write($1) }
    if content.program == .nvivo { list("Links", content.links) { $0.write($1) } }
    writeSets(member: "targetGUID")
    if let question = content.study.profile?.question { text("Description", question) }
    for note in content.general { refer("NoteRef", note) }
    xml.close("Project")
    return xml.bytes
  }

  mutating func runCodebook() -> [UInt8] {
    xml.open(
      "CodeBook", [("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", "Samtale")])
    writeCodes()
    writeSets(member: "guid")
    xml.close("CodeBook")
    return xml.bytes
  }

  // MARK: Parts

  /// A container with its parts; none if it would be empty, which the schema forbids.
  private mutating func list<T>(
    _ name: String, _ items: [T], _ write: (inout QDAXMLWriter, T) -> Void
  ) {
    guard !items.isEmpty else { return }
    xml.open(name)
    for item in items { write(&self, item) }
    xml.close(name)
  }

  private mutating func writeUsers() {
    list("Users", content.study.all(Researcher.self)) { writer, researcher in
      let name = writer.clean(researcher.name)
      let initials = researcher.initials.map { writer.clean($0) }
      writer.xml.line(
        "User", [("guid", researcher.id.description), ("name", name), ("id", initials)])
    }
  }

  /// The codes, each inside the one above it.
  private mutating func writeCodes() {
    let codes = content.codebook.codes
    var children: [Int: [Int]] = [:]
    for (i, code) in codes.enumerated() { children[code.parent ?? -1, default: []].append(i) }
    xml.open("Codes")
    if codes.isEmpty, content.homes.isEmpty { writeNoCode() }
    // `nil` closes the code that is open.
    var waiting: [Int?] = (children[-1] ?? []).reversed()
    while let next = waiting.popLast() {
      guard let index = next else {
        xml.close("Code")
        continue
      }
      open(codes[index])
      waiting.append(nil)
      waiting += (children[index] ?? []).reversed()
    }
    for home in content.homes { write(home) }
    xml.close("Codes")
  }

  /// The code of a code group with those of its subgroups.
  private mutating func write(_ home: QDAHome) {
    open(home)
    for part in home.parts {
      open(part)
      xml.close("Code")
    }
    xml.close("Code")
  }

  private mutating func open(_ home: QDAHome) {
    xml.open(
      "Code",
      [
        ("guid", home.guid.description), ("name", clean(home.name)),
        ("isCodable", home.isOpen ? "true" : "false"),
      ])
    text("Description", home.description)
  }

  /// A codebook must have a code.
  private mutating func writeNoCode() {
    xml.line(
      "Code",
      [
        ("guid", QDAContent.derived("no code").description), ("name", "(no codes yet)"),
        ("isCodable", "false"),
      ])
  }

  private mutating func open(_ code: Codebook.Entry) {
    let id = code.id?.description ?? ""
    let isInUse = code.status == nil || code.status == .active
    xml.open(
      "Code",
      [
        ("guid", id), ("name", clean(code.name)), ("isCodable", isInUse ? "true" : "false"),
        ("color", code.colour),
      ])
    if let definition = code.definition { text("Description", definition) }
    for note in code.id.flatMap({ content.noteRefs[$0] }) ?? [] { refer("NoteRef", note) }
  }

  private mutating func writeVariables() {
    list("Variables", content.variables) { writer, name in
      let title = writer.clean(name)
      writer.xml.line(
        "Variable",
        [("guid", Self.variable(name).description), ("name", title), ("typeOfVariable", "Text")])
    }
  }

  private static func variable(_ name: String) -> Identifier {
    QDAContent.derived("variable", name)
  }

  mutating func writeValues(_ values: [(name: String, value: String)]) {
    for (name, value) in values {
      xml.open("VariableValue")
      refer("VariableRef", Self.variable(name))
      text("TextValue", value)
      xml.close("VariableValue")
    }
  }

  private mutating func write(_ item: QDAContent.Case) {
    xml.open("Case", [("guid", item.id.description), ("name", clean(item.name))])
    if let description = item.description { text("Description", description) }
    writeValues(item.values)
    for source in item.sources { refer("SourceRef", source) }
    for selection in item.selections { refer("SelectionRef", selection) }
    xml.close("Case")
  }

  private mutating func write(_ note: QDAContent.Note) {
    xml.open(
      "Note",
      [
        ("guid", note.id.description), ("name", clean(note.name)),
        ("creatingUser", note.user?.description), ("creationDateTime", note.made?.description),
        ("modifiedDateTime", note.changed?.description),
      ])
    text("Description", note.description)
    text("PlainTextContent", note.text)
    xml.close("Note")
  }

  private mutating func write(_ link: (origin: Identifier, target: Identifier)) {
    let id = QDAContent.derived("link", link.origin.description, link.target.description)
    xml.line(
      "Link",
      [
        ("guid", id.description), ("direction", "OneWay"), ("originGUID", link.origin.description),
        ("targetGUID", link.target.description),
      ])
  }

  // MARK: Sets

  private mutating func writeSets(member: String) {
    let book = content.codebook
    guard !book.groups.isEmpty || !book.themes.isEmpty else { return }
    let codes = book.codes.map(\.id)
    xml.open("Sets")
    for group in book.groups {
      let members = group.codes.map { codes[$0] } + [content.home(of: group.id)]
      write(group.id, group.title, group.summary, members, member)
      for part in group.subgroups {
        let above = group.id.map { QDASetName.part(of: group.title, $0) }
        write(part.id, QDASetName.subgroup + part.title, above, [content.home(of: part.id)], member)
      }
    }
    for theme in book.themes {
      let words = QDAThemeText.text(theme, under: theme.parent.map { book.themes[$0] })
      write(theme.id, QDASetName.theme + theme.name, words, theme.codes.map { codes[$0] }, member)
    }
    xml.close("Sets")
  }

  private mutating func write(
    _ id: Identifier?, _ name: String, _ description: String?, _ codes: [Identifier?],
    _ member: String
  ) {
    guard let id else { return }
    xml.open("Set", [("guid", id.description), ("name", clean(name))])
    if let description { text("Description", description) }
    for code in codes.compactMap(\.self) {
      xml.line("MemberCode", [(member, code.description)])
    }
    for note in content.members[id] ?? [] { refer("MemberNote", note) }
    xml.close("Set")
  }

  // MARK: Text

  mutating func refer(_ name: String, _ id: Identifier) {
    xml.line(name, [("targetGUID", id.description)])
  }

  mutating func text(_ name: String, _ text: String) { xml.line(name, text: clean(text)) }

  /// The text without characters that XML cannot hold, which are counted; line ends are LF.
  mutating func clean(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if scalar == "\r" || scalar == "\n" && !isAfterReturn {
        view.append("\n")
      } else if scalar == "\n" {
        continue
      } else if XMLWriter.isAllowed(scalar) {
        view.append(scalar)
      } else {
        stripped += 1
      }
    }
    return String(view)
  }
}
