import Samtale

/// Headers: people, dates, the recording, gems and notes.
extension ChatReader {
  mutating func read(header line: ChatLine, _ talk: inout TalkAssembly) {
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
  mutating func readFrame(_ line: ChatLine, _ talk: inout TalkAssembly) -> Bool {
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

  mutating func readPerson(_ line: ChatLine, _ talk: inout TalkAssembly) -> Bool {
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

  func readMedia(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
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
  func addComment(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
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

  func event(_ content: String) -> (MarkDraft, [String])? {
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

  func addNote(_ content: String, _ line: ChatLine, _ talk: inout TalkAssembly) {
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
}
