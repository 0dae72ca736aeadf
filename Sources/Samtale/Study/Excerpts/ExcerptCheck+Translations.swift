// Translations of what is printed.
extension ExcerptCheck {
  /// The words of the translations that a turn states or that are asked for, by language.
  mutating func translations(
    _ turn: Excerpt.Turn, _ text: EditedText, _ version: TranscriptVersion, _ utterance: Int,
    _ place: String
  ) -> [String: EditedText] {
    let edits = turn.translations.sorted { $0.key < $1.key }
    var tags = languages
    for (tag, _) in edits where !tags.contains(where: { Translation.isSame($0, tag) }) {
      tags.append(tag)
    }
    var kept: [String: EditedText] = [:]
    for tag in tags {
      let stated = edits.filter { Translation.isSame($0.key, tag) }
      do throws(ExcerptFailure.Problem) {
        kept[tag] = try TranslationCheck(
          base: sources.translation(of: utterance, in: version, into: tag), language: tag,
          original: text, whole: version.transcript.utterances[utterance].text, place: place
        ).edit(stated.map(\.value))
      } catch {
        add(error)
      }
    }
    for (tag, edit) in kept { checkPieces(edit, at: "\(place) (\(tag))") }
    return kept
  }
}

/// Holds the words of one translation against it, and against what is printed of the original.
private struct TranslationCheck {
  let base: ExcerptSources.TurnTranslation?
  let language: String
  let original: EditedText
  /// What was said, in the original.
  let whole: String
  let place: String

  func edit(_ stated: [EditedText]) throws(ExcerptFailure.Problem) -> EditedText {
    guard let base, !base.isShared else {
      throw problem(
        base == nil
          ? "there is no translation into \(language)"
          : "its translation into \(language) is one for several turns",
        "translate the turn, or print the original only")
    }
    if base.isStale {
      throw problem(
        "it was corrected after it was translated into \(language)",
        "look at the translation again (samtale translation status)")
    }
    guard stated.count < 2 else {
      throw problem("its translation into \(language) is stated twice", "take one away")
    }
    guard let edit = stated.first else { return try all(base) }
    try checkWords(edit, base)
    try checkEdges(edit, base)
    try checkNames(edit)
    return edit
  }

  /// The whole translation, if nothing of the original is hidden.
  private func all(
    _ base: ExcerptSources.TurnTranslation
  ) throws(ExcerptFailure.Problem) -> EditedText {
    let isWhole = original.restored.unicodeScalars.elementsEqual(whole.unicodeScalars)
    guard isWhole, original.pieces.allSatisfy(\.staysInTranslation) else {
      throw problem(
        "it is printed in part, or with words replaced, and nothing says how its translation into "
          + "\(language) is printed",
        "write the words of the translation below the turn, “  \(language): …”")
    }
    return EditedText(start: 0, [.keep(base.text)])
  }

  private func checkWords(
    _ edit: EditedText, _ base: ExcerptSources.TurnTranslation
  ) throws(ExcerptFailure.Problem) {
    let scalars = Array(base.text.unicodeScalars)
    let isInside = edit.range.upperBound <= scalars.count
    let said = isInside ? String(String.UnicodeScalarView(scalars[edit.range])) : base.text
    guard said.unicodeScalars.elementsEqual(edit.restored.unicodeScalars) else {
      throw problem(
        "its translation into \(language) is another now: "
          + WordDifference.text(said: said, written: edit.restored),
        "print the words of the translation")
    }
  }

  /// Words at the edge of a translation may be missing where they are in the original.
  private func checkEdges(
    _ edit: EditedText, _ base: ExcerptSources.TurnTranslation
  ) throws(ExcerptFailure.Problem) {
    let isCutAtStart = edit.start > 0 && original.start == 0
    let isCutAtEnd =
      edit.range.upperBound < base.text.unicodeScalars.count
      && original.range.upperBound == whole.unicodeScalars.count
    guard !isCutAtStart, !isCutAtEnd else {
      throw problem(
        "words of its translation into \(language) are left out at the "
          + (isCutAtStart ? "beginning" : "end") + ", and nothing says so",
        "mark what is left out with [...]")
    }
  }

  /// A name that is replaced in the original must not come back with the translation.
  private func checkNames(_ edit: EditedText) throws(ExcerptFailure.Problem) {
    let hides = original.pieces.contains { if case .replace = $0 { true } else { false } }
    let isHidden = edit.pieces.contains { piece in
      switch piece {
      case .replace, .elide: true
      default: false
      }
    }
    guard !hides || isHidden else {
      throw problem(
        "words are replaced in the original, and none in its translation into \(language)",
        "replace or leave out the same words in the translation")
    }
  }

  private func problem(_ what: String, _ remedy: String) -> ExcerptFailure.Problem {
    .init(.translation, place, what, do: remedy)
  }
}

extension EditedText.Piece {
  /// Whether the whole translation may be printed beside it: nothing of the talk is hidden.
  fileprivate var staysInTranslation: Bool {
    switch self {
    case .keep, .emphasise, .insert, .gloss, .address: true
    case .elide, .replace, .normalise: false
    }
  }
}
