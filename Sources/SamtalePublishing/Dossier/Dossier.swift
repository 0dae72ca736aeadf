import Samtale

/// What a project knows of the things that reporting guidelines ask for, with the source of each
/// fact, and the questions that only its authors can answer.
///
/// A dossier ticks no boxes: a guideline is met by what a paper says, not by a list. What the
/// project does not hold is a question, never a guess.
///
/// ```swift
/// let dossier = Dossier(
///   DossierInput(
///     corpus: try project.corpus(), events: try project.events(), digest: try project.head().digest,
///     findings: try project.verify(), software: "Samtale 0.1.0"))
/// let text = try dossier.document.rendered(as: .markdown)
/// ```
public struct Dossier: Sendable, Hashable {
  /// Guidelines for reporting qualitative research. Their wording is their authors'; items are named
  /// here by number and in words of our own.
  public enum Guideline: String, Sendable, CaseIterable {
    /// Tong, Sainsbury & Craig 2007: 32 items, for interviews and focus groups.
    case coreq
    /// O'Brien, Harris, Beckman, Reed & Cook 2014: 21 items, for qualitative research.
    case srqr
    /// Braun & Clarke 2024, for reflexive thematic analysis.
    case rtarg
  }

  /// Something that the project knows.
  public struct Fact: Sendable, Hashable {
    /// The fact in a sentence.
    public var text: String
    /// Where in the project it comes from.
    public var source: String

    public init(_ text: String, source: String) {
      self.text = text
      self.source = source
    }
  }

  /// One thing that a guideline asks for.
  public struct Item: Sendable, Hashable {
    /// The guideline's number; where it has none, a letter of ours.
    public var number: String
    /// What it is about, in our words.
    public var topic: String
    public var facts: [Fact]
    /// Questions to the authors.
    public var questions: [String]
    /// What to mind before following the item.
    public var caution: String?

    public init(
      _ number: String, _ topic: String, facts: [Fact] = [], questions: [String] = [],
      caution: String? = nil
    ) {
      self.number = number
      self.topic = topic
      self.facts = facts
      self.questions = questions
      self.caution = caution
    }
  }

  /// Items that belong together.
  public struct Group: Sendable, Hashable {
    public var title: String
    public var items: [Item]
  }

  /// One guideline.
  public struct Section: Sendable, Hashable {
    public var guideline: Guideline
    /// What to mind with the declared method.
    public var caution: String?
    public var groups: [Group]

    public var items: [Item] { groups.flatMap(\.items) }
  }

  /// The title of the study; empty if the project has none.
  public var title: String
  public var sections: [Section]
  /// Tables that items refer to, as appendices A, B and so on.
  public var appendices: [Table]
}

extension Dossier.Guideline {
  /// The short name.
  public var name: String { rawValue.uppercased() }

  /// Where the guideline was published.
  public var reference: String {
    switch self {
    case .coreq:
      "Tong A, Sainsbury P, Craig J (2007). Consolidated criteria for reporting qualitative research "
        + "(COREQ). International Journal for Quality in Health Care 19(6), 349–357."
    case .srqr:
      "O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014). Standards for reporting "
        + "qualitative research. Academic Medicine 89(9), 1245–1251."
    case .rtarg:
      "Braun V, Clarke V (2024). Supporting best practice in reflexive thematic analysis reporting "
        + "in Palliative Medicine. Palliative Medicine 38(6), 608–616."
    }
  }

  /// The guidelines that suit a method, in the order in which they are worth reading. What was made
  /// for reflexive thematic analysis is left out where another method is declared.
  public static func suited(to method: MethodProfile) -> [Dossier.Guideline] {
    switch method {
    case .reflexiveTA: [.rtarg, .coreq, .srqr]
    case .none: [.coreq, .srqr, .rtarg]
    case .stc, .codebookTA, .codingReliabilityTA: [.coreq, .srqr]
    }
  }
}

/// What a dossier is made from.
public struct DossierInput: Sendable {
  public var corpus: StudyCorpus
  /// The whole log, in any order.
  public var events: [Event]
  /// The digest of the log, in hexadecimal digits.
  public var digest: String
  /// What verifying the project file found; `nil` if it was not verified.
  public var findings: [Diagnostic]?
  /// The program and its version: `Samtale 0.1.0`.
  public var software: String

  public init(
    corpus: StudyCorpus, events: [Event], digest: String, findings: [Diagnostic]?,
    software: String
  ) {
    self.corpus = corpus
    self.events = events
    self.digest = digest
    self.findings = findings
    self.software = software
  }
}

extension Dossier {
  /// Gathers what a project knows.
  /// - Parameters:
  ///   - input: The study, its transcripts and its log.
  ///   - guidelines: Which guidelines, in which order; `nil` is those that suit the declared method.
  public init(_ input: DossierInput, guidelines: [Guideline]? = nil) {
    let maker = DossierMaker(input)
    title = maker.study.profile?.title ?? ""
    sections = (guidelines ?? Guideline.suited(to: maker.method)).map { guideline in
      switch guideline {
      case .coreq: maker.coreq
      case .srqr: maker.srqr
      case .rtarg: maker.rtarg
      }
    }
    appendices = maker.appendices.map(\.table)
  }
}
