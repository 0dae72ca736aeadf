/// The work of systematic text condensation (Malterud 2012) from code groups to meaning units and
/// condensates, with what is still missing.
public struct CondensationView: Sendable {
  /// A code group.
  public struct Group: Hashable, Sendable {
    public var group: NamedObject
    /// The heading of the result category, if an analytic text is written; else the group's title.
    public var heading: String
    public var subgroups: [Part]
    /// Meaning units that lie in no subgroup yet.
    public var loose: [Unit]
    /// Whether the group was given up.
    public var isDissolved: Bool

    /// All meaning units at home in it.
    public var units: [Unit] { subgroups.flatMap(\.units) + loose }
  }

  /// A subgroup.
  public struct Part: Hashable, Sendable {
    public var subgroup: NamedObject
    public var units: [Unit]
    public var condensates: [Written]

    /// Units that a condensate neither uses nor sets aside.
    public var uncovered: [Unit] { units.filter { $0.use == .open } }
  }

  /// A condensate. It was written by the researchers and nobody said it; it has no ``Quotation``
  /// and is never printed as one.
  public struct Written: Hashable, Sendable {
    public var condensate: Condensate
    public var by: NamedObject?
  }

  /// A meaning unit.
  public struct Unit: Hashable, Sendable {
    /// What became of it in the condensates of its subgroup.
    public enum Use: Hashable, Sendable {
      case used
      case setAside(reason: String)
      /// Neither used nor set aside.
      case open
    }

    public var unit: MeaningUnit
    public var transcript: NamedObject
    /// Names of its utterances.
    public var place: String
    /// What was said; `nil` if the place is not at hand or no longer found.
    public var quotation: Quotation?
    public var speakers: [String]
    public var use: Use
    /// The code group of the unit that this is a copy of.
    public var copiedFrom: NamedObject?
  }

  /// Verdicts on a category in a transcript; none means that it has not been held against it yet.
  public struct Verdict: Hashable, Sendable {
    public var check: ContextCheck
    public var by: NamedObject?
  }

  public let groups: [Group]
  /// The transcripts of the study that are not withdrawn, in the order of their names.
  public let transcripts: [NamedObject]
  /// By code group and transcript.
  public let verdicts: [Identifier: [Identifier: [Verdict]]]

  public init(_ corpus: StudyCorpus) {
    let maker = CondensationMaker(corpus)
    let all = corpus.study.all(CodeGroup.self).sorted {
      (($0.fields["order"]?.number ?? .max), $0.id) < (($1.fields["order"]?.number ?? .max), $1.id)
    }
    groups = all.map(maker.group)
    transcripts = corpus.study.all(StudyTranscript.self).filter { !$0.isWithdrawn }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      .map { NamedObject(id: $0.id, name: $0.name) }
    var verdicts: [Identifier: [Identifier: [Verdict]]] = [:]
    for check in corpus.study.all(ContextCheck.self) {
      guard let group = check.group, let transcript = check.transcript else { continue }
      verdicts[group, default: [:]][transcript, default: []].append(
        Verdict(check: check, by: maker.labels.researcher(check.by)))
    }
    self.verdicts = verdicts
  }

  /// Categories that have not been held against a transcript yet.
  public var unchecked: [(group: NamedObject, transcript: NamedObject)] {
    groups.filter { !$0.isDissolved }.flatMap { group in
      transcripts.filter { verdicts[group.group.id]?[$0.id] == nil }.map { (group.group, $0) }
    }
  }

  /// Meaning units of a code group in a transcript: a cell of the matrix of step 2.
  public func units(of group: Identifier, in transcript: Identifier) -> [Unit] {
    groups.first { $0.group.id == group }?.units.filter { $0.transcript.id == transcript } ?? []
  }
}

private struct CondensationMaker {
  typealias View = CondensationView

  let corpus: StudyCorpus
  let labels: StudyLabels
  let units: [Identifier: [MeaningUnit]]
  let subgroups: [Identifier: [Subgroup]]
  let condensates: [Identifier: [Condensate]]
  let texts: [AnalyticText]

  init(_ corpus: StudyCorpus) {
    let study = corpus.study
    self.corpus = corpus
    labels = StudyLabels(study)
    let none = Identifier(high: 0, low: 0)
    units = Dictionary(grouping: study.all(MeaningUnit.self)) { $0.group ?? none }
    subgroups = Dictionary(
      grouping: study.all(Subgroup.self).sorted {
        (($0.fields["order"]?.number ?? .max), $0.id)
          < (($1.fields["order"]?.number ?? .max), $1.id)
      }
    ) { $0.group ?? none }
    condensates = Dictionary(grouping: study.all(Condensate.self)) { $0.subgroup ?? none }
    texts = study.all(AnalyticText.self)
  }

  func group(_ group: CodeGroup) -> View.Group {
    let own = (units[group.id] ?? []).filter { !corpus.study.isWithdrawn($0.anchor) }
    return View.Group(
      group: NamedObject(id: group.id, name: group.title),
      heading: texts.last { $0.group == group.id }?.heading ?? group.title,
      subgroups: (subgroups[group.id] ?? []).map { part in
        self.part(part, own.filter { $0.subgroup == part.id })
      },
      loose: own.filter { $0.subgroup == nil }.map { unit($0, .open) },
      isDissolved: group.isDissolved)
  }

  private func part(_ part: Subgroup, _ own: [MeaningUnit]) -> View.Part {
    let written = condensates[part.id] ?? []
    let used = Set(written.flatMap { $0.sentences.flatMap(\.units) })
    let aside = Dictionary(
      written.flatMap(\.setAside).map { ($0.unit, $0.reason) }, uniquingKeysWith: { a, _ in a })
    return View.Part(
      subgroup: NamedObject(id: part.id, name: part.title),
      units: own.map { unit in
        self.unit(
          unit,
          used.contains(unit.id)
            ? .used : aside[unit.id].map { .setAside(reason: $0) } ?? .open)
      },
      condensates: written.map { .init(condensate: $0, by: labels.researcher($0.by)) })
  }

  private func unit(_ unit: MeaningUnit, _ use: View.Unit.Use) -> View.Unit {
    let place = UnitPlace(
      unit.anchor ?? Anchor(.dataSet, transcript: nil), corpus, labels)
    let original = corpus.study.object(MeaningUnit.self, unit.copyOf)
    return View.Unit(
      unit: unit, transcript: place.transcript, place: place.name, quotation: place.quotation,
      speakers: place.speakers, use: use, copiedFrom: original?.group.map(labels.group))
  }
}
