import Foundation
import Samtale
import SamtaleFormats
import Testing

/// Invented meetings into which the identifiers of `planted.tsv` are put: `{17}` in `talk-en.txt`
/// is the identifier with the number 17.
struct PlantedTalk {
  struct Identifier {
    var number: Int
    var text: String
    var kind: IdentifierKind
    var language: String
    /// `unlisted`: on none of the lists of names; `small`: in small letters; `derived`: made from
    /// a name.
    var notes: Set<String>
  }

  /// Where an identifier was put.
  struct Planting {
    var identifier: Identifier
    /// Index of the utterance.
    var utterance: Int
    /// In Unicode scalars of the utterance's text.
    var scalars: Range<Int>
  }

  var transcript: Transcript
  var plantings: [Planting]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func identifiers() throws -> [Int: Identifier] {
    let table = try String(contentsOf: folder.appending(path: "Talk/planted.tsv"), encoding: .utf8)
    var identifiers: [Int: Identifier] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t").map(String.init)
      let number = try #require(Int(fields[0]))
      identifiers[number] = Identifier(
        number: number, text: fields[1], kind: try #require(IdentifierKind(rawValue: fields[2])),
        language: fields[3],
        notes: Set(fields.dropFirst(4).flatMap { $0.split(separator: " ").map(String.init) }))
    }
    return identifiers
  }

  /// - Parameters:
  ///   - language: The language of the talk.
  ///   - part: Empty for the meetings by which the rules were made, `-2` for those that were written
  ///     afterwards.
  ///   - people: Labels with names, for the list of participants.
  /// - Throws: If the files beside this one cannot be read.
  init(language: String, part: String = "", people: [String: String] = [:]) throws {
    let identifiers = try Self.identifiers()
    let file = Self.folder.appending(path: "Talk/talk-\(language)\(part).txt")
    var builder = TranscriptBuilder(id: "planted-\(language)\(part)", language: language)
    plantings = []
    for (i, line) in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .enumerated()
    {
      let colon = try #require(line.firstIndex(of: ":"))
      let label = String(line[..<colon])
      var text = ""
      for (k, part) in line[line.index(colon, offsetBy: 2)...].split(
        omittingEmptySubsequences: false, whereSeparator: { "{}".contains($0) }
      ).enumerated() {
        guard k % 2 == 1 else {
          text += part
          continue
        }
        let identifier = try #require(Int(part).flatMap { identifiers[$0] })
        let start = text.unicodeScalars.count
        text += identifier.text
        plantings.append(
          Planting(
            identifier: identifier, utterance: i, scalars: start..<text.unicodeScalars.count))
      }
      let speaker = builder.participant(labelled: label)
      builder.append(UtteranceDraft(text, speakers: [speaker], line: i + 1))
    }
    for (label, name) in people {
      guard let speaker = builder.index(labelled: label) else { continue }
      builder.amend(speaker) { $0.attributes.append(.init(.name, text: name)) }
    }
    transcript = builder.transcript()
  }

  /// Meetings that the rules were made with.
  static func known() throws -> [PlantedTalk] {
    try [
      PlantedTalk(language: "en", people: ["EH": "Emily Hartwell", "DM": "Delphine Marsh"]),
      PlantedTalk(language: "nb", people: ["TS": "Torbjørn Skrede", "GB": "Gunnlaug Brattset"]),
      PlantedTalk(language: "nn", people: ["MK": "Målfrid Kvamme", "SO": "Sunnøve Osland"]),
    ]
  }

  /// Meetings that were written when the rules were ready, and not looked at by them before.
  static func heldOut() throws -> [PlantedTalk] {
    try ["en", "nb", "nn"].map { try PlantedTalk(language: $0, part: "-2") }
  }

  /// Meetings full of names that are words too, written when the rules for those were ready.
  static func ambiguous() throws -> [PlantedTalk] {
    try ["en", "nb", "nn"].map { try PlantedTalk(language: $0, part: "-3") }
  }
}
