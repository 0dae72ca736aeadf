import Samtale

/// A text with headings, excerpts, tables and figures, before a format is chosen.
///
/// ```swift
/// var document = Document(title: "Results")
/// document.blocks = [.heading(level: 1, "Results"), .paragraph([.text("Nobody answered.")])]
/// let markdown = try document.rendered(as: .markdown).bytes
/// ```
///
/// Tables and figures are numbered in the order in which they stand, each kind by itself.
public struct Document: Sendable, Hashable {
  /// The title; shown above the text unless empty.
  public var title: String
  /// The language of the text (BCP 47), such as `en` or `nb`.
  public var language: String
  /// The parts, in order.
  public var blocks: [Block]

  public init(title: String, language: String = "en", blocks: [Block] = []) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }
}

extension Document {
  /// One part of a text.
  public indirect enum Block: Sendable, Hashable {
    /// A heading; `level` from 1 (below the title) to 6. `id` is a name to link to.
    case heading(level: Int, [Inline], id: String? = nil)
    case paragraph([Inline])
    /// A block quotation without speaker labels, a paragraph for each element.
    case quotation([[Inline]])
    /// An excerpt of talk, a row for each turn.
    case dialogue(Dialogue)
    case list([[Block]], isOrdered: Bool = false)
    /// A table with its title as caption and its notes below.
    case table(Table)
    case figure(Picture)
    case pageBreak
  }

  /// Running text.
  public indirect enum Inline: Sendable, Hashable, ExpressibleByStringLiteral {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case superscript([Inline])
    case code(String)
    /// A link to an address, or with `#name` to a heading or excerpt of the same document.
    case link([Inline], to: String)
    case footnote([Inline])
    case lineBreak

    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// An excerpt of talk as it is printed: turns with labels, in one column or, with translations,
  /// side by side.
  public struct Dialogue: Sendable, Hashable {
    /// A name to link to.
    public var id: String?
    /// Heads of the columns of text, such as `Original` and `Translation`; empty for one column.
    public var heads: [String]
    public var rows: [Row]
    /// What stands below: where the excerpt comes from.
    public var source: [Inline]

    /// One line of the excerpt.
    public enum Row: Sendable, Hashable {
      case turn(Turn)
      /// A line across all columns, such as `...` where turns are left out.
      case line([Inline])
    }

    /// One printed turn.
    public struct Turn: Sendable, Hashable {
      /// The number of the line in the transcript, where the style prints it.
      public var number: String?
      /// The time, where the style prints it.
      public var time: String?
      /// Who speaks, with its colon; empty where the style prints no labels.
      public var label: [Inline]
      /// The words, one element for each column.
      public var texts: [[Inline]]

      public init(
        number: String? = nil, time: String? = nil, label: [Inline] = [], texts: [[Inline]]
      ) {
        self.number = number
        self.time = time
        self.label = label
        self.texts = texts
      }
    }

    public init(
      id: String? = nil, heads: [String] = [], rows: [Row] = [], source: [Inline] = []
    ) {
      self.id = id
      self.heads = heads
      self.rows = rows
      self.source = source
    }
  }

  /// A drawing with its caption.
  public struct Picture: Sendable, Hashable {
    /// The drawing as an SVG document.
    public var svg: String
    public var caption: [Inline]
    /// What it shows, for those who do not see it.
    public var alternative: String
    /// How wide and high it is, in millimetres.
    public var width: Double
    public var height: Double
    /// The same drawing in other formats, for documents that cannot hold SVG: PNG for `docx`, PDF
    /// for `latex`. Where it is missing, a note stands in its place.
    public var png: [UInt8]?
    public var pdf: [UInt8]?

    public init(
      svg: String, caption: [Inline], alternative: String, width: Double, height: Double,
      png: [UInt8]? = nil, pdf: [UInt8]? = nil
    ) {
      self.svg = svg
      self.caption = caption
      self.alternative = alternative
      self.width = width
      self.height = height
      self.png = png
      self.pdf = pdf
    }
  }
}
