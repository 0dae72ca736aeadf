/// How much was replaced, by what it stood in.
public struct RewriteCounts: Hashable, Sendable {
  /// Where words of people stand in a transcript or a study.
  public enum Field: String, CaseIterable, Sendable {
    // Transcripts
    case words, contributions, descriptions, notes, headings, topics, people, teams
    case classifications, header, annotations
    // Studies
    case codes, memos, themes, condensation, texts, excerpts, translations, researchers, study
    case reasons
    // Both
    case identifiers, fileNames, dates

    /// The field in words.
    public var title: String {
      switch self {
      case .words: "words of the talk"
      case .contributions: "embedded contributions"
      case .descriptions: "descriptions of events"
      case .people: "labels, names and facts of people"
      case .header: "header"
      case .annotations: "annotations beside the talk"
      case .codes: "codes and remarks on codings"
      case .themes: "themes, reviews and claims"
      case .condensation: "meaning units, condensates and checks"
      case .texts: "analytic texts"
      case .study: "the study's own description"
      case .reasons: "reasons of changes"
      case .fileNames: "names of files and recordings"
      case .dates: "dates"
      default: rawValue
      }
    }
  }

  private var numbers: [Field: Int] = [:]
  /// Identifiers of utterances that hold something to be replaced. They stay, since everything
  /// points to them.
  public var keptIdentifiers = 0

  public init() {}

  /// How many stretches of a field were replaced.
  public subscript(field: Field) -> Int {
    get { numbers[field] ?? 0 }
    set { numbers[field] = newValue == 0 ? nil : newValue }
  }

  /// How many stretches were replaced in all.
  public var total: Int { numbers.values.reduce(0, +) }

  public static func + (a: RewriteCounts, b: RewriteCounts) -> RewriteCounts {
    var sum = a
    for (field, number) in b.numbers { sum[field] += number }
    sum.keptIdentifiers += b.keptIdentifiers
    return sum
  }
}
