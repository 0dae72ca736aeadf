import Samtale
import SamtalePublishing
import Testing

/// Invented meetings for figures.
enum FigureSamples {
  /// A meeting of so many people in as many roles as `roles`, with a topic for every sixth of the
  /// utterances, one inside another, a cut, and overlaps where there are times.
  static func meeting(
    _ people: Int, roles: Int, utterances: Int = 150, hasTimes: Bool = true, longNames: Bool = false
  ) throws -> Transcript {
    var random = RandomGenerator(seed: UInt64(people))
    var (time, points, body) = (0.0, "", "")
    for index in 1...utterances {
      let speaker = min(
        Int.random(in: 0..<people, using: &random), Int.random(in: 0..<people, using: &random))
      let words = [1, 2, 5, 12, 30][Int.random(in: 0..<5, using: &random)]
      let start = max(0, time - (index % 9 == 0 ? 0.8 : 0))
      time = start + Double(words) * 0.4 + 0.3
      points += point(2 * index - 1, start) + point(2 * index, time)
      let times = hasTimes ? ##" start="#T\##(2 * index - 1)" end="#T\##(2 * index)""## : ""
      let text = Array(repeating: "word", count: words).joined(separator: " ")
      body += ##"<u xml:id="u\##(index)" who="#p\##(speaker)"\##(times)>\##(text).</u>"##
      if index == utterances / 2 { body += #"<gap reason="cut"/>"# }
    }
    let line =
      hasTimes
      ? ##"<timeline unit="s" origin="#T0"><when xml:id="T0"/>\##(points)</timeline>"## : ""
    return try read(
      head(people, roles, longNames) + topics(utterances) + "<text>\(line)<body>\(body)</body>"
        + "</text></TEI>")
  }

  private static func point(_ number: Int, _ seconds: Double) -> String {
    ##"<when xml:id="T\##(number)" interval="\##(Decimals.fixed(seconds, 2))" since="#T0"/>"##
  }

  private static func head(_ people: Int, _ roles: Int, _ longNames: Bool) -> String {
    let categories = (0..<roles).map {
      #"<category xml:id="R\#($0 + 1)"><catDesc>role \#($0 + 1)</catDesc></category>"#
    }
    let persons = (0..<people).map { index in
      let label =
        longNames ? "Maria Theresia Fernanda \(index + 1)" : "R\(index % roles + 1)-\(index)"
      return ##"<person xml:id="p\##(index)" n="\##(label)" role="R\##(index % roles + 1)"/>"##
    }
    return """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="m" xml:lang="en"><teiHeader><fileDesc>\
      <titleStmt><title>m</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>\
      <p/></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy xml:id="roles">\
      \(categories.joined())</taxonomy></classDecl></encodingDesc><profileDesc><particDesc>\
      <listPerson>\(persons.joined())</listPerson></particDesc></profileDesc></teiHeader>
      """
  }

  private static func topics(_ utterances: Int) -> String {
    let names = ["Where the bus goes", "Short", "A Saturday nobody wanted to talk about", "Æ & Œ"]
    var spans = ""
    for (number, first) in stride(from: 1, through: utterances, by: 6).enumerated() {
      let last = min(utterances, first + 5)
      let name = names[number % 4].replacing("&", with: "&amp;")
      spans +=
        ##"<span xml:id="t\##(number)" from="#u\##(first)" to="#u\##(last)">\##(name)</span>"##
    }
    spans += ##"<span xml:id="inner" from="#u8" to="#u9">Inside the second</span>"##
    return #"<standOff><spanGrp type="topics">\#(spans)</spanGrp></standOff>"#
  }

  static func read(_ xml: String) throws -> Transcript {
    try #require(TEI.read(bytes: Array(xml.utf8), named: "m.xml").transcripts.first)
  }

  static func analysis(_ transcript: Transcript) -> TopicAnalysis {
    TopicAnalysis(transcript, library: CueLibrary())
  }

  /// All figures of a meeting.
  static func figures(_ transcript: Transcript, width: Figure.Width) throws -> [Figure] {
    let options = Figure.Options(width: width, palette: RolePalette([transcript]))
    let meeting = analysis(transcript)
    let counts = [MeetingParticipation(transcript, evidence: true)]
    let units: [SpeakerSequence.Unit] = [.role, .speaker]
    let byUnit = units.flatMap { unit in
      [
        Figure.timeline(meeting, by: unit, options: options),
        .topicRiver(meeting, by: unit, options: options),
        .shares(
          Participation(
            counts, by: unit == .role ? [.role] : [.role, .speaker],
            bootstrap: Bootstrap(samples: 100)), options: options),
        .transitions([transcript], by: unit, options: options),
        .network([transcript], by: unit, options: options),
      ]
    }
    return byUnit + [try stripes(transcript, codes: 12, coders: 3, options: options)]
  }

  // MARK: Coded

  /// Stripes of a meeting in which each coder gave each code in two places.
  static func stripes(
    _ transcript: Transcript, codes: Int, coders: Int, options: Figure.Options
  ) throws -> Figure {
    let id = MapSamples.id(1000)
    let version = TranscriptVersion(id: id, version: "v", transcript: transcript)
    var study = Study()
    func add<T: StudyObject>(_ object: T) {
      study.set(object.id, Record(T.kind, object.fields), kind: T.kind)
    }
    add(StudyTranscript(id: id, name: "m", version: "v", file: "m.xml"))
    for coder in 0..<coders {
      add(Researcher(id: MapSamples.id(2000 + coder), name: "Coder \(coder + 1)", initials: "C"))
    }
    for code in 0..<codes {
      let name = code % 3 == 0 ? "A rather long name of a code, the \(code)th" : "Code \(code)"
      add(Code(id: MapSamples.id(3000 + code), name: name))
      for coder in 0..<coders {
        for place in 0..<2 {
          let first = 1 + (code * 7 + coder * 3 + place * 40) % 140
          let anchor = try version.anchor(from: "u\(first)", to: "u\(first + coder)")
          add(
            Coding(
              id: MapSamples.id(4000 + (code * coders + coder) * 2 + place),
              code: MapSamples.id(3000 + code), anchor: anchor,
              coder: MapSamples.id(2000 + coder)))
        }
      }
    }
    return try #require(
      Figure.codeStripes(StudyCorpus(study, versions: [version]), transcript: id, options: options))
  }
}
