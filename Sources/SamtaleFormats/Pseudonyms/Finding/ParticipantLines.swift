/// Finds the names in lines that list who was there: `Deltakere: Kari Nordmann, Ola og Per Berg`.
///
/// What stands there is a name, whether or not a list knows it.
struct ParticipantLines {
  private let text: TalkTokens
  /// Whether people speak: `Interviewer: Thanks` is a label then, and no list.
  private let isTalk: Bool
  private var names: [Range<Int>] = []
  /// The words of the name that is being read.
  private var current: Range<Int>?
  /// Whether what comes belongs to no name until a comma.
  private var isSkipping = false
  private var depth = 0
  /// Whether semicolons stand between names, so that commas stand inside: `Berg, Kari; Lie, Ola`.
  private var hasSemicolons = false

  /// The tokens of the names in a text, in order.
  static func names(in text: TalkTokens, isTalk: Bool) -> [Range<Int>] {
    var lines = ParticipantLines(text, isTalk: isTalk)
    lines.run()
    return lines.names
  }

  private init(_ text: TalkTokens, isTalk: Bool) {
    self.text = text
    self.isTalk = isTalk
  }

  private mutating func run() {
    var i = 0
    while i < text.count {
      if let start = afterCue(i) {
        i = max(start, readList(from: start))
      } else {
        i += 1
      }
    }
  }

  // MARK: The word before

  private static let cues: [[String]] = [
    ["deltakere"], ["deltakarar"], ["deltaker"], ["deltakar"], ["deltagere"], ["til", "stede"],
    ["tilstede"], ["til", "stades"], ["frammøtte"], ["fremmøtte"], ["intervjuer"], ["intervjuar"],
    ["intervjuere"], ["intervjuarar"], ["intervjuet", "av"], ["intervjua", "av"], ["møteleder"],
    ["møteleiar"], ["ordstyrer"], ["ordstyrar"], ["referent"], ["moderator"], ["moderatorer"],
    ["informant"], ["informanter"], ["informantar"], ["observatør"], ["observatører"],
    ["participants"], ["participant"], ["present"], ["attendees"], ["in", "attendance"],
    ["interviewer"], ["interviewers"], ["interviewee"], ["interviewees"], ["interviewed", "by"],
    ["moderators"], ["facilitator"], ["facilitators"], ["chair"], ["chaired", "by"],
    ["informants"], ["observer"], ["observers"],
  ]
  /// Those after which people are listed in talk too.
  private static let lists: Set<[String]> = [
    ["deltakere"], ["deltakarar"], ["deltagere"], ["til", "stede"], ["tilstede"],
    ["til", "stades"], ["frammøtte"], ["fremmøtte"], ["participants"], ["present"], ["attendees"],
    ["in", "attendance"],
  ]
  private static let byFirst = Dictionary(grouping: cues) { $0[0] }

  /// The first word after `Deltakere:` or `Participants (4):` if that begins at a word.
  private func afterCue(_ i: Int) -> Int? {
    for cue in Self.byFirst[text[i].lower] ?? [] where i + cue.count <= text.count {
      if isTalk, !Self.lists.contains(cue) { continue }
      let isSame = cue.indices.allSatisfy { k in
        text[i + k].lower == cue[k] && (k == 0 || text[i + k].gap == " ")
      }
      guard isSame else { continue }
      var next = i + cue.count
      guard next < text.count else { continue }
      if text[next].isNumber, text[next].gap == " (", text.gap(before: next + 1).hasPrefix(")") {
        next += 1
      }
      let gap = text.gap(before: next)
      guard next < text.count, gap.drop(while: { ") ".contains($0) }).first == ":" else { continue }
      return next
    }
    return nil
  }

  // MARK: The list

  private func hasLineEnd(before i: Int) -> Bool {
    text.scalars[text[i - 1].range.upperBound..<text[i].range.lowerBound]
      .contains { $0 == "\n" || $0 == "\r" }
  }

  /// Reads the names of one list, and returns where to go on.
  private mutating func readList(from start: Int) -> Int {
    (isSkipping, depth) = (false, 0)
    let isColumn = hasLineEnd(before: start)
    let last = (start + 1..<max(start + 1, text.count)).first { ends(at: $0, isColumn: isColumn) }
    let end = last ?? text.count
    hasSemicolons = (start + 1..<max(start + 1, end)).contains { text[$0].gap.contains(";") }
    var i = start
    while i < end {
      read(i, isFirst: i == start, isColumn: isColumn)
      i += 1
    }
    close()
    return i
  }

  private func ends(at i: Int, isColumn: Bool) -> Bool {
    if afterCue(i) != nil { return true }
    let gap = text[i].gap
    if hasLineEnd(before: i) {
      // A list with one name a line ends with the first line that is none.
      return isColumn ? !isName(i) || isHeading(i) : !gap.contains { ",;&".contains($0) }
    }
    let isInitial =
      text[i - 1].text.count == 1 || NameLists.shared.titles.contains(text[i - 1].lower)
    return gap.contains("?") || gap.contains("!") || (gap.hasPrefix(".") && !isInitial)
  }

  /// Whether a colon follows, as after the heading of other lines.
  private func isHeading(_ i: Int) -> Bool { text.gap(before: i + 1).hasPrefix(":") }

  private mutating func read(_ i: Int, isFirst: Bool, isColumn: Bool) {
    let gap = isFirst ? "," : text[i].gap
    for sign in gap {
      if sign == "(" || sign == "[" { depth += 1 }
      if sign == ")" || sign == "]" { depth = max(0, depth - 1) }
    }
    if depth > 0 { return close() }
    let isJoint = ["og", "and", "samt"].contains(text[i].lower)
    let signs = hasSemicolons ? ";&/+•|·" : ",;&/+•|·"
    let isNew = gap.contains(where: signs.contains) || (isColumn && hasLineEnd(before: i))
    if isNew || isJoint {
      close()
      isSkipping = false
    }
    if isJoint { return }
    guard !isSkipping else { return }
    guard let name = current else {
      if isName(i) { current = i..<(i + 1) } else { isSkipping = true }
      return
    }
    let afterInitial = gap == ". " || gap == "."
    if gap == " " || gap == "-" || gap == "'" || gap == ", " || afterInitial,
      isName(i) || isParticle(i)
    {
      current = name.lowerBound..<(i + 1)
    } else {
      close()
      isSkipping = true
    }
  }

  private func isName(_ i: Int) -> Bool {
    text[i].isCapitalised && !text[i].text.contains(where: \.isNumber)
  }

  private func isParticle(_ i: Int) -> Bool {
    NameCues.particles.contains(text[i].lower) && i + 1 < text.count
      && (text[i + 1].isCapitalised || NameCues.particles.contains(text[i + 1].lower))
  }

  private mutating func close() {
    guard let name = current else { return }
    current = nil
    let words = name.filter { text[$0].text.count > 1 }
    guard !words.isEmpty, name.count <= 6,
      !words.allSatisfy({ ParticipantName.isRole(text[$0].lower) })
    else { return }
    if name.count == 1, !isPlausible(name.lowerBound) { return }
    names.append(name)
  }

  /// A single word may be initials or an ordinary word: `Alle`, `KB`.
  private func isPlausible(_ i: Int) -> Bool {
    let token = text[i]
    if token.isAllCapitals, token.text.count < 4 { return false }
    let lists = NameLists.shared
    return lists.given.contains(token.lower) || !lists.isAmbiguous(token.lower)
  }
}
