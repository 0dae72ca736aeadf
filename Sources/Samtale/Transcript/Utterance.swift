/// One transcribed stretch of speech, TEI `<u>`: a view on its transcript.
public struct Utterance: Sendable {
  let transcript: Transcript
  /// The place in the transcript, from 0.
  public let index: Int

  /// The identifier in the file, empty if there is none.
  public var id: String { transcript.columns.ids[index] }

  /// The words: speech with its unclear and deleted stretches; without descriptions, notes and
  /// gaps; white space collapsed; characters as they were written.
  public var text: String { transcript.columns.string(index) }

  /// The speaker; `nil` if unknown or if several speak at once.
  public var speaker: Participant? {
    let code = transcript.columns.speakers[index]
    return code >= 0 ? transcript.participants[Int(code)] : nil
  }

  /// Indices of all who speak, in the transcript's participants; empty if unknown.
  public var speakers: [Int] { transcript.columns.speakerIndices(index) }

  /// Indices of those who are addressed, where that is marked.
  public var addressees: [Int] { transcript.columns.detail(index)?.addressees ?? [] }

  /// Start in seconds after the origin of the timeline.
  public var start: Double? { seconds(transcript.columns.starts[index]) }

  /// End in seconds after the origin of the timeline.
  public var end: Double? { seconds(transcript.columns.ends[index]) }

  /// How it follows the one before, where the transcriber marked it.
  public var transition: Transition? {
    Transition(rawValue: transcript.columns.flags[index] & UtteranceColumns.transitionMask)
  }

  /// Whether talk was left out by the transcriber right before.
  public var isAfterCut: Bool {
    transcript.columns.flags[index] & UtteranceColumns.cutBefore != 0
  }

  /// The innermost agenda item or other section.
  public var section: Section? {
    let section = transcript.columns.sections[index]
    return section >= 0 ? transcript.sections[Int(section)] : nil
  }

  /// Codes given to the utterance itself (`u/@ana`), such as a speaker's role in it.
  public var analysis: [String] { transcript.columns.detail(index)?.analysis ?? [] }

  /// The language if it differs from the transcript's.
  public var language: String? { transcript.columns.detail(index)?.language }

  /// The line of the file, from 1; 0 if the transcript was not read from a file.
  public var line: Int { Int(transcript.columns.lines[index]) }

  /// `file:line`, where the utterance can be looked up.
  public var source: String { "\(transcript.file):\(line)" }

  /// The events and stretches inside, in order.
  public var marks: [Mark] {
    // Marks stand in document order, so those of an utterance are neighbours.
    let marks = transcript.marks
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].utterance < index { low = middle + 1 } else { high = middle }
    }
    return marks[low...].prefix { $0.utterance == index }.filter { !$0.isBetween }
  }

  /// The words of a part, given in Unicode scalars; `nil` if it reaches beyond the text.
  public func text(scalars: Range<Int>) -> String? {
    transcript.columns.withText(index) { bytes in
      guard let from = UTF8Scan.utf8Offset(ofScalar: scalars.lowerBound, in: bytes),
        let to = UTF8Scan.utf8Offset(ofScalar: scalars.upperBound, in: bytes)
      else { return nil }
      return String(decoding: bytes[from..<to], as: UTF8.self)
    }
  }

  /// Where a mark stands in the text, in Unicode scalars.
  public func scalarRange(of mark: Mark) -> Range<Int> {
    transcript.columns.withText(index) { bytes in
      let upTo = { (offset: Int) in
        UTF8Scan.scalarCount(UnsafeBufferPointer(rebasing: bytes[..<offset]))
      }
      return upTo(mark.range.lowerBound)..<upTo(mark.range.upperBound)
    }
  }

  /// The marks with their places in Unicode scalars, in one pass over the text.
  package var placedMarks: [(mark: Mark, scalars: Range<Int>)] {
    let marks = marks
    guard !marks.isEmpty else { return [] }
    return transcript.columns.withText(index) { bytes in
      var scalars = [0]
      scalars.reserveCapacity(bytes.count + 1)
      var count = 0
      for byte in bytes {
        if byte & 0xC0 != 0x80 { count += 1 }
        scalars.append(count)
      }
      return marks.map { ($0, scalars[$0.range.lowerBound]..<scalars[$0.range.upperBound]) }
    }
  }

  private func seconds(_ point: UInt32) -> Double? {
    point == UtteranceColumns.noPoint ? nil : transcript.timeline.seconds(Int(point))
  }
}

/// The utterances of a transcript in order.
public struct Utterances: RandomAccessCollection, Sendable {
  let transcript: Transcript

  public var startIndex: Int { 0 }
  public var endIndex: Int { transcript.columns.count }
  public subscript(index: Int) -> Utterance {
    precondition(indices.contains(index))
    return Utterance(transcript: transcript, index: index)
  }
}

extension Transcript {
  /// The utterances in the order of the file.
  public var utterances: Utterances { Utterances(transcript: self) }
}
