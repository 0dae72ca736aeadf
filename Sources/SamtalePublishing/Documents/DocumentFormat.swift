import Samtale

/// The formats in which a ``Document`` can be written.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// Text with line ends, for a terminal.
  case plain
  /// GitHub's Markdown with footnotes, as pandoc reads it too. Figures are files beside it.
  case markdown
  /// One page that needs nothing else; light or dark as the reader's system is.
  case html
  /// A complete document for pdfLaTeX, XeLaTeX or LuaLaTeX. Figures are PDF files beside it.
  case latex
  /// A word processor's document: Office Open XML, ECMA-376.
  case docx

  /// How names of such files end, without the dot.
  public var fileExtension: String {
    switch self {
    case .plain: "txt"
    case .markdown: "md"
    case .html: "html"
    case .latex: "tex"
    case .docx: "docx"
    }
  }

  /// The format of files whose names end so, in letters of either case, without the dot.
  public init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "txt", "text": self = .plain
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "tex", "latex": self = .latex
    case "docx": self = .docx
    default: return nil
    }
  }

  /// Whether a document of this format can be shown in a terminal.
  public var isText: Bool { self != .docx }
}

/// A document in one format: what to write into its file, and files to write beside it.
public struct RenderedDocument: Sendable, Hashable {
  /// A file that the document refers to by its name alone, so it belongs into the same folder.
  public struct Attachment: Sendable, Hashable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The content of the document's file; UTF-8 in all formats but `docx`.
  public var bytes: [UInt8]
  /// Figures of Markdown and LaTeX, in order.
  public var attachments: [Attachment]

  init(_ text: String, attachments: [Attachment] = []) {
    bytes = Array(text.utf8)
    self.attachments = attachments
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    attachments = []
  }
}

extension Document {
  /// The document in a format. The same document always gives the same bytes.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - decimalMark: The decimal mark in tables.
  ///   - width: How wide `plain` may be, in terminal columns, 40 at least; others ignore it.
  ///   - attachmentStem: What names of figures beside the document begin with: `figure-1.svg`.
  ///     Letters, digits, hyphens and underscores of ASCII; other signs become hyphens.
  /// - Returns: The content of the file, and files to write beside it.
  /// - Throws: A description of what the container of `docx` could not be made for, such as memory;
  ///   other formats throw nothing.
  /// - Precondition: Tables have one cell for every column, and their column keys are distinct.
  public func rendered(
    as format: DocumentFormat,
    decimalMark: DecimalMark = .point,
    width: Int = 80,
    attachmentStem: String = "figure"
  ) throws -> RenderedDocument {
    let document = withDistinctIdentifiers
    let stem = LinkTargets.safe(attachmentStem, joint: "-")
    switch format {
    case .plain:
      var writer = PlainDocument(document, decimalMark: decimalMark, width: max(40, width))
      return RenderedDocument(writer.text(of: document))
    case .markdown:
      var writer = MarkdownDocument(document, decimalMark: decimalMark, stem: stem)
      return RenderedDocument(writer.text(of: document), attachments: writer.attachments)
    case .html:
      var writer = HTMLDocument(document, decimalMark: decimalMark)
      return RenderedDocument(writer.text(of: document))
    case .latex:
      var writer = LaTeXDocument(document, decimalMark: decimalMark, stem: stem)
      return RenderedDocument(writer.text(of: document), attachments: writer.attachments)
    case .docx:
      return RenderedDocument(bytes: try WordDocument.bytes(of: document, decimalMark: decimalMark))
    }
  }
}

extension Document {
  /// Tables one after the other, without a title.
  public init(tables: [Table], language: String = "en") {
    self.init(title: "", language: language, blocks: tables.map(Block.table))
  }

  /// What to call the document: its title, else that of its first heading or table.
  var name: String {
    let names =
      [title]
      + blocks.map { block in
        switch block {
        case .heading(_, let text, _): text.plainText
        case .table(let table): table.title
        default: ""
        }
      }
    return names.first { !$0.isEmpty } ?? DocumentWords(language: language).table
  }
}

extension Table {
  /// The table as human readers see it, after checking that it is one.
  func shownInDocument(_ mark: DecimalMark) -> ShownTable {
    checkInvariants()
    return ShownTable(shown(to: .people), decimalMark: mark)
  }
}
