/// What was done with the characters of a file, in Unicode scalars.
///
/// `read` is counted before anything is decided; the other counts must add up to it.
public struct TextAccounting: Hashable, Sendable {
  /// All character data of the document.
  public var read = 0
  private var byCategory = Array(repeating: 0, count: Category.allCases.count)
  /// Spaces that were added between tokens or segments; not part of `read`.
  public var insertedSpaces = 0

  public init() {}

  /// Characters of one category.
  public subscript(category: Category) -> Int {
    get { byCategory[Int(category.rawValue)] }
    set { byCategory[Int(category.rawValue)] = newValue }
  }

  /// Kept or skipped, by category; categories without characters are left out.
  public var counts: [Category: Int] {
    Dictionary(
      uniqueKeysWithValues: Category.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    )
  }

  /// What characters can be.
  public enum Category: UInt8, CaseIterable, Sendable, Comparable {
    case speech, contributions, descriptions, notes, headings, labels, header, annotations
    case collapsed, layout, outside, unknown
    // Of other formats than TEI.
    case names, times, markup, refused

    /// The category in words.
    public var name: String {
      switch self {
      case .speech: "speech"
      case .contributions: "embedded contributions"
      case .descriptions: "descriptions of events"
      case .notes: "notes"
      case .headings: "headings"
      case .labels: "printed speaker labels"
      case .header: "header and people"
      case .annotations: "annotations"
      case .collapsed: "white space collapsed in speech"
      case .layout: "white space between elements"
      case .outside: "text outside utterances"
      case .unknown: "text in markup that is not read"
      case .names: "names of speakers"
      case .times: "time stamps and identifiers"
      case .markup: "markup of the imported format"
      case .refused: "parts that could not be understood"
      }
    }

    /// Whether the characters are kept in the model.
    public var isKept: Bool {
      switch self {
      case .collapsed, .layout, .outside, .unknown, .labels, .markup, .refused: false
      default: true
      }
    }

    public static func < (a: Category, b: Category) -> Bool { a.rawValue < b.rawValue }
  }

  /// Counts characters under another category.
  mutating func move(_ count: Int, from: Category, to: Category) {
    guard count > 0 else { return }
    self[from] -= count
    self[to] += count
  }

  /// Characters kept.
  public var kept: Int { Category.allCases.filter(\.isKept).reduce(0) { $0 + self[$1] } }
  /// Characters skipped.
  public var skipped: Int { Category.allCases.filter { !$0.isKept }.reduce(0) { $0 + self[$1] } }
  /// Whether every character that was read is accounted for.
  public var isComplete: Bool { kept + skipped == read }

  /// The sum of two files.
  public static func + (a: TextAccounting, b: TextAccounting) -> TextAccounting {
    var sum = a
    sum.read += b.read
    sum.insertedSpaces += b.insertedSpaces
    for category in Category.allCases { sum[category] += b[category] }
    return sum
  }
}
