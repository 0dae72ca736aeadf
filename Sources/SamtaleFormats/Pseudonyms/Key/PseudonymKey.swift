import CSodium
import Samtale

/// What is to stand for what: the identifiers of a corpus, their forms, and what was decided about
/// them.
///
/// With the key one finds back to the people, so it does not belong beside what is shared: keep it
/// apart and locked (``KeyLock``).
public struct PseudonymKey: Hashable, Sendable {
  /// What is done with a form.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// It is replaced everywhere.
    case replace
    /// It stays, and nothing shorter inside it is replaced.
    case keep
    /// Somebody has to decide; until then it stays.
    case ask
  }

  /// A place where a form stands, to decide by.
  public struct Context: Hashable, Sendable {
    /// The words around it, the form between « and ».
    public var text: String
    /// Transcript, utterance and line: `team1-m1 u7 :112`.
    public var place: String

    public init(text: String, place: String) {
      self.text = text
      self.place = place
    }
  }

  /// One way to write an identifier. Genitives and capitals are forms of their own only where they
  /// are decided differently.
  public struct Form: Hashable, Sendable {
    public var text: String
    public var replacement: String
    public var decision: Decision
    public var source: IdentifierSource
    /// How often it stands in the texts that were searched; `nil` if nobody counted.
    public var count: Int?
    /// At most two.
    public var contexts: [Context]

    public init(
      _ text: String, replacement: String, decision: Decision = .replace,
      source: IdentifierSource = .key, count: Int? = nil, contexts: [Context] = []
    ) {
      self.text = text
      self.replacement = replacement
      self.decision = decision
      self.source = source
      self.count = count
      self.contexts = contexts
    }
  }

  /// All forms of one identifier: a person with full name, given name and nickname.
  public struct Entry: Hashable, Sendable {
    /// Unique in the key and never given anew, such as `person-3`.
    public var id: String
    public var kind: IdentifierKind
    public var forms: [Form]

    public init(id: String, kind: IdentifierKind, forms: [Form]) {
      self.id = id
      self.kind = kind
      self.forms = forms
    }
  }

  public var entries: [Entry]
  /// By how many days all dates are moved, if they are: one number for the whole corpus, so that
  /// the days between two dates stay. See ``DateGeneralisation/shifted(days:)``.
  public var dateShift: Int?

  public init(entries: [Entry] = [], dateShift: Int? = nil) {
    self.entries = entries
    self.dateShift = dateShift
  }

  /// Chooses by how many days dates are moved, at random and not 0, unless that is chosen already.
  /// - Parameter days: At most this many days, forward or back; at least 1.
  public mutating func chooseDateShift(upTo days: Int = 365) {
    guard dateShift == nil, sodium_init() >= 0 else { return }
    let bound = UInt32(clamping: max(1, days))
    let size = Int(randombytes_uniform(bound)) + 1
    dateShift = randombytes_uniform(2) == 0 ? size : -size
  }

  /// The forms that wait for a decision.
  public var undecided: [Form] {
    entries.flatMap(\.forms).filter { $0.decision == .ask }
  }

  /// The key with every form that waits for a decision decided in the same way.
  /// - Parameters:
  ///   - decision: What is decided.
  ///   - kinds: Only forms of these kinds; `nil` is all.
  /// - Returns: The key with what was decided before as it is.
  public func deciding(_ decision: Decision, kinds: Set<IdentifierKind>? = nil) -> PseudonymKey {
    var key = self
    for i in key.entries.indices where kinds?.contains(key.entries[i].kind) ?? true {
      for k in key.entries[i].forms.indices where key.entries[i].forms[k].decision == .ask {
        key.entries[i].forms[k].decision = decision
      }
    }
    return key
  }

  /// What may be meant otherwise: letters that were lost when the table was saved, two identifiers
  /// with one replacement, and replacements that hold a form which is itself replaced.
  /// - Parameter file: The name under which the warnings speak of the key.
  /// - Returns: Warnings in the order of the entries.
  public func warnings(named file: String = "") -> [Diagnostic] {
    var owners: [String: String] = [:]
    var warnings = lostLetters(named: file)
    let pseudonymiser = Pseudonymiser(key: self)
    for entry in entries {
      let replaced = entry.forms.filter { $0.decision == .replace }
      for replacement in Set(replaced.map(\.replacement)).sorted() {
        if let other = owners[replacement.lowercased()], other != entry.id, !entry.kind.isGeneral {
          warnings.append(
            Diagnostic(
              .warning, .badKey, file: file,
              "\(other) and \(entry.id) are both replaced by “\(replacement)”",
              do: "give each its own, unless they are the same"))
        }
        owners[replacement.lowercased()] = entry.id
        if entry.kind.isName, !pseudonymiser.rewrites(in: replacement).isEmpty {
          warnings.append(
            Diagnostic(
              .warning, .badKey, file: file,
              "“\(replacement)”, which stands for \(entry.id), is itself replaced",
              do: "choose a replacement that nobody in the talk is called"))
        }
      }
    }
    return warnings
  }
}

extension PseudonymKey {
  /// Warnings of forms in which a spreadsheet wrote other signs for letters it could not save.
  private func lostLetters(named file: String) -> [Diagnostic] {
    entries.flatMap(\.forms).filter { Self.hasLostLetter($0.text) }.map { form in
      Diagnostic(
        .warning, .encoding, file: file,
        "letters of “\(form.text)” were lost when the table was saved",
        do: "write the form anew, and save the table as CSV UTF-8")
    }
  }

  /// U+FFFD, or a question mark between letters: `Bj?rn`.
  private static func hasLostLetter(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { i in
      scalars[i] == "\u{FFFD}"
        || (scalars[i] == "?" && i > 0 && i + 1 < scalars.count
          && scalars[i - 1].properties.isAlphabetic && scalars[i + 1].properties.isAlphabetic)
    }
  }
}

extension IdentifierKind {
  /// Whether several identifiers may well have the same replacement: two dates in one month.
  var isGeneral: Bool { self == .date || self == .age }
}
