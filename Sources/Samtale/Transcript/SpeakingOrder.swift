extension Transcript {
  /// Indices of the utterances in the order in which they were spoken: by their start if all have
  /// one, else as they stand in the file.
  ///
  /// Files that give each speaker's utterances together, or overlapping speech after what it
  /// overlaps, are so read in the order of the meeting.
  public var speakingOrder: [Int] {
    let order = Array(0..<columns.count)
    guard !isInStartOrder else { return order }
    let times = timeline.microseconds
    return order.sorted { a, b in
      let (start, other) = (times[Int(columns.starts[a])], times[Int(columns.starts[b])])
      return (start, a) < (other, b)
    }
  }

  /// Whether each utterance starts no earlier than the one before it, or some have no start.
  var isInStartOrder: Bool {
    var last = Int64.min
    var isOrdered = true
    for start in columns.starts {
      guard start != UtteranceColumns.noPoint,
        timeline.microseconds[Int(start)] != Timeline.unknown
      else { return true }
      if timeline.microseconds[Int(start)] < last { isOrdered = false }
      last = max(last, timeline.microseconds[Int(start)])
    }
    return isOrdered
  }
}
