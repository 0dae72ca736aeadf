enum WordDocument {
  static func bytes(of document: Document, decimalMark: DecimalMark) throws -> [UInt8] { [] }
}
