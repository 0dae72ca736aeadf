/// Makes entries of what was found: forms of one identifier together, each entry with a number and a
/// replacement that occurs nowhere else.
struct KeyProposal {
  private(set) var key: PseudonymKey
  private let statistics: WordStatistics
  private let style: PseudonymStyle
  private let language: String
  /// Texts in square brackets that the talk has already.
  private let bracketed: Set<String>
  private var pending: [String: Pending] = [:]
  private var order: [String] = []
  /// Where forms stand in the key, by their small letters.
  private var known: [String: Int] = [:]
  private var usedReplacements: Set<String>
  private var names = NameIndex()
  /// Which participants a form belongs to, by its small letters.
  private var owners: [String: Set<Int>] = [:]
  /// The entries of participants.
  private var entryOfPerson: [Int: Int] = [:]
  /// Names that are words too, in small letters, which stand where they may be the word: that is
  /// asked.
  var doubted: Set<String> = []
  /// The highest number of each kind.
  private var numbers: [IdentifierKind: Int] = [:]

  /// A form that was found, with all that speaks for it.
  private struct Pending {
    var text: String
    var kinds: [IdentifierKind: Int] = [:]
    var source: IdentifierSource
    var isUnsure: Bool
    var generalised: String?
    var times = 0

    /// The kind found most often; the first in order if several are.
    var kind: IdentifierKind {
      let most = kinds.values.max() ?? 0
      return IdentifierKind.allCases.first { kinds[$0] == most } ?? .term
    }
  }

  init(
    key: PseudonymKey, statistics: WordStatistics, texts: [TalkTokens], languages: [String],
    style: PseudonymStyle
  ) {
    self.key = key
    self.statistics = statistics
    self.style = style
    var counts: [String: Int] = [:]
    for language in languages { counts[NameLists.base(of: language), default: 0] += 1 }
    language = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "en"
    bracketed = Set(texts.flatMap(Self.brackets))
    usedReplacements = Set(
      key.entries.flatMap(\.forms).map { $0.replacement.lowercased() })
    for (i, entry) in key.entries.enumerated() {
      for form in entry.forms {
        known[form.text.singleSpaced.lowercased()] = i
        names.add(form.text, entry.kind, entry: i)
      }
    }
    for kind in IdentifierKind.allCases { numbers[kind] = key.highestNumber(kind) }
  }

  private static func brackets(_ text: TalkTokens) -> [String] {
    var found: [String] = []
    var start: Int?
    for (i, scalar) in text.scalars.enumerated() {
      if scalar == "[" { start = i }
      if scalar == "]", let open = start {
        found.append(text.text(open..<(i + 1)).lowercased())
        start = nil
      }
    }
    return found
  }

  // MARK: Adding

  mutating func add(people: [ParticipantName]) {
    for name in people {
      own(name.full, name.people)
      add(name.full, .person, .participants, isUnsure: !name.isSure)
      guard name.words.count > 1 || name.words.first != name.full else { continue }
      for word in name.words {
        own(word, name.people)
        add(word, .person, .participants, isUnsure: !name.isSure)
      }
    }
  }

  /// Adds people who take no part in the talk. Only whole names: a given name in the talk is rather
  /// somebody else's.
  mutating func add(others: [ParticipantName]) {
    for name in others {
      own(name.full, name.people)
      add(name.full, .person, .header, isUnsure: !name.isSure)
    }
  }

  /// Notes whose name a form is; somebody whose full name is in the key has that entry.
  private mutating func own(_ form: String, _ people: Set<Int>) {
    let lower = form.singleSpaced.lowercased()
    owners[lower, default: []].formUnion(people)
    if lower.contains(" "), let entry = known[lower] { note(entry, of: lower) }
  }

  private mutating func note(_ entry: Int, of lower: String) {
    for person in owners[lower] ?? [] where entryOfPerson[person] == nil {
      entryOfPerson[person] = entry
    }
  }

  /// The entry of the participant whose form it is; `nil` if there is none, or if there are several.
  private func entryOfOwner(_ lower: String) -> Int? {
    let entries = Set((owners[lower] ?? []).compactMap { entryOfPerson[$0] })
    return entries.count == 1 ? entries.first : nil
  }

  mutating func add(term: DeclaredTerm) { add(term.text, term.kind, .terms) }

  mutating func add(_ finding: IdentifierFinding, language: String) {
    add(
      finding.text, finding.kind, finding.source, isUnsure: finding.isUnsure,
      generalised: finding.generalised)
  }

  private mutating func add(
    _ text: String, _ kind: IdentifierKind, _ source: IdentifierSource, isUnsure: Bool = false,
    generalised: String? = nil
  ) {
    let text = text.singleSpaced
    let lower = text.lowercased()
    guard known[lower] == nil else { return }
    if pending[lower] == nil {
      order.append(lower)
      pending[lower] = Pending(
        text: text, source: source, isUnsure: isUnsure, generalised: generalised)
    }
    guard var form = pending[lower] else { return }
    // Participants and declared terms know what they name.
    form.kinds[kind, default: 0] += Self.declares(source) ? 1000 : 1
    form.times += 1
    form.isUnsure = form.isUnsure && isUnsure
    if Self.rank(source) < Self.rank(form.source) { form.source = source }
    if !Self.declares(form.source), form.text == lower || form.text == text.uppercased() {
      form.text = text
    }
    pending[lower] = form
  }

  /// Whether a source knows what a form names, and how it is written.
  private static func declares(_ source: IdentifierSource) -> Bool {
    [.participants, .header, .terms].contains(source)
  }

  private static func rank(_ source: IdentifierSource) -> Int {
    let order: [IdentifierSource] = [
      .participants, .header, .terms, .pattern, .list, .cue, .capital, .smallLetters,
      .sentenceStart,
    ]
    return order.firstIndex(of: source) ?? order.count
  }

  // MARK: Entries

  mutating func finish() {
    for word in doubted { pending[word]?.isUnsure = true }
    // Full names first: given names and surnames then find their person.
    let people = order.filter { pending[$0]?.kind == .person }
    for lower in people where lower.contains(" ") { place(lower) }
    for lower in people where lower.contains(" ") { addParts(of: lower) }
    for lower in order where known[lower] == nil && lower.contains(" ") { place(lower) }
    for lower in order where known[lower] == nil && !isGuess(lower) { place(lower) }
    // `Oslokontoret` is made from a name that is there by now.
    let derived = DerivedForms(key)
    for lower in order where known[lower] == nil {
      if derived.derivation(of: lower, statistics[lower]) == nil { place(lower) }
    }
    renumber()
    addSmallForms()
    addDerivedForms()
  }

  /// Whether nothing but the place of a word says what it names.
  private func isGuess(_ lower: String) -> Bool {
    guard let form = pending[lower] else { return false }
    return [.capital, .capitals, .cue, .sentenceStart].contains(form.source)
  }

  private mutating func place(_ lower: String) {
    guard var form = pending[lower] else { return }
    if form.source == .capital, form.times > 1 { form.source = .capitals }
    let isGuess = isGuess(lower)
    if form.kind == .person, let entry = entryOfOwner(lower) {
      known[lower] = entry
      append(made(form, ""), to: entry)
      return note(entry, of: lower)
    }
    var owners = form.kind == .person || isGuess ? names.people(of: lower) : []
    if owners.isEmpty, isGuess, form.kind != .person { owners = names.organisations(of: lower) }
    if owners.count == 1 {
      known[lower] = owners[0]
      append(made(form, ""), to: owners[0])
      return note(owners[0], of: lower)
    }
    if owners.count > 1 { form.isUnsure = true }
    known[lower] = key.entries.count
    note(key.entries.count, of: lower)
    names.add(form.text, form.kind, entry: key.entries.count)
    key.entries.append(
      .init(id: "", kind: form.kind, forms: [made(form, form.generalised ?? "")]))
  }

  /// Adds a form to an entry, replaced as the others are; what is kept stays kept.
  private mutating func append(_ form: PseudonymKey.Form, to entry: Int) {
    var form = form
    let forms = key.entries[entry].forms
    let isNew = key.entries[entry].id.isEmpty
    let replacement = forms.first { !$0.replacement.isEmpty }?.replacement
    form.replacement = replacement ?? ""
    if replacement == nil, !isNew { form.decision = .keep }
    names.add(form.text, key.entries[entry].kind, entry: entry)
    key.entries[entry].forms.append(form)
  }

  /// The given name and surname of somebody whose full name was found, where they stand alone.
  private mutating func addParts(of lower: String) {
    guard let entry = known[lower], let form = pending[lower] else { return }
    let words = form.text.split(separator: " ").map(String.init)
    for word in [words[0], words[words.count - 1]] where word.filter(\.isLetter).count > 1 {
      let part = word.lowercased()
      let counts = statistics[part]
      let genitive = statistics[part + "s"]
      let places =
        counts.inside + counts.atStart + counts.small + genitive.inside + genitive.atStart
      // A word that stands only where sentences begin may be no name: `Ring Kari Berg`.
      let isName =
        (counts.inside > 0 && !statistics.isOrdinary(part))
        || NameLists.shared.given.contains(part)
      guard known[part] == nil, pending[part] == nil, places > form.times, isName,
        names.people(of: part).count == 1, !NameLists.shared.titles.contains(part)
      else { continue }
      let isWord = NameLists.shared.isAmbiguous(part)
      known[part] = entry
      append(
        .init(
          word, replacement: "", decision: isWord || form.isUnsure ? .ask : .replace,
          source: form.source), to: entry)
    }
  }

  private func made(_ form: Pending, _ replacement: String) -> PseudonymKey.Form {
    PseudonymKey.Form(
      form.text, replacement: replacement, decision: form.isUnsure ? .ask : .replace,
      source: form.source)
  }

  /// Gives new entries their identifiers in the order in which they were found.
  private mutating func renumber() {
    var place: [String: Int] = [:]
    for (i, lower) in order.enumerated() { place[lower] = i }
    let old = key.entries.filter { !$0.id.isEmpty }
    let new = key.entries.filter(\.id.isEmpty).map { entry in
      (entry, entry.forms.compactMap { place[$0.text.lowercased()] }.min() ?? .max)
    }
    key.entries = old
    for (entry, _) in new.sorted(by: { $0.1 < $1.1 }) {
      var entry = entry
      let (id, replacement) = nextReplacement(entry.kind)
      entry.id = id
      for i in entry.forms.indices where entry.forms[i].replacement.isEmpty {
        entry.forms[i].replacement = replacement
      }
      key.entries.append(entry)
    }
  }

  private mutating func nextReplacement(_ kind: IdentifierKind) -> (id: String, text: String) {
    var number = numbers[kind, default: 0]
    var text = ""
    repeat {
      number += 1
      text = "[\(kind.word(in: language)) \(number)]"
    } while bracketed.contains(text) || usedReplacements.contains(text)
    numbers[kind] = number
    let id = "\(kind.rawValue)-\(number)"
    if kind == .person, case .names(let names) = style, let name = names.first(where: isFree) {
      text = name
    }
    usedReplacements.insert(text.lowercased())
    return (id, text)
  }

  /// Whether a stand-in name is neither in the talk nor in the key.
  private func isFree(_ name: String) -> Bool {
    let words = TalkTokens(name).tokens.map(\.lower)
    let occurs = words.contains { word in
      statistics.words[word] != nil || statistics.words[word + "s"] != nil || pending[word] != nil
        || known[word] != nil
    }
    return !occurs && !words.isEmpty && !usedReplacements.contains(name.lowercased())
  }

  // MARK: Forms of forms

  /// A name that the talk also has in small letters may be a word: that is asked.
  private mutating func addSmallForms() {
    let lists = NameLists.shared
    for i in key.entries.indices where key.entries[i].kind.isName && key.entries[i].kind != .term {
      for form in key.entries[i].forms
      where form.decision != .keep && !form.text.contains(where: { " -".contains($0) }) {
        let lower = form.text.lowercased()
        let isWord = lists.isAmbiguous(lower)
        guard form.text != lower, statistics[lower].small > 0,
          isWord ? form.source == .participants : !lists.given.contains(lower),
          !key.entries[i].forms.contains(where: { $0.text == lower })
        else { continue }
        key.entries[i].forms.append(
          .init(lower, replacement: form.replacement, decision: .ask, source: .smallLetters))
      }
    }
  }

  private mutating func addDerivedForms() {
    let finder = DerivedForms(key)
    for word in statistics.words.keys.sorted() where known[word] == nil {
      if let place = NameLists.shared.derived[word], !finder.knows(place) {
        let (id, replacement) = nextReplacement(.place)
        known[word] = key.entries.count
        let form = PseudonymKey.Form(
          word, replacement: replacement, decision: .ask, source: .derived)
        key.entries.append(.init(id: id, kind: .place, forms: [form]))
        continue
      }
      guard let derived = finder.derivation(of: word, statistics[word]) else { continue }
      let base = key.entries[derived.entry].forms[derived.form]
      if base.decision == .keep { continue }
      known[word] = derived.entry
      key.entries[derived.entry].forms.append(
        .init(
          derived.text, replacement: base.replacement + derived.ending, decision: .ask,
          source: .derived))
    }
  }
}
