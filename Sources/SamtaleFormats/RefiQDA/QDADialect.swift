import Samtale

/// How a program counts positions in a text. The standard says code points from 0 and means the
/// end to be exclusive; programs differ in all four.
struct QDADialect: Hashable, Sendable, CustomStringConvertible {
  /// Whether UTF-16 code units are counted rather than code points.
  var countsUTF16 = false
  /// Whether CR and LF count as one.
  var joinsLineEnds = false
  /// Whether a byte order mark counts.
  var countsMark = false
  /// Whether the end is the last character rather than the one behind it.
  var isInclusive = false

  /// What the standard says (REFI-QDA 1.5, section 10.2, read as its Annex A reads it).
  static let standard = QDADialect()

  /// All readings, the standard's first.
  static let all: [QDADialect] = [false, true].flatMap { mark in
    [false, true].flatMap { joins in
      [false, true].flatMap { utf16 in
        [false, true].map { inclusive in
          QDADialect(
            countsUTF16: utf16, joinsLineEnds: joins, countsMark: mark, isInclusive: inclusive)
        }
      }
    }
  }

  var description: String {
    [
      countsUTF16 ? "UTF-16 units" : "code points",
      joinsLineEnds ? "a line end counts one" : "CR LF counts two",
      countsMark ? "byte order mark counted" : "byte order mark not counted",
      isInclusive ? "end inclusive" : "end exclusive",
    ].joined(separator: ", ")
  }

  /// A place in a text that a position stands for.
  struct Place: Hashable {
    var index: Int
    /// Whether the position lies within a character: between the halves of a surrogate pair, or
    /// between CR and LF.
    var isInside = false
    /// Whether it lies outside the text.
    var isBeyond = false
  }

  /// The places that positions stand for, in one walk over the text.
  func places(_ positions: Swift.Set<Int>, in text: QDAText) -> [Int: Place] {
    var places: [Int: Place] = [:]
    places.reserveCapacity(positions.count)
    var at = countsMark && text.source.hasByteOrderMark ? 1 : 0
    var index = 0
    var double = 0
    for position in positions.sorted() {
      while index < text.scalars.count {
        let isDouble = double < text.doubleEnds.count && text.doubleEnds[double] == index
        let next = at + width(text.scalars[index], isDouble: isDouble)
        guard next <= position else { break }
        at = next
        index += 1
        if isDouble { double += 1 }
      }
      places[position] = Place(
        index: index, isInside: position > at && index < text.scalars.count,
        isBeyond: position < 0 || position > at && index == text.scalars.count)
    }
    return places
  }

  private func width(_ scalar: Unicode.Scalar, isDouble: Bool) -> Int {
    if isDouble { return joinsLineEnds ? 1 : 2 }
    return countsUTF16 && scalar.value > 0xFFFF ? 2 : 1
  }
}

/// Finds out how a project counts positions, from whether its selections then begin and end at
/// words and hold the words by which they are named.
struct QDAEvidence {
  /// A text with its selections.
  struct Text {
    var text: QDAText
    var selections: [(start: Int, end: Int, name: String)]
  }

  /// The reading to be used.
  private(set) var dialect = QDADialect.standard
  /// Whether the evidence is strong enough; else ``dialect`` is the standard's.
  private(set) var isClear = true
  /// How many selections speak for the reading that fits best, and how many could.
  private(set) var support = 0
  private(set) var total = 0
  /// How many speak for the reading that fits second best.
  private(set) var second = 0
  /// Whether names were compared rather than edges of words.
  private(set) var usesNames = false

  /// What a reading makes of the selections.
  private struct Hypothesis {
    var dialect: QDADialect
    var ranges: [Range<Int>] = []
    var isClean: [Bool] = []
    var isNamed: [Bool] = []
  }

  /// The reading under which most points in time stand at edges of lines, for projects without
  /// selections; of equal ones the standard's, or the first.
  static func dialect(ofPoints texts: [(text: QDAText, positions: [Int])]) -> QDADialect {
    var best = (dialect: QDADialect.standard, hits: -1)
    for dialect in QDADialect.all where !dialect.isInclusive {
      var hits = 0
      for (text, positions) in texts {
        let places = dialect.places(Swift.Set(positions), in: text)
        hits += places.values.count { place in
          !place.isInside && !place.isBeyond
            && (place.index == 0 || place.index == text.scalars.count
              || text.scalars[place.index] == "\n" || text.scalars[place.index - 1] == "\n")
        }
      }
      if hits > best.hits { best = (dialect, hits) }
    }
    return best.dialect
  }

  init(_ texts: [Text]) {
    let texts = texts.map { text in
      Text(text: text.text, selections: text.selections.filter { $0.start < $0.end })
    }
    let hypotheses = Self.hypotheses(texts)
    guard let first = hypotheses.first, !first.ranges.isEmpty else { return }
    let named = texts.flatMap(\.selections).count { !$0.name.isEmpty }
    let byName = hypotheses.map { $0.isNamed.count(where: \.self) }.max() ?? 0
    usesNames = named * 5 >= first.ranges.count * 3 && byName * 5 >= named * 3
    total = usesNames ? named : first.ranges.count
    decide(hypotheses)
  }

  private func hits(_ hypothesis: Hypothesis) -> [Bool] {
    usesNames ? hypothesis.isNamed : hypothesis.isClean
  }

  /// Takes the best reading if it fits 60 % of the selections and, of the selections that any other
  /// reading places elsewhere, at least twice as many as that one.
  private mutating func decide(_ hypotheses: [Hypothesis]) {
    let counts = hypotheses.map { hits($0).count(where: \.self) }
    guard
      let best = counts.indices.max(by: { counts[$0] < counts[$1] }).map({ most in
        counts.firstIndex(of: counts[most]) ?? most
      })
    else { return }
    support = counts[best]
    second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    let chosen = hypotheses[best]
    let chosenHits = hits(chosen)
    isClear = support * 5 >= total * 3
    for (i, other) in hypotheses.enumerated() where i != best && isClear {
      let otherHits = hits(other)
      let differing = chosen.ranges.indices.filter { chosen.ranges[$0] != other.ranges[$0] }
      let (here, there) = (
        differing.count { chosenHits[$0] }, differing.count { otherHits[$0] }
      )
      isClear = here > 0 && here >= 2 * there
    }
    dialect = isClear || hypotheses.count == 1 ? chosen.dialect : .standard
  }

  /// The readings that differ in at least one selection; of equal ones the first.
  private static func hypotheses(_ texts: [Text]) -> [Hypothesis] {
    var found: [Hypothesis] = []
    var known: Swift.Set<[Range<Int>]> = []
    let names = texts.map { $0.selections.map { Name($0.name) } }
    for dialect in QDADialect.all {
      var hypothesis = Hypothesis(dialect: dialect)
      for (text, names) in zip(texts, names) { add(text, names, to: &hypothesis) }
      if known.insert(hypothesis.ranges).inserted { found.append(hypothesis) }
    }
    return found
  }

  private static func add(_ text: Text, _ names: [Name], to hypothesis: inout Hypothesis) {
    let dialect = hypothesis.dialect
    let shift = dialect.isInclusive ? 1 : 0
    let selections = text.selections
    let positions = Swift.Set(selections.flatMap { [$0.start, $0.end + shift] })
    let places = dialect.places(positions, in: text.text)
    for (selection, name) in zip(selections, names) {
      guard let start = places[selection.start], let end = places[selection.end + shift] else {
        continue
      }
      let range = start.index..<max(start.index, end.index)
      let isSound = ![start, end].contains { $0.isInside || $0.isBeyond }
      hypothesis.ranges.append(range)
      hypothesis.isClean.append(isSound && isClean(range, text.text.scalars))
      hypothesis.isNamed.append(
        isSound && hasWordsAtEdges(range, text.text.scalars)
          && holds(name, range, text.text))
    }
  }

  /// Whether a range begins and ends at words, without white space at its edges.
  static func isClean(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    guard hasWordsAtEdges(range, scalars) else { return false }
    return !splitsWord(at: range.lowerBound, scalars) && !splitsWord(at: range.upperBound, scalars)
  }

  private static func hasWordsAtEdges(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    guard !range.isEmpty else { return false }
    let (first, last) = (scalars[range.lowerBound], scalars[range.upperBound - 1])
    return !first.properties.isWhitespace && !last.properties.isWhitespace
  }

  /// Whether letters or digits stand on both sides of a place.
  static func splitsWord(at place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard place > 0, place < scalars.count else { return false }
    return isWord(scalars[place - 1]) && isWord(scalars[place])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// What a selection is called, without white space, and whether it is cut off.
  private struct Name {
    var scalars: [Unicode.Scalar]
    var isCut: Bool

    init(_ text: String) {
      var name = text.trimmed
      isCut = false
      for end in ["…", "..."] where name.hasSuffix(end) && name.unicodeScalars.count > 20 {
        name = String(name.dropLast(end.count))
        isCut = true
      }
      scalars = name.unicodeScalars.filter { !$0.properties.isWhitespace }
      isCut = isCut || scalars.count >= 60
    }
  }

  /// Whether the words of a range begin with a name, as programs that name selections by their
  /// words write it: whole, or cut off at a hundred characters or so.
  private static func holds(_ name: Name, _ range: Range<Int>, _ text: QDAText) -> Bool {
    guard !name.scalars.isEmpty else { return false }
    var rest = name.scalars[...]
    for place in range where !text.scalars[place].properties.isWhitespace {
      guard let next = rest.first else { return name.isCut }
      guard next == text.scalars[place] else { return false }
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }
}
