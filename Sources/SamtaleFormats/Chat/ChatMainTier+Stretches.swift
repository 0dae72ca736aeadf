import Samtale

/// Stretches of an utterance as codes around its words.
extension ChatMainTier {
  mutating func place(_ mark: Mark, _ range: Range<Int>, _ closedUntil: inout Int) {
    guard var covered = covered(range) else { return losses.add(TranscriptFeature(mark)) }
    let isOmitted = mark.kind == .segment && mark.type == "omitted"
    if isOmitted, covered.count == 1, tokens[covered.lowerBound].isWord,
      tokens[covered.lowerBound].range.upperBound >= range.upperBound,
      range != tokens[covered.lowerBound].range
    {
      left[covered.lowerBound, default: []].append(range)
      return
    }
    let end = tokens[covered.upperBound].range.upperBound
    let wanted = tokens[covered.lowerBound].range.lowerBound..<end
    let isWhole = wanted.lowerBound == range.lowerBound && wanted.upperBound <= range.upperBound
    let isCompound = mark.kind == .segment && mark.type == ChatCodes.compound
    if isCompound, wanted == range, covered.count == 1, text[range].contains(" ") { return }
    if wanted != range {
      if isWhole {
        losses.add(
          "stretches that end before the mark at the end of the line",
          partOf: TranscriptFeature(mark))
      } else {
        losses.add(
          "stretches that begin or end inside a word (widened to the word)",
          partOf: TranscriptFeature(mark))
      }
      if covered.lowerBound <= closedUntil {
        guard covered.upperBound > closedUntil else { return losses.add(TranscriptFeature(mark)) }
        covered = (closedUntil + 1)...covered.upperBound
      }
      closedUntil = max(closedUntil, covered.upperBound)
    }
    write(mark, covered)
  }

  /// The tokens that a stretch touches; `nil` if there are none but the last mark of a line.
  func covered(_ range: Range<Int>) -> ClosedRange<Int>? {
    var first = slot(range.lowerBound)
    if first > 0, tokens[first - 1].range.upperBound > range.lowerBound { first -= 1 }
    var last = slot(range.upperBound) - 1
    if last >= 0, last < tokens.count, tokens[last].isEnd { last -= 1 }
    return first <= last ? first...last : nil
  }

  mutating func write(_ mark: Mark, _ covered: ClosedRange<Int>) {
    let isWord = covered.count == 1 && tokens[covered.lowerBound].isWord
    if isWord, let sign = Self.sign(mark), prefixes[covered.lowerBound] == nil {
      prefixes[covered.lowerBound] = sign
    } else if mark.kind == .segment, mark.type == "language", writeLanguage(mark, covered) {
      return
    } else {
      before[covered.lowerBound, default: []].append(.stretch(stretch(mark, covered)))
    }
  }

  /// The sign in front of a word.
  static func sign(_ mark: Mark) -> String? {
    switch (mark.kind, mark.type) {
    case (.segment, "filler"): "&-"
    case (.segment, "nonword"): "&~"
    case (.deleted, "truncation"): "&+"
    default: nil
    }
  }

  mutating func writeLanguage(_ mark: Mark, _ covered: ClosedRange<Int>) -> Bool {
    let words = covered.filter { tokens[$0].isWord }
    guard let tag = mark.detail["xml:lang"], !words.isEmpty,
      words.allSatisfy({ suffixes[$0] == nil })
    else { return false }
    let (code, isExact) = ChatLanguage.code(tag)
    if !isExact || words.count != covered.count {
      losses.add(LostPart.stretchFacts, partOf: .segments)
    }
    languages.append(code)
    for word in words { suffixes[word] = "@s:" + code }
    return true
  }

  mutating func stretch(_ mark: Mark, _ covered: ClosedRange<Int>) -> Stretch {
    if mark.kind == .unclear {
      if mark.detail["reason"] != nil {
        losses.add(LostPart.stretchFacts, partOf: .unclear)
      }
      return Stretch(tokens: covered, opens: "", closes: "[?]")
    }
    if mark.kind == .deleted {
      let known = ChatCodes.retracings.first { $0.type == mark.type }
      if known == nil { losses.add(LostPart.stretchFacts, partOf: .deleted) }
      return Stretch(tokens: covered, opens: "", closes: "[\(known?.code ?? "//")]")
    }
    if mark.detail["xml:lang"] != nil { losses.add(LostPart.stretchFacts, partOf: .segments) }
    return segment(mark.type ?? "seg", covered)
  }

  mutating func segment(_ type: String, _ covered: ClosedRange<Int>) -> Stretch {
    if let known = ChatCodes.stretches.first(where: { $0.type == type }) {
      return Stretch(tokens: covered, opens: "", closes: "[\(known.code)]")
    }
    let parts = type.split(separator: ".", omittingEmptySubsequences: false)
    let index = parts.count == 2 ? String(parts[1]) : ""
    let isIndexed =
      parts.count == 1
      || index.utf8.count == 1 && index.utf8.allSatisfy { $0 >= 0x31 && $0 <= 0x39 }
    switch parts.first {
    case "overlap-precedes" where isIndexed:
      return Stretch(tokens: covered, opens: "", closes: "[<\(index)]")
    case "overlap-follows" where isIndexed:
      return Stretch(tokens: covered, opens: "", closes: "[>\(index)]")
    case "overlap-top" where isIndexed && index != "1":
      return Stretch(tokens: covered, opens: "⌈" + index, closes: "⌉" + index, isGroup: false)
    case "overlap-bottom" where isIndexed && index != "1":
      return Stretch(tokens: covered, opens: "⌊" + index, closes: "⌋" + index, isGroup: false)
    case "sound" where parts.count == 2 && !index.isEmpty:
      let name = escape.words(index)
      return Stretch(tokens: covered, opens: "&{n=" + name, closes: "&}n=" + name, isGroup: false)
    case "scope" where parts.count == 1:
      return Stretch(tokens: covered, opens: "", closes: "")
    default:
      let name = escape.words(type, keeping: ["-", "_"])
      return Stretch(tokens: covered, opens: "&{l=" + name, closes: "&}l=" + name, isGroup: false)
    }
  }
}
