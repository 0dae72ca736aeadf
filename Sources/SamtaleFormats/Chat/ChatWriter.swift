import Samtale

/// Writes transcripts as CHAT (TalkBank).
///
/// - Speakers get short codes; label and roles that CHAT cannot hold stand in the last field of
///   `@ID`. Roles that are none of CHAT's are `Participant` there.
/// - A main line ends with one mark of punctuation, so an utterance of several sentences is written
///   as several main lines with the same `%xutt`; the importer puts them together again. Where a
///   text ends without a mark, the line ends with `+.`.
/// - Times are bullets behind the last line of an utterance; points in time inside are bullets in
///   the line. Notes are `[^ …]`, other types of notes have codes of their own, segments are long
///   features (`&{l=anon … &}l=anon`).
/// - Topics are gems, translations into English `%eng`, into other languages `%xtran: nb: …`.
/// - What CHAT reserves in words is written in fullwidth forms (see `@Comment` of the file).
/// - CHAT wants the file, and the recording, to be called as the transcript: `ID.cha`. Where the
///   recording is called otherwise, a comment says so.
///
/// pylangacq 0.23.0 reads what is written; of an utterance with several bullets it takes the first.
public enum ChatWriter {
  /// Writes a transcript.
  /// - Returns: The file in UTF-8, and what it could not carry. The same transcript gives the same
  ///   bytes.
  public static func write(_ transcript: Transcript) -> (bytes: [UInt8], losses: ExportLosses) {
    var document = ChatDocument(transcript)
    document.write()
    return (Array(document.text.utf8), document.losses)
  }

  /// What CHAT carries, wholly or in part; what is lost of these is counted where it happens.
  static let carried: Set<TranscriptFeature> = [
    .languages, .date, .recording, .header, .utteranceIDs, .unknownSpeakers, .jointSpeakers,
    .addressees, .transitions, .times, .labels, .roles, .attributes, .silentPeople, .topics,
    .translations, .otherLayers, .pauses, .vocals, .kinesics, .incidents, .gaps, .cuts, .notes,
    .contributions, .deleted, .unclear, .segments, .anchors,
  ]
}

/// A CHAT file while it is written.
struct ChatDocument {
  let transcript: Transcript
  var losses: ExportLosses
  private(set) var text = ""
  private var body = ""
  private var cast: ChatCast
  private var escape = ChatEscape()
  private var languages: [String] = []
  /// Utterances written so far, by which the importer numbers them.
  private var count = 0
  private var tiers: [[(name: String, text: String)]]

  init(_ transcript: Transcript) {
    self.transcript = transcript
    losses = ExportLosses(of: transcript, carrying: ChatWriter.carried)
    cast = ChatCast(transcript)
    tiers = Array(repeating: [], count: transcript.utterances.count)
  }

  mutating func write() {
    collectLayers()
    collectTranslations()
    noteLanguage(transcript.language)
    let between = Dictionary(grouping: transcript.marks.filter(\.isBetween), by: \.utterance)
    let gems = ChatGemLines(transcript, &losses)
    for utterance in transcript.utterances {
      body += gems.ends(before: utterance.index)
      for mark in between[utterance.index] ?? [] { writeBetween(mark) }
      body += gems.beginnings(at: utterance.index)
      write(utterance)
    }
    let end = transcript.utterances.count
    body += gems.ends(before: end)
    for mark in between[end] ?? [] { writeBetween(mark) }
    let head = header()
    text = head + body + "@End\n"
    losses.add("characters in words that CHAT reserves (left out)", escape.dropped)
    if escape.isUsed {
      losses.add("fullwidth characters that come back as ASCII", escape.fullwidth)
    }
  }

  // MARK: Header

  private mutating func header() -> String {
    let entries = cast.entries(&escape, &losses)
    let main = languages.first ?? "und"
    var lines = ["@UTF8", "@Begin"]
    lines.append(
      "@Languages:\t" + (languages.isEmpty ? ["und"] : languages).joined(separator: ", "))
    lines.append("@Participants:\t" + entries.map(\.participant).joined(separator: ", "))
    let corpus = escape.field(transcript.id)
    lines += entries.map { "@ID:\t" + $0.identification(language: main, corpus: corpus) }
    lines += entries.flatMap(\.states)
    lines += media()
    if let date = transcript.date {
      if let day = ChatDate.chat(date) {
        lines.append("@Date:\t" + day)
      } else {
        losses.add(.date)
      }
    }
    if escape.isUsed { lines.append("@Comment:\t" + ChatCodes.escapeComment) }
    if let title = transcript.header.title, title != transcript.id { losses.add(.header) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The recording. CLAN wants it to be called as the file, which is to be called as the transcript.
  private mutating func media() -> [String] {
    let media = transcript.header.media
    losses.add(
      LostPart.recordingLength, partOf: .recording,
      transcript.header.recordingSeconds == nil ? 0 : 1)
    losses.add(LostPart.furtherRecordings, partOf: .recording, max(0, media.count - 1))
    let url = media.first ?? ""
    let isLinked = transcript.utterances.contains { $0.start != nil && $0.end != nil }
    let isAddress = url.contains("://") && !url.contains { $0 == "\"" || $0.isWhitespace }
    let isVideo = [".mp4", ".mov", ".webm", ".m4v", ".avi", ".mpg"].contains {
      url.lowercased().hasSuffix($0)
    }
    let name = isAddress ? "\"\(url)\"" : transcript.id
    guard isLinked || isAddress || ChatDate.stem(url) == transcript.id else {
      return url.isEmpty ? [] : ["@Comment:\t\(ChatCodes.recordingComment)\(url)"]
    }
    let sort = (isVideo ? "video" : "audio") + (isLinked ? "" : ", unlinked")
    let line = "@Media:\t\(name), \(sort)"
    return isAddress || url == name || url.isEmpty
      ? [line] : [line, "@Comment:\t\(ChatCodes.recordingComment)\(url)"]
  }

  private mutating func noteLanguage(_ tag: String?) {
    guard let tag else { return }
    let (code, isExact) = ChatLanguage.code(tag)
    if !isExact { losses.add(LostPart.languageDetail, partOf: .languages) }
    if !languages.contains(code) { languages.append(code) }
  }

  // MARK: Tiers

  /// Layers with the names of CHAT's tiers, and those that the importer makes.
  private mutating func collectLayers() {
    let annotations = TimedAnnotations(transcript)
    for layer in transcript.layers where layer.element.name == "spanGrp" {
      guard let type = layer.type, !["translation", "closures", "uptake"].contains(type) else {
        continue
      }
      let spans = layer.element.elements
      var written = 0
      for span in spans where Self.isTier(type) {
        guard let found = annotations.annotation(span) else { continue }
        tiers[found.utterance].append((type, found.text))
        if found.start != nil { losses.add(TierContent.lostTimes) }
        written += 1
      }
      losses.add(.otherLayers, max(spans.count, 1) - written)
    }
  }

  /// Three letters as CHAT's own tiers, or `x` and more as users' tiers.
  private static func isTier(_ name: String) -> Bool {
    if name == ChatCodes.linkerLayer || name == ChatCodes.terminatorLayer { return true }
    let isPlain = name.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    let taken = [
      "com", "eng", ChatCodes.identifierTier, ChatCodes.translationTier, ChatCodes.transitionTier,
    ]
    return isPlain && !taken.contains(name)
      && (name.utf8.count == 3 || name.first == "x" && (2...8).contains(name.utf8.count))
  }

  private mutating func collectTranslations() {
    for translation in transcript.translations {
      let isWhole =
        translation.translator == nil && translation.date == nil && translation.status == nil
        && translation.further.isEmpty
      if !isWhole { losses.add(LostPart.translationFacts, partOf: .translations) }
      let text = escape.comment(translation.text)
      if Translation.isSame(translation.language, "en") {
        tiers[translation.utterance].append(("eng", text))
      } else {
        let line = translation.language + ": " + text
        tiers[translation.utterance].append((ChatCodes.translationTier, line))
      }
    }
  }

  // MARK: Between utterances

  private mutating func writeBetween(_ mark: Mark) {
    if mark.kind == .note { return writeNote(mark) }
    if mark.kind != .contribution, !mark.detail.participants.isEmpty {
      losses.add(LostPart.eventFacts, partOf: TranscriptFeature(mark))
    }
    var line = ChatMainTier(self, cast, escape)
    guard let code = line.event(mark) else { return }
    losses = line.losses
    escape = line.escape
    body += "@Comment:\t\(code)\n"
  }

  private mutating func writeNote(_ mark: Mark) {
    let type = mark.type ?? ""
    let name = String(type.map { $0 == "_" ? " " : $0 })
    if ChatCodes.noteHeaders.contains(type) {
      body += mark.text == name ? "@\(name)\n" : "@\(name):\t\(escape.comment(mark.text))\n"
      return
    }
    if !type.isEmpty { losses.add(LostPart.eventFacts, partOf: .notes) }
    let first = mark.text.unicodeScalars.first
    let isCode = first.map { "&(xw".unicodeScalars.contains($0) } ?? false
    let isOurs = mark.text == ChatCodes.escapeComment
    let text = isCode || isOurs ? escape.disguised(mark.text) : escape.comment(mark.text)
    body += "@Comment:\t\(text)\n"
  }

  // MARK: Utterances

  private mutating func write(_ utterance: Utterance) {
    if let language = utterance.language { noteLanguage(language) }
    var line = ChatMainTier(self, cast, escape)
    let pieces = line.pieces(of: utterance, tiers: tiers[utterance.index])
    losses = line.losses
    escape = line.escape
    for language in line.languages where !languages.contains(language) {
      languages.append(language)
    }
    guard !pieces.isEmpty else {
      return losses.add("utterances without words and events (left out)")
    }
    let isNumbered = utterance.id == "u\(count + 1)"
    count += 1
    let code = cast.code(utterance.speakers)
    for (index, piece) in pieces.enumerated() {
      body += "*\(code):\t\(piece)\n"
      if !isNumbered || pieces.count > 1 {
        body += "%\(ChatCodes.identifierTier):\t\(utterance.id)\n"
      }
      if index == pieces.count - 1 { writeTiers(utterance, line) }
    }
  }

  private mutating func writeTiers(_ utterance: Utterance, _ line: ChatMainTier) {
    if let transition = utterance.transition, transition == .pause || transition == .smooth {
      body += "%\(ChatCodes.transitionTier):\t\(transition.name)\n"
    }
    if !utterance.addressees.isEmpty {
      let codes = utterance.addressees.map { cast.code([$0]) }
      body += "%add:\t\(codes.joined(separator: ", "))\n"
    }
    for comment in line.comments { body += "%com:\t\(comment)\n" }
    for tier in tiers[utterance.index] where !tier.name.hasPrefix("chat.") {
      body += "%\(tier.name):\t\(Self.withBullets(tier.text))\n"
    }
  }

  /// Times between visible bullets, as the importer keeps them, as CHAT has them.
  private static func withBullets(_ text: String) -> String {
    guard text.contains("•") else { return text }
    let parts = text.split(separator: "•", omittingEmptySubsequences: false)
    var line = ""
    for (index, part) in parts.enumerated() {
      let isTime = index % 2 == 1 && index < parts.count - 1
      line += isTime ? "\u{15}\(part)\u{15}" : String(part)
      if index % 2 == 1, !isTime { line += "•" }
    }
    return line
  }
}

/// The lines of gems around utterances.
private struct ChatGemLines {
  private var first: [Int: [String]] = [:]
  private var last: [Int: [String]] = [:]

  init(_ transcript: Transcript, _ losses: inout ExportLosses) {
    for topic in transcript.topics {
      let stretches = topic.extent.stretches.map(\.utterance)
      guard let start = stretches.min(), let end = stretches.max() else {
        losses.add(.topics)
        continue
      }
      // A gem holds whole utterances in one piece.
      if !topic.isWhole { losses.add(LostPart.topicStretches, partOf: .topics) }
      if topic.hasFacts { losses.add(LostPart.topicFacts, partOf: .topics) }
      first[start, default: []].append(topic.label)
      last[end + 1, default: []].append(topic.label)
    }
  }

  func beginnings(at utterance: Int) -> String {
    (first[utterance] ?? []).map { Self.line("@Bg", $0) }.joined()
  }

  func ends(before utterance: Int) -> String {
    (last[utterance] ?? []).map { Self.line("@Eg", $0) }.joined()
  }

  private static func line(_ header: String, _ label: String) -> String {
    label.isEmpty ? header + "\n" : "\(header):\t\(label)\n"
  }
}
