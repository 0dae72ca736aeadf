/// What objects of a study are called in a TEI file: a letter for the kind and the identifier, such
/// as `c-0190a8c4-2f1e-7c3a-9d02-3b6a5c1e8f70`, which is a name that XML allows (NCName).
///
/// The whole identifier stands in the name, so that reading back gives the same objects and two
/// objects never share a name.
enum ExchangeName: String {
  case code = "c"
  case theme = "th"
  case group = "g"
  case subgroup = "sg"
  case researcher = "r"
  case round = "cr"
  case coding = "k"
  case meaningUnit = "mu"
  case memo = "m"
  case link = "l"
  case translation = "tl"
  case translator = "tr"

  func name(_ id: Identifier) -> String { "\(rawValue)-\(id)" }
  func pointer(_ id: Identifier) -> String { "#" + name(id) }

  /// The identifier in a name that was made here; `nil` for other people's names.
  func identifier(_ name: String?) -> Identifier? {
    guard let name, name.hasPrefix(rawValue + "-") else { return nil }
    let rest = name.dropFirst(rawValue.count + 1)
    return rest.utf8.count == 36 ? Identifier(String(rest)) : nil
  }

  init?(_ kind: ObjectKind) {
    switch kind {
    case .code: self = .code
    case .theme: self = .theme
    case .group: self = .group
    case .subgroup: self = .subgroup
    case .researcher: self = .researcher
    case .coding: self = .coding
    case .meaningUnit: self = .meaningUnit
    case .translation: self = .translation
    default: return nil
    }
  }
}

extension Identifier {
  /// An identifier made from names: the same names always give the same one. A UUID of version 8
  /// (RFC 9562, section 5.8) from FNV-1a with 128 bits (Fowler, Noll and Vo 1991).
  public init(deriving parts: [String]) {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
    for part in parts {
      // The length keeps ["ab", "c"] and ["a", "bc"] apart.
      for byte in Array("\(part.utf8.count):".utf8) + Array(part.utf8) {
        hash = (hash ^ UInt128(byte)) &* prime
      }
    }
    let high = UInt64(truncatingIfNeeded: hash >> 64)
    let low = UInt64(truncatingIfNeeded: hash)
    self.init(
      high: high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63)
  }
}

/// Gives identifiers that were made from names (``Identifier/init(deriving:)``) others that nobody
/// can make who guesses the name.
package struct IdentifierRenaming: Sendable {
  private let rename: @Sendable (Identifier) -> Identifier
  /// Identifiers that are made from nothing that is secret, and must stay to be made again.
  private var fixed: Set<Identifier> = []

  /// - Parameter rename: What an identifier becomes; always the same, and unlike all others.
  package init(_ rename: @escaping @Sendable (Identifier) -> Identifier) { self.rename = rename }

  mutating func keep(_ id: Identifier) { fixed.insert(id) }

  /// What an identifier becomes; `nil` if it stays.
  func new(_ id: Identifier) -> Identifier? {
    let isDerived = id.high & 0xF000 == 0x8000
    return isDerived && !fixed.contains(id) ? rename(id) : nil
  }

  /// A name such as `c-0190a8c4-…` with the identifier at its end renamed; `nil` if it stays.
  func name(_ name: String) -> String? {
    let bytes = name.utf8
    guard bytes.count > 37,
      let start = bytes.index(bytes.endIndex, offsetBy: -36, limitedBy: bytes.startIndex),
      bytes[bytes.index(before: start)] == UInt8(ascii: "-"),
      let id = Identifier(String(name[start...]))
    else { return nil }
    return new(id).map { name[..<start] + $0.description }
  }

  /// A value with every identifier inside it renamed.
  func value(_ value: Value) -> Value {
    switch value {
    case .text(let text):
      guard text.utf8.count == 36, let new = Identifier(text).flatMap(new) else { return value }
      return Value(new)
    case .list(let list): return .list(list.map(self.value))
    case .object(let fields): return .object(self.fields(fields))
    case .null, .flag, .number: return value
    }
  }

  func fields(_ old: Fields) -> Fields {
    Fields(
      old.map { name, value in
        (Identifier(name).flatMap(new)?.description ?? name, self.value(value))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// An event on the same things under their new identifiers.
  func event(_ old: Event) -> Event {
    var new = old
    new.actor = self.new(old.actor) ?? old.actor
    new.change.object = self.new(old.change.object) ?? old.change.object
    new.change.before = old.change.before.map(fields)
    new.change.after = old.change.after.map(fields)
    return new
  }
}

/// Text as the content of a TEI element holds it.
///
/// Reading TEI makes runs of white space one space, as XML processors do; line ends are therefore
/// written as U+2028, the line separator of Unicode, and read as line ends again.
enum ExchangeText {
  /// The text as it is written: line ends as U+2028, other white space collapsed, characters that
  /// XML 1.0 forbids as U+FFFD.
  static func written(_ text: String) -> String {
    var written = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: continue
      case 0x0A, 0x0D: written.unicodeScalars.append("\u{2028}")
      case 0x09, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: written.unicodeScalars.append(scalar)
      default: written.unicodeScalars.append("\u{FFFD}")
      }
    }
    return written.collapsed
  }

  /// The text that was written, line ends as `\n`.
  static func read(_ text: String) -> String {
    var read = ""
    for scalar in text.unicodeScalars {
      read.unicodeScalars.append(scalar == "\u{2028}" ? "\n" : scalar)
    }
    return read
  }

  /// Whether two texts are the same but for white space.
  static func same(_ a: String?, _ b: String?) -> Bool {
    a == b || written(a ?? "") == written(b ?? "")
  }
}
