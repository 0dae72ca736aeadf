@testable import Samtale

/// What of a study the profile can hold, for comparing two studies.
struct Carried: Equatable {
  var records: [ObjectKind: [Identifier: Fields]] = [:]
  var links: Set<[String]> = []

  init(_ study: Study, _ corpus: StudyCorpus, _ options: StudyTEI.Options) {
    for kind in [ObjectKind.code, .group, .subgroup, .theme] {
      records[kind] = Dictionary(
        uniqueKeysWithValues: study.objects(of: kind).map { id, record in
          (id, Self.texts(record.fields.filter { $0.key != "inVivo" }))
        })
    }
    for link in study.all(Link.self) {
      guard let relation = link.relation, let from = link.from, let to = link.to else { continue }
      let ends = [relation.rawValue, from.description, to.description]
      switch relation {
      case .codeInGroup, .themeCode: links.insert(ends)
      case .themeExtract, .themeContrary:
        guard Self.place(study, to, corpus) != nil else { continue }
        links.insert(ends + [link.id.description, link.note ?? ""])
      default: break
      }
    }
    var people: Set<Identifier> = []
    var rounds: Set<Identifier> = []
    addItems(study, corpus, &people, &rounds)
    addMemos(study, corpus, options, &people)
    records[.researcher] = Dictionary(
      uniqueKeysWithValues: study.objects(of: .researcher).filter { people.contains($0.id) }.map {
        ($0.id, $0.record.fields.filter { $0.key != "position" })
      })
    records[.round] = Dictionary(
      uniqueKeysWithValues: study.objects(of: .round).filter { rounds.contains($0.id) }.map {
        ($0.id, $0.record.fields)
      })
  }

  private mutating func addItems(
    _ study: Study, _ corpus: StudyCorpus, _ people: inout Set<Identifier>,
    _ rounds: inout Set<Identifier>
  ) {
    for kind in [ObjectKind.coding, .meaningUnit, .translation] {
      var items: [Identifier: Fields] = [:]
      for (id, record) in study.objects(of: kind) {
        guard let transcript = Self.place(study, id, corpus) else { continue }
        var fields = Self.texts(record.fields)
        if let original = record.fields["copyOf"]?.identifier,
          Self.place(study, original, corpus) != transcript
        {
          fields["copyOf"] = nil
        }
        items[id] = fields
        people.formUnion(
          ["coder", "by"].compactMap { record.fields[$0]?.identifier })
        if let round = record.fields["round"]?.identifier { rounds.insert(round) }
      }
      records[kind] = items
    }
  }

  private mutating func addMemos(
    _ study: Study, _ corpus: StudyCorpus, _ options: StudyTEI.Options,
    _ people: inout Set<Identifier>
  ) {
    var memos: [Identifier: Fields] = [:]
    for memo in study.all(Memo.self) where options.includes(memo) {
      var fields = Self.texts(memo.fields)
      if memo.anchor?.transcript == nil { fields["anchor"] = nil }
      if let target = memo.target, let kind = study.record(target)?.kind,
        [.coding, .meaningUnit, .translation].contains(kind)
      {
        let home = Self.place(study, target, corpus)
        if home == nil || (memo.anchor?.transcript ?? home) != home { fields["target"] = nil }
      }
      memos[memo.id] = fields
      people.formUnion([memo.author].compactMap { $0 })
      if let target = memo.target, study.record(target)?.kind == .researcher {
        people.insert(target)
      }
    }
    records[.memo] = memos
  }

  private static func place(_ study: Study, _ id: Identifier, _ corpus: StudyCorpus)
    -> Identifier?
  {
    let anchor = study.record(id)?.fields["anchor"].flatMap { Anchor($0) }
    guard let anchor, let placement = corpus.place(anchor), placement.status != .lost else {
      return nil
    }
    return anchor.transcript
  }

  /// The fields with texts as they come back: white space collapsed.
  private static func texts(_ fields: Fields) -> Fields {
    fields.mapValues { value in
      value.text.map { .text(ExchangeText.read(ExchangeText.written($0))) } ?? value
    }
  }

  /// What differs, in words.
  func differences(to other: Carried) -> [String] {
    var found: [String] = []
    for kind in ObjectKind.allCases {
      let (a, b) = (records[kind] ?? [:], other.records[kind] ?? [:])
      for id in Set(a.keys).union(b.keys).sorted() where a[id] != b[id] {
        let here = a[id].map { Value.object($0).jsonText } ?? "nothing"
        let there = b[id].map { Value.object($0).jsonText } ?? "nothing"
        found.append("\(kind) \(id.short): \(here) ≠ \(there)")
      }
    }
    return found + links.symmetricDifference(other.links).map { "link \($0)" }
  }
}
