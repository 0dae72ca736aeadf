import Samtale

extension QDAProject {
  /// Reads what stands in a project or in a codebook.
  init(_ root: QDAElement) {
    name = root["name"] ?? ""
    origin = root["origin"] ?? ""
    description = root.description
    creator = root.guid("creatingUserGUID")
    users = root.all("Users", "User").map {
      User(
        id: $0.guid() ?? QDAGUID.identifier($0["name"] ?? ""),
        name: $0["name"] ?? $0["id"] ?? "", initials: $0["id"])
    }
    let book = root.name == "CodeBook" ? root : root.first("CodeBook") ?? root
    codes = Self.codes(book.all("Codes", "Code"))
    for variable in root.all("Variables", "Variable") {
      if let id = variable.guid() { variables[id] = variable["name"] ?? id.short }
    }
    cases = root.all("Cases", "Case").map(Case.init)
    sources = root.children("Sources").flatMap(\.children).flatMap(Self.sources)
    notes = root.all("Notes", "Note").map { Source($0, .text) }
    links = root.all("Links", "Link").map {
      Link(
        name: $0["name"] ?? "", direction: $0["direction"] ?? "", origin: $0.guid("originGUID"),
        target: $0.guid("targetGUID"))
    }
    sets = root.all("Sets", "Set").map(Set.init)
    graphs = root.all("Graphs", "Graph").count
    noteRefs = root.targets("NoteRef")
  }

  /// The codes in the order of the file, each after the code above it.
  private static func codes(_ top: [QDAElement]) -> [Code] {
    var codes: [Code] = []
    var waiting = top.reversed().map { (element: $0, parent: Int?.none) }
    while let (element, parent) = waiting.popLast() {
      let name = element["name"]?.trimmed ?? ""
      codes.append(
        Code(
          id: element.guid()
            ?? Identifier(deriving: ["REFI-QDA", "code", name, "\(element.line)"]),
          name: name.isEmpty ? "Code without a name" : name,
          isCodable: element["isCodable"].map { $0 != "false" && $0 != "0" } ?? true,
          colour: colour(element["color"]), description: element.description, parent: parent,
          noteRefs: element.targets("NoteRef")))
      let index = codes.count - 1
      waiting += element.children("Code").reversed().map { ($0, index) }
    }
    return codes
  }

  /// `#rrggbb` of `#RGB` or `#RRGGBB`.
  static func colour(_ text: String?) -> String? {
    guard let text, text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit) else {
      return nil
    }
    let digits = text.dropFirst().lowercased()
    switch digits.count {
    case 6: return "#" + digits
    case 3: return "#" + digits.map { "\($0)\($0)" }.joined()
    default: return nil
    }
  }

  /// The sources that an element of `Sources` holds: itself, and the texts inside it.
  private static func sources(_ element: QDAElement) -> [Source] {
    switch element.name {
    case "TextSource": return [Source(element, .text)]
    case "PictureSource", "PDFSource", "AudioSource", "VideoSource":
      let kind: Source.Kind =
        switch element.name {
        case "PictureSource": .picture
        case "PDFSource": .pdf
        case "AudioSource": .audio
        default: .video
        }
      var whole = Source(element, kind)
      let parts = ["TextDescription", "Representation", "Transcript"].flatMap(element.children)
      let texts = parts.map { part in
        var text = Source(part, .text)
        if text.name.isEmpty { text.name = whole.name }
        if part.name == "Transcript" {
          text.recording = Recording(
            id: whole.id, path: element["path"] ?? element["currentPath"] ?? "")
        }
        return text
      }
      whole.selections = []
      return [whole] + texts
    default: return []
    }
  }
}

extension QDAProject.Case {
  fileprivate init(_ element: QDAElement) {
    id = element.guid() ?? QDAGUID.identifier(element["name"] ?? "")
    name = element["name"]?.trimmed ?? ""
    description = element.description
    codes = element.targets("CodeRef")
    values = QDAProject.VariableValue.all(in: element)
    sources = element.targets("SourceRef")
    selections = element.targets("SelectionRef")
  }
}

extension QDAProject.VariableValue {
  /// The values of an element; those that are left empty say nothing.
  fileprivate static func all(in element: QDAElement) -> [QDAProject.VariableValue] {
    element.children("VariableValue").compactMap { value in
      guard let variable = value.targets("VariableRef").first else { return nil }
      let text = value.children.first { $0.name.hasSuffix("Value") }?.text.trimmed ?? ""
      return text.isEmpty ? nil : QDAProject.VariableValue(variable: variable, text: text)
    }
  }
}

extension QDAProject.Coding {
  fileprivate init(_ element: QDAElement, in selection: Identifier) {
    code = element.targets("CodeRef").first
    id =
      element.guid()
      ?? Identifier(deriving: ["REFI-QDA", "coding", "\(selection)", code?.description ?? ""])
    user = element.guid("creatingUser")
    made = QDADate.timestamp(element["creationDateTime"])
    noteRefs = element.targets("NoteRef")
  }
}

extension QDAProject.Selection {
  fileprivate init(_ element: QDAElement, in source: Identifier) {
    start = (element["startPosition"] ?? element["begin"]).flatMap { Int($0.trimmed) }
    end = (element["endPosition"] ?? element["end"]).flatMap { Int($0.trimmed) }
    let id =
      element.guid()
      ?? Identifier(deriving: ["REFI-QDA", "selection", "\(source)", "\(element.line)"])
    self.id = id
    name = element["name"] ?? ""
    description = element.description
    from = element.guid("fromSyncPoint")
    to = element.guid("toSyncPoint")
    codings = element.children("Coding").map { QDAProject.Coding($0, in: id) }
    noteRefs = element.targets("NoteRef")
    user = element.guid("creatingUser")
    made = QDADate.timestamp(element["creationDateTime"])
    line = element.line
  }
}

extension QDAProject.Source {
  fileprivate init(_ element: QDAElement, _ kind: Kind) {
    let id = element.guid() ?? Identifier(deriving: ["REFI-QDA", element.name, "\(element.line)"])
    self.id = id
    self.kind = kind
    name = element["name"]?.trimmed ?? ""
    description = element.description
    content = element.first("PlainTextContent")?.text
    plainTextPath = element["plainTextPath"]
    richTextPath = element["richTextPath"]
    path = element["path"] ?? element["currentPath"]
    let texts = ["PlainTextSelection", "TranscriptSelection"].flatMap(element.children)
    selections = texts.map { QDAProject.Selection($0, in: id) }
    let others = ["PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection"]
    otherSelections = others.flatMap(element.children).map { QDAProject.Selection($0, in: id) }
    syncPoints = element.children("SyncPoint").map { point in
      QDAProject.SyncPoint(
        id: point.guid() ?? QDAGUID.identifier("\(point.line)"),
        milliseconds: point["timeStamp"].flatMap { Int($0.trimmed) },
        position: point["position"].flatMap { Int($0.trimmed) })
    }
    codings = element.children("Coding").map { QDAProject.Coding($0, in: id) }
    noteRefs = element.targets("NoteRef")
    values = QDAProject.VariableValue.all(in: element)
    user = element.guid("creatingUser")
    made = QDADate.timestamp(element["creationDateTime"])
    line = element.line
  }
}

extension QDAProject.Set {
  fileprivate init(_ element: QDAElement) {
    name = element["name"]?.trimmed ?? ""
    id = element.guid() ?? QDAGUID.identifier(name)
    description = element.description
    codes = element.targets("MemberCode")
    sources = element.targets("MemberSource")
    notes = element.targets("MemberNote")
  }
}
