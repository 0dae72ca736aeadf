import Samtale

/// What control words do.
extension RichTextReader {
  // MARK: Destinations

  /// - Returns: Whether the word says where text goes.
  mutating func enterDestination(_ word: String) -> Bool {
    if Self.apart.contains(word) {
      state.destination = .nowhere
      return true
    }
    switch word {
    case "fonttbl": state.destination = .fonts
    case "stylesheet": state.destination = .styles
    case "title": state.destination = .title
    case "creatim": state.destination = .created
    case "fldinst": omit(.instruction)
    case "listtext", "pntext": state.destination = .nowhere
    case _ where Self.headers.contains(word): omit(.headers)
    case "footnote": beginNote("footnote")
    case "ftnalt": collector.setNoteType("endnote")
    case "annotation": beginNote("comment")
    default: return enterObject(word)
    }
    return true
  }

  private static let headers: Set<String> = [
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
  ]

  /// Groups without text of the document.
  private static let apart: Set<String> = [
    "colortbl", "info", "author", "operator", "company", "manager", "category", "keywords",
    "comment", "doccomm", "hlinkbase", "subject", "revtim", "printim", "buptim", "filetbl",
    "objdata", "objclass", "objname", "nonesttables", "xe", "tc", "rxe", "txe",
    "template", "atnauthor", "atnid", "atnref", "atndate", "bkmkstart", "bkmkend", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "background", "mmathPict", "sn",
  ]

  private mutating func omit(_ reason: Omissions.Reason) {
    if state.destination == .body { state.destination = .omitted(reason) }
  }

  /// Objects, shapes and pictures; inside them there may be text of the document.
  private mutating func enterObject(_ word: String) -> Bool {
    switch word {
    case "pict":
      if state.destination != .omitted(.headers), !state.repeatsPicture {
        collector.omissions.pictures += 1
      }
      state.destination = .nowhere
    case "object":
      collector.omissions.objects += 1
      leave()
      state.repeatsPicture = true
    case "upr", "shpinst", "do", "nesttableprops": leave()
    case "nonshppict", "shprslt":
      state.destination = .nowhere
      state.outer = .nowhere
      state.repeatsPicture = true
    case "result", "ud": state.destination = state.outer
    case "shptxt", "dptxbxtext": beginTextBox()
    case "shppict", "shp", "shpgrp", "field", "fldrslt", "moMath": break
    default: return false
    }
    return true
  }

  private mutating func leave() {
    state.outer = state.destination
    state.destination = .nowhere
  }

  private mutating func beginNote(_ type: String) {
    guard state.destination == .body, state.ending == .nothing else { return }
    beginParagraph()
    collector.beginNote(type: type)
    state.ending = .note
    asides += 1
  }

  private mutating func beginTextBox() {
    state.destination = state.outer
    guard state.destination == .body, state.ending == .nothing else { return }
    collector.beginTextBox()
    state.ending = .textBox
    asides += 1
  }

  // MARK: Properties

  /// - Returns: Whether the word sets a property of characters or paragraphs.
  mutating func setProperty(_ word: String, _ value: Int?) -> Bool {
    let isOn = value != 0
    switch word {
    case "b": state.bold = isOn
    case "i": state.italic = isOn
    case "scaps": state.smallCaps = isOn
    case "v": state.isHidden = isOn
    case "deleted", "mvf": state.isDeleted = isOn
    case "plain": state.resetCharacters(font: tables.defaultFont)
    case "uc": state.fallbackLength = min(max(value ?? 1, 0), 64)
    case "f" where state.destination != .fonts: state.font = value ?? 0
    case "pard":
      state.isInTable = false
      state.style = 0
    case "intbl": state.isInTable = isOn
    case "s" where state.destination != .styles: state.style = value ?? 0
    default: return false
    }
    return true
  }

  // MARK: Paragraphs and rows

  /// - Returns: Whether the word ends something: a paragraph, a cell, a row.
  mutating func mark(_ word: String) -> Bool {
    guard Self.marks.contains(word) else { return false }
    // The end of a row of a table inside a cell stands in a group with the look of the row.
    let destination = word == "nestrow" ? state.outer : state.destination
    guard destination == .body else { return true }
    settleSurrogate()
    flush()
    switch word {
    case "par", "nestrow": endParagraph()
    case "nestcell": isBehindCell = true
    case "sect": if collector.isInParagraph { endParagraph() }
    case "page", "column": if collector.length > 0 { collector.append("\n", state.emphasis) }
    case "cell": endCell()
    default: endRow()
    }
    return true
  }

  private static let marks: Set<String> = [
    "par", "sect", "page", "column", "cell", "row", "nestcell", "nestrow",
  ]

  /// Begins a paragraph in the right place unless one is being read.
  mutating func beginParagraph() {
    if asides == 0 {
      if state.isInTable {
        openCell()
      } else if isRowOpen, !collector.isInParagraph {
        closeRow()
      }
    }
    if !collector.isInParagraph { collector.beginParagraph(style: tables.style(state.style)) }
    if isBehindCell { collector.append("\t") }
    isBehindCell = false
  }

  private mutating func endParagraph() {
    isBehindCell = false
    beginParagraph()
    collector.setStyle(tables.style(state.style))
    collector.endParagraph()
  }

  private mutating func openCell() {
    guard !isCellOpen, !collector.isInParagraph else { return }
    if !isRowOpen { collector.beginRow() }
    collector.beginCell()
    isRowOpen = true
    isCellOpen = true
  }

  private mutating func endCell() {
    isBehindCell = false
    guard asides == 0, state.isInTable || isCellOpen else { return collector.append("\t") }
    openCell()
    // A paragraph may have begun before the file said that it stands in a table.
    guard isCellOpen else { return collector.append("\t") }
    if collector.isInParagraph { collector.endParagraph() }
    collector.endCell()
    isCellOpen = false
  }

  private mutating func endRow() {
    guard asides == 0 else { return }
    if !isRowOpen, collector.isInParagraph { collector.endParagraph() }
    closeRow()
  }

  /// Ends the row that is open, if there is one.
  mutating func closeRow() {
    if isCellOpen {
      if collector.isInParagraph { collector.endParagraph() }
      collector.endCell()
    }
    if isRowOpen { collector.endRow() }
    isCellOpen = false
    isRowOpen = false
  }
}
