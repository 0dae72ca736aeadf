import Samtale

/// An ELAN file on its way into bytes.
struct ElanFile {
  /// Who is named as the author of files that are written here.
  static let author = "Samtale"

  var plan: ElanPlan
  private let transcript: Transcript
  let content: TierContent
  var xml = XMLWriter()
  private var lastAnnotation = 0
  private(set) var itemIDs: [Int: String] = [:]
  private var types: [(id: String, constraint: String?)] = []
  private var languages: [String] = []
  /// The number of each slot in the order of the time line, from 1.
  private(set) var slotNumbers: [Int] = []

  init(_ transcript: Transcript, _ plan: ElanPlan, _ content: TierContent) {
    self.transcript = transcript
    self.plan = plan
    self.content = content
    slotNumbers = Array(repeating: 0, count: plan.slots.count)
    for (n, slot) in slotOrder.enumerated() { slotNumbers[slot] = n + 1 }
  }

  private var slotOrder: [Int] {
    let slots = plan.slots
    return slots.indices.sorted {
      (slots[$0].time, slots[$0].order, $0) < (slots[$1].time, slots[$1].order, $1)
    }
  }

  mutating func written() -> [UInt8] {
    let day = transcript.date.flatMap { $0.utf8.count == 10 ? $0 : nil } ?? "1970-01-01"
    xml.open(
      "ANNOTATION_DOCUMENT",
      [
        ("AUTHOR", Self.author), ("DATE", day + "T00:00:00+00:00"), ("FORMAT", "3.0"),
        ("VERSION", "3.0"), ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:noNamespaceSchemaLocation", "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"),
      ])
    writeHead()
    writeSlots()
    for i in plan.tiers.indices { writeTier(plan.tiers[i]) }
    writeTypes()
    for language in languages {
      xml.line("LANGUAGE", [("LANG_ID", language), ("LANG_LABEL", language)])
    }
    for (stereotype, description) in Self.constraints {
      xml.line("CONSTRAINT", [("DESCRIPTION", description), ("STEREOTYPE", stereotype)])
    }
    xml.close("ANNOTATION_DOCUMENT")
    return xml.bytes
  }

  // MARK: Head

  private mutating func writeHead() {
    xml.open("HEADER", [("MEDIA_FILE", ""), ("TIME_UNITS", "milliseconds")])
    for url in transcript.header.media {
      let isRelative = !url.contains(":") && !url.hasPrefix("/")
      xml.line(
        "MEDIA_DESCRIPTOR",
        [
          ("MEDIA_URL", url), ("MIME_TYPE", Self.mediaType(url)),
          ("RELATIVE_MEDIA_URL", isRelative ? url : nil),
        ])
    }
    let properties: [(String, String?)] = [
      (ElanProperty.title, transcript.header.title), (ElanProperty.date, transcript.date),
      (ElanProperty.number, transcript.number), (ElanProperty.language, transcript.language),
      (ElanProperty.seconds, transcript.header.recordingSeconds.map { "\($0)" }),
      ("lastUsedAnnotationId", "\(annotationCount)"),
    ]
    for (name, value) in properties {
      if let value { xml.line("PROPERTY", [("NAME", name)], text: value) }
    }
    xml.close("HEADER")
  }

  private var annotationCount: Int {
    let extras = content.extras.reduce(0) { sum, extra in
      sum + extra.layers.count + extra.translations.count + extra.events.count
    }
    return extras + plan.tiers.reduce(0) { $0 + $1.entries.count }
  }

  private static func mediaType(_ url: String) -> String {
    switch url.lowercased().split(separator: ".").last {
    case "wav": "audio/x-wav"
    case "mp3": "audio/mpeg"
    case "mp4", "m4v": "video/mp4"
    case "mpg", "mpeg": "video/mpeg"
    case "mov": "video/quicktime"
    default: "unknown"
    }
  }

  private mutating func writeSlots() {
    xml.open("TIME_ORDER")
    for (n, slot) in slotOrder.enumerated() {
      xml.line(
        "TIME_SLOT",
        [("TIME_SLOT_ID", "ts\(n + 1)"), ("TIME_VALUE", "\(plan.slots[slot].time)")])
    }
    xml.close("TIME_ORDER")
  }

  // MARK: Tiers

  private mutating func writeTier(_ tier: ElanPlan.Tier) {
    let isTalk = ElanType.talk(tier.type) != nil
    openTier(
      tier.id, tier.participant, type: tier.type, language: isTalk ? transcript.language : nil)
    for entry in tier.entries {
      let id = nextID()
      if let item = entry.item { itemIDs[item] = id }
      openAnnotation(
        "ALIGNABLE_ANNOTATION",
        [
          ("ANNOTATION_ID", id), ("LANG_REF", used(entry.language)),
          ("TIME_SLOT_REF1", "ts\(slotNumbers[entry.start])"),
          ("TIME_SLOT_REF2", "ts\(slotNumbers[entry.end])"),
        ], entry.text)
    }
    xml.close("TIER")
    if isTalk { writeExtras(tier) }
  }

  mutating func openTier(
    _ id: String, _ participant: String?, type: String, constraint: String? = nil,
    parent: String? = nil, language: String?
  ) {
    if !types.contains(where: { $0.id == type }) { types.append((type, constraint)) }
    xml.open(
      "TIER",
      [
        ("LANG_REF", used(language)), ("LINGUISTIC_TYPE_REF", type), ("PARENT_REF", parent),
        ("PARTICIPANT", participant), ("TIER_ID", id),
      ])
  }

  mutating func openAnnotation(
    _ name: String, _ attributes: XMLWriter.Attributes, _ text: String
  ) {
    xml.open("ANNOTATION")
    xml.open(name, attributes)
    xml.line("ANNOTATION_VALUE", text: text)
    xml.close(name)
    xml.close("ANNOTATION")
  }

  mutating func nextID() -> String {
    lastAnnotation += 1
    return "a\(lastAnnotation)"
  }

  private mutating func used(_ language: String?) -> String? {
    if let language, !languages.contains(language) { languages.append(language) }
    return language
  }

  // MARK: Types

  private mutating func writeTypes() {
    for (id, constraint) in types {
      xml.line(
        "LINGUISTIC_TYPE",
        [
          ("CONSTRAINTS", constraint), ("GRAPHIC_REFERENCES", "false"), ("LINGUISTIC_TYPE_ID", id),
          (
            "TIME_ALIGNABLE",
            constraint == nil || constraint == Self.included ? "true" : "false"
          ),
        ])
    }
  }

  /// The constraint of tiers whose annotations have times inside those of the one above.
  static let included = "Included_In"

  private static let constraints = [
    (
      "Time_Subdivision",
      "Time subdivision of parent annotation's time interval, no time gaps allowed within this "
        + "interval"
    ),
    (
      "Symbolic_Subdivision",
      "Symbolic subdivision of a parent annotation. Annotations refering to the same parent are "
        + "ordered"
    ),
    ("Symbolic_Association", "1-1 association with a parent annotation"),
    (
      included,
      "Time alignable annotations within the parent annotation's time interval, gaps are allowed"
    ),
  ]
}
