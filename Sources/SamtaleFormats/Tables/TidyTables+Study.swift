import Samtale

extension TidyTables {
  func codes() -> TidyTable {
    let study = corpus.study
    let links = study.all(Link.self)
    let groups = Dictionary(
      study.all(CodeGroup.self).map { ($0.id, $0.title) }, uniquingKeysWith: { a, _ in a })
    var table = TidyTable(
      name: "codes", meaning: "a code",
      columns: [
        Column("code", "identifier"), Column("name", "what it is called"),
        Column("parent", "identifier of the code above it"),
        Column("definition", "what it means"), Column("colour", "#rrggbb"),
        Column("level", "semantic, latent, mixed"),
        Column("origin", "inductive, deductive, inVivo"),
        Column("status", "active, merged, split, retired"),
        Column("merged_into", "identifier of the code that took it over"),
        Column("groups", "code groups that it belongs to"),
        Column("themes", "identifiers of themes that are built from it"),
      ])
    for code in study.all(Code.self) {
      let own = links.filter { $0.from == code.id || $0.to == code.id }
      let inGroups = own.filter { $0.relation == .codeInGroup }.flatMap(Self.ends)
        .compactMap { groups[$0] }
      let themes = own.filter { $0.relation == .themeCode }.flatMap(Self.ends)
        .filter { $0 != code.id }
      table.rows.append([
        .text(code.id.description), .text(code.name), .text(code.parent?.description),
        .text(code.definition), .text(code.colour), .text(code.level?.rawValue),
        .text(code.origin.rawValue), .text(code.status.rawValue),
        .text(code.mergedInto?.description), joined(inGroups.uniqued),
        joined(themes.map(\.description).uniqued),
      ])
    }
    return table
  }

  private static func ends(_ link: Link) -> [Identifier] {
    [link.from, link.to].compactMap(\.self)
  }

  func themes() -> TidyTable {
    var table = TidyTable(
      name: "themes", meaning: "a theme, as researchers developed it",
      columns: [
        Column("theme", "identifier"), Column("name", "what it is called"),
        Column("status", "candidate, developed, final, discarded …"),
        Column("concept", "central organising concept"),
        Column("includes", "what it is about"), Column("excludes", "what it is not about"),
        Column("parent", "identifier of the theme above it"),
      ])
    table.rows = corpus.study.all(Theme.self).map { theme in
      [
        .text(theme.id.description), .text(theme.name), .text(theme.status.rawValue),
        .text(theme.concept), .text(theme.includes), .text(theme.excludes),
        .text(theme.parent?.description),
      ]
    }
    return table
  }

  func codings() -> TidyTable {
    let study = corpus.study
    let names = Names(study)
    var table = TidyTable(
      name: "codings", meaning: "the piece of a coding that lies in one utterance",
      columns: [
        Column("coding", "identifier"), Column("piece", .integer, "number of the piece, from 1"),
        Column("code", "identifier of the code that counts"), Column("code_name", "its name"),
        Column("coder", "who coded"), Column("round", "round of coding"),
        Self.transcriptColumn, Self.unitColumn,
        Column("from", .integer, "where it begins in the utterance"),
        Column("to", .integer, "where it ends in the utterance, exclusive"),
        Column("text", "the words"), Column("note", "remark of the coder"),
        Column("status", "unchanged, changed or lost since the transcript was corrected"),
      ])
    for placed in corpus.codings() {
      let coding = placed.coding
      guard let version = coding.anchor?.transcript.flatMap({ corpus.transcripts[$0] }) else {
        continue
      }
      let head: [Cell] = [
        .text(placed.code.description), .text(names.codes[placed.code]),
        .text(coding.coder.flatMap { names.people[$0] }),
        .text(coding.round.flatMap { names.rounds[$0] }), .text(version.transcript.id),
      ]
      let tail: [Cell] = [.text(coding.note), .text(placed.placement.status.rawValue)]
      let pieces = Self.cells(placed.placement.stretches, version)
      for (i, piece) in (pieces.isEmpty ? [Self.nowhere] : pieces).enumerated() {
        table.rows.append(
          [.text(coding.id.description), .integer(i + 1)] + head + piece + tail)
      }
    }
    return table
  }

  func memos() -> TidyTable {
    let names = Names(corpus.study)
    var table = TidyTable(
      name: "memos", meaning: "a memo, or the piece of its place that lies in one utterance",
      columns: [
        Column("memo", "identifier"), Column("piece", .integer, "number of the piece, from 1"),
        Column("kind", "familiarisation, code, theme, theoretical, methodological …"),
        Column("title", "title"), Column("body", "the memo"), Column("author", "who wrote it"),
        Column("visibility", "team or export"),
        Column("about", "identifier of the object it is about"),
        Self.transcriptColumn, Self.unitColumn,
        Column("from", .integer, "where its place begins in the utterance"),
        Column("to", .integer, "where its place ends in the utterance, exclusive"),
        Column("text", "the words there"),
      ])
    for memo in corpus.study.all(Memo.self) where options.includes(memo) {
      let version = memo.anchor?.transcript.flatMap { corpus.transcripts[$0] }
      let stretches = memo.anchor.flatMap { corpus.place($0) }?.stretches ?? []
      let pieces = version.map { Self.cells(stretches, $0) } ?? []
      let head: [Cell] = [
        .text(memo.sort?.rawValue), .text(memo.title), .text(memo.body),
        .text(memo.author.flatMap { names.people[$0] }), .text(memo.visibility.rawValue),
        .text(memo.target?.description), .text(version?.transcript.id),
      ]
      for (i, piece) in (pieces.isEmpty ? [Self.nowhere] : pieces).enumerated() {
        table.rows.append([.text(memo.id.description), .integer(i + 1)] + head + piece)
      }
    }
    return table
  }

  private static let nowhere: [Cell] = [.missing, .missing, .missing, .missing]

  /// Utterance, range and words of each stretch.
  private static func cells(_ stretches: [TextStretch], _ version: TranscriptVersion) -> [[Cell]] {
    stretches.map { stretch in
      let unit = version.transcript.utterances[stretch.utterance]
      let scalars = stretch.scalars ?? 0..<unit.text.unicodeScalars.count
      return [
        .text(version.name(of: stretch.utterance)), .integer(scalars.lowerBound),
        .integer(scalars.upperBound), .text(unit.text(scalars: scalars)),
      ]
    }
  }

  /// Names of objects by their identifiers.
  private struct Names {
    let codes: [Identifier: String]
    let people: [Identifier: String]
    let rounds: [Identifier: String]

    init(_ study: Study) {
      codes = Self.names(study.all(Code.self).map { ($0.id, $0.name) })
      people = Self.names(study.all(Researcher.self).map { ($0.id, $0.name) })
      rounds = Self.names(study.all(CodingRound.self).map { ($0.id, $0.name) })
    }

    private static func names(_ pairs: [(Identifier, String)]) -> [Identifier: String] {
      Dictionary(pairs, uniquingKeysWith: { a, _ in a })
    }
  }
}

extension PlacedCoding {
  var isLost: Bool { placement.status == .lost }
}
