import Samtale

extension ThemeMap {
  /// The map in the DOT language of Graphviz, for drawing it in another way:
  /// `dot -Tsvg map.dot` or `fdp -Tsvg map.dot`.
  ///
  /// The same map gives the same bytes everywhere; nodes are numbered in their order.
  public var dot: String {
    let names = Dictionary(
      nodes.enumerated().map { ($0.element.id, "n\($0.offset + 1)") },
      uniquingKeysWith: { first, _ in first })
    let head = [
      "graph \"\(dotEscaped(title.asLabel))\" {",
      "  graph [overlap=false, splines=true, rankdir=LR];",
      "  node [fontname=\"sans-serif\", fontsize=10, shape=box];",
      "  edge [fontname=\"sans-serif\", fontsize=9];",
    ]
    let nodeLines = nodes.enumerated().map { "  n\($0.offset + 1) [\(attributes($0.element))];" }
    let edgeLines = edges.compactMap { edge -> String? in
      guard let from = names[edge.from], let to = names[edge.to] else { return nil }
      return "  \(from) -- \(to) [\(attributes(edge))];"
    }
    return (head + nodeLines + edgeLines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func attributes(_ node: Node) -> String {
    let style = MapStyle.of(node.kind)
    let (caption, form) =
      switch node.kind {
      case .theme(.candidate): ("candidate theme", "rounded,filled,dashed")
      case .theme(.developed): ("developed theme", "rounded,filled")
      case .theme(.final): ("final theme", "rounded,filled")
      case .theme(.discarded): ("discarded theme", "rounded,filled,dotted")
      case .group: ("code group", "filled,dashed")
      case .code: ("", "filled")
      }
    let label = wrapped(node.name) + (caption.isEmpty ? "" : "\\n(\(caption))")
    return "label=\"\(label)\", style=\"\(form)\", fillcolor=\"\(style.fill)\", "
      + "color=\"\(style.stroke)\", fontcolor=\"\(style.text)\""
  }

  private func attributes(_ edge: Edge) -> String {
    let look =
      switch edge.relation {
      case .subtheme: "style=bold, dir=forward, arrowhead=none"
      case .themeCode: "color=\"#999999\""
      case .groupCode: "color=\"#009E73\""
      case .boundary: "color=\"#D55E00\", style=dashed, constraint=false"
      case .map: "color=\"#333333\", constraint=false"
      }
    let label = edge.labels.map(wrapped).filter { !$0.isEmpty }.joined(separator: "\\n")
    return (label.isEmpty ? "" : "label=\"\(label)\", ") + look
  }

  /// Text in lines of at most 28 columns, escaped.
  private func wrapped(_ text: String) -> String {
    WordWrap.lines(text.asLabel, width: 28).map(dotEscaped).joined(separator: "\\n")
  }

  /// Text for a quoted string; a plain `&` would begin an entity.
  private func dotEscaped(_ text: String) -> String {
    text.replacingScalars { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "&": "&amp;"
      default: nil
      }
    }
  }
}
