/// Which column of a table holds what: told by the names in the first row, else by the content.
struct TableColumns {
  enum Role: Hashable {
    case start, end, duration, speaker, words, number, remark
    /// Anything else, by the name of the column.
    case other(String)
  }

  /// How numbers that are no clock times count.
  enum Unit { case seconds, milliseconds }

  var roles: [Role]
  /// Whether the first row holds names.
  var hasNames: Bool
  /// The unit that the names state.
  var unit: Unit?

  func index(_ role: Role) -> Int? { roles.firstIndex(of: role) }

  var hasTimes: Bool { roles.contains(.start) }

  // MARK: By name

  /// Takes the names in a row; `nil` if they do not say where the words are.
  init?(names: [String]) {
    var taken: Set<Role> = []
    roles = names.map { name in
      guard let role = Self.role(name), taken.insert(role).inserted else {
        return .other(name.collapsedSpace)
      }
      return role
    }
    guard roles.contains(.words), roles.contains(.speaker) || roles.contains(.start) else {
      return nil
    }
    hasNames = true
    unit = names.compactMap(Self.unit).first
  }

  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in name {
      if character.isLetter || character.isNumber || character == "#" {
        word += character.lowercased()
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func unit(_ name: String) -> Unit? {
    let words = words(name)
    if words.contains(where: { ["ms", "msec", "milliseconds", "millisekunder"].contains($0) }) {
      return .milliseconds
    }
    let seconds: Set<String> = ["s", "sec", "secs", "seconds", "sek", "sekunder", "sekunden"]
    return words.count > 1 && words.contains(where: seconds.contains) ? .seconds : nil
  }

  private static func role(_ name: String) -> Role? {
    let units: Set<String> = [
      "ms", "msec", "milliseconds", "millisekunder", "s", "sec", "secs", "seconds", "sek",
      "sekunder", "sekunden", "hh", "mm", "ss", "hms",
    ]
    let plain = words(name).filter { !units.contains($0) }.joined(separator: " ")
    return names.first { $0.value.contains(plain) }?.key
  }

  private static let names: [Role: Set<String>] = [
    .start: [
      "start", "begin", "beginning", "from", "in", "start time", "starttime", "begin time", "time",
      "times", "timecode", "time code", "timestamp", "time stamp", "time in", "start timecode",
      "onset", "tmin", "xmin", "startzeit", "beginn", "anfang", "von", "zeit", "zeitstempel",
      "zeitmarke", "starttid", "start tid", "fra", "tid", "tidskode", "tidsstempel", "tidspunkt",
    ],
    .end: [
      "end", "to", "out", "end time", "endtime", "stop", "finish", "time out", "end timecode",
      "offset", "tmax", "xmax", "ende", "endzeit", "bis", "slutt", "slutttid", "sluttid",
      "slutt tid", "til",
    ],
    .duration: ["duration", "dur", "length", "varighet", "lengde", "dauer", "länge"],
    .speaker: [
      "speaker", "speakers", "speaker name", "speaker label", "speaker id", "name", "who", "label",
      "participant", "person", "actor", "taler", "navn", "namn", "hvem", "kven", "deltaker",
      "deltakar", "informant", "sprecher", "sprecherin", "sprechende", "wer",
    ],
    .words: [
      "text", "transcript", "transcription", "words", "utterance", "content", "speech", "caption",
      "captions", "message", "sentence", "talk", "what", "said", "tekst", "transkripsjon",
      "transkript", "ytring", "innhold", "utsagn", "utsegn", "replikk", "äußerung", "inhalt",
      "wortlaut", "aussage", "transkription",
    ],
    .number: [
      "id", "nr", "no", "number", "nummer", "index", "row", "line", "linje", "zeile", "#",
      "utterance id", "turn id", "turn", "cue",
    ],
    .remark: [
      "note", "notes", "comment", "comments", "remark", "kommentar", "kommentarer", "merknad",
      "merknader", "notat", "anmerkung", "anmerkungen", "notiz",
    ],
  ]

  // MARK: By content

  /// What a column looks like.
  private struct Look {
    var filled = 0
    var clocks = 0
    var numbers = 0
    var characters = 0
    var distinct: Set<String> = []
    var sentences = 0
    var isRising = true
    var last = -1.0

    mutating func add(_ field: String) {
      let text = field.trimmed
      guard !text.isEmpty else { return }
      filled += 1
      characters += text.unicodeScalars.count
      if text.last.map({ ".?!…".contains($0) }) ?? false { sentences += 1 }
      if distinct.count < 200 { distinct.insert(text) }
      if let time = TableTime(text) {
        if time.isClock { clocks += 1 } else { numbers += 1 }
        if time.value < last { isRising = false }
        last = time.value
      }
    }

    func isMostly(_ count: Int) -> Bool { filled > 0 && count * 10 >= filled * 9 }
    var isTime: Bool { isMostly(clocks) }
    var isNumber: Bool { isMostly(numbers) }
    var mean: Double { filled == 0 ? 0 : Double(characters) / Double(filled) }
  }

  /// Looks at the rows; `nil` if they tell neither speakers nor times beside words.
  init?(content rows: [[String]], isDocument: Bool = false) {
    let sample = rows.prefix(200)
    let width = sample.map(\.count).max() ?? 0
    guard width >= 2, sample.count >= 2 else { return nil }
    var looks = Array(repeating: Look(), count: width)
    for row in sample { for (i, field) in row.enumerated() { looks[i].add(field) } }
    roles = looks.indices.map { .other("column \($0 + 1)") }
    hasNames = false
    let plain = looks.indices.filter { !looks[$0].isTime && !looks[$0].isNumber }
    guard let words = plain.max(by: { looks[$0].mean < looks[$1].mean }) else { return nil }
    roles[words] = .words
    setTimes(looks)
    let labels = plain.filter { $0 != words && Self.isLabels(looks[$0], rows: sample.count) }
    let isTalk = isDocument && looks[words].sentences * 2 >= looks[words].filled
    let names = isTalk ? plain.filter { $0 != words && Self.areNames(looks[$0]) } : []
    if let label = labels.first ?? names.first { roles[label] = .speaker }
    guard roles.contains(.speaker) || roles.contains(.start) else { return nil }
  }

  private mutating func setTimes(_ looks: [Look]) {
    let clocks = looks.indices.filter { looks[$0].isTime }
    var times = clocks
    if clocks.isEmpty {
      times = looks.indices.filter { looks[$0].isNumber && looks[$0].isRising }
      // Numbers of rows come first and go up by one.
      if times.count > 2
        || (times.count == 1 && looks[times[0]].last <= Double(looks[times[0]].filled))
      {
        roles[times.removeFirst()] = .number
      }
    }
    if let start = times.first { roles[start] = .start }
    if times.count > 1 { roles[times[1]] = .end }
  }

  /// Whether all cells are written as names are, some of them only once.
  private static func areNames(_ look: Look) -> Bool {
    look.filled > 0 && look.mean <= 30
      && look.distinct.allSatisfy { SpeakerLabel.shape($0.droppingColon) != nil }
      && !look.distinct.contains { SpeakerLabel.isDenied($0.droppingColon) }
  }

  private static func isLabels(_ look: Look, rows: Int) -> Bool {
    look.mean <= 30 && look.distinct.count * 2 <= rows && look.filled > 0
      && look.distinct.allSatisfy { SpeakerLabel.isName($0.droppingColon) }
  }
}

extension String {
  /// Without a colon at the end.
  var droppingColon: String { hasSuffix(":") ? String(dropLast()).trimmed : self }
}

/// A time in a table: a clock time, or a number with a point or comma.
struct TableTime {
  /// Milliseconds of a clock time, else the number.
  var value: Double
  var isClock: Bool
  /// Whether a number has decimals.
  var hasDecimals = false

  init?(_ text: String, _ dialect: StampDialect = .clock) {
    let bytes = Array(text.trimmed.utf8)
    guard let first = bytes.first, bytes.count <= 24 else { return nil }
    if let stamp = LineStamp(bytes[...], dialect, isAtStart: false), stamp.length == bytes.count {
      (value, isClock) = (Double(stamp.start), true)
      return
    }
    guard (0x30...0x39).contains(first) else { return nil }
    if let clock = LineStamp.time(bytes[...], dialect), clock.length == bytes.count {
      (value, isClock) = (Double(clock.time), true)
      return
    }
    let number = bytes.last == UInt8(ascii: "s") ? bytes.dropLast() : bytes[...]
    let plain = number.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    guard plain.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      let parsed = Double(plain.string)
    else { return nil }
    (value, isClock) = (parsed, false)
    hasDecimals = plain.contains(UInt8(ascii: "."))
  }

  /// Milliseconds, with the unit that numbers have; `nil` if no recording is so long.
  func milliseconds(_ unit: TableColumns.Unit) -> Int? {
    let time = isClock || unit == .milliseconds ? value : value * 1000
    return time < 1e12 ? Int(time.rounded()) : nil
  }
}
