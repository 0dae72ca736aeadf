/// A drawing in a Word document: PNG for all, and SVG for those that know it.
struct WordPicture {
  let number: Int
  let png: [UInt8]
  let svg: [UInt8]
  private let alternative: String
  private let width: Double
  private let height: Double

  init(_ picture: Document.Picture, png: [UInt8], number: Int) {
    self.number = number
    self.png = png
    svg = Array(picture.svg.utf8)
    alternative = picture.alternative
    // No wider and higher than the text of a page, in millimetres.
    let scale = min(1, 160 / max(1, picture.width), 220 / max(1, picture.height))
    width = max(1, picture.width) * scale
    height = max(1, picture.height) * scale
  }

  var pngName: String { "media/figure\(number).png" }
  var svgName: String { "media/figure\(number).svg" }
  var pngRelation: String { "rIdFigure\(number)" }
  var svgRelation: String { "rIdDrawing\(number)" }

  /// The run that shows it. Lengths are in English Metric Units, 36,000 a millimetre.
  var run: String {
    let size = "cx=\"\(Int(width * 36_000))\" cy=\"\(Int(height * 36_000))\""
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    let blip =
      "<a:blip r:embed=\"\(pngRelation)\"><a:extLst>"
      + "<a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
      + "r:embed=\"\(svgRelation)\"/></a:ext></a:extLst></a:blip>"
    let described =
      "id=\"\(number)\" name=\"figure\(number)\" descr=\"\(MarkupText.escaped(alternative))\""
    return WordXML.run(
      content: "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
        + "<wp:extent \(size)/><wp:docPr \(described)/><wp:cNvGraphicFramePr>"
        + "<a:graphicFrameLocks xmlns:a=\"\(main)\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
        + "<a:graphic xmlns:a=\"\(main)\"><a:graphicData uri=\"\(picture)\">"
        + "<pic:pic xmlns:pic=\"\(picture)\"><pic:nvPicPr><pic:cNvPr \(described)/><pic:cNvPicPr/>"
        + "</pic:nvPicPr><pic:blipFill>\(blip)<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(size)/></a:xfrm>"
        + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        + "</a:graphicData></a:graphic></wp:inline></w:drawing>")
  }
}
