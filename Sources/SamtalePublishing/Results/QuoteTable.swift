import Samtale

extension Table {
  /// Every printed turn with where it stands: one row for each, for spreadsheets and supplements.
  /// - Parameters:
  ///   - uses: The excerpts in their places.
  ///   - corpus: The study, for codes and themes.
  ///   - style: How the printed words look.
  ///   - languages: Which words are printed.
  ///   - hasOriginals: Whether programs get the words that were said and the file too: with the names
  ///     that are replaced in print, and what was left out.
  /// - Returns: The table; a study without excerpts gives its head.
  public static func quotes(
    _ uses: [ResultsSection.Use], of corpus: StudyCorpus, style: ExcerptStyle,
    languages: ExcerptLanguages = .original, hasOriginals: Bool = false
  ) -> Table {
    var table = Table(
      title: "Quotations",
      columns: [
        Column(key: "excerpt", title: "excerpt", kind: .text),
        Column(key: "theme", title: "theme", kind: .text),
        Column(key: "codes", title: "codes", kind: .text),
        Column(key: "speaker", title: "speaker", kind: .text),
        Column(key: "role", title: "role", kind: .text),
        Column(key: "team", title: "team", kind: .text),
        Column(key: "meeting", title: "meeting", kind: .text),
        Column(key: "turn", title: "turn", kind: .text),
        Column(key: "line", title: "line", kind: .integer),
        Column(key: "time", title: "time", kind: .duration),
        Column(key: "printed", title: "printed", kind: .text),
      ])
    if hasOriginals {
      table.columns += [
        Column(key: "said", title: "said", kind: .text, audience: .programs),
        Column(key: "file", title: "file", kind: .text, audience: .programs),
      ]
    }
    let codes = CodesAtPlaces(corpus)
    for use in uses {
      for turn in use.excerpt.turns {
        let words = turn.texts(languages).map { ExcerptText.inlines($0, style).plain }
        table.rows.append(
          Row(
            cells(use, turn, codes, style) + [.text(words.joined(separator: " ‖ "))]
              + (hasOriginals
                ? [.text(turn.text.restored), .text(turn.version.transcript.file)] : [])))
      }
    }
    table.notes = [
      "As printed: what is added, left out or replaced is marked as the style marks it."
    ]
    return table
  }

  private static func cells(
    _ use: ResultsSection.Use, _ turn: VerifiedExcerpt.Turn, _ codes: CodesAtPlaces,
    _ style: ExcerptStyle
  ) -> [Cell] {
    let transcript = turn.version.transcript
    let utterance = transcript.utterances[turn.utterance]
    let labels = ExcerptLabels(style: style)
    return [
      .text(use.excerpt.name), .text(use.heading), .text(codes.paths(turn).joined(separator: "; ")),
      .text(labels.filled("{label}", turn)), .text(labels.role(turn)),
      labels.team(turn).map(Cell.text) ?? .missing("no team"),
      .text(transcript.id), .text(turn.version.name(of: turn.utterance)),
      utterance.line > 0 ? .integer(utterance.line) : .missing("not read from a file"),
      utterance.start.map(Cell.number) ?? .missing("no time"),
    ]
  }
}

/// The codes that lie over places, as paths in the code tree.
private struct CodesAtPlaces {
  private var placed: [Identifier: [(stretches: [TextStretch], path: String)]] = [:]

  init(_ corpus: StudyCorpus) {
    for coding in corpus.codings() where coding.placement.status != .lost {
      guard let transcript = coding.coding.anchor?.transcript else { continue }
      let path = Self.path(coding.code, corpus.study)
      placed[transcript, default: []].append((coding.placement.stretches, path))
    }
  }

  func paths(_ turn: VerifiedExcerpt.Turn) -> [String] {
    let paths = (placed[turn.version.id] ?? []).filter { coding in
      coding.stretches.contains { stretch in
        stretch.utterance == turn.utterance
          && (stretch.scalars.map { $0.overlaps(turn.text.range) } ?? true)
      }
    }
    return Set(paths.map(\.path)).sorted()
  }

  private static func path(_ code: Identifier, _ study: Study) -> String {
    var names: [String] = []
    var at: Identifier? = code
    var seen: Set<Identifier> = []
    while let id = at, seen.insert(id).inserted, let object = study.object(Code.self, id) {
      names.insert(object.name, at: 0)
      at = object.parent
    }
    return names.joined(separator: " / ")
  }
}

extension [Document.Inline] {
  /// The words without any formatting; footnotes are left out.
  var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let parts), .strong(let parts), .superscript(let parts): parts.plain
      case .link(let parts, _): parts.plain
      case .footnote: ""
      case .lineBreak: " "
      }
    }
    .joined()
  }
}
