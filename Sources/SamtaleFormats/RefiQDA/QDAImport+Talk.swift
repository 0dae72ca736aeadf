import Samtale

// Texts become transcripts.
extension QDAImport {
  /// Makes a transcript of each text.
  /// - Parameter attributes: What cases say of people, by text and label.
  /// - Returns: What is worth saying of them.
  mutating func assemble(attributes: [Int: [String: (inout Participant) -> Void]]) -> [Diagnostic] {
    var options = options
    options.format = .qdaProject
    let names = namesOfCases
    var diagnostics: [Diagnostic] = []
    var taken = UniqueNames()
    report.guesses = []
    report.labels = []
    reading.documents = []
    var done = 0
    progress.begin(0.6, of: texts.reduce(0) { $0 + $1.text.source.bytes.count })
    for i in texts.indices {
      let id = name(of: i, &taken)
      var own = options
      let size = texts[i].text.source.bytes.count
      own.progress = progress.within(done..<(done + size))
      done += size
      let labels = texts[i].text.possibleLabels.filter(names.contains)
      own.speakers.declare(labels, ids: holdsOurs ? identifiers(in: texts[i].source) : [:])
      let (result, keepsPoints) = assembled(i, id, own, attributes[i] ?? [:])
      texts[i].keepsPoints = keepsPoints
      diagnostics += result.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.what = "“\(texts[i].source.name)”: " + diagnostic.what
        return diagnostic
      }
      for guess in result.report.guesses { add(guess) }
      report.labels += result.report.labels
      texts[i].transcript = result.transcript
      guard let transcript = result.transcript else { continue }
      texts[i].map = QDATextMap(texts[i].text, transcript)
      texts[i].document = reading.documents.count
      reading.documents.append(StudyTEI.Document(transcript: transcript))
    }
    let unaligned = texts.reduce(0) { $0 + ($1.map?.unaligned.count ?? 0) }
    if unaligned > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, .textPositions, file: file,
          "\(unaligned) utterances could not be aligned with their text; codings of parts of them "
            + "stand at the whole utterance", do: "look at them"))
    }
    return diagnostics
  }

  /// Adds what was assumed in one text to what was assumed in others.
  private mutating func add(_ guess: ImportGuess) {
    if let known = report.guesses.firstIndex(where: { $0.kind == guess.kind }) {
      report.guesses[known].count += guess.count
      report.guesses[known].line = nil
    } else {
      report.guesses.append(guess)
    }
  }

  /// What cases are called, and the labels that they state.
  private var namesOfCases: Swift.Set<String> {
    var names: Swift.Set<String> = []
    for item in project.cases {
      names.insert(item.name)
      for value in item.values where project.variables[value.variable] == QDAVariable.label {
        names.formUnion(value.text.split(separator: ";").map { String($0).trimmed })
      }
    }
    names.remove("")
    return names
  }

  /// The identifiers of the people in a source that Samtale wrote, by their labels; labels that
  /// stand for several people are left out.
  private func identifiers(in source: QDAProject.Source) -> [String: String] {
    var people: [String: Swift.Set<String>] = [:]
    for index in casesBySource[source.id] ?? [] {
      let item = project.cases[index]
      let facts = item.values.map { (project.variables[$0.variable] ?? "", $0.text) }
      guard let id = facts.first(where: { $0.0 == QDAVariable.identifier })?.1 else { continue }
      for (name, labels) in facts where name == QDAVariable.label {
        for label in labels.split(separator: ";") {
          people[String(label).trimmed, default: []].insert(id)
        }
      }
    }
    return people.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func assembled(
    _ i: Int, _ id: String, _ options: ImportOptions,
    _ attributes: [String: (inout Participant) -> Void]
  ) -> (result: ImportResult, keepsPoints: Bool) {
    let text = texts[i]
    var assembly = TalkAssembly(
      text.text.source, file: file, id: id, format: .qdaProject, options)
    assembly.builder.header.title = text.source.name
    assembly.builder.header.remarks = [QDASourceRemark.source.text(text.source.id)]
    if let recording = text.source.recording {
      let media = QDARecording.Path(read: recording.path).media
      if !media.isEmpty { assembly.builder.header.media = media }
      assembly.builder.header.remarks.append(QDASourceRemark.recording.text(recording.id))
    }
    for (name, value) in facts(of: text.source) {
      switch name {
      case QDAVariable.meetingNumber: assembly.builder.number = value
      case QDAVariable.date: assembly.builder.header.date = value
      case QDAVariable.title: assembly.builder.header.title = value
      case QDAVariable.length: assembly.builder.header.recordingSeconds = Double(value)
      case QDAVariable.language: if options.language == nil { assembly.setLanguage(value) }
      default: break
      }
    }
    if !attributes.isEmpty {
      // In the order in which they speak.
      assembly.people = (text.transcript?.participants ?? []).compactMap(\.label).map { label in
        (label, attributes[label] ?? { _ in })
      }
    }
    assembly.lineTimes = text.times
    let paragraphs = text.text.paragraphs
    let known = Swift.Set(options.speakers.entries.map(\.label))
    let parts =
      holdsOurs ? QDARenderedText.parts(paragraphs, labels: known, points: text.points) : nil
    if let parts {
      for part in parts { assembly.add(part.part) }
      for part in parts { assembly.accounted[.names] += part.label }
    } else {
      assembly.readParagraphs(paragraphs)
    }
    return (assembly.result(), parts != nil)
  }

  /// The variables of a source as names and values.
  func facts(of source: QDAProject.Source) -> [(name: String, value: String)] {
    source.values.map { (project.variables[$0.variable] ?? $0.variable.short, $0.text) }
  }

  /// A name for the transcript of a source: that of the source without its extension.
  private func name(of i: Int, _ taken: inout UniqueNames) -> String {
    let source = texts[i].source
    var stem = source.name
    for ending in [".txt", ".docx", ".doc", ".rtf", ".odt", ".pdf"]
    where stem.lowercased().hasSuffix(ending) {
      stem = String(stem.dropLast(ending.count))
    }
    if stem.isEmpty { stem = "source-\(source.id.short)" }
    return taken.name(stem, ignoresCase: true)
  }
}

/// How a transcript remembers the source and the recording from which it came, so that an export
/// gives their GUIDs back.
enum QDASourceRemark: String {
  case source = "Source of a REFI-QDA project: "
  case recording = "Recording of a REFI-QDA project: "

  func text(_ id: Identifier) -> String { rawValue + id.description + "." }

  /// The GUID that a transcript's remarks hold.
  func guid(of transcript: Transcript) -> Identifier? {
    for element in transcript.header.encoding.flatMap(\.elements) {
      let text = element.text.trimmed
      if text.hasPrefix(rawValue) {
        return Identifier(String(text.dropFirst(rawValue.count).dropLast()))
      }
    }
    return nil
  }
}

/// Names of the variables under which Samtale writes facts, and reads them again.
enum QDAVariable {
  static let meetingNumber = "Meeting number"
  static let date = "Date"
  static let title = "Title"
  static let language = "Language"
  static let length = "Length of recording (seconds)"
  static let role = "Role"
  static let team = "Team"
  static let name = "Name"
  /// What the text prints before the words of a person.
  static let label = "Label"

  static let ofSources: Swift.Set = [meetingNumber, date, title, language, length]

  /// A number in digits, whole ones without a point.
  static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }

  /// The identifier of a person in the transcripts.
  static let identifier = "Identifier"

  /// Several values of one variable are set apart by this.
  static let separator = "; "

  /// Adds a fact to a participant.
  static func add(_ name: String, _ value: String, to participant: inout Participant) {
    switch name.lowercased() {
    case "role", "rolle", "roles":
      participant.roles = value.split(separator: ";").map { String($0).trimmed }
    case "team", "teams":
      participant.memberships = value.split(separator: ";").map { .init(team: String($0).trimmed) }
    case label.lowercased(), identifier.lowercased(): break
    case "name", "navn": participant.attributes.append(.init(.name, text: value))
    default: participant.attributes.append(attribute(name, value))
    }
  }

  private static func attribute(_ name: String, _ value: String) -> Participant.Attribute {
    let kind = Participant.Attribute.Kind(rawValue: name.lowercased())
    if let kind, ![.name, .state, .trait].contains(kind) { return .init(kind, text: value) }
    return .init(.trait, type: sort(name), text: value)
  }

  /// The name of a variable as one word.
  private static func sort(_ name: String) -> String {
    var word = ""
    for scalar in name.unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain || "._-".unicodeScalars.contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty, !word.hasSuffix("-") {
        word += "-"
      }
    }
    return word.isEmpty ? "fact" : word
  }

  /// The name under which an attribute is written.
  static func title(of attribute: Participant.Attribute) -> String {
    switch attribute.kind {
    case .name: name
    case .trait, .state: attribute.type ?? attribute.kind.rawValue
    default: attribute.kind.rawValue
    }
  }
}
