import Samtale

/// Names in front of words where the format itself names nobody, as in subtitles.
extension TalkAssembly {
  /// The speakers whom the format or a name in front of the words names, or who cannot be known;
  /// `nil` if it may be whoever spoke before.
  mutating func namedSpeakers(_ part: inout TalkPart) -> [Int]? {
    if !part.voices.isEmpty {
      let speakers = part.voices.map { finder.participant($0, in: &builder) }
      if !part.isOverlapping { previousSpeaker = speakers }
      return speakers
    }
    if part.isVerbatim { return [] }
    if let prefix = takePrefix(&part) {
      previousSpeaker = prefix.isUnknown ? [] : [finder.participant(prefix.label, in: &builder)]
      return previousSpeaker
    }
    if let label = doubtfulPrefix(part) {
      findings.guess(.doubtfulLabel, line: part.line, of: label)
      previousSpeaker = []
      return []
    }
    return nil
  }

  mutating func continuingSpeakers(_ part: TalkPart) -> [Int] {
    guard continues, !previousSpeaker.isEmpty else { return [] }
    findings.guess(.continuedSpeaker, line: part.line)
    return previousSpeaker
  }

  /// Whether anything in the file names speakers.
  var namesSpeakers: Bool {
    !voices.isEmpty || prefixes.contains { accepts($0.key, isGenerated: false) }
  }

  private func accepts(_ label: String, isGenerated: Bool) -> Bool {
    if options.refusedLabels.contains(label) { return false }
    return isGenerated || finder.isDeclared(label) || voices.contains(label) || recurs(label)
      || isAlike(label)
  }

  /// Whether a name that stands once in front of words looks like those that recur.
  private func isAlike(_ label: String) -> Bool {
    SpeakerLabel.mayBeSingle(label) && SpeakerLabel.shape(label).map(prefixShapes.contains) ?? false
  }

  /// Whether a name stands in front of words more than once and is no word that often does.
  func recurs(_ label: String) -> Bool {
    (prefixes[label]?.count ?? 0) > 1 && !SpeakerLabel.isDenied(label)
  }

  /// The names in front of words of subtitles, with what was thought of them.
  var prefixLabels: [ProposedLabel] {
    prefixes.compactMap { label, found in
      let isCertain =
        finder.isDeclared(label) || voices.contains(label) || options.refusedLabels.contains(label)
      let isAccepted = accepts(label, isGenerated: false)
      guard isAccepted || isCertain || !SpeakerLabel.isDenied(label) else { return nil }
      return ProposedLabel(
        label, count: found.count, line: found.line, isAccepted: isAccepted, isCertain: isCertain,
        words: found.words)
    }
    .sorted { ($0.line, $0.label) < ($1.line, $1.label) }
  }

  /// What may be a name in front of words, where other names are.
  private func doubtfulPrefix(_ part: TalkPart) -> String? {
    guard !prefixShapes.isEmpty, let prefix = part.firstWords.flatMap(NamePrefix.init),
      !options.refusedLabels.contains(prefix.label), SpeakerLabel.mayBeSingle(prefix.label)
    else { return nil }
    return prefix.label
  }

  /// Takes the name in front of the words away, if it is one.
  private mutating func takePrefix(_ part: inout TalkPart) -> NamePrefix? {
    for i in part.items.indices {
      guard case .words(let words, let language) = part.items[i] else { continue }
      guard let prefix = NamePrefix(words), accepts(prefix.label, isGenerated: prefix.isGenerated)
      else { return nil }
      let rest = String(decoding: words.utf8.dropFirst(prefix.length), as: UTF8.self)
      part.items[i] = .words(rest, language: language)
      accounted[.names] += words.unicodeScalars.count - rest.unicodeScalars.count
      if !prefix.isGenerated, !finder.isDeclared(prefix.label), !voices.contains(prefix.label) {
        findings.guess(
          recurs(prefix.label) ? .namePrefix : .singleSpeaker, line: part.line, of: prefix.label)
      }
      return prefix
    }
    return nil
  }
}
