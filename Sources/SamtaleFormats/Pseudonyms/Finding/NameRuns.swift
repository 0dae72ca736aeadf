/// Finds names in one text by their capitals, the lists, and the words beside them.
struct NameRuns {
  /// What the whole corpus knows.
  struct Knowledge {
    var statistics: WordStatistics
    /// Words of the names of participants, in small letters.
    var people: Set<String> = []
    /// Words that are left alone: labels of speakers.
    var labels: Set<String> = []
    var proposesCountries = false
  }

  struct Found {
    var tokens: Range<Int>
    /// Without a genitive s.
    var scalars: Range<Int>
    var kind: IdentifierKind
    var source: IdentifierSource
    var isUnsure: Bool
  }

  let text: TalkTokens
  let knowledge: Knowledge
  /// Whether the document has no capitals at all.
  let isSmall: Bool
  /// Whether people speak: in headings a capital at the beginning says nothing at all.
  let isTalk: Bool
  let lists = NameLists.shared
  private(set) var found: [Found] = []

  /// What a word with a capital may be.
  enum Part: Equatable {
    case listed(IdentifierKind)
    /// Could be a name.
    case unknown
    /// A name, but at the beginning of a sentence also an ordinary word.
    case weak
    case none
  }

  init(_ text: TalkTokens, _ knowledge: Knowledge, isTalk: Bool, isSmall: Bool) {
    self.isTalk = isTalk
    self.text = text
    self.knowledge = knowledge
    self.isSmall = isSmall
  }

  /// - Parameter taken: Tokens that something else was found at.
  mutating func run(taken: [Bool]) {
    var i = 0
    while i < text.count {
      if taken[i] || text[i].isNumber {
        i += 1
      } else if text[i].isCapitalised {
        i = readRun(at: i, taken: taken)
      } else {
        readSmall(at: i)
        i += 1
      }
    }
  }

  // MARK: Words

  private func part(_ i: Int) -> Part {
    let token = text[i]
    guard token.text.count > 1 else { return isInitial(i) ? .unknown : .none }
    // `Deltaker: …`
    if ParticipantName.isRole(token.lower), text.gap(before: i + 1).hasPrefix(":") { return .none }
    // `the Fly- no, the other`: broken off.
    if text.gap(before: i + 1).hasPrefix("- ") { return .none }
    let word = isGenitive(i) ? String(token.lower.dropLast()) : token.lower
    // `Glaswegian` is made from a name: that is looked at later.
    if knowledge.labels.contains(token.lower) || lists.derived[word] != nil { return .none }
    if let kind = listed(word) {
      if !lists.isAmbiguous(word) || knowledge.people.contains(word) { return .listed(kind) }
      if lists.months.contains(word) {
        return hasCue(i) || isBeforeSurname(i) ? .listed(kind) : .none
      }
      return token.beginsSentence ? .weak : .listed(kind)
    }
    if !token.beginsSentence, NameCues.nameStart.contains(token.lower), isBeforeName(i) {
      return .unknown
    }
    if lists.countries.contains(word) {
      return knowledge.proposesCountries ? .listed(.place) : .none
    }
    if lists.known.contains(word) || lists.known.contains(token.lower) { return .none }
    return unlisted(i)
  }

  func listed(_ word: String) -> IdentifierKind? {
    if knowledge.people.contains(word) || lists.given.contains(word) { return .person }
    if lists.places.contains(word) { return .place }
    if lists.organisations.contains(word) { return .organisation }
    return lists.surnames.contains(word) ? .person : nil
  }

  private func unlisted(_ i: Int) -> Part {
    let token = text[i]
    if lists.ordinary.contains(token.lower) || token.text.contains(where: \.isNumber) {
      return .none
    }
    if knowledge.statistics.isOrdinary(token.lower) { return hasCue(i) ? .weak : .none }
    return token.beginsSentence ? .weak : .unknown
  }

  /// Whether a capital follows that is no other known word: `May Applegarth`.
  private func isBeforeSurname(_ i: Int) -> Bool {
    isBeforeName(i) && !lists.given.contains(text[i + 1].lower)
  }

  private func isBeforeName(_ i: Int) -> Bool {
    guard i + 1 < text.count, text[i + 1].gap == " ", text[i + 1].isCapitalised,
      text[i + 1].text.count > 1
    else { return false }
    let next = text[i + 1].lower
    return listed(next) != nil || !lists.isAmbiguous(next)
  }

  /// `K.` before another name.
  private func isInitial(_ i: Int) -> Bool {
    i + 1 < text.count && text[i + 1].gap == ". " && text[i + 1].isCapitalised
      && text[i].text != "I" && text[i + 1].text.count > 1
      && !lists.isAmbiguous(text[i + 1].lower)
  }

  /// Whether a word is a known name with a genitive s.
  func isGenitive(_ i: Int) -> Bool {
    let word = text[i].lower
    guard word.utf8.last == UInt8(ascii: "s"), word.count > 3, listed(word) == nil else {
      return false
    }
    let stem = String(word.dropLast())
    let counts = knowledge.statistics[stem]
    return listed(stem) != nil || (counts.inside > 0 && !knowledge.statistics.isOrdinary(stem))
  }

  /// Whether the words around say that this is a person.
  private func hasCue(_ i: Int) -> Bool {
    if i > 0, [" ", ". "].contains(text[i].gap) {
      let before = text[i - 1].lower
      if lists.titles.contains(before) || NameCues.beforePerson.contains(before) { return true }
      let isNameIs = before == "is" || before == "er"
      if isNameIs, i > 1, ["name", "navnet", "namnet", "navn", "namn"].contains(text[i - 2].lower) {
        return true
      }
    }
    guard i + 1 < text.count else { return false }
    if text[i + 1].gap == " ", NameCues.afterPerson.contains(text[i + 1].lower) { return true }
    return text[i + 1].gap == " " && text[i + 1].isCapitalised
      && lists.surnames.contains(text[i + 1].lower)
  }

  // MARK: Runs

  /// Reads the words that hang together from a capital on, and returns where to go on.
  private mutating func readRun(at start: Int, taken: [Bool]) -> Int {
    let first = part(start)
    if first == .none { return start + 1 }
    var end = start + 1
    var parts = [first]
    while let next = following(end, taken: taken), !isGenitive(end - 1) {
      let part = part(next)
      let isName =
        NameCues.organisationEnd.contains(text[next].lower)
        || NameCues.placeEnd.contains(text[next].lower)
        || NameCues.streetEnd.contains(text[next].lower)
      guard part != .none || isName else { break }
      parts += Array(repeating: .unknown, count: next - end) + [part == .none ? .unknown : part]
      end = next + 1
    }
    let begin = firstOfName(start, parts)
    if begin > start { return begin }
    let isOrganisation = !isTalk && afterOrganisation(end, taken: taken) > end
    if parts.count == 1, first == .weak, !isName(alone: start), !isOrganisation {
      if isPerhapsName(alone: start) { appendPerhaps(start) }
      return end
    }
    append(start..<afterOrganisation(end, taken: taken), parts)
    return end
  }

  /// The next word of the same name: `Kari Nordmann`, `Anne-Marie`, `K. Berg`, `van der Berg`.
  private func following(_ i: Int, taken: [Bool]) -> Int? {
    guard i < text.count, !taken[i] else { return nil }
    let gap = text[i].gap
    let afterInitial = gap == ". " && text[i - 1].text.count == 1
    if gap == " & ", text[i].isCapitalised { return i }
    guard gap == " " || gap == "-" || afterInitial || (gap == "'" && text[i - 1].text.count == 1)
    else { return nil }
    if text[i].isCapitalised { return i }
    guard gap == " ", NameCues.particles.contains(text[i].lower) else { return nil }
    var k = i + 1
    if k < text.count, text[k].gap == " ", NameCues.particles.contains(text[k].lower) { k += 1 }
    guard k < text.count, text[k].gap == " ", text[k].isCapitalised, !taken[k],
      !["i", "de", "av", "da"].contains(text[i].lower) || isPersonal(i - 1)
    else { return nil }
    return k
  }

  private func isPersonal(_ i: Int) -> Bool { listed(text[i].lower) == .person }

  /// An unknown word at the beginning of a sentence before a given name is no part of it:
  /// `Ring Kari`.
  private func firstOfName(_ start: Int, _ parts: [Part]) -> Int {
    guard parts.count > 1, parts[0] == .weak, listed(text[start].lower) == nil else { return start }
    if text[start + 1].gap == " ", lists.given.contains(text[start + 1].lower) { return start + 1 }
    return start
  }

  /// Whether a word at the beginning of a sentence is a name by itself: it stands with a capital
  /// inside sentences too, or a cue says so.
  private func isName(alone i: Int) -> Bool {
    let word = text[i].lower
    // A text of one word is a label, such as the name of a code.
    if text.count == 1 { return false }
    if hasCue(i) && listed(word) == nil { return !lists.isAmbiguous(word) }
    let counts = knowledge.statistics[word]
    return counts.inside > 0 && !lists.isAmbiguous(word)
  }

  /// Whether a word at the beginning of a sentence, of which nothing is known, may be a name: it
  /// stands nowhere in small letters, and the sentence goes on as after a name.
  private func isPerhapsName(alone i: Int) -> Bool {
    let token = text[i]
    guard isTalk, isSentence, i + 1 < text.count, token.text.count > 2, !token.isAllCapitals,
      !NameCues.wordEndings.contains(where: token.lower.hasSuffix),
      listed(token.lower) == nil, knowledge.statistics[token.lower].small == 0
    else { return false }
    let next = text[i + 1]
    return (next.gap == " " || next.gap == ", ") && !next.isCapitalised && !next.isNumber
  }

  /// Whether the text ends as a sentence does, or is too long for a label such as the name of a
  /// code.
  private var isSentence: Bool {
    text.count > 6 || text.tail.contains { ".!?…,–—-\"”»".contains($0) }
  }

  private mutating func appendPerhaps(_ i: Int) {
    found.append(
      Found(
        tokens: i..<(i + 1), scalars: text[i].range, kind: .person, source: .sentenceStart,
        isUnsure: true))
  }

  /// `Solbakken barnehage`: Norwegian writes the last word in small letters.
  private func afterOrganisation(_ end: Int, taken: [Bool]) -> Int {
    guard end < text.count, !taken[end], text[end].gap == " ", !isGenitive(end - 1),
      NameCues.organisationEnd.contains(text[end].lower)
        || NameCues.organisationSuffixes.contains(where: text[end].lower.hasSuffix),
      text[end].isCapitalised || !lists.ordinary.contains(text[end].lower),
      text[end].lower != "as" || text[end].isAllCapitals
    else { return end }
    return end + 1
  }

  private mutating func append(_ tokens: Range<Int>, _ parts: [Part]) {
    var scalars = text.scalars(of: tokens)
    if isGenitive(tokens.upperBound - 1) { scalars = scalars.lowerBound..<(scalars.upperBound - 1) }
    let (kind, isListed) = kind(tokens, parts)
    var source: IdentifierSource = .capital
    if isListed { source = .list } else if hasCue(tokens.upperBound - 1) { source = .cue }
    if source == .capital, tokens.count > 1, hasCue(tokens.lowerBound) { source = .cue }
    if source == .cue, tokens.count == 1, text[tokens.lowerBound].isAllCapitals {
      source = .capital
    }
    let first = text[tokens.lowerBound]
    let isMonth = tokens.count == 1 && lists.months.contains(first.lower)
    let isGuess = source == .cue && tokens.count == 1 && first.beginsSentence
    found.append(
      Found(
        tokens: tokens, scalars: scalars, kind: source == .cue ? .person : kind, source: source,
        isUnsure: source == .capital || isMonth || isGuess))
  }

  // MARK: Small letters

  /// A name of a participant or, if nothing else is called so, a known given name.
  private mutating func readSmall(at i: Int) {
    let token = text[i]
    guard token.text.count > 2, !lists.isAmbiguous(token.lower) else { return }
    let isGenitive = isGenitive(i)
    let word = isGenitive ? String(token.lower.dropLast()) : token.lower
    guard !lists.isAmbiguous(word) else { return }
    let isParticipant = knowledge.people.contains(word)
    let isPlace = isSmall && (lists.places.contains(word) || lists.organisations.contains(word))
    guard isParticipant || lists.given.contains(word) || isPlace, word.count > 2 else { return }
    let scalars = token.range.lowerBound..<(token.range.upperBound - (isGenitive ? 1 : 0))
    found.append(
      Found(
        tokens: i..<(i + 1), scalars: scalars, kind: listed(word) ?? .person,
        source: isParticipant ? .participants : .smallLetters, isUnsure: !isParticipant))
  }
}
