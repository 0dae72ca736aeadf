// Unsafe pointers: `withText` lends a view on the text buffer for the length of a call.

/// How an utterance follows the one before, as the transcriber marked it (`u/@trans`).
public enum Transition: UInt8, Sendable, CaseIterable {
  case smooth = 1, latching, overlap, pause

  /// TEI's word for it.
  public var name: String {
    switch self {
    case .smooth: "smooth"
    case .latching: "latching"
    case .overlap: "overlap"
    case .pause: "pause"
    }
  }

  init?(_ name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// All utterances of a transcript, column by column: about 35 bytes each beyond their text.
struct UtteranceColumns: Sendable {
  /// No point of the timeline.
  static let noPoint = UInt32.max

  /// The words of all utterances, one after the other.
  var text: [UInt8] = []
  var textEnds: [UInt32] = []
  /// Index of the participant; -1 for an unknown speaker; -2 and below for several at once.
  var speakers: [Int32] = []
  /// The several speakers of joint utterances: `speakerSets[-2 - speakers[i]]`.
  var speakerSets: [[Int]] = []
  var starts: [UInt32] = []
  var ends: [UInt32] = []
  /// Index of the innermost section, -1 for none.
  var sections: [Int32] = []
  /// Lower three bits: transition. Bit 3: a cut lies before.
  var flags: [UInt8] = []
  var ids = ByteStrings()
  /// Facts that few utterances have, ordered by utterance.
  var details: [UtteranceDetail] = []
  /// Lines of the start tags. Not compared.
  var lines: [UInt32] = []

  static let transitionMask: UInt8 = 0x07
  static let cutBefore: UInt8 = 0x08

  var count: Int { textEnds.count }

  @inline(__always)
  func textRange(_ i: Int) -> Range<Int> {
    (i == 0 ? 0 : Int(textEnds[i - 1]))..<Int(textEnds[i])
  }

  func withText<R>(_ i: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[textRange(i)])) }
  }

  /// Calls `body` with the text of a part of an utterance, given in UTF-8 offsets.
  func withText<R>(_ i: Int, _ part: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let start = textRange(i).lowerBound
    return text.withUnsafeBufferPointer {
      body(
        UnsafeBufferPointer(
          rebasing: $0[(start + part.lowerBound)..<(start + part.upperBound)]
        )
      )
    }
  }

  func string(_ i: Int) -> String { String(decoding: text[textRange(i)], as: UTF8.self) }

  func speakerIndices(_ i: Int) -> [Int] {
    let code = speakers[i]
    if code >= 0 { return [Int(code)] }
    return code == -1 ? [] : speakerSets[-2 - Int(code)]
  }

  func detail(_ i: Int) -> UtteranceDetail? {
    var low = 0
    var high = details.count
    while low < high {
      let middle = (low + high) / 2
      if details[middle].utterance < i { low = middle + 1 } else { high = middle }
    }
    return low < details.count && details[low].utterance == i ? details[low] : nil
  }
}

extension UtteranceColumns: Equatable {
  static func == (a: UtteranceColumns, b: UtteranceColumns) -> Bool {
    a.text == b.text && a.textEnds == b.textEnds && a.speakers == b.speakers
      && a.speakerSets == b.speakerSets && a.starts == b.starts && a.ends == b.ends
      && a.sections == b.sections && a.flags == b.flags && a.ids == b.ids
      && a.details == b.details
  }
}

/// Facts that few utterances have.
struct UtteranceDetail: Hashable, Sendable {
  var utterance: Int
  var addressees: [Int] = []
  var analysis: [String] = []
  var language: String?
  var number: String?
  var duration: String?
  var previous: String?
  var next: String?

  var isEmpty: Bool { self == UtteranceDetail(utterance: utterance) }
}
