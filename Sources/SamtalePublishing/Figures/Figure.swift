import Samtale

/// A drawing for a journal page, a document or a web page.
///
/// ```swift
/// let figure = Figure.timeline(TopicAnalysis(transcript, library: CueLibrary()))
/// print(figure.svg)
/// ```
///
/// The drawing is SVG 1.1 in black on white; text is set in the reader's sans-serif face and is
/// nowhere smaller than 7 points. The same values give the same bytes everywhere.
///
/// Shapes have class names, by which a page that holds the drawing inline can change its look:
/// `paper` (the ground, a fill), `ink` and `muted` (words and marks, fills), `outline` and `rule`
/// (lines, strokes), `role-0` … `role-7` and `role-more` (what a role says, fills). ``darkStyle``
/// does that for dark pages.
///
/// Shapes that stand for talk name it in `data-turns`: references with spaces between them, each
/// `transcript#utterance`, or `transcript#first..last` for neighbours, both included; `@n` is the
/// n-th utterance (from 1) where it has no identifier of its own. Spaces, `#`, `%` and `..` in
/// identifiers are written `%20`, `%23`, `%25` and `%2E%2E`.
public struct Figure: Sendable, Hashable {
  /// How wide a figure is.
  public enum Width: Int, Sendable, CaseIterable {
    /// One column of a journal page, 85 mm.
    case column = 85
    /// The width of a page, 170 mm.
    case page = 170

    /// In points of 1/72 inch.
    var points: Double { Double(rawValue) * 72 / 25.4 }
  }

  public var title: String
  /// What is drawn, in words, with the main facts: for those who do not see it.
  public var description: String
  public var width: Width
  /// In millimetres.
  public var height: Double
  /// The drawing as an SVG document.
  public var svg: String
  /// How it was counted and what is left out, for the caption.
  public var notes: [String]

  init(_ drawing: Drawing, width: Width, notes: [String]) {
    title = drawing.title
    description = drawing.description
    self.width = width
    height = drawing.height * 25.4 / 72
    svg = drawing.svg
    self.notes = notes
  }

  /// Rules of CSS that turn inline figures to light on dark.
  public static let darkStyle = """
    svg .paper { fill: #181818 }
    svg .ink { fill: #F0F0F0 }
    svg .muted { fill: #B8B8B8 }
    svg .outline { stroke: #C8C8C8 }
    svg .rule { stroke: #505050 }
    svg .role-7 { fill: #FFFFFF }
    """
}

extension Figure {
  /// What all figures have in common.
  public struct Options: Sendable {
    public var width: Width
    /// The colours of roles; give the palette of the whole corpus, so that a role has one colour in
    /// all figures. `nil` makes it from what the figure shows.
    public var palette: RolePalette?
    /// The decimal mark of numbers in the drawing and its description.
    public var decimalMark: DecimalMark

    public init(
      width: Width = .page, palette: RolePalette? = nil, decimalMark: DecimalMark = .point
    ) {
      self.width = width
      self.palette = palette
      self.decimalMark = decimalMark
    }

    /// A number with so many decimals.
    func number(_ value: Double, _ places: Int) -> String {
      let text = Decimals.fixed(value, places)
      return decimalMark == .comma ? text.replacingScalars { $0 == "." ? "," : nil } : text
    }

    /// A share as `23.1 %`.
    func percent(_ share: Double) -> String { number(share * 100, 1) + " %" }
  }
}
