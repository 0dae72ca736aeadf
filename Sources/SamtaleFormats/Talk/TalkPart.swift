import Samtale

/// A part of the talk as a format gives it, before it is known who speaks.
struct TalkPart {
  /// What stands in a stretch of talk, in order.
  enum Item {
    /// Words, in a language of their own where that is marked.
    case words(String, language: String?)
    /// Words about which there is something special: deleted, unclear, a segment with a type.
    case stretch(String, MarkDraft)
    /// A point in time, in milliseconds.
    case time(Int)
    /// A remark, with its sort.
    case note(String, type: String?)
    /// An event: a pause, something heard or seen, a gap, words of another; by whom, as labels.
    case event(MarkDraft, by: [String])
    /// A mark in the words so far, in Unicode scalars, by whom, as labels.
    case placed(MarkDraft, by: [String], scalars: Range<Int>)
  }

  /// An annotation: the layer's name, what stands in it, and its own times in milliseconds where
  /// they are not those of the part.
  struct Annotation {
    var layer: String
    var text: String
    var start: Int?
    var end: Int?

    init(_ layer: String, _ text: String, start: Int? = nil, end: Int? = nil) {
      (self.layer, self.text, self.start, self.end) = (layer, text, start, end)
    }
  }

  var items: [Item]
  /// The speakers whom the format itself names; empty if it names none.
  var voices: [String] = []
  /// The only speaker whom the format itself names.
  var voice: String? {
    get { voices.first }
    set { voices = newValue.map { [$0] } ?? [] }
  }
  /// Labels of those who are addressed.
  var addressees: [String] = []
  /// The identifier in the source.
  var id: String?
  /// A language tag (BCP 47) if it differs from that of the rest.
  var language: String?
  /// How it follows the one before, where the format marks it.
  var transition: Transition?
  /// Whether the format marks that it was said while another spoke.
  var isOverlapping = false
  /// Whether the format names speakers itself, so that a name in front of the words is a word.
  var isVerbatim = false
  /// Whether nothing in the words is a mark of anything, such as words of others between slashes.
  var isPlain = false
  /// A remark or event between utterances rather than talk.
  var isRemark = false
  /// Further annotations of this part.
  var annotations: [Annotation] = []
  /// What it says in other languages: the language tag and the words.
  var translations: [(language: String, text: String)] = []
  /// Milliseconds after the beginning.
  var start: Int?
  var end: Int?
  /// The line of the file.
  var line: Int

  /// Whether there is nothing to be said.
  var isSilent: Bool {
    items.allSatisfy { item in
      switch item {
      case .words(let words, _), .stretch(let words, _): words.utf8.allSatisfy { $0 <= 0x20 }
      case .time: true
      case .note, .event, .placed: false
      }
    }
  }

  /// One translation for each language: what stands in several lines is one text.
  var joinedTranslations: [(language: String, text: String)] {
    var joined: [(language: String, text: String)] = []
    var places: [String: Int] = [:]
    for (language, text) in translations {
      if let place = places[language.lowercased()] {
        joined[place].text += " " + text
      } else {
        places[language.lowercased()] = joined.count
        joined.append((language, text))
      }
    }
    return joined
  }

  /// The words at the beginning.
  var firstWords: String? {
    for case .words(let words, _) in items { return words }
    return nil
  }
}

extension TalkPart.Item {
  /// An event with the times of the part that it stands in, if it has none.
  func timed(_ part: TalkPart) -> TalkPart.Item {
    guard case .event(var mark, let labels) = self, mark.start == nil, mark.end == nil else {
      return self
    }
    mark.start = part.start.map(TalkAssembly.seconds)
    mark.end = part.end.map(TalkAssembly.seconds)
    return .event(mark, by: labels)
  }
}
