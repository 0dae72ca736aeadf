/// Why an excerpt cannot be printed.
public struct ExcerptFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The excerpt's name.
  public var excerpt: String
  /// Everything that is wrong with it, in the order of its turns.
  public var problems: [Problem]

  /// One thing that is wrong.
  public struct Problem: Error, Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      /// What is printed is not what stands in the transcript.
      case wordsDiffer
      /// The place is no longer found, or its transcript is withdrawn or not at hand.
      case notFound
      /// Turns stand next to each other that are not neighbours, and nothing says so.
      case notNeighbours
      /// Words at the edge of a turn are left out in the middle of the excerpt, and nothing says so.
      case cutInside
      /// Turns do not stand in the order in which they were said.
      case order
      /// An omission or jump that leaves nothing out, or stands at an end.
      case omitsNothing
      /// A jump that does not lead where it says.
      case jump
      /// A turn of which nothing is printed.
      case printsNothing
      /// An addition without words.
      case addsNothing
      /// A replacement that is more than a name, or a normalisation that is more than a form.
      case replacesTooMuch
      /// A name that is replaced in one place is printed in another.
      case nameLeft
      /// A translation is asked for and not there, or not of the part that is printed.
      case translation
      /// No turn at all.
      case empty
    }

    public var kind: Kind
    /// The turn, as `team1-m1 u12`; `nil` if it is about none.
    public var place: String?
    public var what: String
    public var remedy: String

    init(_ kind: Kind, _ place: String?, _ what: String, do remedy: String) {
      self.kind = kind
      self.place = place
      self.what = what
      self.remedy = remedy
    }
  }

  public var description: String {
    let lines = problems.map { problem in
      "  " + (problem.place.map { "\($0): " } ?? "") + "\(problem.what) — \(problem.remedy)"
    }
    return (["the excerpt “\(excerpt)” cannot be printed:"] + lines).joined(separator: "\n")
  }
}

/// What differs between two texts, word by word: `the [-blue-]{+red+} car`.
enum WordDifference {
  /// - Parameters:
  ///   - said: The words as they stand in the transcript; what only it has stands in `{+ +}`.
  ///   - written: The words as the excerpt has them; what only it has stands in `[- -]`.
  /// - Returns: The changed words with at most four words around each change.
  static func text(said: String, written: String) -> String {
    let (old, new) = (words(written), words(said))
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    return Self.shortened(marked(old, new, removed, inserted))
  }

  private static func words(_ text: String) -> [Substring] { text.split(separator: " ") }

  private typealias Mark = (text: String, isChange: Bool)

  private static func marked(
    _ old: [Substring], _ new: [Substring], _ removed: Set<Int>, _ inserted: Set<Int>
  ) -> [Mark] {
    var marks: [Mark] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let gone = run(from: &i, of: old, in: removed)
      let added = run(from: &j, of: new, in: inserted)
      if gone.isEmpty, added.isEmpty {
        guard i < old.count, j < new.count else { break }
        marks.append((String(new[j]), false))
        i += 1
        j += 1
      } else {
        let left = gone.isEmpty ? "" : "[-\(gone)-]"
        marks.append((left + (added.isEmpty ? "" : "{+\(added)+}"), true))
      }
    }
    return marks
  }

  private static func run(from i: inout Int, of words: [Substring], in set: Set<Int>) -> String {
    let start = i
    while i < words.count, set.contains(i) { i += 1 }
    return words[start..<i].joined(separator: " ")
  }

  /// Unchanged words far from any change become `…`.
  private static func shortened(_ marks: [Mark]) -> String {
    let changes = marks.indices.filter { marks[$0].isChange }
    var shown: [String] = []
    for index in marks.indices {
      if changes.contains(where: { abs($0 - index) <= 4 }) {
        shown.append(marks[index].text)
      } else if shown.last != "…" {
        shown.append("…")
      }
    }
    return shown.joined(separator: " ")
  }
}
