import Samtale

extension Table {
  /// Claims about how many something holds for, with what they rest on.
  public static func claims(_ claims: [ClaimEvidence]) -> Table {
    var table = Table(
      title: "Claims and their evidence",
      columns: [
        Column(key: "claim", title: "claim", kind: .text),
        Column(key: "about", title: "about", kind: .text),
        Column(key: "covered", title: "n", kind: .integer),
        Column(key: "total", title: "of N", kind: .integer),
        Column(key: "shown_by", title: "shown by", kind: .text),
        Column(key: "not_covered", title: "not covered", kind: .text),
        Column(key: "look_again", title: "look again", kind: .text),
      ])
    table.rows = claims.map { evidence in
      let unit = evidence.claim.unit.rawValue
      return [
        .text(evidence.claim.text),
        .text(evidence.claim.role.map { "\(unit), \($0)" } ?? unit),
        .integer(evidence.count), .integer(evidence.total),
        .text(
          evidence.covered.map { "\($0.name) (\($0.places.joined(separator: ", ")))" }
            .joined(separator: "; ")),
        .text(evidence.notCovered.map(\.name).joined(separator: ", ")),
        .text((evidence.advice + evidence.unusable).joined(separator: "; ")),
      ]
    }
    table.notes = [
      "N: everybody of the role who speaks in the transcripts, or every team or meeting where "
        + "somebody of the role speaks. How it is worded stays with the author."
    ]
    return table
  }
}
