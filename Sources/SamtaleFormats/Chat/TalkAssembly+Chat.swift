import Samtale

extension TalkAssembly {
  /// Reads a CHAT file (TalkBank's manual of 2024, https://talkbank.org/0info/manuals/CHAT.html).
  ///
  /// Each utterance is read by itself: what cannot be understood of one is reported and left out,
  /// the rest is kept. See ``ChatWord`` for how words are spelled. Beyond the words,
  /// - dependent tiers are layers under their names (`mor`); `%com` is a note, `%add` addressees,
  ///   `%eng` a translation;
  /// - special ends (`+/.`) and beginnings (`++`) are kept in layers `chat.terminator` and
  ///   `chat.linker`; `+<` is an overlap, `+^` latching;
  /// - gems (`@Bg`, `@Eg`, `@G`) are topics; other headers are notes with the header's name.
  mutating func readChat(_ text: SourceText) {
    rest = .markup
    var reader = ChatReader(text)
    reader.run(&self)
  }
}

/// Hands what a CHAT file holds to the assembly.
private struct ChatReader {
  private let file: ChatFile
  private var people = ChatPeople()
  private var context = ChatSpeech.Context()
  private var gems = ChatGems()
  /// The utterance that the next main line may go on with, and its identifier.
  private var open: (part: TalkPart, speech: ChatSpeech, id: String)?
  private var lastHeader = ""
  private var hasBegin = false
  private var hasEnd = false
  private var hasParticipants = false
  private var language: String?

  init(_ text: SourceText) {
    file = ChatFile(text)
    for case .header(let line) in file.items {
      if line.name == "Comment", line.content.trimmed == ChatCodes.escapeComment {
        context.decodes = true
      }
    }
  }

  mutating func run(_ talk: inout TalkAssembly) {
    talk.accounted[.layout] += file.layout
    for problem in file.problems { report(problem, &talk) }
    for item in file.items {
      switch item {
      case .header(let line):
        flush(&talk)
        read(header: line, &talk)
      case .utterance(let line, let tiers): read(line, tiers, &talk)
      }
    }
    flush(&talk)
    finish(&talk)
  }

  private func report(_ problem: ChatFile.Problem, _ talk: inout TalkAssembly) {
    switch problem {
    case .noTab(let line):
      talk.findings.gather(
        .warning, .badLine, line: line, "a line has no tab after the colon",
        do: "put a tab there; it was read all the same")
    case .continued(let line): talk.findings.guess(.unmarkedLines, line: line)
    case .lost(let text, let line):
      talk.refuse(
        text, line: line, "a line begins like none of CHAT", do: "begin it with *CODE: and a tab")
    case .orphan(let tier):
      talk.refuse(
        tier.content, line: tier.line, "the tier %\(tier.name) stands below no utterance",
        do: "put it below the line that it is about")
    }
  }

  private mutating func finish(_ talk: inout TalkAssembly) {
    gems.close(at: talk.parts.count)
    for label in gems.unclosed {
      talk.findings.gather(
        .warning, .badLine, line: nil, "the gem “\(label)” is begun with @Bg and never ended",
        do: "add @Eg with the same words; it was ended with the file")
    }
    talk.topics = gems.topics.map { ($0.label, $0.parts) }
    for (label, person) in people.all {
      talk.people.append((label, { person.describe(&$0) }))
    }
    if !hasBegin { missing("@Begin", &talk) }
    if !hasEnd { missing("@End", &talk) }
    if !hasParticipants { missing("@Participants", &talk) }
  }

  private func missing(_ header: String, _ talk: inout TalkAssembly) {
    talk.findings.report(
      .warning, .badLine, line: nil, "the header \(header) is missing",
      do: "check that the file is whole; what is there was read")
  }

  // MARK: Headers

  private mutating func read(header line: ChatLine, _ talk: inout TalkAssembly) {
    lastHeader = line.name
    if readFrame(line, &talk) || readPerson(line, &talk) || gems.read(line, at: talk.parts.count) {
      return
    }
    let content = ChatTier.withoutBullets(line.content.trimmed)
    switch line.name {
    case "Date":
      if let date = ChatDate.iso(content) {
        talk.builder.header.date = date
        talk.accounted[.header] += content.unicodeScalars.count
      } else {
        addNote(content, line, &talk)
      }
    case "Media": readMedia(content, line, &talk)
    case "Comment":
      guard content != ChatCodes.escapeComment else { return }
      if content.hasPrefix(ChatCodes.recordingComment) {
        let name = String(content.dropFirst(ChatCodes.recordingComment.count))
        talk.builder.header.media = name
        talk.accounted[.header] += name.unicodeScalars.count
        return
      }
      addComment(content, line, &talk)
    default: addNote(content, line, &talk)
    }
  }

  /// The headers that hold a file together.
  private mutating func readFrame(_ line: ChatLine, _ talk: inout TalkAssembly) -> Bool {
    switch line.name {
    case "Begin": hasBegin = true
    case "End": hasEnd = true
    case "UTF8", "Font", "Window", "Color words", "PID": break
    case "Options":
      let options = line.content.split { $0 == "," || $0.isWhitespace }
      context.isCA = options.contains("CA") || options.contains("CA-Unicode")
    case "Languages":
      context.languages = line.content.split { $0 == "," || $0.isWhitespace }
        .compactMap { ChatLanguage.tag(String($0)) }
      talk.accounted[.header] += line.content.trimmed.unicodeScalars.count
      if let first = context.languages.first, talk.builder.count == 0 { talk.setLanguage(first) }
    default: return false
    }
    return true
  }

  private mutating func readPerson(_ line: ChatLine, _ talk: inout TalkAssembly) -> Bool {
    let content = line.content.trimmed
    switch line.name {
    case "Participants":
      hasParticipants = true
      people.readParticipants(content, decodes: context.decodes)
    case "ID":
      if !people.readID(content) {
        talk.refuse(
          content, line: line.line, "@ID names no speaker",
          do: "write language|corpus|CODE|age|sex|group|SES|role|education|custom|")
        return true
      }
    default:
      let states = [("Birth of ", "birth"), ("Birthplace of ", "birthplace"), ("L1 of ", "L1")]
      guard let state = states.first(where: { line.name.hasPrefix($0.0) }) else { return false }
      people.amend(String(line.name.dropFirst(state.0.count)).trimmed) {
        $0.states.append((state.1, content))
      }
    }
    talk.accounted[.header] += content.unicodeScalars.count
    return true
  }

  private func readMedia(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
    talk.accounted[.header] += content.unicodeScalars.count
    let name =
      content.hasPrefix("\"")
      ? content.dropFirst().prefix { $0 != "\"" } : content.prefix { $0 != "," }
    let media = String(name).trimmed
    guard !media.isEmpty else { return }
    talk.builder.header.media = media
    let stem = ChatDate.stem(talk.findings.file)
    guard !stem.isEmpty, !media.contains("/"), media.lowercased() != stem.lowercased() else {
      return
    }
    talk.findings.report(
      .warning, .mediaDiffers, line: line.line,
      "@Media names “\(media)”, and the file is called “\(stem)”",
      do: "CLAN finds the recording by the name of the file; give both the same name")
  }

  /// A comment between utterances, or what the writer keeps as one: an event.
  private func addComment(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
    var part = TalkPart(items: [], line: line.line)
    part.isRemark = true
    if let (event, labels) = event(content) {
      part.items = [.event(event, by: labels)]
    } else {
      let words = context.decodes ? ChatCodes.unescaped(content) : content
      part.items = [.note(words, type: nil)]
    }
    talk.add(part)
  }

  private func event(_ content: String) -> (MarkDraft, [String])? {
    guard let first = content.first, first == "&" || first == "(" || first == "w" || first == "x"
    else { return nil }
    let tokens = ChatTokenizer(content).tokens
    guard tokens.count == 1, let token = tokens.first else { return nil }
    switch token.kind {
    case .event(let words): return (ChatSpeech.event(words, decodes: context.decodes), [])
    case .pause(let seconds, let dots): return (ChatSpeech.pause(seconds, dots), [])
    case .contribution(let code, let words):
      let text = ChatSpeech.plain(words, decodes: context.decodes)
      return (MarkDraft(.contribution, text), people.voices(code))
    case .word("xxx"): return (MarkDraft(.gap, reason: "inaudible"), [])
    case .word("www"): return (MarkDraft.cut(), [])
    default: return nil
    }
  }

  private func addNote(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
    let type = String(line.name.split { $0.isWhitespace }.joined(separator: "_"))
    if !ChatCodes.noteHeaders.contains(type) {
      talk.findings.gather(
        .note, .unknownMarkup, line: line.line, "a header that is not known is kept as a note",
        do: "check its spelling")
    }
    var part = TalkPart(items: [], line: line.line)
    part.isRemark = true
    let words = context.decodes ? ChatCodes.unescaped(content) : content
    part.items = [.note(words.isEmpty ? line.name : words, type: type)]
    talk.add(part)
  }

  // MARK: Utterances

  private mutating func read(_ line: ChatLine, _ tiers: [ChatLine], _ talk: inout TalkAssembly) {
    let id = tiers.first { $0.name == ChatCodes.identifierTier }?.content.trimmed
    let voices = voices(line, &talk)
    talk.accounted[.names] += line.name.unicodeScalars.count
    if let id {
      talk.accounted[.times] += id.unicodeScalars.count
      if var last = open, last.id == id, last.part.voices == voices {
        open = nil
        add(line, tiers, to: &last.part, &last.speech, &talk)
        open = (last.part, last.speech, id)
        return
      }
    }
    flush(&talk)
    var part = TalkPart(items: [], line: line.line)
    part.voices = voices
    part.isVerbatim = true
    part.id = id
    context.people = people
    var speech = ChatSpeech(context)
    add(line, tiers, to: &part, &speech, &talk)
    open = (part, speech, id ?? "")
    if id == nil { flush(&talk) }
  }

  private func voices(_ line: ChatLine, _ talk: inout TalkAssembly) -> [String] {
    if !people.isDeclared(line.name), hasParticipants {
      talk.findings.gather(
        .warning, .undeclaredSpeaker, line: line.line,
        "the speaker \(line.name) is not among the @Participants", do: "add the code there")
    }
    return people.voices(line.name)
  }

  private func add(
    _ line: ChatLine, _ tiers: [ChatLine], to part: inout TalkPart, _ speech: inout ChatSpeech,
    _ talk: inout TalkAssembly
  ) {
    speech.read(ChatTokenizer(line.content).tokens)
    for tier in tiers where tier.name != ChatCodes.identifierTier { add(tier, to: &part) }
  }

  private func add(_ tier: ChatLine, to part: inout TalkPart) {
    let text = ChatTier.withoutBullets(tier.content.trimmed)
    let words = context.decodes ? ChatCodes.unescaped(text) : text
    switch tier.name {
    case "com": part.items.append(.note(words, type: "com"))
    case ChatCodes.transitionTier where words == "pause" || words == "smooth":
      part.transition = words == "pause" ? .pause : .smooth
    case "eng": part.translations.append(("en", words))
    case "add":
      let codes = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
      if codes.allSatisfy({ people.isDeclared($0) }) {
        part.addressees += codes.map { people.label($0) }
      } else {
        part.annotations.append((tier.name, text))
      }
    case ChatCodes.translationTier:
      let colon = words.firstIndex(of: ":")
      if let colon, words[..<colon].utf8.count <= 8 {
        let translation = String(words[words.index(after: colon)...]).trimmed
        part.translations.append((String(words[..<colon]), translation))
      } else {
        part.annotations.append((tier.name, text))
      }
    default: part.annotations.append((tier.name, text))
    }
  }

  /// Hands over the utterance that is being read.
  private mutating func flush(_ talk: inout TalkAssembly) {
    guard case (var part, var speech, _)? = open else { return }
    open = nil
    let notes = part.items
    part.items = speech.items() + notes
    for piece in speech.broken.prefix(20) {
      talk.findings.gather(
        .warning, .badLine, line: part.line, "a sign of CHAT stands alone: \(piece)",
        do: "write both of a pair; the words were kept")
    }
    part.start = speech.start
    part.end = speech.end
    part.language = speech.language
    part.transition = speech.transition ?? part.transition
    talk.accounted[.times] += speech.timeCharacters
    if !speech.linkers.isEmpty {
      part.annotations.append((ChatCodes.linkerLayer, speech.linkers.joined(separator: " ")))
    }
    if let end = speech.terminator { part.annotations.append((ChatCodes.terminatorLayer, end)) }
    if let start = part.start, let end = part.end, end < start {
      talk.findings.gather(
        .warning, .endBeforeStart, line: part.line, "an utterance ends before it begins",
        do: "correct its bullet; the end is taken as unknown")
      part.end = nil
    }
    if part.isSilent {
      talk.findings.gather(
        .warning, .badLine, line: part.line, "an utterance says nothing and is left out",
        do: "write 0 where something was done and nothing said")
    }
    talk.add(part)
  }
}

/// Dependent tiers and comments.
enum ChatTier {
  /// The text with visible bullets around times instead of control characters.
  static func withoutBullets(_ text: String) -> String {
    guard text.utf8.contains(0x15) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(scalar == "\u{15}" ? "•" : scalar) }
    return String(plain)
  }
}

/// Dates and names of files.
enum ChatDate {
  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// `28-JUL-2001` as 2001-07-28; `nil` if it is no date.
  static func iso(_ text: String) -> String? {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let day = Int(parts[0]), (1...31).contains(day),
      let month = months.firstIndex(of: parts[1].uppercased()), parts[2].utf8.count == 4,
      Int(parts[2]) != nil
    else { return nil }
    return "\(parts[2])-\(twoDigits(month + 1))-\(twoDigits(day))"
  }

  /// 2001-07-28 as `28-JUL-2001`; `nil` if it is no whole date.
  static func chat(_ iso: String) -> String? {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, iso.utf8.count == 10, let month = Int(parts[1]),
      (1...12).contains(month), let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    return "\(parts[2])-\(months[month - 1])-\(parts[0])"
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  /// The name of a file without folder and extension.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

/// Gems: stretches that `@Bg` and `@Eg` mark, or that go from one `@G` to the next.
private struct ChatGems {
  private(set) var topics: [(label: String, parts: Range<Int>)] = []
  private(set) var unclosed: [String] = []
  /// Indices of topics that are open, by their words.
  private var open: [String: [Int]] = [:]
  private var lazy: Int?

  /// - Returns: Whether the header is one of gems.
  mutating func read(_ line: ChatLine, at part: Int) -> Bool {
    let label = line.content.trimmed
    switch line.name {
    case "Bg":
      open[label, default: []].append(topics.count)
      topics.append((label, part..<part))
    case "Eg":
      guard let index = open[label]?.popLast() else { return true }
      topics[index].parts = topics[index].parts.lowerBound..<part
    case "G":
      closeLazy(at: part)
      lazy = topics.count
      topics.append((label, part..<part))
    default: return false
    }
    return true
  }

  mutating func close(at part: Int) {
    closeLazy(at: part)
    for (label, indices) in open.sorted(by: { $0.key < $1.key }) {
      for index in indices {
        unclosed.append(label)
        topics[index].parts = topics[index].parts.lowerBound..<part
      }
    }
  }

  private mutating func closeLazy(at part: Int) {
    guard let lazy else { return }
    topics[lazy].parts = topics[lazy].parts.lowerBound..<part
    self.lazy = nil
  }
}
