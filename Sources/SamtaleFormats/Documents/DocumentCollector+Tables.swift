import Samtale

/// Tables become one paragraph a row.
extension DocumentCollector {
  mutating func beginRow() {
    finishStrayParagraph()
    frames[frames.count - 1].rows.append(Row(number: number + 1))
  }

  mutating func beginCell() {
    finishStrayParagraph()
    frames.append(Frame(.cell(span: 1)))
  }

  /// Says how many columns the cell that is being read takes.
  mutating func setSpan(_ columns: Int) {
    guard case .cell = frames[frames.count - 1].purpose else { return }
    frames[frames.count - 1].purpose = .cell(span: min(max(columns, 1), Self.mostColumns))
  }

  /// Leaves columns empty, as merged cells do.
  mutating func coverColumns(_ count: Int) {
    guard let last = frames[frames.count - 1].rows.indices.last, count > 0 else { return }
    let room = Self.mostColumns - frames[frames.count - 1].rows[last].cells.count
    guard room > 0 else { return }
    frames[frames.count - 1].rows[last].cells += Array(repeating: [], count: min(count, room))
  }

  mutating func endCell() {
    guard let frame = closeFrame(), case .cell(let span) = frame.purpose else { return }
    guard let row = frames[frames.count - 1].rows.indices.last else {
      frames[frames.count - 1].finished += frame.finished
      return
    }
    frames[frames.count - 1].rows[row].cells.append(frame.finished)
    frames[frames.count - 1].rows[row].count += 1
    coverColumns(span - 1)
  }

  /// Says that the row that is being read is deleted by a tracked change.
  mutating func deleteRow() {
    guard let row = frames[frames.count - 1].rows.indices.last else { return }
    frames[frames.count - 1].rows[row].isDeleted = true
  }

  mutating func endRow() {
    guard let row = frames[frames.count - 1].rows.popLast() else { return }
    if row.isDeleted {
      for paragraph in row.cells.joined() { omit(paragraph) }
    } else if row.count == 1 {
      frames[frames.count - 1].finished += row.cells.joined()
    } else if row.count > 1 {
      let joined = joined(row)
      frames[frames.count - 1].finished.append(joined)
    }
  }

  private mutating func omit(_ paragraph: SourceParagraph) {
    let count = paragraph.characters
    if count > 0 { omissions.add(count, .deleted, at: paragraph.line) }
  }

  private mutating func joined(_ row: Row) -> SourceParagraph {
    var result = SourceParagraph(
      text: "", style: row.cells.first?.first?.style,
      emphasized: row.cells.first?.first?.emphasized ?? 0,
      line: row.cells.joined().first?.line ?? row.number)
    var place = 0
    for cell in row.cells {
      let (text, notes) = joined(cell, from: place)
      result.cells.append(text)
      result.notes += notes
      place += text.unicodeScalars.count
    }
    return result
  }

  /// The paragraphs of a cell as one text; the places of notes count from `start`.
  mutating func joined(_ paragraphs: [SourceParagraph], from start: Int) -> (
    String, [SourceParagraph.Note]
  ) {
    var text = ""
    var length = start
    var notes: [SourceParagraph.Note] = []
    let last = paragraphs.lastIndex { $0.characters > 0 } ?? -1
    for (i, paragraph) in paragraphs.prefix(last + 1).enumerated() {
      if i > 0 {
        text += "\n"
        length += 1
        separators += 1
      }
      notes += paragraph.notes.map { note in
        SourceParagraph.Note(place: length + note.place, text: note.text, type: note.type)
      }
      let words = paragraph.cells.isEmpty ? paragraph.text : paragraph.cells.joined(by: "\t")
      separators += max(paragraph.cells.count - 1, 0)
      text += words
      length += words.unicodeScalars.count
    }
    return (text, notes)
  }
}

extension [String] {
  fileprivate func joined(by separator: String) -> String {
    var text = first ?? ""
    for part in dropFirst() { text += separator + part }
    return text
  }
}
