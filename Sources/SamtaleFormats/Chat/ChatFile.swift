/// A line of a CHAT file with the lines that continue it.
struct ChatLine {
  enum Kind {
    /// `@Header:` and what it says.
    case header
    /// `*COD:` and what is said.
    case main
    /// `%tier:`, an annotation of the main line above.
    case dependent
  }

  var kind: Kind
  /// The name between the first character and the colon.
  var name: String
  /// What follows, with a space for each line end.
  var content: String
  /// The line of the file, from 1.
  var line: Int
}

/// A main line with its dependent tiers, or a header.
enum ChatItem {
  case header(ChatLine)
  case utterance(ChatLine, tiers: [ChatLine])
}

/// The lines of a CHAT file, put together.
///
/// CHAT (MacWhinney, *The CHILDES Project*; https://talkbank.org/0info/manuals/CHAT.html): a line
/// begins with `@`, `*` or `%`, a name, a colon and a tab; what begins with a tab continues the line
/// above.
struct ChatFile {
  private(set) var items: [ChatItem] = []
  /// What does not fit, for the reader to report.
  private(set) var problems: [Problem] = []
  /// Line ends, tabs and empty lines.
  private(set) var layout = 0

  enum Problem {
    /// A name is followed by no tab.
    case noTab(line: Int)
    /// A line that begins like none of CHAT and was taken for a part of the line above.
    case continued(line: Int)
    /// A line that can belong to nothing.
    case lost(String, line: Int)
    /// A tier that stands below no utterance.
    case orphan(ChatLine)
  }

  private var open: ChatLine?
  /// The main line whose tiers are being read.
  private var main: ChatLine?
  private var tiers: [ChatLine] = []

  init(_ text: SourceText, _ progress: ImportProgress) {
    var progress = progress
    for (index, bytes) in text.lines().enumerated() {
      read(bytes, line: index + 1)
      progress.tell(bytes.startIndex)
    }
    if text.bytes.last != 0x0A, !text.bytes.isEmpty { layout -= 1 }
    close()
    closeMain()
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, line: Int) {
    layout += 1
    guard let first = bytes.first, bytes.contains(where: { $0 > 0x20 }) else {
      layout += bytes.count
      return
    }
    switch first {
    case UInt8(ascii: "@"): begin(.header, bytes, line)
    case UInt8(ascii: "*"): begin(.main, bytes, line)
    case UInt8(ascii: "%"): begin(.dependent, bytes, line)
    case 0x09, 0x20: proceed(bytes, line, isIndented: true)
    default: proceed(bytes, line, isIndented: false)
    }
  }

  private mutating func begin(_ kind: ChatLine.Kind, _ bytes: ArraySlice<UInt8>, _ line: Int) {
    let rest = bytes.dropFirst()
    let colon = rest.firstIndex(of: UInt8(ascii: ":"))
    guard kind == .header || colon != nil else {
      close()
      return problems.append(.lost(bytes.string, line: line))
    }
    close()
    let name = (colon.map { rest[..<$0] } ?? rest).string.trimmed
    let content = colon.map { rest[($0 + 1)...] } ?? []
    if let next = content.first, next != 0x09, content.contains(where: { $0 > 0x20 }),
      content.prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09) == false
    {
      problems.append(.noTab(line: line))
    }
    open = ChatLine(kind: kind, name: name, content: content.string, line: line)
  }

  private mutating func proceed(_ bytes: ArraySlice<UInt8>, _ line: Int, isIndented: Bool) {
    guard open != nil else { return problems.append(.lost(bytes.string, line: line)) }
    if !isIndented { problems.append(.continued(line: line)) }
    open?.content += " " + bytes.string
  }

  private mutating func close() {
    guard let line = open else { return }
    open = nil
    switch line.kind {
    case .header:
      closeMain()
      items.append(.header(line))
    case .main:
      closeMain()
      main = line
    case .dependent where main == nil: problems.append(.orphan(line))
    case .dependent: tiers.append(line)
    }
  }

  private mutating func closeMain() {
    if let main { items.append(.utterance(main, tiers: tiers)) }
    main = nil
    tiers = []
  }
}
