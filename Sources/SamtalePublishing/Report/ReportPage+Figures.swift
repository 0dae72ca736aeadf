import Samtale

extension ReportPage {
  /// The course of a meeting, person by person, or role by role where there are many people.
  func timeline(_ number: Int) -> [String] {
    guard report.places.turnCount <= Self.mostTurnsDrawn else { return [] }
    let meeting = report.meetings[number]
    let isCrowded = meeting.participation.contributors.count > Self.mostLanes
    let options = Figure.Options(palette: roles)
    let timeline = Figure.timeline(
      meeting.topics, by: isCrowded ? .role : .speaker, options: options)
    return drawing(timeline, name: "timeline-\(number + 1)")
  }

  /// With more turns in all, timelines would make the page slow to open.
  static let mostTurnsDrawn = 12_000

  /// With more people a timeline has lanes for roles.
  private static let mostLanes = 14

  func drawing(_ figure: Figure, name: String, number: Int? = nil) -> [String] {
    let label = number.map { "<b>Figure \($0).</b> " } ?? ""
    let notes = figure.notes.map { "<p>\(MarkupText.escaped($0))</p>" }.joined()
    return [
      "<figure class=\"drawing\">",
      "<div>\(InlineSVG.fragment(figure.svg, prefix: name + "-"))</div>",
      "<figcaption>\(label)\(MarkupText.escaped(figure.title)).</figcaption>",
      "<div class=\"notes\">\(notes)</div>", "</figure>",
    ]
  }

  /// Where codes were given in a meeting, in a study.
  func stripes(_ number: Int) -> [String] {
    guard let study = report.study, report.places.turnCount <= Self.mostTurnsDrawn,
      study.inOrder.indices.contains(number),
      let figure = Figure.codeStripes(study, transcript: study.inOrder[number].id)
    else { return [] }
    return drawing(figure, name: "codes-\(number + 1)")
  }
}

/// Notes that were printed in a section, so that each stands there once.
struct SaidNotes {
  private var places: [String: String] = [:]

  /// The notes that were not yet printed, with a word on where the others stand.
  mutating func unsaid(_ notes: [String], in place: String) -> [String] {
    var kept: [String] = []
    var earlier: [String] = []
    for note in notes {
      if let said = places[note] {
        if !earlier.contains(said) { earlier.append(said) }
      } else {
        places[note] = place
        kept.append(note)
      }
    }
    guard !earlier.isEmpty else { return kept }
    return kept + ["Otherwise as \(earlier.joined(separator: " and "))."]
  }
}
