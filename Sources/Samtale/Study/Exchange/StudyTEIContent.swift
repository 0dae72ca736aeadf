/// What a study says of its transcripts, by transcript, ready to be written.
struct StudyTEIContent {
  let study: Study
  let taxonomy: Taxonomy
  /// A coding or meaning unit with its place in the present version.
  struct Placed<Item: Sendable>: Sendable {
    var item: Item
    var anchor: Anchor
    var stretches: [TextStretch]
  }
  private(set) var codings: [Identifier: [Placed<Coding>]] = [:]
  private(set) var units: [Identifier: [Placed<MeaningUnit>]] = [:]
  /// Translations of the study that are used, in the order of the utterances.
  private(set) var translations: [Identifier: [TranslationSet.Entry]] = [:]
  /// Extracts of themes, by the transcript in which they are.
  private(set) var extracts: [Identifier: [Link]] = [:]
  private(set) var memos: [Identifier: [(memo: Memo, stretches: [TextStretch])]] = [:]
  /// Memos that are about no transcript; they stand in every file.
  private(set) var general: [Memo] = []
  /// The transcript in which a coding or meaning unit is written.
  private(set) var home: [Identifier: Identifier] = [:]

  init(_ corpus: StudyCorpus, _ options: StudyTEI.Options) {
    study = corpus.study
    taxonomy = Codebook(study).taxonomy
    for coding in study.all(Coding.self) {
      guard let (transcript, placed) = Self.place(coding, coding.anchor, corpus) else { continue }
      codings[transcript, default: []].append(placed)
      home[coding.id] = transcript
    }
    for unit in study.all(MeaningUnit.self) {
      guard let (transcript, placed) = Self.place(unit, unit.anchor, corpus) else { continue }
      units[transcript, default: []].append(placed)
      home[unit.id] = transcript
    }
    for transcript in corpus.transcripts.keys {
      let entries = TranslationSet(corpus, transcript)?.entries.filter { $0.object != nil } ?? []
      translations[transcript] = entries
      for id in entries.compactMap(\.object) { home[id] = transcript }
    }
    for link in study.all(Link.self)
    where link.relation == .themeExtract || link.relation == .themeContrary {
      guard let transcript = link.to.flatMap({ home[$0] }) else { continue }
      extracts[transcript, default: []].append(link)
    }
    for memo in study.all(Memo.self) where options.includes(memo) { add(memo, corpus) }
  }

  /// The place of an item; `nil` if it has none in a transcript that is at hand.
  static func place<Item>(_ item: Item, _ anchor: Anchor?, _ corpus: StudyCorpus)
    -> (Identifier, Placed<Item>)?
  {
    guard let anchor, let transcript = anchor.transcript, let placement = corpus.place(anchor),
      placement.status != .lost
    else { return nil }
    return (transcript, Placed(item: item, anchor: anchor, stretches: placement.stretches))
  }

  private mutating func add(_ memo: Memo, _ corpus: StudyCorpus) {
    if let transcript = memo.anchor?.transcript, corpus.transcripts[transcript] != nil {
      let stretches = Self.place(memo, memo.anchor, corpus)?.1.stretches ?? []
      memos[transcript, default: []].append((memo, stretches))
    } else if let target = memo.target,
      let transcript = home[target] ?? corpus.transcripts[target]?.id
    {
      memos[transcript, default: []].append((memo, []))
    } else {
      general.append(memo)
    }
  }

  /// Whether the study holds an object.
  func knows(_ id: Identifier) -> Bool { study.record(id) != nil }
}

/// Names of things in files of others, from which identifiers are made.
enum ForeignName {
  /// The identifier of a coding: one for each code that an annotation names.
  static func coding(_ annotation: MarkupElement, _ code: String, in transcript: String)
    -> Identifier
  {
    let name = annotation["xml:id"] ?? annotation["target"] ?? ""
    return ExchangeName.coding.identifier(name)
      ?? Identifier(deriving: ["coding", transcript, name, code])
  }

  static func unit(_ annotation: MarkupElement, in transcript: String) -> Identifier {
    let name = annotation["xml:id"] ?? annotation["target"] ?? ""
    return ExchangeName.meaningUnit.identifier(name)
      ?? Identifier(deriving: ["meaningUnit", transcript, name])
  }

  static func memo(_ note: MarkupElement, in transcript: String) -> Identifier {
    if let id = ExchangeName.memo.identifier(note["xml:id"]) { return id }
    if let name = note["xml:id"] { return Identifier(deriving: ["memo", transcript, name]) }
    return Identifier(
      deriving: [
        "memo", transcript, note["target"] ?? "", note["resp"] ?? "", note.text,
      ])
  }

  static func link(_ annotation: MarkupElement, in transcript: String) -> Identifier {
    let name = annotation["xml:id"] ?? ""
    return ExchangeName.link.identifier(name) ?? Identifier(deriving: ["link", transcript, name])
  }

  static func researcher(_ pointer: String, name: String) -> Identifier {
    ExchangeName.researcher.identifier(pointer)
      ?? Identifier(deriving: ["researcher", pointer, name])
  }
}
