/// The places of a document that can be linked to, with names that its format allows.
struct LinkTargets {
  /// Where a link leads.
  enum Address: Equatable {
    /// To this name in the same document.
    case inside(String)
    case outside(String)
    /// To nothing there is, or to an address that is no place to read: only its text is printed.
    case nowhere
  }

  private var names: [String: String] = [:]
  private let linked: Set<String>

  /// - Parameters:
  ///   - document: The document.
  ///   - joint: What stands for signs that names may not have: `-`, or `_` in word processors.
  init(_ document: Document, joint: Character) {
    var taken: Set<String> = []
    for id in document.blocks.flatMap(\.ids) where names[id] == nil {
      let stem = Self.safe(id, joint: joint)
      var name = stem
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = "\(stem)\(joint)\(count)"
      }
      names[id] = name
    }
    let addresses = document.blocks.flatMap(\.texts).flatMap(\.addresses)
    linked = Set(addresses.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) })
  }

  /// The name under which a place is found; `nil` without an identifier.
  func name(_ id: String?) -> String? { id.flatMap { names[$0] } }

  /// The name, if something in the document links there.
  func linkedName(_ id: String?) -> String? {
    id.flatMap { linked.contains($0) ? names[$0] : nil }
  }

  func address(_ address: String) -> Address {
    if address.hasPrefix("#") {
      return names[String(address.dropFirst())].map(Address.inside) ?? .nowhere
    }
    let address = address.onOneLine
    let beforeColon = address.prefix { !":/?#".contains($0) }
    let hasScheme = address.dropFirst(beforeColon.count).hasPrefix(":")
    let isKnown = ["http", "https", "mailto", "doi"].contains(beforeColon.lowercased())
    return address.isEmpty || (hasScheme && !isKnown) ? .nowhere : .outside(address)
  }

  /// A name of letters, digits and joints, beginning with a letter, of 32 signs at most.
  static func safe(_ name: String, joint: Character) -> String {
    let kept = name.unicodeScalars.prefix(32).map { scalar in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain || (joint == "-" && scalar == "_") ? Character(scalar) : joint
    }
    guard let first = kept.first, first.isLetter else { return "x" + String(kept) }
    return String(kept)
  }
}

extension Document {
  /// The document with identifiers only where they stand first, as a place has one name.
  var withDistinctIdentifiers: Document {
    var taken: Set<String> = []
    var document = self
    document.blocks = blocks.map { $0.withDistinctIdentifiers(&taken) }
    return document
  }
}

extension Document.Block {
  fileprivate func withDistinctIdentifiers(_ taken: inout Set<String>) -> Document.Block {
    switch self {
    case .heading(let level, let text, let id?) where !taken.insert(id).inserted:
      return .heading(level: level, text)
    case .dialogue(var dialogue):
      if let id = dialogue.id, !taken.insert(id).inserted { dialogue.id = nil }
      return .dialogue(dialogue)
    case .list(let items, let isOrdered):
      var distinct: [[Document.Block]] = []
      for item in items { distinct.append(item.map { $0.withDistinctIdentifiers(&taken) }) }
      return .list(distinct, isOrdered: isOrdered)
    case .heading, .paragraph, .quotation, .table, .figure, .pageBreak: return self
    }
  }

  /// Identifiers of this block and those inside.
  fileprivate var ids: [String] {
    switch self {
    case .heading(_, _, let id): id.map { [$0] } ?? []
    case .dialogue(let dialogue): dialogue.id.map { [$0] } ?? []
    case .list(let items, _): items.joined().flatMap(\.ids)
    case .paragraph, .quotation, .table, .figure, .pageBreak: []
    }
  }

  /// All running text of this block and those inside.
  fileprivate var texts: [Document.Inline] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): text
    case .quotation(let paragraphs): Array(paragraphs.joined())
    case .dialogue(let dialogue): dialogue.rows.flatMap(\.texts) + dialogue.source
    case .list(let items, _): items.joined().flatMap(\.texts)
    case .figure(let picture): picture.caption
    case .table, .pageBreak: []
    }
  }
}

extension Document.Dialogue.Row {
  fileprivate var texts: [Document.Inline] {
    switch self {
    case .turn(let turn): turn.label + Array(turn.texts.joined())
    case .line(let text): text
    }
  }
}

extension Document.Inline {
  /// What links inside lead to.
  fileprivate var addresses: [String] {
    switch self {
    case .link(let text, let address): [address] + text.flatMap(\.addresses)
    case .emphasis(let text), .strong(let text), .superscript(let text), .footnote(let text):
      text.flatMap(\.addresses)
    case .text, .code, .lineBreak: []
    }
  }
}

extension [Document.Inline] {
  /// The words alone: no footnotes, line breaks as spaces.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text.onOneLine
      case .emphasis(let text), .strong(let text), .superscript(let text), .link(let text, _):
        text.plainText
      case .footnote: ""
      case .lineBreak: " "
      }
    }
    .joined()
  }
}

extension Document.Dialogue {
  /// How many columns of text the excerpt has: as its heads or its widest turn.
  var columns: Int {
    rows.reduce(max(1, heads.count)) { most, row in
      if case .turn(let turn) = row { Swift.max(most, turn.texts.count) } else { most }
    }
  }

  /// The turns without the lines across.
  var turns: [Turn] {
    rows.compactMap { if case .turn(let turn) = $0 { turn } else { nil } }
  }

  var hasNumbers: Bool { turns.contains { $0.number != nil } }
  var hasTimes: Bool { turns.contains { $0.time != nil } }
  var hasLabels: Bool { turns.contains { !$0.label.isEmpty } }
}

extension Document.Dialogue.Turn {
  /// The words of a column, empty where the turn has none.
  func text(_ column: Int) -> [Document.Inline] {
    texts.indices.contains(column) ? texts[column] : []
  }
}
