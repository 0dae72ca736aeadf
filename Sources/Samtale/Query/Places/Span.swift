/// A part of an utterance on the one axis of all characters of a corpus.
///
/// Utterances lie on the axis one after the other, those of the first transcript first, each as
/// many Unicode scalars long as its text, but at least one, so that a silent one is somewhere too.
struct Span: Hashable, Comparable {
  /// The utterance, counted over the whole corpus.
  var utterance: Int
  var lower: Int
  var upper: Int

  static func < (a: Span, b: Span) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }

  func overlaps(_ other: Span) -> Bool { lower < other.upper && other.lower < upper }
}

/// Spans in order, none of which touches another of its utterance.
struct Region {
  private(set) var spans: [Span]

  /// Takes together what overlaps or touches within an utterance.
  init(_ spans: some Sequence<Span>) {
    self.init(sorted: spans.sorted())
  }

  /// The same for spans that are in order.
  init(sorted: [Span]) {
    spans = []
    spans.reserveCapacity(sorted.count)
    for span in sorted {
      if let last = spans.last, last.utterance == span.utterance, span.lower <= last.upper {
        spans[spans.count - 1].upper = max(last.upper, span.upper)
      } else {
        spans.append(span)
      }
    }
  }

  /// What lies in both.
  func intersection(_ other: Region) -> Region {
    var common: [Span] = []
    var (i, j) = (0, 0)
    while i < spans.count, j < other.spans.count {
      let (a, b) = (spans[i], other.spans[j])
      if a.overlaps(b) {
        common.append(
          Span(utterance: a.utterance, lower: max(a.lower, b.lower), upper: min(a.upper, b.upper)))
      }
      if a.upper <= b.upper { i += 1 } else { j += 1 }
    }
    return Region(sorted: common)
  }

  /// Whether it shares a character with a span.
  func touches(_ span: Span) -> Bool { !spans.touching(span).isEmpty }
}

extension [Span] {
  /// Of spans in order that do not overlap: those that share a character with one.
  func touching(_ span: Span) -> Range<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].lower < span.upper { end += 1 }
    return low..<end
  }
}
