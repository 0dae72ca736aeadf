extension String {
  /// The text with some scalars replaced; `nil` keeps a scalar as it is.
  ///
  /// For escaping. Formats are defined over scalars: a sign followed by a combining mark is another
  /// `Character`, but must still be escaped.
  func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        result += text
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
