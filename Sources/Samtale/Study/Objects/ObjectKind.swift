/// The kinds of things that a study is made of.
public enum ObjectKind: String, Sendable, CaseIterable {
  /// The study itself: title, method, research question. There is one.
  case study
  case researcher
  /// A transcript under study, in its present version.
  case transcript
  /// A fact about a participant that the transcript does not state.
  case attribute
  case code
  /// A set of codes; in systematic text condensation a code group, home of meaning units.
  case group
  /// A relation between two objects: a code in a group, a code or extract under a theme …
  case link
  case round
  /// A code given to a place by somebody.
  case coding
  /// Somebody read a transcript or some turns of it.
  case visit
  case memo
  case theme
  case review
  case preliminaryThemes
  case meaningUnit
  case subgroup
  case condensate
  case analyticText
  /// A category held against a whole transcript (recontextualisation).
  case contextCheck
  /// Turns chosen for print, with what was left out, added or replaced.
  case excerpt
  /// How many people, teams or meetings something is said to hold for, with its evidence.
  case claim
  case restorePoint
  /// What a turn says in another language.
  case translation

  /// The kind in words.
  public var title: String {
    switch self {
    case .group: "code group"
    case .preliminaryThemes: "list of preliminary themes"
    case .meaningUnit: "meaning unit"
    case .analyticText: "analytic text"
    case .contextCheck: "recontextualisation check"
    case .restorePoint: "restore point"
    default: rawValue
    }
  }
}

/// One object of a study, as its fields.
public struct Record: Hashable, Sendable {
  public var kind: ObjectKind
  /// The fields that hold something.
  public var fields: Fields

  public init(_ kind: ObjectKind, _ fields: Fields) {
    self.kind = kind
    self.fields = fields
  }
}

/// A typed view of one kind of object. What it does not know (fields of a later version) it keeps.
public protocol StudyObject: Hashable, Sendable {
  static var kind: ObjectKind { get }
  var id: Identifier { get }
  var fields: Fields { get set }
  init(id: Identifier, fields: Fields)
}
