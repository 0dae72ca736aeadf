import SamtaleArchive

@testable import SamtaleFormats

/// Word documents made for tests.
struct WordFixture {
  var body: String
  var styles = ""
  var footnotes = ""
  var endnotes = ""
  var comments = ""
  var header = ""
  var properties = ""
  /// Where the main part lies, and in which namespace.
  var main = "word/document.xml"
  var isStrict = false

  init(_ body: String) { self.body = body }

  private var namespaces: String {
    let word =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return "xmlns:w=\"\(word)\" xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:o=\"o\""
      + " xmlns:a=\"a\" xmlns:wp=\"wp\" xmlns:m=\"m\" xmlns:r=\"r\""
  }

  private func relation(_ type: String, _ target: String) -> String {
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return "<Relationship Id=\"\(type)\" Type=\"\(base)/\(type)\" Target=\"\(target)\"/>"
  }

  private func relations(_ content: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + content + "</Relationships>"
  }

  var bytes: [UInt8] {
    get throws {
      var writer = ZipWriter()
      let add = { (name: String, xml: String) in
        writer.add(name, Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).utf8))
      }
      add("[Content_Types].xml", "<Types/>")
      add(
        "_rels/.rels",
        relations(
          relation("officeDocument", main)
            + (properties.isEmpty ? "" : relation("core-properties", "docProps/core.xml"))))
      let parts = [
        ("styles", styles), ("footnotes", footnotes), ("endnotes", endnotes),
        ("comments", comments), ("header", header),
      ].filter { !$0.1.isEmpty }
      let name = main.split(separator: "/").last ?? ""
      add(
        "word/_rels/\(name).rels",
        relations(parts.map { relation($0.0, $0.0 + ".xml") }.joined()))
      let roots = ["styles", "footnotes", "endnotes", "comments", "header"]
      for (part, content) in parts {
        let root = part == "header" ? "hdr" : roots.contains(part) ? part : "x"
        add("word/\(part).xml", "<w:\(root) \(namespaces)>\(content)</w:\(root)>")
      }
      if !properties.isEmpty {
        add(
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\" xmlns:dcterms=\"d\">"
            + properties + "</cp:coreProperties>")
      }
      add(main, "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>")
      return try writer.bytes()
    }
  }

  var content: DocumentContent { get throws { WordPackage.read(try ZipReader(bytes)) } }
}

/// A paragraph of one run.
func wordParagraph(_ text: String, style: String? = nil) -> String {
  let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
  return "<w:p>\(style)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}
