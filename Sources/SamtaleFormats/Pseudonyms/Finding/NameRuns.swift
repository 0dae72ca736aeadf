/// Finds names in one text by their capitals, the lists, and the words beside them.
struct NameRuns {
  /// What the whole corpus knows.
  struct Knowledge {
    var statistics: WordStatistics
    /// Words of the names of participants, in small letters.
    var people: Set<String> = []
    /// The first words of these names.
    var firstNames: Set<String> = []
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
  let isEnglish: Bool
  let lists = NameLists.shared
  private(set) var found: [Found] = []
  /// Names that are words too, in small letters, where a sentence begins with one of them and
  /// nothing says that it is the name: `Mark my words`.
  private(set) var doubts: Set<String> = []

  /// What a word with a capital may be.
  enum Part: Equatable {
    case listed(IdentifierKind)
    /// Could be a name.
    case unknown
    /// A name, but at the beginning of a sentence also an ordinary word.
    case weak
    case none
  }

  init(
    _ text: TalkTokens, _ knowledge: Knowledge, language: String, isTalk: Bool, isSmall: Bool
  ) {
    self.isTalk = isTalk
    isEnglish = NameLists.base(of: language) == "en"
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
    guard token.text.count > 1 else { return initial(i) }
    // `Deltaker: …`
    if ParticipantName.isRole(token.lower), text.gap(before: i + 1).hasPrefix(":") { return .none }
    // `the Fly- no, the other`: broken off.
    if text.gap(before: i + 1).hasPrefix("- "), listed(token.lower) == nil { return .none }
    let word = word(at: i)
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

  /// A word in small letters, without a genitive s.
  func word(at i: Int) -> String {
    isGenitive(i) ? String(text[i].lower.dropLast()) : text[i].lower
  }

  func listed(_ word: String) -> IdentifierKind? {
    if knowledge.people.contains(word) || lists.given.contains(word) { return .person }
    if lists.places.contains(word) { return .place }
    if lists.organisations.contains(word) { return .organisation }
    return lists.surnames.contains(word) ? .person : nil
  }

  private func unlisted(_ i: Int) -> Part {
    let token = text[i]
    if token.text.contains(where: \.isNumber) { return .none }
    if lists.ordinary.contains(token.lower) { return isAfterTitle(i) ? .unknown : .none }
    if knowledge.statistics.isOrdinary(token.lower) { return hasCue(i) ? .weak : .none }
    return token.beginsSentence ? .weak : .unknown
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
    if begin > start {
      if parts[0] != .weak { append(start..<begin, Array(parts[..<(begin - start)])) }
      return begin
    }
    let isOrganisation = !isTalk && afterOrganisation(end, taken: taken) > end
    let isWord = parts.count == 1 && isTalk && isWordToo(start)
    let mayBeName = isWord ? goesOnAsAfterName(start) : isPerhapsName(alone: start)
    if isWord, !mayBeName { doubts.insert(word(at: start)) }
    if parts.count == 1, first == .weak, !isName(alone: start), !isOrganisation {
      if mayBeName { appendPerhaps(start) }
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

  /// An unknown word at the beginning of a sentence before a given name is no part of it
  /// (`Ring Kari`), nor are unknown words in headings and names of files before a participant's
  /// name.
  private func firstOfName(_ start: Int, _ parts: [Part]) -> Int {
    guard parts.count > 1, listed(text[start].lower) == nil else { return start }
    for i in (start + 1)..<(start + parts.count) where text[i].gap == " " {
      let isBehindFirst = i == start + 1 && parts[0] == .weak
      if isBehindFirst, lists.given.contains(text[i].lower) { return i }
      if isBehindFirst || !isTalk, knowledge.firstNames.contains(text[i].lower) { return i }
      if listed(text[i].lower) != nil { return start }
    }
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
      isEnglish || !token.lower.hasSuffix("er"), !NameCues.relatives.contains(token.lower),
      listed(token.lower) == nil, knowledge.statistics[token.lower].small == 0
    else { return false }
    let next = text[i + 1]
    return (next.gap == " " || next.gap == ", ") && !next.isCapitalised && !next.isNumber
  }

  /// Whether the text ends as a sentence does, or is too long for a label such as the name of a
  /// code.
  var isSentence: Bool {
    text.count > 6 || text.tail.contains { ".!?…,–—-\"”»".contains($0) }
  }

  private mutating func appendPerhaps(_ i: Int) {
    found.append(
      Found(
        tokens: i..<(i + 1), scalars: withoutGenitive(i..<(i + 1)), kind: .person,
        source: .sentenceStart, isUnsure: true))
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

  private func withoutGenitive(_ tokens: Range<Int>) -> Range<Int> {
    let scalars = text.scalars(of: tokens)
    return isGenitive(tokens.upperBound - 1)
      ? scalars.lowerBound..<(scalars.upperBound - 1) : scalars
  }

  private mutating func append(_ tokens: Range<Int>, _ parts: [Part]) {
    let scalars = withoutGenitive(tokens)
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

  /// A name of a participant or, if nothing else is called so, a known given name, or a place or
  /// an organisation where such names stand.
  private mutating func readSmall(at i: Int) {
    let token = text[i]
    guard token.text.count > 2, !lists.isAmbiguous(token.lower) else { return }
    let isGenitive = isGenitive(i)
    let word = isGenitive ? String(token.lower.dropLast()) : token.lower
    guard !lists.isAmbiguous(word) else { return }
    let isParticipant = knowledge.people.contains(word)
    let isPlace =
      (isSmall || isAfterPreposition(i))
      && (lists.places.contains(word) || lists.organisations.contains(word))
    guard isParticipant || lists.given.contains(word) || isPlace, word.count > 2 else { return }
    let scalars = token.range.lowerBound..<(token.range.upperBound - (isGenitive ? 1 : 0))
    found.append(
      Found(
        tokens: i..<(i + 1), scalars: scalars, kind: listed(word) ?? .person,
        source: isParticipant ? .participants : .smallLetters, isUnsure: !isParticipant))
  }

  private func isAfterPreposition(_ i: Int) -> Bool {
    guard i > 0, text[i].gap == " " else { return false }
    let before = text[i - 1].lower
    return NameCues.beforePlace.contains(before) || NameCues.beforeOrganisation.contains(before)
      || NameCues.beforeSmallName.contains(before)
  }
}
