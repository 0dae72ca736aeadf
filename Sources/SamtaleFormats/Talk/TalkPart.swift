/// A part of the talk as a subtitle format gives it, before it is known who speaks.
struct TalkPart {
  /// What stands in a stretch of talk, in order.
  enum Item {
    /// Words, in a language of their own where that is marked.
    case words(String, language: String?)
    /// A point in time, in milliseconds.
    case time(Int)
    /// A remark, with its sort.
    case note(String, type: String?)
  }

  var items: [Item]
  /// The speaker whom the format itself names.
  var voice: String?
  /// Whether the format marks that it was said while another spoke.
  var isOverlapping = false
  /// A remark between utterances rather than talk.
  var isRemark = false
  /// Milliseconds after the beginning.
  var start: Int?
  var end: Int?
  /// The line of the file.
  var line: Int

  /// Whether there is nothing to be said.
  var isSilent: Bool {
    items.allSatisfy { item in
      switch item {
      case .words(let words, _): words.utf8.allSatisfy { $0 <= 0x20 }
      case .time: true
      case .note: false
      }
    }
  }

  /// The words at the beginning.
  var firstWords: String? {
    for case .words(let words, _) in items { return words }
    return nil
  }
}
