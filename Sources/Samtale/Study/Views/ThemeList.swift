/// The themes of a study with what they are built from and how they were tried.
public struct ThemeList: Sendable {
  /// One theme.
  public struct Row: Hashable, Sendable {
    public var theme: Theme
    public var overarching: NamedObject?
    /// Codes it is built from; a merged code is the one that took it over.
    public var codes: [NamedObject]
    public var extracts: [Extract]
    /// Extracts that go against it.
    public var contrary: [Extract]
    public var reviews: [Review]
    /// Where it is shown, by meeting: context, no measure of how important the theme is.
    public var places: [Place]
  }

  /// A coding or meaning unit that the researchers chose for a theme, or against it.
  public struct Extract: Hashable, Sendable {
    public var id: Identifier
    public var transcript: NamedObject
    /// Names of its utterances.
    public var place: String
    /// `nil` if the transcript is not at hand or the place is no longer found.
    public var quotation: Quotation?
    /// Labels of who speaks.
    public var speakers: [String]
    /// What the researcher wrote on the choice.
    public var note: String?
  }

  public struct Review: Hashable, Sendable {
    public var review: ThemeReview
    public var reviewer: NamedObject?
  }

  /// A meeting in which a theme is shown.
  public struct Place: Hashable, Sendable {
    public var transcript: NamedObject
    public var team: String?
    /// Roles of those who speak in the passages.
    public var roles: [String]
    /// Names of the utterances: chosen extracts, and passages with the theme's codes.
    public var utterances: [String]
  }

  /// In the order of ``Study/themesInOrder``.
  public let rows: [Row]

  public init(_ corpus: StudyCorpus) {
    let maker = ThemeListMaker(corpus)
    rows = corpus.study.themesInOrder.map(maker.row)
  }

  private init(rows: [Row]) { self.rows = rows }

  /// The same themes with those that were given up at the end.
  public var discardedLast: ThemeList {
    ThemeList(
      rows: rows.filter { $0.theme.status != .discarded }
        + rows.filter { $0.theme.status == .discarded })
  }
}

private struct ThemeListMaker {
  let corpus: StudyCorpus
  let labels: StudyLabels
  let codings: [PlacedCoding]
  let reviews: [ThemeReview]
  let links: [Link]

  init(_ corpus: StudyCorpus) {
    self.corpus = corpus
    labels = StudyLabels(corpus.study)
    codings = corpus.codings()
    reviews = corpus.study.all(ThemeReview.self)
    links = corpus.study.all(Link.self)
  }

  func row(_ theme: Theme) -> ThemeList.Row {
    let codes = targets(theme, .themeCode).compactMap(\.to).map { corpus.study.heir(of: $0) }.once()
    let chosen = targets(theme, .themeExtract)
    return ThemeList.Row(
      theme: theme, overarching: theme.parent.map(labels.theme), codes: codes.map(labels.code),
      extracts: chosen.compactMap(extract),
      contrary: targets(theme, .themeContrary).compactMap(extract),
      reviews: reviews.filter { $0.theme == theme.id }.map {
        .init(review: $0, reviewer: labels.researcher($0.reviewer))
      },
      places: places(Set(codes), chosen.compactMap { $0.to.flatMap(anchor) }))
  }

  /// Links of a theme, one for each object they lead to.
  private func targets(_ theme: Theme, _ relation: Link.Relation) -> [Link] {
    var seen: Set<Identifier> = []
    return links.filter { link in
      link.relation == relation && link.from == theme.id
        && (link.to.map { seen.insert($0).inserted } ?? false)
    }
  }

  private func anchor(_ id: Identifier) -> Anchor? {
    corpus.study.object(Coding.self, id)?.anchor
      ?? corpus.study.object(MeaningUnit.self, id)?.anchor
  }

  private func extract(_ link: Link) -> ThemeList.Extract? {
    guard let id = link.to, let anchor = anchor(id) else { return nil }
    let place = UnitPlace(anchor, corpus, labels)
    return ThemeList.Extract(
      id: id, transcript: place.transcript, place: place.name, quotation: place.quotation,
      speakers: place.speakers, note: link.note)
  }

  private func places(_ codes: Set<Identifier>, _ chosen: [Anchor]) -> [ThemeList.Place] {
    var stretches: [Identifier: [TextStretch]] = [:]
    for placed in codings where codes.contains(placed.code) {
      guard let id = placed.coding.anchor?.transcript, placed.placement.status != .lost else {
        continue
      }
      stretches[id, default: []] += placed.placement.stretches
    }
    for anchor in chosen {
      guard let id = anchor.transcript, let placement = corpus.place(anchor),
        placement.status != .lost
      else { continue }
      stretches[id, default: []] += placement.stretches
    }
    return corpus.inOrder.compactMap { version in
      stretches[version.id].map { place(version, $0) }
    }
  }

  private func place(_ version: TranscriptVersion, _ stretches: [TextStretch]) -> ThemeList.Place {
    let transcript = version.transcript
    let speakers = Set(stretches.flatMap { transcript.utterances[$0.utterance].speakers })
    let roles = Set(speakers.flatMap { transcript.participants[$0].roles })
    return ThemeList.Place(
      transcript: labels.transcript(version.id), team: transcript.team?.display,
      roles: roles.sorted(),
      utterances: stretches.isEmpty
        ? ["whole transcript"] : version.ranges(of: stretches.map(\.utterance)))
  }
}

/// Where an anchor lies, in words, and what is said there.
struct UnitPlace {
  let transcript: NamedObject
  let name: String
  let quotation: Quotation?
  let speakers: [String]

  init(_ anchor: Anchor, _ corpus: StudyCorpus, _ labels: StudyLabels) {
    guard let id = anchor.transcript else {
      transcript = NamedObject(id: Identifier(high: 0, low: 0), name: "data set")
      (name, quotation, speakers) = ("data set", nil, [])
      return
    }
    transcript = labels.transcript(id)
    guard let version = corpus.transcripts[id], let placement = corpus.place(anchor) else {
      let why = corpus.study.isWithdrawn(anchor) ? "transcript withdrawn" : "transcript not at hand"
      (name, quotation, speakers) = (why, nil, [])
      return
    }
    let stretches = placement.stretches
    quotation = Quotation(version, stretches)
    let people = version.transcript.participants
    speakers = quotation?.speakers.map { people[$0].label ?? people[$0].id } ?? []
    name =
      placement.status == .lost
      ? "place not found"
      : stretches.isEmpty
        ? "whole transcript"
        : version.ranges(of: stretches.map(\.utterance)).joined(separator: ", ")
  }
}
