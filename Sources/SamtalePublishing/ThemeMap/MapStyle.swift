import Samtale

/// How things on a map look: colours of Okabe & Ito (2008), which colour-blind readers tell apart;
/// the kind of edge, the darkness and a word say the same in grey.
struct MapStyle {
  var fill: String
  var stroke: String
  var text = "#000000"
  var strokeWidth = 1.0
  /// SVG `stroke-dasharray`.
  var dashes: String?

  static func of(_ kind: ThemeMap.Node.Kind) -> MapStyle {
    switch kind {
    case .theme(.candidate):
      MapStyle(fill: "#FFFFFF", stroke: "#E69F00", strokeWidth: 1.4, dashes: "4 2")
    case .theme(.developed): MapStyle(fill: "#D4EBF8", stroke: "#56B4E9", strokeWidth: 1.4)
    case .theme(.final): MapStyle(fill: "#0072B2", stroke: "#0072B2", text: "#FFFFFF")
    case .theme(.discarded):
      MapStyle(fill: "#F2F2F2", stroke: "#777777", text: "#444444", dashes: "1 2")
    case .group: MapStyle(fill: "#E0F2EC", stroke: "#009E73", strokeWidth: 1.4, dashes: "7 2")
    case .code: MapStyle(fill: "#FFFFFF", stroke: "#999999", strokeWidth: 0.6)
    }
  }

  static let boundary = MapStyle(
    fill: "none", stroke: "#D55E00", strokeWidth: 1.1, dashes: "3 1.5")
  static let line = MapStyle(fill: "none", stroke: "#333333", strokeWidth: 0.9)

  static func of(_ relation: ThemeMap.Edge.Relation) -> MapStyle {
    relation == .boundary ? boundary : line
  }

  /// The class of a line that a page may restyle; lines with a colour of their own have none.
  var lineClass: String? { stroke == "#333333" ? "outline" : nil }

  var paint: Drawing.Paint {
    Drawing.Paint(
      fill: fill == "none" ? Drawing.Paint.Fill.none : .colour(fill), stroke: stroke,
      strokeWidth: strokeWidth, dashes: dashes)
  }
}
