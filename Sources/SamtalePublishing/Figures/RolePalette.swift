import Samtale

/// One colour for each role, the same in all figures of a corpus.
///
/// The colours are those of Okabe & Ito (2008), which colour-blind readers tell apart, in an order
/// that keeps the first roles apart in grey too. Areas also get a pattern. Further roles are grey and
/// told apart by pattern and label.
public struct RolePalette: Hashable, Sendable {
  /// Codes of roles, in the order in which the corpus declares them.
  public let roles: [String]

  /// - Parameter roles: Codes of roles in their order; repeated ones count once.
  public init(roles: [String]) {
    var seen: Set<String> = []
    self.roles = roles.filter { seen.insert($0).inserted }
  }

  /// The roles that transcripts declare, then those that only participants have or that are only
  /// said at utterances.
  public init(_ transcripts: [Transcript]) {
    let declared = transcripts.flatMap(\.roles).map(\.code)
    let held = transcripts.flatMap { SpeakerSequence($0, unit: .role).parties }
    self.init(roles: declared + held.filter { $0 != "no role" })
  }

  /// The same roles, then others that are not yet among them.
  func adding(_ others: some Sequence<String>) -> RolePalette {
    RolePalette(roles: roles + others)
  }

  /// `#RRGGBB` of a role; grey for none and for unknown ones.
  public func colour(of role: String?) -> String { look(of: role).colour }

  static let colours = [
    "#0072B2", "#E69F00", "#009E73", "#F0E442", "#D55E00", "#56B4E9", "#CC79A7", "#000000",
  ]
  private static let greys = ["#8C8C8C", "#BEBEBE", "#6A6A6A", "#D9D9D9"]
  private static let hatches: [Drawing.Hatch.Kind?] = [
    nil, .rising, .dots, .level, .falling, .crossed, .upright, .checks,
  ]

  /// How a role is drawn.
  struct Look: Hashable {
    var colour: String
    var hatch: Drawing.Hatch?
    /// `role-0` …
    var name: String
    /// Colour of words on it.
    var text: String
    /// Colour of its outline where it stands on white; a light colour needs a darker one.
    var edge: String
  }

  func look(of role: String?) -> Look {
    guard let role, let index = roles.firstIndex(of: role) else {
      return Look(
        colour: "#E8E8E8", hatch: nil, name: "role-more", text: "#000000", edge: "#8C8C8C")
    }
    if index < Self.colours.count {
      let isDark = [0, 2, 4, 7].contains(index)
      return Look(
        colour: Self.colours[index], hatch: hatch(index, isDark: isDark), name: "role-\(index)",
        text: isDark ? "#FFFFFF" : "#000000",
        edge: index == 3 ? "#8F8600" : Self.colours[index])
    }
    let rest = index - Self.colours.count
    let isDark = rest % 4 == 2
    return Look(
      colour: Self.greys[rest % 4], hatch: hatch((rest + 1 + rest / 4) % 8, isDark: isDark),
      name: "role-more", text: isDark ? "#FFFFFF" : "#000000",
      edge: ["#8C8C8C", "#6A6A6A", "#6A6A6A", "#8C8C8C"][rest % 4])
  }

  private func hatch(_ index: Int, isDark: Bool) -> Drawing.Hatch? {
    Self.hatches[index].map { .init(kind: $0, colour: isDark ? "#FFFFFF" : "#000000") }
  }
}
