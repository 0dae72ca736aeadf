// Excerpts hold words of transcripts and of translations. The words become what they became there.
extension StudyRewriting {
  /// The items of an excerpt. What cannot be read is rewritten as text.
  mutating func items(_ value: Value) -> Value {
    guard let list = value.list else { return anything(value, .excerpt) }
    let old = list.map { Excerpt.Item($0) }
    var new: [Excerpt.Item?] = []
    for item in old {
      guard case .turn(let turn) = item else {
        new.append(item)
        continue
      }
      new.append(.turn(self.turn(turn)))
    }
    let clashes = Self.clashes(new).subtracting(Self.clashes(old))
    return .list(
      zip(list, new).map { value, item in
        guard let item else { return anything(value, .excerpt) }
        return Self.hiding(clashes, item).value
      })
  }

  private mutating func turn(_ old: Excerpt.Turn) -> Excerpt.Turn {
    let anchor = self.anchor(old.anchor)
    let place = old.anchor.transcript.flatMap { id in
      old.anchor.version.flatMap { version($0, of: id) }
    }
    var new = Excerpt.Turn(anchor, apart(old.text))
    if let place, let stretch = place.old.stretches(of: old.anchor)?.first {
      let base = EditBase(place, stretch.utterance)
      let start = stretch.scalars?.lowerBound ?? 0
      let words = place.stretch(stretch).scalars
      if let edit = edit(old.text, at: start, base, onto: words) { new.text = edit }
    }
    new.addressee = old.addressee.map { texts.words($0, .excerpts) }
    for (language, edit) in old.translations {
      new.translations[language] = translation(edit, of: old.anchor, into: language, place)
    }
    return new
  }

  // MARK: The words of one text

  /// The pieces on the words as they are now; `nil` if they are not what was said before.
  private mutating func edit(
    _ old: EditedText, at start: Int, _ base: EditBase, onto range: Range<Int>? = nil
  ) -> EditedText? {
    guard let moved = base.pieces(old.pieces, at: start, onto: range) else { return nil }
    var new = EditedText(start: moved.start)
    for (piece, said) in zip(old.pieces, moved.said) {
      if said == "" { continue }
      new.pieces += fitting(self.piece(piece, saying: said ?? ""))
    }
    return new
  }

  /// Every piece rewritten by itself, for words that stand nowhere.
  private mutating func apart(_ old: EditedText) -> EditedText {
    EditedText(
      start: old.start,
      old.pieces.map { piece($0, saying: texts.words($0.said ?? "", .excerpts)) })
  }

  /// The piece with other words of the talk, and what the editor added rewritten.
  private mutating func piece(
    _ old: EditedText.Piece, saying said: String
  ) -> EditedText.Piece {
    let added = old.added.map { texts.words($0, .excerpts) } ?? ""
    switch old {
    case .keep: return .keep(said)
    case .emphasise: return .emphasise(said)
    case .elide: return .elide(said)
    case .replace: return .replace(said, by: added)
    case .normalise: return .normalise(said, to: added)
    case .insert: return .insert(added)
    case .gloss: return .gloss(added)
    case .address: return .address(added)
    }
  }

  /// A piece in the form that longer words need: what no longer passes for a name replaced or a form
  /// normalised is left out with a sign, or printed as it is.
  private func fitting(_ piece: EditedText.Piece) -> [EditedText.Piece] {
    guard piece.replacesTooMuch != nil else { return [piece] }
    switch piece {
    case .replace(let said, let new): return [.elide(said), .insert(new)]
    case .normalise(let said, _): return [.keep(said)]
    default: return [piece]
    }
  }

  // MARK: Translations

  private mutating func translation(
    _ old: EditedText, of anchor: Anchor, into language: String, _ place: RewrittenVersion?
  ) -> EditedText {
    let key = TranslationWordings.Place(anchor, language)
    for wording in translations.wordings(key).reversed() {
      let rewrites = texts.rewrites(of: wording)
      let new = RewrittenText(wording, rewrites).text
      if let edit = edit(old, EditBase(wording, rewrites, becoming: new)) { return edit }
    }
    if let place, let name = anchor.segments.first?.utterance,
      let utterance = place.old.utterance(named: name),
      let wording = place.old.transcript.translation(of: utterance, into: language),
      let new = place.new.transcript.translation(of: utterance, into: language),
      let edit = edit(
        old, EditBase(wording, texts.rewrites(of: wording), becoming: new))
    {
      return edit
    }
    return apart(old)
  }

  private mutating func edit(_ old: EditedText, _ base: EditBase?) -> EditedText? {
    base.flatMap { edit(old, at: old.start, $0) }
  }

  // MARK: Names

  /// Names that are replaced in one place of an excerpt and printed in another.
  private static func clashes(_ items: [Excerpt.Item?]) -> Set<String> {
    var names: Set<String> = []
    var printed: [String] = []
    for case .turn(let turn)? in items {
      for text in [turn.text] + turn.translations.values {
        names.formUnion(text.replacedNames)
        printed.append(text.printedWords)
      }
      if let addressee = turn.addressee { printed.append(addressee) }
    }
    return names.filter { name in printed.contains { $0.holdsWord(name) } }
  }

  /// Somebody else got the name that is replaced: it is left out with a sign instead.
  private static func hiding(_ names: Set<String>, _ item: Excerpt.Item) -> Excerpt.Item {
    guard !names.isEmpty, case .turn(var turn) = item else { return item }
    let hide = { (text: EditedText) in
      EditedText(
        start: text.start,
        text.pieces.flatMap { piece -> [EditedText.Piece] in
          guard case .replace(let said, let new) = piece,
            !names.isDisjoint(with: EditedText(start: 0, [piece]).replacedNames)
          else { return [piece] }
          return [.elide(said), .insert(new)]
        })
    }
    turn.text = hide(turn.text)
    turn.translations = turn.translations.mapValues(hide)
    return .turn(turn)
  }
}

extension Transcript {
  /// The words of the file's own translation of an utterance; `nil` if there is none.
  fileprivate func translation(of utterance: Int, into language: String) -> String? {
    translations.first {
      Translation.isSame($0.language, language)
        && ($0.utterance == utterance || $0.further.contains(utterance))
    }?.text
  }
}

/// Every wording that a study's translations ever had.
struct TranslationWordings: Sendable {
  struct Place: Hashable, Sendable {
    var transcript: Identifier?
    var utterance: String
    var language: String

    init(_ anchor: Anchor, _ language: String) {
      transcript = anchor.transcript
      utterance = anchor.segments.first?.utterance ?? ""
      self.language = language.lowercased()
    }
  }

  private var anchors: [Identifier: Anchor] = [:]
  private var languages: [Identifier: String] = [:]
  private var objects: [Place: Identifier] = [:]
  private var texts: [Identifier: [String]] = [:]

  mutating func note(_ object: Identifier, _ fields: Fields) {
    if let anchor = fields["anchor"].flatMap({ Anchor($0) }) { anchors[object] = anchor }
    if let language = fields["language"]?.text { languages[object] = language }
    if let text = fields["text"]?.text { texts[object, default: []].append(text) }
    if let anchor = anchors[object], let language = languages[object] {
      objects[Place(anchor, language)] = object
    }
  }

  /// In the order of the log.
  func wordings(_ place: Place) -> [String] { objects[place].flatMap { texts[$0] } ?? [] }
}
