import Samtale

/// The elements of a REFI-QDA file, by local name and in any order: programs differ in both, and in
/// the namespace.
struct QDATree: XMLScanner {
  struct Node {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [Int] = []
    var text = ""
    var line: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var problems: [Diagnostic] = []
  private var open: [Int] = []

  /// Reads a document.
  init(_ bytes: [UInt8], named file: String, _ progress: ImportProgress = ImportProgress(nil)) {
    var progress = progress
    XMLScan.run(bytes, named: file, &self) { progress.tell($0) }
  }

  mutating func start(_ tag: XMLTag) {
    let index = nodes.count
    nodes.append(Node(name: tag.name, attributes: tag.attributes, line: tag.line))
    if let parent = open.last { nodes[parent].children.append(index) }
    open.append(index)
  }

  mutating func end(_: String) { _ = open.popLast() }

  mutating func text(_ text: String) {
    if let index = open.last { nodes[index].text += text }
  }

  mutating func problem(_ diagnostic: Diagnostic) { problems.append(diagnostic) }

  /// The outermost element; `nil` if there is none.
  var root: QDAElement? { nodes.isEmpty ? nil : QDAElement(tree: self, index: 0) }
}

/// An element: a view on its tree.
struct QDAElement {
  fileprivate let tree: QDATree
  fileprivate let index: Int

  fileprivate init(tree: QDATree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var node: QDATree.Node { tree.nodes[index] }

  var name: String { node.name }
  var line: Int { node.line }
  /// The text directly inside, as it stands.
  var text: String { node.text }

  var children: [QDAElement] { node.children.map { QDAElement(tree: tree, index: $0) } }

  func children(_ name: String) -> [QDAElement] {
    node.children.filter { tree.nodes[$0].name == name }.map { QDAElement(tree: tree, index: $0) }
  }

  func first(_ name: String) -> QDAElement? { children(name).first }

  /// The elements of a name in a container of another name: `all("Users", "User")`.
  func all(_ container: String, _ name: String) -> [QDAElement] {
    children(container).flatMap { $0.children(name) }
  }

  /// An attribute that says something.
  subscript(attribute: String) -> String? {
    let value = node.attributes.first { $0.name == attribute }?.value
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What stands in `Description`, if it says something.
  var description: String? {
    let text = first("Description")?.text.trimmed ?? ""
    return text.isEmpty ? nil : text
  }

  /// The identifier of an attribute.
  func guid(_ attribute: String = "guid") -> Identifier? { self[attribute].map(QDAGUID.identifier) }

  /// The identifier to which a reference leads: `targetGUID`, in codebooks and old versions `guid`,
  /// in old versions also the text.
  var target: Identifier? {
    guid("targetGUID") ?? guid() ?? (text.trimmed.isEmpty ? nil : QDAGUID.identifier(text))
  }

  /// The identifiers to which the children of a name lead.
  func targets(_ name: String) -> [Identifier] { children(name).compactMap(\.target) }
}

/// GUIDs as identifiers: capitals and braces aside, the same GUID always gives the same one.
enum QDAGUID {
  static func identifier(_ text: String) -> Identifier {
    let text = text.trimmed
    return Identifier(text) ?? Identifier(deriving: ["REFI-QDA", text])
  }
}

/// Dates of REFI-QDA (`xsd:dateTime`), with or without a time zone.
enum QDADate {
  /// - Returns: `nil` if the text is no date.
  static func timestamp(_ text: String?) -> Timestamp? {
    guard let text = text?.trimmed, text.utf8.count >= 19 else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard let base = Timestamp(string(scalars[..<19])) else { return nil }
    var rest = scalars[19...]
    var milliseconds = 0
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      milliseconds = Int((string(digits) + "000").prefix(3)) ?? 0
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let shift = shift(string(rest)) else { return nil }
    return Timestamp(milliseconds: base.milliseconds + milliseconds - shift * 60_000)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Minutes ahead of UTC; none is UTC.
  private static func shift(_ zone: String) -> Int? {
    if zone.isEmpty || zone == "Z" { return 0 }
    let parts = zone.dropFirst().split(separator: ":")
    guard let sign = zone.first, sign == "+" || sign == "-", parts.count == 2,
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours <= 14, minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
