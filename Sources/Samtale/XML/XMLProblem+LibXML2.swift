import CLibXML2

// Unsafe pointers: messages of libxml2 are read and copied.

extension XMLProblem {
  static func tidy(_ message: UnsafePointer<CChar>?) -> String {
    var text = message.map { String(cString: $0) } ?? "unknown error"
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// A fatal error of libxml2 in our words, with what to do.
  init(libxmlCode code: CInt, line: Int, column: Int, message: String, isInsideRoot: Bool) {
    severity = .error
    position = XMLPosition(line: max(1, line), column: max(1, column))
    what = message
    switch UInt32(bitPattern: code) {
    case XML_ERR_DOCUMENT_EMPTY.rawValue:
      self.code = .malformed
      what = "this is not an XML document"
      remedy =
        "samtale reads TEI files here; Word, text and other files become TEI with: samtale import -o FOLDER FILE"
    case XML_ERR_DOCUMENT_END.rawValue where !isInsideRoot:
      self.code = .malformed
      remedy = "a document has one root element; remove what follows it"
    case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue,
      XML_ERR_GT_REQUIRED.rawValue, XML_ERR_LTSLASH_REQUIRED.rawValue,
      XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue, XML_ERR_COMMENT_NOT_FINISHED.rawValue,
      XML_ERR_CDATA_NOT_FINISHED.rawValue, XML_ERR_PI_NOT_FINISHED.rawValue:
      self.code = .truncated
      what = "the document breaks off in the middle (\(message))"
      remedy = "the file seems cut off here or lacks an end tag; compare it with the original"
    case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_ENCODING.rawValue,
      XML_ERR_UNKNOWN_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue,
      XML_I18N_CONV_FAILED.rawValue, XML_I18N_NO_HANDLER.rawValue:
      self.code = .encoding
      remedy = "save the file as UTF-8, or declare its real encoding in the first line"
    case XML_ERR_UNDECLARED_ENTITY.rawValue:
      self.code = .undeclaredEntity
      remedy = "write the character itself, or a numeric reference such as &#233;"
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
      self.code = .malformed
      remedy = "close the elements in the order in which they were opened"
    default:
      self.code = .malformed
      remedy = "mend the XML at this place"
    }
  }
}
