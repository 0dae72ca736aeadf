/// The file, in the long text form.
extension TextGridDraft {
  var bytes: [UInt8] {
    var lines = ["File type = \"ooTextFile\"", "Object class = \"TextGrid\"", ""]
    lines += ["xmin = 0 ", "xmax = \(Self.seconds(end)) ", "tiers? <exists> "]
    lines += ["size = \(tiers.count) ", "item []: "]
    for (i, tier) in tiers.enumerated() {
      lines.append("    item [\(i + 1)]:")
      write(tier, to: &lines)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func write(_ tier: Tier, to lines: inout [String]) {
    let margin = "        "
    let intervals =
      tier.holdsPoints ? tier.intervals.sorted { $0.start < $1.start } : tiled(tier.intervals)
    let word = tier.holdsPoints ? "points" : "intervals"
    lines.append(margin + "class = \"\(tier.holdsPoints ? "TextTier" : "IntervalTier")\" ")
    lines.append(margin + "name = \(Self.quoted(tier.name)) ")
    lines.append(margin + "xmin = 0 ")
    lines.append(margin + "xmax = \(Self.seconds(end)) ")
    lines.append(margin + "\(word): size = \(intervals.count) ")
    for (i, interval) in intervals.enumerated() {
      lines.append(margin + "\(word) [\(i + 1)]:")
      if tier.holdsPoints {
        lines.append(margin + "    number = \(Self.seconds(interval.start)) ")
        lines.append(margin + "    mark = \(Self.quoted(interval.text)) ")
      } else {
        lines.append(margin + "    xmin = \(Self.seconds(interval.start)) ")
        lines.append(margin + "    xmax = \(Self.seconds(interval.end)) ")
        lines.append(margin + "    text = \(Self.quoted(interval.text)) ")
      }
    }
  }

  /// The intervals with empty ones between them, from the beginning to the end.
  private func tiled(_ intervals: [Interval]) -> [Interval] {
    var tiles: [Interval] = []
    var last = 0
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if interval.start > last {
        tiles.append(Interval(start: last, end: interval.start, text: ""))
      }
      tiles.append(interval)
      last = interval.end
    }
    if last < end { tiles.append(Interval(start: last, end: end, text: "")) }
    return tiles
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = milliseconds % 1000
    guard rest > 0 else { return "\(milliseconds / 1000)" }
    let digits = "\(rest + 1000)".dropFirst()
    let kept = digits.lastIndex { $0 != "0" }.map { digits[...$0] } ?? digits
    return "\(milliseconds / 1000).\(kept)"
  }
}
