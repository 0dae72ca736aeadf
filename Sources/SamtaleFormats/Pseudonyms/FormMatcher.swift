/// Finds many forms in a text at once: a tree of their words.
///
/// Each place of the text costs as many steps as the longest form has words, however many forms
/// there are. Words are compared in small letters and as Swift compares strings, so that a letter
/// and its accent may be one character or two. White space, hyphens and low lines between words are
/// the same.
struct FormMatcher: Sendable {
  /// A form at a place.
  struct Match {
    /// The number of the form.
    var form: Int
    var tokens: Range<Int>
    /// In Unicode scalars, without the genitive.
    var scalars: Range<Int>
    /// The ending `s`, `'s` or `'`, in Unicode scalars.
    var genitive: Range<Int>?
    /// 3: letter for letter; 2: all in capitals; 1: with other capitals.
    var closeness: Int
  }

  private struct Form: Sendable {
    var words: [String]
    /// Signs at the ends that must stand there too: the plus of a phone number.
    var prefix: [Unicode.Scalar]
    var suffix: [Unicode.Scalar]
    var takesGenitive: Bool
    /// Whether it is an ordinary word too, so that small letters mean something else.
    var isCaseSensitive: Bool
  }

  private var forms: [Form] = []
  private var children: [[String: Int]] = [[:]]
  private var ends: [[Int]] = [[]]

  /// - Parameter forms: The forms; their numbers are their places. Those without a letter or digit
  ///   are never found.
  init(_ forms: [(text: String, kind: IdentifierKind)]) {
    for form in forms { add(form.text, form.kind) }
  }

  private mutating func add(_ text: String, _ kind: IdentifierKind) {
    let tokens = TalkTokens(text)
    let number = forms.count
    let start = tokens.tokens.first?.range.lowerBound ?? 0
    let end = tokens.tokens.last?.range.upperBound ?? 0
    let isWord = kind.isName && tokens.count == 1
    forms.append(
      Form(
        words: tokens.tokens.map(\.text), prefix: Array(tokens.scalars[..<start]),
        suffix: Array(tokens.scalars[end...]), takesGenitive: kind.isName,
        isCaseSensitive: isWord && kind != .term
          && NameLists.shared.isAmbiguous(tokens[0].lower)))
    guard tokens.count > 0 else { return }
    var node = 0
    for i in 0..<tokens.count {
      let edge = Self.edge(tokens, i, from: 0)
      if let next = children[node][edge] {
        node = next
      } else {
        children[node][edge] = children.count
        node = children.count
        children.append([:])
        ends.append([])
      }
    }
    ends[node].append(number)
  }

  /// What leads from one word to the next: the signs between and the word.
  private static func edge(_ text: TalkTokens, _ i: Int, from start: Int) -> String {
    i == start ? text[i].lower : between(text[i].gap) + text[i].lower
  }

  private static func between(_ gap: String) -> String {
    gap == " " ? " " : gap.filter { $0 != " " && $0 != "-" && $0 != "_" } + " "
  }

  /// All forms that begin at a token, the longest and closest first.
  /// - Parameters:
  ///   - start: The token.
  ///   - text: The text.
  ///   - ignoresCase: Whether capitals say nothing even of names that are ordinary words.
  /// - Returns: Those that end with a whole word.
  func matches(at start: Int, in text: TalkTokens, ignoresCase: Bool = false) -> [Match] {
    var found: [Match] = []
    var node = 0
    var i = start
    while i < text.count {
      let edge = Self.edge(text, i, from: start)
      if edge.utf8.last == UInt8(ascii: "s"), let stem = children[node][String(edge.dropLast())] {
        for form in ends[stem] where forms[form].takesGenitive && text[i].lower.utf8.count > 3 {
          append(form, start..<(i + 1), text, dropsS: true, ignoresCase, to: &found)
        }
      }
      guard let next = children[node][edge] else { break }
      for form in ends[next] {
        append(form, start..<(i + 1), text, dropsS: false, ignoresCase, to: &found)
      }
      node = next
      i += 1
    }
    return found.sorted {
      ($0.tokens.count, $0.scalars.count, $0.closeness)
        > ($1.tokens.count, $1.scalars.count, $1.closeness)
    }
  }

  private func append(
    _ number: Int, _ tokens: Range<Int>, _ text: TalkTokens, dropsS: Bool, _ ignoresCase: Bool,
    to found: inout [Match]
  ) {
    let form = forms[number]
    let written = closeness(form, tokens, text, dropsS: dropsS)
    guard let closeness = written ?? (ignoresCase ? 1 : nil) else { return }
    var scalars = text.scalars(of: tokens)
    var genitive: Range<Int>?
    if dropsS {
      scalars = scalars.lowerBound..<(scalars.upperBound - 1)
      genitive = scalars.upperBound..<(scalars.upperBound + 1)
    }
    let lower = scalars.lowerBound - form.prefix.count
    let upper = scalars.upperBound + form.suffix.count
    guard lower >= 0, upper <= text.scalars.count,
      text.scalars[lower..<scalars.lowerBound].elementsEqual(form.prefix),
      text.scalars[scalars.upperBound..<upper].elementsEqual(form.suffix)
    else { return }
    // `I'm 60` is not found in `I'm 60–69`.
    if text[tokens.upperBound - 1].isNumber, text.gap(before: tokens.upperBound) == "–" { return }
    var end = tokens.upperBound
    if genitive == nil, form.takesGenitive, form.suffix.isEmpty {
      genitive = apostrophe(after: tokens, text)
      if genitive?.count == 2 { end += 1 }
    }
    found.append(
      Match(
        form: number, tokens: tokens.lowerBound..<end, scalars: lower..<upper, genitive: genitive,
        closeness: closeness))
  }

  private func closeness(_ form: Form, _ tokens: Range<Int>, _ text: TalkTokens, dropsS: Bool)
    -> Int?
  {
    var words = tokens.map { text[$0].text }
    if dropsS { words[words.count - 1].removeLast() }
    if words == form.words { return 3 }
    if words == form.words.map({ $0.uppercased() }), words.contains(where: { $0.count > 1 }) {
      return 2
    }
    return form.isCaseSensitive ? nil : 1
  }

  /// `'s` after a name, or `'` after one that ends in s, x or z and in no quotation.
  private func apostrophe(after tokens: Range<Int>, _ text: TalkTokens) -> Range<Int>? {
    let last = text[tokens.upperBound - 1]
    let end = last.range.upperBound
    let gap = text.gap(before: tokens.upperBound)
    guard gap.first == "'" else { return nil }
    if gap == "'" {
      guard tokens.upperBound < text.count else { return nil }
      let next = text[tokens.upperBound]
      return next.lower == "s" ? end..<next.range.upperBound : nil
    }
    let opening = text[tokens.lowerBound].gap.last
    guard opening != "'", opening != "‘", "sxz".contains(last.lower.last ?? " ") else { return nil }
    return end..<(end + 1)
  }
}
