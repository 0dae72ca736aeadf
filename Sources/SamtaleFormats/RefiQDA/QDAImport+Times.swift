import Samtale

// Times of transcribed recordings.
extension QDAImport {
  /// The times of lines of transcribed recordings, of points in time that stand at their edges.
  mutating func readTimes() {
    for i in texts.indices where !texts[i].source.syncPoints.isEmpty { readTimes(of: i) }
  }

  /// Says how many points in time are left out.
  mutating func reportPoints() {
    let inside = texts.reduce(0) { sum, text in
      text.keepsPoints ? sum : text.points.values.reduce(sum) { $0 + $1.count }
    }
    guard inside > 0 else { return }
    findings.report(
      .note, .notImported, line: nil,
      "\(inside) × point in time inside a line; only those at the edges of lines are kept",
      do: "nothing, if the times of turns are enough")
  }

  private mutating func readTimes(of i: Int) {
    let text = texts[i].text
    let points = texts[i].source.syncPoints.compactMap { point -> (Int, Int)? in
      guard let position = point.position, let time = point.milliseconds else { return nil }
      return (position, time)
    }
    let found = dialect.places(Swift.Set(points.map(\.0)), in: text)
    let timed = points.compactMap { point in
      found[point.0].map { (place: $0.index, time: point.1) }
    }.sorted { $0 < $1 }
    let starts = text.lineStarts
    var line = 0
    var edges = text.edges(ofLine: 0, starts, exact: texts[i].isExact)
    for point in timed {
      if line + 1 < starts.count, starts[line + 1] <= point.place {
        while line + 1 < starts.count, starts[line + 1] <= point.place { line += 1 }
        edges = text.edges(ofLine: line, starts, exact: texts[i].isExact)
      }
      if point.place <= edges.lowerBound {
        texts[i].times[line + 1, default: (nil, nil)].start = point.time
        if !texts[i].isExact, line > 0, texts[i].times[line]?.end == nil {
          texts[i].times[line]?.end = point.time
        }
      } else if point.place >= edges.upperBound {
        texts[i].times[line + 1, default: (nil, nil)].end = point.time
      } else {
        texts[i].points[line + 1, default: []].append(
          .init(offset: point.place - starts[line], milliseconds: point.time))
      }
    }
  }
}
