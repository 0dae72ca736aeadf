/// A text before and after it was rewritten, for edits that hold parts of its words.
struct EditBase {
  let old: [Unicode.Scalar]
  private let new: [Unicode.Scalar]
  private let map: TextMap

  /// The words of an utterance.
  init(_ place: RewrittenVersion, _ utterance: Int) {
    old = Array(place.old.transcript.utterances[utterance].text.unicodeScalars)
    new = Array(place.new.transcript.utterances[utterance].text.unicodeScalars)
    map = place.result.map(utterance)
  }

  /// The words of a translation, of which white space does not count.
  /// - Returns: `nil` if they did not become what is expected.
  init?(_ text: String, _ rewrites: [TextRewrite], becoming expected: String) {
    let collapsed = CollapsedText(text)
    let result = RewrittenText(collapsed.text, collapsed.moved(rewrites)) {
      $0.properties.isWhitespace
    }
    let isExpected = result.text.unicodeScalars.elementsEqual(
      CollapsedText(expected).text.unicodeScalars)
    guard isExpected else { return nil }
    old = Array(collapsed.text.unicodeScalars)
    new = Array(result.text.unicodeScalars)
    map = result.map
  }

  /// What the words of each piece became; the talk's are empty where another piece took them in, and
  /// `nil` stands for what an editor added.
  /// - Parameters:
  ///   - pieces: The pieces of an edit.
  ///   - start: Where their words begin.
  ///   - range: Where all the words are now; by default where they moved to.
  /// - Returns: `nil` if the pieces do not say what the text says.
  func pieces(
    _ pieces: [EditedText.Piece], at start: Int, onto range: Range<Int>? = nil
  ) -> (start: Int, said: [String?])? {
    var places: [(piece: EditedText.Piece, range: Range<Int>)] = []
    var at = start
    for piece in pieces {
      guard let said = piece.said?.unicodeScalars else { continue }
      let end = at + said.count
      guard end <= old.count, old[at..<end].elementsEqual(said) else { return nil }
      places.append((piece, at..<end))
      at = end
    }
    let whole = range ?? map.range(start..<at)
    var bounds = [whole.lowerBound]
    for index in places.indices.dropLast() {
      let bound = bound(after: index, places)
      bounds.append(min(max(bound, bounds[index]), whole.upperBound))
    }
    bounds.append(whole.upperBound)
    var index = 0
    let said = pieces.map { piece -> String? in
      guard piece.said != nil else { return nil }
      defer { index += 1 }
      return String(String.UnicodeScalarView(new[bounds[index]..<bounds[index + 1]]))
    }
    return (whole.lowerBound, said)
  }

  /// Where the words of a piece end now. One of several pieces over a replaced stretch takes in the
  /// whole replacement: the one that hides words, else the first.
  private func bound(
    after index: Int, _ places: [(piece: EditedText.Piece, range: Range<Int>)]
  ) -> Int {
    let place = places[index].range.upperBound
    guard let replaced = map.replaced(around: place) else { return map.lower(place) }
    var first = index
    while first > 0, places[first - 1].range.upperBound > replaced.lowerBound { first -= 1 }
    var last = index + 1
    while last + 1 < places.count, places[last].range.upperBound < replaced.upperBound { last += 1 }
    let owner = (first...last).max { a, b in
      (places[a].piece.hiding, b) < (places[b].piece.hiding, a)
    }
    return owner ?? first <= index ? map.upper(place) : map.lower(place)
  }
}

extension EditedText.Piece {
  /// How much a piece hides of the words that were said.
  fileprivate var hiding: Int {
    switch self {
    case .replace: 2
    case .elide, .normalise: 1
    default: 0
    }
  }
}

/// A text with its white space collapsed, and where its places went.
private struct CollapsedText {
  private(set) var text = ""
  /// Where something that begins, and something that ends, before each scalar does so.
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ raw: String) {
    var scalars = String.UnicodeScalarView()
    var count = 0
    var isPending = false
    for scalar in raw.unicodeScalars {
      starts.append(count + (isPending ? 1 : 0))
      ends.append(count)
      if scalar.properties.isWhitespace {
        isPending = count > 0
      } else {
        if isPending {
          scalars.append(" ")
          count += 1
        }
        isPending = false
        scalars.append(scalar)
        count += 1
      }
    }
    starts.append(count)
    ends.append(count)
    text = String(scalars)
  }

  func moved(_ rewrites: [TextRewrite]) -> [TextRewrite] {
    rewrites.compactMap { rewrite in
      guard rewrite.scalars.upperBound < starts.count else { return nil }
      let end = ends[rewrite.scalars.upperBound]
      let start = min(starts[rewrite.scalars.lowerBound], end)
      return TextRewrite(scalars: start..<end, text: rewrite.text)
    }
  }
}
