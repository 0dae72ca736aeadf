import Samtale

/// What researchers made of the talk: themes, excerpts, codes. Nothing here is computed from the
/// wording but what says so.
extension Report {
  /// The place of each transcript of the study among the meetings.
  private var meetingOfTranscript: [Identifier: Int] {
    guard let study else { return [:] }
    return Dictionary(
      study.inOrder.enumerated().map { ($1.id, $0) }.filter { $0.1 < meetings.count },
      uniquingKeysWith: { first, _ in first })
  }

  private func turn(_ transcript: Identifier, _ stretches: [TextStretch]) -> Int? {
    guard let meeting = meetingOfTranscript[transcript] else { return nil }
    return stretches.lazy.compactMap { places.turn(meeting, $0.utterance) }.first
  }

  private func address(_ transcript: Identifier, _ stretches: [TextStretch]) -> String? {
    guard let meeting = meetingOfTranscript[transcript], let first = stretches.first else {
      return nil
    }
    return places.anchor(meeting, utterance: first.utterance)
  }

  // MARK: Themes

  var themes: ReportSection? {
    guard let study else { return nil }
    let list = ThemeList(study)
    guard !list.rows.isEmpty else { return nil }
    let map = ThemeMap(study.study)
    let drawing = InlineSVG.fragment(map.svg(), prefix: "theme-map-")
    var blocks: [ReportSection.Block] = [
      .text(
        "Developed by the researchers. In how many places a theme is shown does not say how "
          + "important it is."),
      .table(LinkedTable(.themes(list.discardedLast))),
      .markup(
        "<figure class=\"drawing\" id=\"theme-map\"><div role=\"img\" aria-label=\"Thematic map\">"
          + drawing + "</div><figcaption>Thematic map.</figcaption></figure>"),
    ]
    for row in list.rows
    where row.theme.status != .discarded && !(row.extracts.isEmpty && row.contrary.isEmpty) {
      blocks.append(.heading(row.theme.name))
      blocks += row.extracts.map { .markup(quoted($0)) }
      if !row.contrary.isEmpty {
        blocks.append(.text("Against it:"))
        blocks += row.contrary.map { .markup(quoted($0)) }
      }
    }
    return ReportSection(id: "themes", title: "Themes", blocks: blocks)
  }

  private func quoted(_ extract: ThemeList.Extract) -> String {
    let note = extract.note.map { " " + MarkupText.escaped($0) } ?? ""
    let speakers = MarkupText.escaped(extract.speakers.joined(separator: " "))
    guard let quotation = extract.quotation else {
      return "<p class=\"lost\">\(MarkupText.escaped(extract.transcript.name)) "
        + "\(MarkupText.escaped(extract.place)): the words are no longer found in the "
        + "transcript.\(note)</p>"
    }
    let place = MarkupText.escaped("\(extract.transcript.name), \(extract.place)")
    let shown =
      address(quotation.transcript, quotation.stretches).map {
        "<a href=\"#\(ReportPlaces.fragment($0))\">\(place)</a>"
      } ?? place
    return
      "<blockquote class=\"quote\"><p>\u{201C}\(MarkupText.escaped(quotation.text))\u{201D}</p>"
      + "<footer>\(speakers), \(shown).\(note)</footer></blockquote>"
  }

  // MARK: Excerpts

  var excerpts: ReportSection? {
    guard let study else { return nil }
    let all = study.study.all(Excerpt.self)
    guard !all.isEmpty else { return nil }
    let sources = ExcerptSources(study)
    return ReportSection(
      id: "excerpts", title: "Excerpts",
      blocks: all.map { excerpt in
        do {
          return .markup(printed(try VerifiedExcerpt(excerpt, in: sources)))
        } catch {
          return .text(
            "\(excerpt.name) is not printed, since it does not agree with the transcript: \(error)")
        }
      })
  }

  /// Interviews are printed with pseudonyms, meetings with roles and teams.
  private var excerptStyle: ExcerptStyle { study?.study.method == .stc ? .kinn : .moen }

  private func printed(_ excerpt: VerifiedExcerpt) -> String {
    let links = excerpt.turns.compactMap { turn -> String? in
      let stretch = TextStretch(utterance: turn.utterance, scalars: nil)
      guard let address = address(turn.version.id, [stretch]) else { return nil }
      return "<a href=\"#\(ReportPlaces.fragment(address))\">\(MarkupText.escaped(turn.place))</a>"
    }
    return "<figure class=\"excerpt\"><figcaption><b>\(MarkupText.escaped(excerpt.name))</b>"
      + "</figcaption><blockquote>\(ExcerptMarkup(PrintedExcerpt(excerpt, style: excerptStyle)).text)"
      + "</blockquote><footer>\(links.joined(separator: ", "))</footer></figure>"
  }

  // MARK: Codes

  var codes: ReportSection? {
    guard let study, !study.codings().isEmpty else { return nil }
    let index = QueryIndex(study, library: CueLibrary())
    var blocks = [CodeTable.Dimension.role, .meeting, .closure].map { dimension in
      ReportSection.Block.table(linked(CodeTable(dimension, of: index), index))
    }
    let condensation = CondensationView(study)
    if !condensation.groups.isEmpty {
      blocks.append(
        .text("Condensates are written by the researchers; nobody said them in these words."))
      blocks.append(.table(LinkedTable(.condensation(condensation))))
    }
    return ReportSection(id: "codes", title: "Codes, as context", blocks: blocks)
  }

  private func linked(_ codes: CodeTable, _ index: QueryIndex) -> LinkedTable {
    var linked = LinkedTable(.codes(codes))
    let extracts = index.extracts(of: Set(codes.rows.flatMap(\.all.codings)).sorted())
    let turns = Dictionary(
      extracts.compactMap { extract -> (Identifier, Int)? in
        guard let coding = extract.coding,
          let turn = turn(extract.quotation.transcript, extract.stretches)
        else { return nil }
        return (coding, turn)
      }, uniquingKeysWith: { first, _ in first })
    for (row, (code, cells)) in zip(codes.rows, codes.cells).enumerated() {
      for (column, cell) in zip(codes.columns, cells) {
        let key = "\(codes.dimension.rawValue)_\(column.key)"
        linked.link(row, [key], .turns(cell.codings.compactMap { turns[$0] }))
      }
      linked.link(row, ["all"], .turns(code.all.codings.compactMap { turns[$0] }))
    }
    return linked
  }
}

/// A printed excerpt as markup.
private struct ExcerptMarkup {
  private var inlines = HTMLInlines(LinkTargets(Document(title: ""), joint: "-"))
  private(set) var text = ""

  init(_ excerpt: PrintedExcerpt) {
    switch excerpt.block {
    case .dialogue(let dialogue):
      for row in dialogue.rows { add(row) }
    case .quotation(let paragraphs):
      for paragraph in paragraphs { text += "<p>\(inlines.text(paragraph))</p>" }
    default: break
    }
  }

  private mutating func add(_ row: Document.Dialogue.Row) {
    switch row {
    case .line(let words): text += "<p>\(inlines.text(words))</p>"
    case .turn(let turn):
      let label = inlines.text(turn.label)
      let words = turn.texts.map { inlines.text($0) }.joined(separator: " / ")
      text += "<p>\(label.isEmpty ? "" : "<b>\(label)</b> ")\(words)</p>"
    }
  }
}
