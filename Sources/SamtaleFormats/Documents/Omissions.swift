import Samtale

/// What of a word processor's document is no talk, counted.
struct Omissions: Hashable, Sendable {
  enum Reason: CaseIterable, Hashable, Sendable {
    case deleted, hidden, headers, instruction, alternative, drawing, phonetic, looseNote, other

    var category: TextAccounting.Category {
      switch self {
      case .headers, .looseNote: .outside
      case .instruction, .alternative: .markup
      case .deleted, .hidden, .drawing, .phonetic, .other: .unknown
      }
    }
  }

  struct Count: Hashable, Sendable {
    var characters = 0
    var times = 0
    /// The first paragraph where it was so.
    var paragraph: Int
  }

  private(set) var counts: [Reason: Count] = [:]
  var pictures = 0
  var objects = 0
  /// Whole documents inside the document.
  var documents = 0
  /// Characters that the file writes in a way that is not known, read as U+FFFD.
  var undecoded = 0

  mutating func add(_ characters: Int, _ reason: Reason, at paragraph: Int) {
    counts[reason, default: Count(paragraph: paragraph)].characters += characters
  }

  /// Counts one more stretch that is left out.
  mutating func begin(_ reason: Reason, at paragraph: Int) {
    counts[reason, default: Count(paragraph: paragraph)].times += 1
  }

  func characters(_ reason: Reason) -> Int { counts[reason]?.characters ?? 0 }

  /// Characters left out altogether.
  var characters: Int { counts.values.reduce(0) { $0 + $1.characters } }

  /// Adds what was left out elsewhere in the document.
  mutating func add(_ other: Omissions) {
    for (reason, count) in other.counts {
      counts[reason, default: Count(paragraph: count.paragraph)].characters += count.characters
      counts[reason]?.times += count.times
    }
    pictures += other.pictures
    objects += other.objects
    documents += other.documents
    undecoded += other.undecoded
  }
}

extension TalkAssembly {
  /// Says what was left out of a document, and counts it.
  mutating func report(_ omissions: Omissions) {
    for reason in Omissions.Reason.allCases {
      accounted[reason.category] += omissions.characters(reason)
    }
    guess(.trackedChanges, omissions.counts[.deleted])
    guess(.hiddenText, omissions.counts[.hidden])
    note(omissions.characters(.headers), "characters in headers and footers are not talk")
    note(omissions.characters(.looseNote), "characters of notes belong to no place in the text")
    note(omissions.characters(.drawing), "characters inside drawings are left out")
    note(omissions.characters(.phonetic), "characters of reading aids above words are left out")
    note(omissions.characters(.other), "characters outside words are left out")
    note(omissions.pictures, "pictures are left out")
    note(omissions.objects, "embedded objects (charts, tables of other programs) are left out")
    if omissions.documents > 0 {
      findings.report(
        .warning, .notImported, line: nil,
        "\(omissions.documents) documents that stand inside the document are not read",
        do: "copy their text into the document if it is talk")
    }
    if omissions.undecoded > 0 {
      findings.report(
        .warning, .encoding, line: nil,
        "\(omissions.undecoded) characters are in an encoding that is not known; read as U+FFFD",
        do: "save the document as .docx and import that")
    }
  }

  private mutating func guess(_ kind: ImportGuess.Kind, _ count: Omissions.Count?) {
    guard let count else { return }
    for _ in 0..<min(max(count.times, 1), 1_000_000) {
      findings.guess(kind, line: count.paragraph)
    }
  }

  private mutating func note(_ count: Int, _ what: String) {
    guard count > 0 else { return }
    findings.report(
      .note, .notImported, line: nil, "\(count) \(what)", do: "nothing, unless it is talk")
  }
}
