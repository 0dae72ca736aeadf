import Samtale

/// An ELAN file as it stands: tiers, annotations, time slots (EAF 2.0 to 3.0).
struct ElanDocument {
  struct Slot {
    /// Milliseconds; `nil` if the file gives no time.
    var time: Int?
  }

  struct Tier {
    var id: String
    var participant: String?
    var parentID: String?
    var type: String
    var language: String?
    var line: Int
  }

  struct Annotation {
    /// Where it hangs: on the time line or on another annotation.
    enum Place {
      case times(start: String, end: String)
      case reference(String, previous: String?)
    }

    var id: String
    var tier: Int
    var place: Place
    var language: String?
    var text = ""
    var line: Int
  }

  struct Medium {
    /// The address as the file gives it, relative where it can be.
    var url: String
    /// Milliseconds of the recording before time 0.
    var origin: Int
  }

  var slots: [Slot] = []
  var slotIndices: [String: Int] = [:]
  var tiers: [Tier] = []
  var annotations: [Annotation] = []
  /// The constraint of each linguistic type that has one.
  var constraints: [String: String] = [:]
  var media: [Medium] = []
  var properties: [String: String] = [:]
  var author = ""
  var saved = ""
  var version: String?
  var problems: [Diagnostic] = []
  /// Time slots whose value is no time, by line.
  var badSlots: [Int] = []
  /// Identifiers that stand twice, with the line of the second.
  var duplicates: [(id: String, line: Int)] = []
  /// Characters that the parser delivered, in text and attributes.
  var delivered = 0
  var hasRoot = false

  /// Reads a file; what is wrong with its XML is in ``problems``.
  init(_ bytes: [UInt8], named file: String, _ progress: ImportProgress) {
    var progress = progress
    var scanner = ElanScanner()
    XMLScan.run(bytes, named: file, &scanner) { progress.tell($0) }
    self = scanner.finished()
  }

  fileprivate init() {}

  /// The constraint of a tier's type; `nil` if it is free.
  func constraint(_ tier: Int) -> String? { constraints[tiers[tier].type] }
}

/// Puts an ``ElanDocument`` together, element by element.
private struct ElanScanner: XMLScanner {
  private var document = ElanDocument()
  private var tier: Int?
  private var annotation: ElanDocument.Annotation?
  private var isValue = false
  private var property: String?
  private var propertyText = ""
  private var annotationIDs: Set<String> = []
  private var tierIDs: Set<String> = []
  /// Milliseconds of one unit of time.
  private var unit = 1.0

  mutating func start(_ tag: XMLTag) {
    for attribute in tag.attributes { document.delivered += attribute.value.unicodeScalars.count }
    switch tag.name {
    case "ANNOTATION_DOCUMENT": readRoot(tag)
    case "HEADER": readUnit(tag["TIME_UNITS"])
    case "MEDIA_DESCRIPTOR": readMedium(tag)
    case "PROPERTY": (property, propertyText) = (tag["NAME"], "")
    case "TIME_SLOT": readSlot(tag)
    case "TIER": readTier(tag)
    case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION": readAnnotation(tag)
    case "ANNOTATION_VALUE": isValue = true
    case "LINGUISTIC_TYPE":
      if let id = tag["LINGUISTIC_TYPE_ID"] { document.constraints[id] = tag["CONSTRAINTS"] }
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "ANNOTATION_VALUE": isValue = false
    case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION": closeAnnotation()
    case "TIER": tier = nil
    case "PROPERTY":
      if let property, document.properties[property] == nil {
        document.properties[property] = propertyText.collapsedSpaces
      }
      property = nil
    default: break
    }
  }

  mutating func text(_ text: String) {
    document.delivered += text.unicodeScalars.count
    if isValue { annotation?.text += text } else if property != nil { propertyText += text }
  }

  mutating func problem(_ diagnostic: Diagnostic) { document.problems.append(diagnostic) }

  /// The document, with an annotation that the file's end cut off.
  func finished() -> ElanDocument {
    var copy = self
    copy.closeAnnotation()
    return copy.document
  }

  private mutating func readRoot(_ tag: XMLTag) {
    document.hasRoot = true
    document.author = tag["AUTHOR"] ?? ""
    document.saved = tag["DATE"] ?? ""
    document.version = tag["VERSION"] ?? tag["FORMAT"]
  }

  /// PAL has 25 frames a second, NTSC 30000/1001.
  private mutating func readUnit(_ name: String?) {
    switch name {
    case "PAL-frames": unit = 40
    case "NTSC-frames": unit = 1001.0 / 30
    default: unit = 1
    }
  }

  private mutating func readMedium(_ tag: XMLTag) {
    let relative = tag["RELATIVE_MEDIA_URL"] ?? ""
    let url = relative.isEmpty ? tag["MEDIA_URL"] ?? "" : relative
    guard !url.isEmpty else { return }
    let origin = tag["TIME_ORIGIN"].flatMap { Int($0) } ?? 0
    document.media.append(.init(url: url, origin: origin))
  }

  private mutating func readSlot(_ tag: XMLTag) {
    var slot = ElanDocument.Slot()
    if let text = tag["TIME_VALUE"] {
      if let value = Double(text), value.isFinite, value >= 0, value * unit < 1e13 {
        slot.time = Int((value * unit).rounded())
      } else {
        document.badSlots.append(tag.line)
      }
    }
    let id = tag["TIME_SLOT_ID"] ?? ""
    if document.slotIndices[id] == nil {
      document.slotIndices[id] = document.slots.count
    } else {
      document.duplicates.append((id, tag.line))
    }
    document.slots.append(slot)
  }

  private mutating func readTier(_ tag: XMLTag) {
    let id = tag["TIER_ID"] ?? ""
    if !tierIDs.insert(id).inserted { document.duplicates.append((id, tag.line)) }
    let value = { (name: String) -> String? in
      tag[name]?.trimmed.isEmpty == false ? tag[name] : nil
    }
    tier = document.tiers.count
    document.tiers.append(
      .init(
        id: id, participant: value("PARTICIPANT")?.collapsedSpaces, parentID: value("PARENT_REF"),
        type: tag["LINGUISTIC_TYPE_REF"] ?? "", language: value("LANG_REF"), line: tag.line))
  }

  private mutating func readAnnotation(_ tag: XMLTag) {
    closeAnnotation()
    if tier == nil {
      // Outside all tiers; kept as one without a name.
      tier = document.tiers.count
      document.tiers.append(.init(id: "", type: "", line: tag.line))
    }
    let id = tag["ANNOTATION_ID"] ?? ""
    if !annotationIDs.insert(id).inserted { document.duplicates.append((id, tag.line)) }
    let place: ElanDocument.Annotation.Place =
      tag.name == "REF_ANNOTATION"
      ? .reference(tag["ANNOTATION_REF"] ?? "", previous: tag["PREVIOUS_ANNOTATION"])
      : .times(start: tag["TIME_SLOT_REF1"] ?? "", end: tag["TIME_SLOT_REF2"] ?? "")
    annotation = .init(
      id: id, tier: tier ?? 0, place: place, language: tag["LANG_REF"], line: tag.line)
  }

  private mutating func closeAnnotation() {
    if let annotation { document.annotations.append(annotation) }
    annotation = nil
    isValue = false
  }
}

extension String {
  /// With runs of white space made one space, and none at the ends.
  var collapsedSpaces: String {
    // Bytes: a space before a combining mark is white space all the same, and the mark stays.
    utf8.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.map(\.string).joined(separator: " ")
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}
