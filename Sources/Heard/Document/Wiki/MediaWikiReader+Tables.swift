/// Tables of MediaWiki, from `{|` to `|}`.
extension MediaWikiReader {
  mutating func readTable(at index: Int) -> Int {
    var next = index + 1
    var column = 0
    var rowIsOpen = false
    let base = writer.depth
    writer.begin(.table, at: lines[index].words.lowerBound)
    while next < lines.count {
      let words = lines[next].words
      next += 1
      guard let first = words.first else { continue }
      writer.extend(to: words.upperBound)
      if Ascii.has("|}", at: first, in: notes, to: words.upperBound) { break }
      if Ascii.has("|-", at: first, in: notes, to: words.upperBound) {
        writer.end(to: base + 1)
        (rowIsOpen, column) = (false, 0)
        continue
      }
      if Ascii.has("|+", at: first, in: notes, to: words.upperBound) { continue }
      if !rowIsOpen {
        writer.begin(.row, at: first, flags: notes[first] == 0x21 ? .header : [])
        rowIsOpen = true
      }
      if notes[first] == 0x7C || notes[first] == 0x21 {
        column = readCells(words, from: column)
      } else {
        // A line of its own goes on with the cell above.
        write(.cell, words, [words], level: max(0, column - 1))
      }
    }
    writer.end(to: base)
    return next
  }

  /// `| a || b` or `! a !! b`.
  private mutating func readCells(_ words: Range<Int>, from column: Int) -> Int {
    let isHeader = notes[words.lowerBound] == 0x21
    var column = column
    var start = words.lowerBound + 1
    var i = start
    while i <= words.upperBound {
      let atEnd = i == words.upperBound
      let parts =
        i + 1 < words.upperBound && notes[i] == notes[i + 1] && (notes[i] == 0x7C || (isHeader && notes[i] == 0x21))
      guard atEnd || parts else {
        i += 1
        continue
      }
      let cell = Ascii.trimmed(content(start..<i), of: notes)
      write(.cell, cell, cell.isEmpty ? [] : [cell], flags: isHeader ? .header : [], level: column)
      column += 1
      i += atEnd ? 1 : 2
      start = i
    }
    return column
  }

  /// A cell without its attributes, which stand before a single `|`.
  private func content(_ cell: Range<Int>) -> Range<Int> {
    guard let bar = Ascii.firstIndex(of: 0x7C, in: notes, cell.lowerBound, cell.upperBound) else { return cell }
    let attributes = cell.lowerBound..<bar
    guard attributes.contains(where: { notes[$0] == 0x3D }), !attributes.contains(where: { notes[$0] == 0x5B }) else {
      return cell
    }
    return bar + 1..<cell.upperBound
  }
}
