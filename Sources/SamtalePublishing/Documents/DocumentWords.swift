/// The few words that a document adds by itself, in its language: Norwegian, else English.
struct DocumentWords {
  let table: String
  let figure: String
  let notes: String
  let backToText: String
  let missingFigure: String

  init(language: String) {
    switch language.prefix({ $0 != "-" }).lowercased() {
    case "nb", "no", "nn":
      table = "Tabell"
      figure = "Figur"
      notes = "Noter"
      backToText = "Tilbake til teksten"
      missingFigure = "Figuren mangler her: dette formatet trenger den som"
    default:
      table = "Table"
      figure = "Figure"
      notes = "Notes"
      backToText = "Back to the text"
      missingFigure = "The figure is missing here: this format needs it as"
    }
  }

  /// What stands in place of a figure that is not there in the format needed.
  func missing(_ picture: Document.Picture, need format: String) -> String {
    "[\(missingFigure) \(format). \(picture.alternative)]"
  }
}

extension StringProtocol {
  fileprivate func prefix(_ isKept: (Character) -> Bool) -> String { String(prefix(while: isKept)) }
}
