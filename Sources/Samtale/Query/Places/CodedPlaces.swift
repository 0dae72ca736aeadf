/// The codings and meaning units of a study that have a place in the talk.
struct CodedPlaces: Sendable {
  /// The coding or meaning unit.
  private(set) var ids: [Identifier] = []
  /// The code that counts, as an index of ``CodeIndex/codes``; -1 for meaning units.
  private(set) var codes: [Int] = []
  private(set) var coders: [Identifier?] = []
  private(set) var rounds: [Identifier?] = []
  /// The code group in which a meaning unit is at home.
  private(set) var groups: [Identifier?] = []
  /// The spans of all, one after the other.
  private(set) var spans: [Span] = []
  private var ends: [Int] = []
  /// Codings of a whole transcript, or whose place is no longer found.
  private(set) var withoutPlace: [Identifier] = []

  var count: Int { ids.count }

  /// The spans of one, in order.
  func spans(of item: Int) -> ArraySlice<Span> {
    spans[(item == 0 ? 0 : ends[item - 1])..<ends[item]]
  }

  init(_ corpus: StudyCorpus, _ codebook: CodeIndex, _ axis: TalkAxis) {
    let transcripts = Dictionary(
      axis.versions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for placed in corpus.codings() {
      let coding = placed.coding
      guard add(placed.placement, transcripts[coding.anchor?.transcript], axis) else {
        withoutPlace.append(coding.id)
        continue
      }
      ids.append(coding.id)
      codes.append(codebook.numbers[placed.code] ?? -1)
      coders.append(coding.coder)
      rounds.append(coding.round)
      groups.append(nil)
    }
    for unit in corpus.study.all(MeaningUnit.self) {
      guard let anchor = unit.anchor, let placement = corpus.place(anchor),
        add(placement, transcripts[anchor.transcript], axis)
      else { continue }
      ids.append(unit.id)
      codes.append(-1)
      coders.append(unit.by)
      rounds.append(nil)
      groups.append(unit.group)
    }
  }

  private mutating func add(_ placement: Placement, _ transcript: Int?, _ axis: TalkAxis) -> Bool {
    guard let transcript, placement.status != .lost else { return false }
    var found = placement.stretches.compactMap { axis.span($0, in: transcript) }
    guard !found.isEmpty else { return false }
    if found.count > 1 { found = Region(found).spans }
    spans.append(contentsOf: found)
    ends.append(spans.count)
    return true
  }
}

extension Dictionary where Key == Identifier, Value == Int {
  fileprivate subscript(id: Identifier?) -> Int? { id.flatMap { self[$0] } }
}

/// The codes of a study as a tree, with merged codes counted where they went.
struct CodeIndex: Sendable {
  let codes: [Code]
  let numbers: [Identifier: Int]
  /// The code that counts for each.
  let heirs: [Int]
  /// The codes right below each; merged ones are below none.
  let children: [[Int]]
  /// The code right above each that counts.
  let parents: [Int?]

  init(_ corpus: StudyCorpus) {
    let codes = corpus.study.all(Code.self)
    let numbers = Dictionary(
      codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let heirs = codes.indices.map { numbers[corpus.heir(of: codes[$0].id)] ?? $0 }
    var children: [[Int]] = Array(repeating: [], count: codes.count)
    var parents: [Int?] = Array(repeating: nil, count: codes.count)
    for (i, code) in codes.enumerated() where heirs[i] == i {
      guard let parent = numbers[code.parent].map({ heirs[$0] }), parent != i else { continue }
      parents[i] = parent
      children[parent].append(i)
    }
    self.codes = codes
    self.numbers = numbers
    self.heirs = heirs
    self.children = children
    self.parents = parents
  }

  /// The codes that count for some codes and, if asked for, everything below them.
  func reach(_ codes: some Sequence<Int>, withBelow: Bool) -> Set<Int> {
    var reached: Set<Int> = []
    var open = codes.map { heirs[$0] }
    while let code = open.popLast() {
      guard reached.insert(code).inserted, withBelow else { continue }
      open.append(contentsOf: children[code])
    }
    return reached
  }

  /// The names of a code and those above it, the topmost first.
  func path(of code: Int) -> [String] {
    var path: [String] = []
    var seen: Set<Int> = []
    var at: Int? = code
    while let code = at, seen.insert(code).inserted {
      path.insert(codes[code].name, at: 0)
      at = parents[code]
    }
    return path
  }
}
