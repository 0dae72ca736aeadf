/// The elements of WordprocessingML that matter for the text, by their local names, so that both
/// the transitional and the strict namespaces are read.
enum WordElement: UInt8 {
  case other
  case paragraph, paragraphProperties, paragraphStyle, run, runProperties, runStyle
  case bold, italic, smallCaps, vanish
  case text, deletedText, instruction, deletedInstruction
  case tab, positionTab, lineBreak, carriageReturn, noBreakHyphen, symbol
  case row, rowProperties, cell, cellProperties, gridSpan, gridBefore
  case deletion, moveFrom
  case footnote, endnote, comment, footnoteMark, endnoteMark, commentMark
  case field
  case drawing, picture, object, textBox, image, vectorImage, oleObject, chart, diagram
  case alternatives, choice, fallback
  case rubyText, embeddedDocument

  init(_ name: String) { self = Self.names[name] ?? .other }

  private static let names: [String: WordElement] = [
    "p": .paragraph, "pPr": .paragraphProperties, "pStyle": .paragraphStyle, "r": .run,
    "rPr": .runProperties, "rStyle": .runStyle, "b": .bold, "i": .italic, "smallCaps": .smallCaps,
    "vanish": .vanish, "t": .text, "delText": .deletedText, "instrText": .instruction,
    "delInstrText": .deletedInstruction, "tab": .tab, "ptab": .positionTab, "br": .lineBreak,
    "cr": .carriageReturn, "noBreakHyphen": .noBreakHyphen, "sym": .symbol, "tr": .row,
    "trPr": .rowProperties, "tc": .cell, "tcPr": .cellProperties, "gridSpan": .gridSpan,
    "gridBefore": .gridBefore, "del": .deletion, "moveFrom": .moveFrom, "footnote": .footnote,
    "endnote": .endnote, "comment": .comment, "footnoteReference": .footnoteMark,
    "endnoteReference": .endnoteMark, "commentReference": .commentMark, "fldChar": .field,
    "drawing": .drawing, "pict": .picture, "object": .object, "txbxContent": .textBox,
    "blip": .image, "imagedata": .vectorImage, "OLEObject": .oleObject, "chart": .chart,
    "relIds": .diagram, "AlternateContent": .alternatives, "Choice": .choice,
    "Fallback": .fallback, "rt": .rubyText, "altChunk": .embeddedDocument,
    "subDoc": .embeddedDocument,
  ]
}
