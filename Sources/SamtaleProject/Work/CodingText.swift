import Samtale

/// The canonical text of codings and of the events that make them, written without a dictionary for
/// each: exactly what ``Event/value`` gives.
struct CodingText {
  private let actor: [UInt8]
  private let at: [UInt8]
  private let phase: [UInt8]
  private let reason: [UInt8]
  private let coder: Identifier

  init(_ signature: StudyEditor<ProjectState>.Signature, reason: String?) {
    coder = signature.actor
    actor = Array("{\"actor\":\"\(signature.actor)\",\"after\":".utf8)
    at = Array(",\"at\":\"\(signature.at)\",\"id\":\"".utf8)
    phase = signature.phase.map { Array(",\"phase\":\"\($0.rawValue)\"".utf8) } ?? []
    self.reason = reason.map { Array(",\"reason\":".utf8) + Value.text($0).json } ?? []
  }

  /// The fields of a coding, which stand in its row.
  func fields(_ coding: NewCoding) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    bytes.append(contentsOf: "{\"anchor\":".utf8)
    coding.anchor.value.write(to: &bytes)
    bytes.append(contentsOf: ",\"code\":\"".utf8)
    coding.code.write(to: &bytes)
    bytes.append(contentsOf: "\",\"coder\":\"".utf8)
    (coding.coder ?? coder).write(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    if let note = coding.note {
      bytes.append(contentsOf: ",\"note\":".utf8)
      Value.text(note).write(to: &bytes)
    }
    if let round = coding.round {
      bytes.append(contentsOf: ",\"round\":\"".utf8)
      round.write(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The event that makes a coding of such fields.
  func event(
    _ fields: [UInt8], id: Identifier, object: Identifier, step: Identifier, lamport: Int
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.count + 384)
    bytes.append(contentsOf: actor)
    bytes.append(contentsOf: fields)
    bytes.append(contentsOf: at)
    id.write(to: &bytes)
    bytes.append(contentsOf: "\",\"kind\":\"coding\",\"lamport\":".utf8)
    bytes.append(contentsOf: String(lamport).utf8)
    bytes.append(contentsOf: ",\"object\":\"".utf8)
    object.write(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: phase)
    bytes.append(contentsOf: reason)
    bytes.append(contentsOf: ",\"step\":\"".utf8)
    step.write(to: &bytes)
    bytes.append(contentsOf: "\",\"verb\":\"apply\"}".utf8)
    return bytes
  }
}
