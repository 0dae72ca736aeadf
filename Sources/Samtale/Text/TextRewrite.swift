/// A stretch of a text and what is to stand in its place.
public struct TextRewrite: Hashable, Sendable {
  /// The stretch, in Unicode scalars of the text. An empty one is a place where text is put in.
  public var scalars: Range<Int>
  public var text: String

  public init(scalars: Range<Int>, text: String) {
    self.scalars = scalars
    self.text = text
  }
}

/// A text with stretches replaced, and where its places went.
///
/// ```swift
/// let new = RewrittenText("Kari took it", [TextRewrite(scalars: 0..<4, text: "Somebody")])
/// new.text               // "Somebody took it"
/// new.map.range(5..<9)   // 9..<13
/// ```
public struct RewrittenText: Hashable, Sendable {
  public let text: String
  /// Where places of the old text are in the new one.
  public let map: TextMap
  /// How many stretches became something else.
  public let count: Int

  /// Carries out rewrites.
  ///
  /// Of rewrites that overlap the first counts; those that reach beyond the text and those that
  /// change nothing are left out. What is put in becomes part of the scalar before it, at the
  /// beginning of the text of the one after it.
  /// - Parameters:
  ///   - old: The text.
  ///   - rewrites: Stretches of it, in any order.
  public init(_ old: String, _ rewrites: [TextRewrite]) {
    self.init(old, rewrites, isSpace: nil)
  }

  /// Carries out rewrites and collapses the white space that they leave: none at the ends, runs as
  /// one space. Without rewrites the text stays as it is.
  /// - Parameters:
  ///   - old: The text.
  ///   - rewrites: Stretches of it.
  ///   - isSpace: What counts as white space; `nil` collapses nothing.
  init(_ old: String, _ rewrites: [TextRewrite], isSpace: ((Unicode.Scalar) -> Bool)?) {
    let scalars = rewrites.isEmpty ? [] : Array(old.unicodeScalars)
    let usable = UsableRewrites(rewrites, in: scalars).list
    guard !usable.isEmpty else {
      text = old
      map = TextMap()
      count = 0
      return
    }
    count = usable.count
    var new: [Unicode.Scalar] = []
    var edits: [TextMap.Edit] = []
    var at = 0
    for rewrite in usable {
      new += scalars[at..<rewrite.scalars.lowerBound]
      let start = new.count
      new += rewrite.text.unicodeScalars
      edits.append(.init(old: rewrite.scalars, new: start..<new.count))
      at = rewrite.scalars.upperBound
    }
    new += scalars[at...]
    guard let isSpace else {
      text = String(String.UnicodeScalarView(new))
      map = TextMap(edits)
      return
    }
    let spaces = Self.spaces(in: new, isSpace)
    map = TextMap(edits, then: spaces)
    text = String(String.UnicodeScalarView(Self.without(spaces, new)))
  }

  /// The stretches that collapsing white space changes.
  private static func spaces(
    in text: [Unicode.Scalar], _ isSpace: (Unicode.Scalar) -> Bool
  ) -> [TextMap.Edit] {
    var edits: [TextMap.Edit] = []
    var shift = 0
    var at = 0
    while at < text.count {
      guard isSpace(text[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < text.count, isSpace(text[end]) { end += 1 }
      let isEdge = at == 0 || end == text.count
      let isPlain = text[at] == " "
      let old = (isPlain && !isEdge ? at + 1 : at)..<end
      let length = isEdge || isPlain ? 0 : 1
      if !old.isEmpty {
        let start = old.lowerBound + shift
        edits.append(.init(old: old, new: start..<start + length))
        shift += length - old.count
      }
      at = end
    }
    return edits
  }

  private static func without(
    _ spaces: [TextMap.Edit], _ text: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var at = 0
    for edit in spaces {
      kept += text[at..<edit.old.lowerBound]
      if !edit.new.isEmpty { kept.append(" ") }
      at = edit.old.upperBound
    }
    return kept + text[at...]
  }
}

/// Rewrites in order that do not overlap, replace something and change it.
private struct UsableRewrites {
  private(set) var list: [TextRewrite] = []
  private let scalars: [Unicode.Scalar]
  /// What is to be put in before the first scalar.
  private var prefix = ""

  init(_ rewrites: [TextRewrite], in scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    for rewrite in Self.inOrder(rewrites) { add(rewrite) }
    guard !prefix.isEmpty else { return }
    if list.first?.scalars.lowerBound == 0 {
      list[0].text = prefix + list[0].text
    } else {
      let length = min(1, scalars.count)
      list.insert(
        TextRewrite(scalars: 0..<length, text: prefix + Self.string(scalars[..<length])), at: 0)
    }
  }

  private static func inOrder(_ rewrites: [TextRewrite]) -> [TextRewrite] {
    let isOrdered = zip(rewrites, rewrites.dropFirst()).allSatisfy {
      $0.scalars.lowerBound <= $1.scalars.lowerBound
    }
    guard !isOrdered else { return rewrites }
    return rewrites.enumerated().sorted { a, b in
      (a.element.scalars.lowerBound, a.offset) < (b.element.scalars.lowerBound, b.offset)
    }
    .map(\.element)
  }

  private mutating func add(_ rewrite: TextRewrite) {
    let range = rewrite.scalars
    let end = list.last?.scalars.upperBound ?? 0
    guard range.lowerBound >= end, range.upperBound <= scalars.count else { return }
    if range.isEmpty { return insert(rewrite.text, at: range.lowerBound, end) }
    guard !scalars[range].elementsEqual(rewrite.text.unicodeScalars) else { return }
    list.append(rewrite)
  }

  private mutating func insert(_ text: String, at place: Int, _ end: Int) {
    guard !text.isEmpty else { return }
    if place == 0 {
      prefix += text
    } else if place == end, !list.isEmpty {
      list[list.count - 1].text += text
    } else {
      let before = Self.string(scalars[place - 1..<place])
      list.append(TextRewrite(scalars: place - 1..<place, text: before + text))
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
