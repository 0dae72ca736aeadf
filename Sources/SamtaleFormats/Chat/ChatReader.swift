import Samtale

/// Hands what a CHAT file holds to the assembly.
struct ChatReader {
  let file: ChatFile
  var people = ChatPeople()
  var context = ChatSpeech.Context()
  var gems = ChatGems()
  var omissions = ChatOmissions()
  /// The utterance that the next main line may go on with, and its identifier.
  var open: (part: TalkPart, speech: ChatSpeech, id: String)?
  var lastHeader = ""
  var hasBegin = false
  var hasEnd = false
  var hasParticipants = false
  var language: String?

  init(_ text: SourceText, _ progress: ImportProgress) {
    file = ChatFile(text, progress)
    for case .header(let line) in file.items {
      if line.name == "Comment", line.content.trimmed == ChatCodes.escapeComment {
        context.decodes = true
      }
    }
  }

  mutating func run(_ talk: inout TalkAssembly) {
    talk.accounted[.layout] += file.layout
    for problem in file.problems { report(problem, &talk) }
    talk.progress.begin(0.5, of: file.items.count)
    for (i, item) in file.items.enumerated() {
      talk.progress.tell(i)
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

  func report(_ problem: ChatFile.Problem, _ talk: inout TalkAssembly) {
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

  mutating func finish(_ talk: inout TalkAssembly) {
    omissions.report(&talk.findings)
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

  func missing(_ header: String, _ talk: inout TalkAssembly) {
    talk.findings.report(
      .warning, .badLine, line: nil, "the header \(header) is missing",
      do: "check that the file is whole; what is there was read")
  }

  // MARK: Utterances

  mutating func read(_ line: ChatLine, _ tiers: [ChatLine], _ talk: inout TalkAssembly) {
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

  func voices(_ line: ChatLine, _ talk: inout TalkAssembly) -> [String] {
    if !people.isDeclared(line.name), hasParticipants {
      talk.findings.gather(
        .warning, .undeclaredSpeaker, line: line.line,
        "the speaker \(line.name) is not among the @Participants", do: "add the code there")
    }
    return people.voices(line.name)
  }

  func add(
    _ line: ChatLine, _ tiers: [ChatLine], to part: inout TalkPart, _ speech: inout ChatSpeech,
    _ talk: inout TalkAssembly
  ) {
    speech.read(ChatTokenizer(line.content).tokens)
    for tier in tiers where tier.name != ChatCodes.identifierTier { add(tier, to: &part) }
  }

  func add(_ tier: ChatLine, to part: inout TalkPart) {
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
        part.annotations.append(.init(tier.name, text))
      }
    case ChatCodes.translationTier:
      let colon = words.firstIndex(of: ":")
      if let colon, words[..<colon].utf8.count <= 8 {
        let translation = String(words[words.index(after: colon)...]).trimmed
        part.translations.append((String(words[..<colon]), translation))
      } else {
        part.annotations.append(.init(tier.name, text))
      }
    default: part.annotations.append(.init(tier.name, text))
    }
  }

  /// Hands over the utterance that is being read.
  mutating func flush(_ talk: inout TalkAssembly) {
    guard case (var part, var speech, _)? = open else { return }
    open = nil
    let notes = part.items
    part.items = speech.items() + notes
    for piece in speech.broken.prefix(20) {
      talk.findings.gather(
        .warning, .badLine, line: part.line, "a sign of CHAT stands alone: \(piece)",
        do: "write both of a pair; the words were kept")
    }
    omissions.add(speech.omitted, line: part.line)
    if speech.hasOverlapLinker, speech.impliesOverlap { speech.linkers.insert("+<", at: 0) }
    part.start = speech.start
    part.end = speech.end
    part.language = speech.language
    part.transition = speech.transition ?? part.transition
    talk.accounted[.times] += speech.timeCharacters
    if !speech.linkers.isEmpty {
      part.annotations.append(.init(ChatCodes.linkerLayer, speech.linkers.joined(separator: " ")))
    }
    if let end = speech.terminator {
      part.annotations.append(.init(ChatCodes.terminatorLayer, end))
    }
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
