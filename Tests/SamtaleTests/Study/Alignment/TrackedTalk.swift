import TestSupport

import Samtale

/// Talk in which each character knows which one of the original it is, through all edits.
struct TrackedTalk {
  struct Character {
    var scalar: Unicode.Scalar
    /// Which character of the original this is; -1 for one that was put in.
    var origin: Int

    var isLetter: Bool { scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
  }

  struct Utterance {
    var speaker: String
    var text: [Character]
  }

  private(set) var utterances: [Utterance] = []
  private var random: SeededNumbers
  /// Utterances of other talk, to be put in.
  private let strange: [String]
  private var vocabulary: [String] = []

  init(_ transcript: Transcript, strange: [String], seed: UInt64) {
    random = SeededNumbers(seed: seed)
    self.strange = strange
    var count = 0
    for utterance in transcript.utterances {
      var text: [Character] = []
      for scalar in utterance.text.unicodeScalars {
        text.append(Character(scalar: scalar, origin: count))
        count += 1
      }
      let speaker = utterance.speakers.first.map { transcript.participants[$0].id } ?? "x"
      utterances.append(Utterance(speaker: speaker, text: text))
      vocabulary += utterance.text.split(separator: " ").map(String.init)
    }
  }

  /// The talk as TEI. Identifiers start at a number.
  func xml(firstID: Int) -> String {
    utterances.enumerated().map { i, utterance in
      let text = String(String.UnicodeScalarView(utterance.text.map(\.scalar)))
      let escaped = text.split(separator: "&", omittingEmptySubsequences: false)
        .joined(separator: "&amp;")
      return ##"<u xml:id="u\##(firstID + i)" who="#\##(utterance.speaker)">\##(escaped)</u>"##
    }
    .joined()
  }

  // MARK: Edits

  mutating func edit() {
    guard !utterances.isEmpty else { return }
    let i = Int.random(in: utterances.indices, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0...3: correctLetter(i)
    case 4...5: insertWord(i)
    case 6...7: deleteWords(i)
    case 8: exchangeWord(i)
    case 9: changeCase(i)
    case 10: changeMark(i)
    case 11...12: split(i)
    case 13...14: merge(i)
    case 15: utterances.insert(strangeUtterance(), at: i)
    case 16: utterances.remove(at: i)
    case 17: utterances[i].speaker = utterances.randomElement(using: &random)?.speaker ?? "x"
    case 18: move(i)
    default: utterances[i].text = strangeUtterance().text
    }
    for k in max(0, i - 1)..<min(utterances.count, i + 2) { collapseSpace(k) }
  }

  /// No space at the ends or after a space: reading would take it away.
  private mutating func collapseSpace(_ i: Int) {
    var text: [Character] = []
    for character in utterances[i].text {
      if character.scalar == " ", text.last.map({ $0.scalar == " " }) ?? true { continue }
      text.append(character)
    }
    if text.last?.scalar == " " { text.removeLast() }
    utterances[i].text = text
  }

  private func new(_ text: String) -> [Character] {
    text.unicodeScalars.map { Character(scalar: $0, origin: -1) }
  }

  private mutating func strangeUtterance() -> Utterance {
    let speaker = utterances.randomElement(using: &random)?.speaker ?? "x"
    return Utterance(speaker: speaker, text: new(strange.randomElement(using: &random) ?? "Mm."))
  }

  private mutating func correctLetter(_ i: Int) {
    let letters = utterances[i].text.indices.filter { utterances[i].text[$0].isLetter }
    guard let place = letters.randomElement(using: &random) else { return }
    let letter = new(String("etaoinshr".randomElement(using: &random) ?? "e"))[0]
    switch Int.random(in: 0..<3, using: &random) {
    case 0: utterances[i].text[place] = letter
    case 1: utterances[i].text.insert(letter, at: place)
    default:
      // Not the only letter of a word.
      if letters.contains(place + 1) { utterances[i].text.remove(at: place) }
    }
  }

  /// The words of an utterance with the marks at them.
  private func words(_ i: Int) -> [Range<Int>] {
    let text = utterances[i].text
    var words: [Range<Int>] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end].scalar == " " {
      if start < end { words.append(start..<end) }
      start = end + 1
    }
    return words
  }

  private mutating func insertWord(_ i: Int) {
    guard let word = words(i).randomElement(using: &random) else { return }
    let text = (vocabulary.randomElement(using: &random) ?? "so") + " "
    utterances[i].text.insert(contentsOf: new(text), at: word.lowerBound)
  }

  private mutating func deleteWords(_ i: Int) {
    let words = words(i)
    guard words.count > 3 else { return }
    let first = Int.random(in: 0..<(words.count - 2), using: &random)
    let last = first + Int.random(in: 0...1, using: &random)
    utterances[i].text.removeSubrange(words[first].lowerBound..<words[last + 1].lowerBound)
  }

  private mutating func exchangeWord(_ i: Int) {
    guard let word = words(i).randomElement(using: &random) else { return }
    let text = vocabulary.randomElement(using: &random) ?? "so"
    utterances[i].text.replaceSubrange(word, with: new(text))
  }

  private mutating func changeCase(_ i: Int) {
    for k in utterances[i].text.indices {
      let upper = utterances[i].text[k].scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let scalar = upper.first { utterances[i].text[k].scalar = scalar }
    }
  }

  private mutating func changeMark(_ i: Int) {
    let marks = utterances[i].text.indices.filter {
      ",.!?".unicodeScalars.contains(utterances[i].text[$0].scalar)
    }
    guard let mark = marks.randomElement(using: &random) else { return }
    utterances[i].text[mark] = new("…")[0]
  }

  private mutating func split(_ i: Int) {
    guard let word = words(i).dropFirst().randomElement(using: &random) else { return }
    var second = utterances[i]
    second.text.removeSubrange(..<word.lowerBound)
    utterances[i].text.removeSubrange((word.lowerBound - 1)...)
    utterances.insert(second, at: i + 1)
  }

  private mutating func merge(_ i: Int) {
    guard i + 1 < utterances.count else { return }
    utterances[i].text += new(" ") + utterances[i + 1].text
    utterances.remove(at: i + 1)
  }

  private mutating func move(_ i: Int) {
    let utterance = utterances.remove(at: i)
    utterances.insert(utterance, at: Int.random(in: 0...utterances.count, using: &random))
  }
}
