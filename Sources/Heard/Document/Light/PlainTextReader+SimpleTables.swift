/// Tables of reStructuredText whose columns are told by where words stand, by commas or by the items of a list.
extension PlainTextReader {
  /// Where the columns begin in `=====  ====`, in characters; nil where a line is no such border.
  func borderColumns(_ line: TextLines.Line) -> [Int]? {
    var columns: [Int] = []
    var wasSpace = true
    for i in line.words {
      switch notes[i] {
      case 0x3D where wasSpace:
        columns.append(line.indent + i - line.words.lowerBound)
        wasSpace = false
      case 0x3D: break
      case 0x20: wasSpace = true
      default: return nil
      }
    }
    return columns.count > 1 ? columns : nil
  }

  /// Whether the border stands once more below; after a table that nothing closes there is no other.
  mutating func isClosed(_ columns: [Int], at index: Int) -> Bool {
    guard !light.hasOpenTable else { return false }
    for next in index + 1..<max(index + 1, lines.count) where borderColumns(lines[next]) == columns { return true }
    light.hasOpenTable = true
    return false
  }

  /// Rows up to the third border, or the second where nothing stands right below it; the first rows head the others.
  mutating func readSimpleTable(_ columns: [Int], at index: Int) -> Int {
    var borders = 1
    var rows: [[[Range<Int>]]] = []
    var next = index + 1
    writer.begin(.table, at: lines[index].words.lowerBound)
    while next < lines.count {
      let line = lines[next]
      next += 1
      if line.isBlank { continue }
      if line.words.allSatisfy({ notes[$0] == 0x2D || notes[$0] == 0x20 }) { continue }
      if borderColumns(line) == columns {
        borders += 1
        writeRows(rows, isHeader: borders == 2 && next < lines.count && !lines[next].isBlank)
        rows = []
        writer.extend(to: line.words.upperBound)
        if borders == 3 || next >= lines.count || lines[next].isBlank { break }
        continue
      }
      let cells = cells(of: line, at: columns)
      if cells.first?.isEmpty == true, !rows.isEmpty {
        // Nothing in the first column: the row above goes on.
        for (column, cell) in cells.enumerated() where !cell.isEmpty { rows[rows.count - 1][column].append(cell) }
      } else {
        rows.append(cells.map { $0.isEmpty ? [] : [$0] })
      }
    }
    writeRows(rows, isHeader: false)
    writer.end()
    return next
  }

  func cells(of line: TextLines.Line, at columns: [Int]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var place = line.words.lowerBound
    var column = line.indent
    for index in columns.indices {
      let start = place
      let limit = index + 1 < columns.count ? columns[index + 1] : Int.max
      while place < line.words.upperBound, column < limit {
        place += 1
        if place < line.words.upperBound, notes[place] & 0xC0 == 0x80 { continue }
        column += 1
      }
      cells.append(Ascii.trimmed(start..<place, of: notes))
    }
    return cells
  }

  mutating func writeRows(_ rows: [[[Range<Int>]]], isHeader: Bool) {
    for row in rows {
      guard let first = row.first(where: { !$0.isEmpty })?.first?.lowerBound else { continue }
      writer.begin(.row, at: first, flags: isHeader ? .header : [])
      for (column, cell) in row.enumerated() {
        guard let start = cell.first?.lowerBound, let end = cell.last?.upperBound else {
          let here = row[..<column].last { !$0.isEmpty }?.last?.upperBound ?? first
          writer.leaf(.cell, here..<here, lines: [], flags: isHeader ? .header : [], level: column)
          continue
        }
        var text = withoutSigns(cell) ?? plain(cell)
        // The lines of a cell stand apart from each other, with those of other cells between them.
        if cell.count > 1 { text.keepAsPieces() }
        writer.leaf(.cell, start..<end, text: text, flags: isHeader ? .header : [], level: column)
      }
      writer.end()
    }
  }

  /// `.. csv-table:: Title` with rows of words that commas part.
  mutating func readCSV(_ title: Range<Int>, _ line: TextLines.Line, from index: Int, to close: Int) -> Int {
    if !title.isEmpty {
      paragraph = [title]
      flush()
    }
    var head: Range<Int>?
    var next = index + 1
    while next < close, lines[next].isBlank || notes[lines[next].words.lowerBound] == 0x3A {
      let words = lines[next].words
      next += 1
      guard !words.isEmpty else { continue }
      if Ascii.has(":header:", at: words.lowerBound, in: notes, to: words.upperBound) {
        head = Ascii.trimmed(words.lowerBound + 8..<words.upperBound, of: notes)
        writer.leaf(.html, words.lowerBound..<words.lowerBound + 8, lines: [], flags: .service)
        break
      }
      writer.leaf(.html, words, lines: [words], flags: .service)
    }
    writer.begin(.table, at: head?.lowerBound ?? lines[min(next, close - 1)].words.lowerBound)
    if let head { writeRows([commaCells(head)], isHeader: true) }
    while next < close {
      if !lines[next].isBlank { writeRows([commaCells(lines[next].words)], isHeader: false) }
      next += 1
    }
    writer.end()
    return close
  }

  /// `* - cell` begins a row, `  - cell` goes on with it.
  mutating func readListTable(from index: Int, to close: Int) -> Int {
    var rows: [[[Range<Int>]]] = []
    var heads = 0
    for next in index..<max(index, close) where !lines[next].isBlank {
      let words = lines[next].words
      if notes[words.lowerBound] == 0x3A, rows.isEmpty {
        if Ascii.has(":header-rows: ", at: words.lowerBound, in: notes, to: words.upperBound) { heads = 1 }
        writer.leaf(.html, words, lines: [words], flags: .service)
        continue
      }
      var start = words.lowerBound
      if Ascii.has("* -", at: start, in: notes, to: words.upperBound) {
        rows.append([])
        start += 2
      }
      guard !rows.isEmpty else { return next }
      if notes[start] == 0x2D, start + 1 == words.upperBound || Ascii.isSpace(notes[start + 1]) {
        let text = Ascii.trimmed(start + 1..<words.upperBound, of: notes)
        rows[rows.count - 1].append(text.isEmpty ? [] : [text])
      } else if let cell = rows[rows.count - 1].indices.last {
        rows[rows.count - 1][cell].append(words)
      }
    }
    guard let first = rows.first?.first(where: { !$0.isEmpty })?.first?.lowerBound else { return close }
    writer.begin(.table, at: first)
    writeRows(Array(rows.prefix(heads)), isHeader: true)
    writeRows(Array(rows.dropFirst(heads)), isHeader: false)
    writer.end()
    return close
  }

  private func commaCells(_ words: Range<Int>) -> [[Range<Int>]] {
    var cells: [[Range<Int>]] = []
    var isQuoted = false
    var start = words.lowerBound
    for i in words.lowerBound...words.upperBound {
      if i < words.upperBound, notes[i] == 0x22 { isQuoted.toggle() }
      guard i == words.upperBound || notes[i] == 0x2C && !isQuoted else { continue }
      var cell = Ascii.trimmed(start..<i, of: notes)
      if cell.count > 1, notes[cell.lowerBound] == 0x22, notes[cell.upperBound - 1] == 0x22 {
        cell = cell.lowerBound + 1..<cell.upperBound - 1
      }
      cells.append(cell.isEmpty ? [] : [cell])
      start = i + 1
    }
    return cells
  }
}
