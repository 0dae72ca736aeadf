extension DatePatterns {
  // MARK: Ages

  /// `34 years old`, `34-year-old`, `34 år gammel`, `34-åring`, `aged 34`, `I'm 34`, `jeg er 34`.
  func age(at start: Int) -> PatternMatch? {
    if let (age, next) = cardinal(at: start) {
      guard let end = afterAge(next) else { return nil }
      return match(start..<end, number: start..<next, age)
    }
    if let age = joined(text[start].lower) {
      return match(start..<(start + 1), number: nil, age)
    }
    if let match = relative(at: start) { return match }
    guard let (number, least) = afterCue(start), let (age, next) = cardinal(at: number),
      let end = afterAge(next) ?? bareEnd(next, least: least)
    else { return nil }
    return match(start..<end, number: number..<next, age)
  }

  /// `datteren min på 7 år`, `sønnen (12)`, `my son, 12,`, `moren hans er 81`.
  private func relative(at start: Int) -> PatternMatch? {
    guard isPerson(text[start].lower) || isGivenName(start) else { return nil }
    var i = start + 1
    if i < text.count, text[i].gap == " ", NameCues.possessives.contains(text[i].lower) { i += 1 }
    guard i < text.count else { return nil }
    if let age = text[i].number, let after = bracket(i, behind: start) {
      // The name itself is another identifier.
      let first = isPerson(text[start].lower) ? start : i
      return match(first..<(i + 1), number: i..<(i + 1), age, before: after, after: after)
    }
    guard text[i].gap == " ", isPerson(text[start].lower), i + 1 < text.count,
      text[i + 1].gap == " ", let (age, next) = cardinal(at: i + 1)
    else { return nil }
    let isOf = text[i].lower == "på"
    guard isOf || Self.ageVerbs.contains(text[i].lower) else { return nil }
    let bare = isOf ? (isCounted(next) ? nil : next) : bareEnd(next, least: 1)
    guard let end = afterAge(next) ?? afterYears(next) ?? bare else { return nil }
    return match(start..<end, number: (i + 1)..<next, age)
  }

  private func isPerson(_ word: String) -> Bool {
    NameCues.relatives.contains(word) || Self.people.contains(word)
  }

  private func isGivenName(_ i: Int) -> Bool {
    text[i].isCapitalised && NameLists.shared.given.contains(text[i].lower)
  }

  /// Whether a number stands in brackets (` (12)`: 1, the length of a bracket) or between commas
  /// (`, 12,`: 0), else `nil`. A small number in brackets behind a name may be a pause.
  private func bracket(_ i: Int, behind start: Int) -> Int? {
    let isRelative = isPerson(text[start].lower)
    guard text[i].isNumber, text[i].number ?? 0 >= (isRelative ? 1 : 13) else { return nil }
    let after = text.gap(before: i + 1)
    if text[i].gap == " (", after.hasPrefix(")") { return 1 }
    return isRelative && text[i].gap == ", " && after.hasPrefix(", ") ? 0 : nil
  }

  /// Whether the number before counts something else: `på 3 timer`, `på 2. etasje`.
  private func isCounted(_ next: Int) -> Bool {
    guard next < text.count, [" ", ". ", " %"].contains(text[next].gap) else {
      return text.gap(before: next).contains("%")
    }
    return Self.units.contains(text[next].lower)
  }

  private static let units: Set<String> = [
    "timer", "timar", "dager", "dagar", "uker", "veker", "minutter", "minutt", "prosent",
    "kroner", "kilo", "kg", "meter", "etasje", "trinn", "klasse", "plass", "rom", "tusen",
  ]
  private static let ageVerbs: Set<String> = [
    "er", "var", "blir", "ble", "blei", "vart", "fyller", "fylte", "is", "was", "turned", "turns",
  ]
  /// More words for people who may be of an age.
  private static let people: Set<String> = [
    "mann", "dame", "dama", "damen", "kvinne", "kvinna", "kvinnen", "gutt", "gut", "jente",
    "barn", "barnet", "barna", "unge", "ungen", "ungane", "ungene", "kar", "person", "bestemor",
    "bestefar", "farmor", "farfar", "mormor", "morfar", "tante", "onkel", "daughter", "man",
    "woman", "boy", "girl", "child", "kid", "mum", "dad", "eldstemann", "minstemann", "yngstemann",
  ]

  /// An age; `before` and `after` are how many scalars around the tokens belong to it: those before
  /// only if the number is its first token.
  private func match(
    _ tokens: Range<Int>, number: Range<Int>?, _ age: Int, before: Int = 0, after: Int = 0
  ) -> PatternMatch? {
    guard (1...120).contains(age) else { return nil }
    var scalars = text.scalars(of: tokens)
    let isBare = tokens == number
    scalars = (scalars.lowerBound - (isBare ? before : 0))..<(scalars.upperBound + after)
    var replacement = ages.text(age) + "-åring"
    if let number {
      let digits = text.scalars(of: number)
      replacement =
        text.text(scalars.lowerBound..<digits.lowerBound) + ages.text(age)
        + text.text(digits.upperBound..<scalars.upperBound)
    }
    return PatternMatch(
      tokens: tokens, scalars: scalars, kind: .age, isUnsure: true, generalised: replacement)
  }

  /// A number in digits or words, one or two tokens.
  func cardinal(at index: Int) -> (Int, next: Int)? {
    let token = text[index]
    if token.isNumber {
      return token.text.utf8.count <= 3 ? token.number.map { ($0, index + 1) } : nil
    }
    if index + 1 < text.count, ["-", " "].contains(text[index + 1].gap),
      let number = NumberWords.cardinals[token.lower + "-" + text[index + 1].lower]
    {
      return (number, index + 2)
    }
    return NumberWords.cardinals[token.lower].map { ($0, index + 1) }
  }

  /// Where the words end that make a number before them an age.
  private func afterAge(_ next: Int) -> Int? {
    let phrases: [[String]] = [
      ["years", "old"], ["year", "old"], ["years", "of", "age"], ["yrs", "old"],
      ["år", "gammel"], ["år", "gamle"], ["år", "gammal"], ["år", "gamal"], ["år", "gammelt"],
      ["åring"], ["åringen"], ["åringar"], ["åringer"], ["year", "olds"],
    ]
    for phrase in phrases where next + phrase.count <= text.count {
      let words = (next..<(next + phrase.count)).map { text[$0].lower }
      let gapsFit = (next..<(next + phrase.count)).allSatisfy { [" ", "-"].contains(text[$0].gap) }
      if words == phrase, gapsFit { return next + phrase.count }
    }
    return nil
  }

  /// `trettifireåring`.
  private func joined(_ word: String) -> Int? {
    for ending in ["åring", "åringen"] where word.hasSuffix(ending) {
      return NumberWords.cardinals[String(word.dropLast(ending.count))]
    }
    return nil
  }

  private func afterYears(_ next: Int) -> Int? {
    next < text.count && text[next].gap == " " && text[next].lower == "år" ? next + 1 : nil
  }

  /// The place of the number after words that announce an age, and the least that it may be where
  /// nothing behind it says that it is one.
  private func afterCue(_ start: Int) -> (place: Int, least: Int)? {
    let cues: [[String]] = [
      ["i", "m"], ["i", "am"], ["he", "s"], ["she", "s"], ["he", "is"], ["she", "is"],
      ["i", "was"], ["he", "was"], ["she", "was"], ["aged"], ["age"], ["age", "of"], ["turned"],
      ["turning"], ["turn"], ["jeg", "er"], ["eg", "er"], ["han", "er"], ["hun", "er"],
      ["ho", "er"], ["jeg", "var"], ["eg", "var"], ["han", "var"], ["hun", "var"], ["ho", "var"],
      ["fylte"], ["fyller"], ["fylt"], ["fylle"], ["blei"], ["ble"], ["vart"], ["blir"],
    ]
    for cue in cues where start + cue.count < text.count {
      let words = (start..<(start + cue.count)).map { text[$0].lower }
      let gaps = (start + 1)...(start + cue.count)
      guard words == cue, gaps.allSatisfy({ [" ", "'"].contains(text[$0].gap) }) else { continue }
      return (start + cue.count, cue[0] == "aged" || cue[0] == "age" ? 1 : 13)
    }
    return nil
  }

  /// A bare number after a cue is an age if nothing is counted by it and it is no hour or share.
  private func bareEnd(_ next: Int, least: Int) -> Int? {
    guard (text[next - 1].number ?? 20) >= least else { return nil }
    let gap = text.gap(before: next)
    if gap.hasPrefix("%") || gap.hasPrefix(" %") || gap.hasPrefix(":") { return nil }
    guard next < text.count, gap == " " else {
      return gap.hasPrefix(".") && next < text.count && text[next].isNumber && gap == "."
        ? nil : next
    }
    let after = text[next].lower
    if after == "år" { return next + 1 }
    let going: Set<String> = [
      "now", "and", "but", "so", "when", "then", "this", "next", "last", "in", "soon", "already",
      "nå", "no", "og", "men", "så", "da", "i", "til", "snart", "allerede", "her", "on", "or",
      "eller", "neste", "before", "with",
    ]
    return going.contains(after) ? next : nil
  }
}
