/// Gives loose utterances, which stand beside sections, sections of their own.
struct SectionNormalizer {
  private(set) var sections: [Section]
  /// The section of each utterance.
  private(set) var assignments: [Int32]
  private(set) var marks: [Mark]

  init(_ sections: [Section], _ assignments: [Int32], _ marks: [Mark]) {
    self.sections = sections
    self.assignments = assignments
    self.marks = marks
  }

  /// Whether anything stands where the profile has no place for it.
  var isNeeded: Bool {
    let parents = Set(sections.compactMap(\.parent))
    let starts = Self.firstChildStarts(sections)
    return assignments.contains { $0 < 0 || parents.contains(Int($0)) }
      || marks.contains { isMisplaced($0, starts) }
  }

  /// The first utterance of the sections inside each section.
  private static func firstChildStarts(_ sections: [Section]) -> [Int: Int] {
    var starts: [Int: Int] = [:]
    for section in sections {
      guard let parent = section.parent else { continue }
      starts[parent] = min(starts[parent] ?? Int.max, section.utterances.lowerBound)
    }
    return starts
  }

  /// Whether a mark between utterances stands beside sections rather than in one.
  private func isMisplaced(_ mark: Mark, _ firstChildStart: [Int: Int]) -> Bool {
    guard mark.isBetween else { return false }
    guard let home = mark.section else { return !sections.isEmpty }
    return (firstChildStart[home] ?? Int.max) < mark.utterance
  }

  mutating func run() {
    let old = sections
    let parents = Set(old.compactMap(\.parent))
    // Runs of loose utterances, each to become a section before the next old one begins.
    var runs: [(parent: Int?, range: Range<Int>)] = []
    var i = 0
    let starts = Set(old.filter { !$0.utterances.isEmpty }.map(\.utterances.lowerBound))
    while i < assignments.count {
      let home = assignments[i]
      guard home < 0 || parents.contains(Int(home)) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < assignments.count, assignments[end] == home, !starts.contains(end) { end += 1 }
      runs.append((home < 0 ? nil : Int(home), i..<end))
      i = end
    }
    insert(runs, into: old)
  }

  private mutating func insert(
    _ runs: [(parent: Int?, range: Range<Int>)],
    into old: [Section]
  ) {
    // Place of each old section in the new order: after the loose runs that precede it.
    var order: [(key: (Int, Int, Int), old: Int?, run: Int?)] = []
    for (i, section) in old.enumerated() {
      order.append(((section.utterances.lowerBound, depth(i, old) == 0 ? 0 : 1, i), i, nil))
    }
    for (i, run) in runs.enumerated() {
      order.append(((run.range.lowerBound, 2, i), nil, i))
    }
    order.sort { $0.key < $1.key }
    var newIndex = Array(repeating: 0, count: old.count)
    for (position, entry) in order.enumerated() { if let i = entry.old { newIndex[i] = position } }
    sections = order.map { entry in
      if let i = entry.old {
        var section = old[i]
        section.parent = section.parent.map { newIndex[$0] }
        return section
      }
      let run = runs[entry.run ?? 0]
      var section = Section(type: "section", parent: run.parent.map { newIndex[$0] })
      section.utterances = run.range
      return section
    }
    for i in assignments.indices where assignments[i] >= 0 {
      assignments[i] = Int32(newIndex[Int(assignments[i])])
    }
    for (position, entry) in order.enumerated() {
      for i in entry.run.map({ runs[$0].range }) ?? 0..<0 { assignments[i] = Int32(position) }
    }
    moveMarks(newIndex)
  }

  private func depth(_ i: Int, _ sections: [Section]) -> Int {
    sections[i].parent.map { depth($0, sections) + 1 } ?? 0
  }

  /// Marks between utterances go to the section of the utterance that follows, else precedes.
  private mutating func moveMarks(_ newIndex: [Int]) {
    let firstChildStart = Self.firstChildStarts(sections)
    for i in marks.indices where marks[i].isBetween {
      marks[i].section = marks[i].section.map { newIndex[$0] }
      guard isMisplaced(marks[i], firstChildStart) else { continue }
      let next = marks[i].utterance
      let neighbour =
        next < assignments.count ? assignments[next] : assignments.last ?? -1
      marks[i].section = neighbour >= 0 ? Int(neighbour) : nil
    }
  }
}
