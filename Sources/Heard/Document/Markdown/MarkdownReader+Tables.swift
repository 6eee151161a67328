/// GFM's tables.
extension MarkdownReader {
  /// Makes the last line of the open paragraph the header of a table where this line parts it into columns.
  mutating func openTable() -> Bool {
    let first = bytes[line.nonspace]
    guard first == 0x7C || first == 0x2D || first == 0x3A, line.indent < 4 else { return false }
    guard let columns = TableCells.delimiters(line.nonspace, line.end, bytes), let header = segments.last else {
      return false
    }
    guard TableCells.count(Int(header.start), Int(header.end), bytes, most: columns + 1) == columns else { return false }
    openTable(below: header)
    return true
  }

  /// A line of hyphens alone parts a header of several columns from a row of as many: what hasty typing makes of a table. As Markdown
  /// the header would be a heading, and the rows one paragraph.
  mutating func openRuledTable() -> Bool {
    guard segments.count - 1 == Int(blocks[leafBlock].segments.lowerBound), let header = segments.last else { return false }
    let columns = TableCells.count(Int(header.start), Int(header.end), bytes)
    guard columns > 2 else { return false }
    var stop = line.next
    while stop < bytes.count, bytes[stop] != 0x0A, bytes[stop] != 0x0D { stop += 1 }
    guard line.next < stop, TableCells.count(line.next, stop, bytes, most: columns + 1) == columns else { return false }
    openTable(below: header)
    return true
  }

  private mutating func openTable(below header: Document.Segment) {
    segments.removeLast()
    if Int(blocks[leafBlock].segments.lowerBound) == segments.count {
      blocks.removeLast()
      leaf = .none
    } else {
      leafStop = segments.last.map { Int($0.end) } ?? leafStop
      closeLeaf()
    }
    leafBlock = addBlock(.table, from: Int(header.start))
    leaf = .table
    addRow(Int(header.start), Int(header.end), isHeader: true)
    leafStop = line.end
  }

  /// Appends a row with its cells. Cells behind the last column are kept: they hold somebody's words.
  mutating func addRow(_ start: Int, _ end: Int, isHeader: Bool) {
    let row = append(.row, from: start, parent: leafBlock)
    var cells = TableCells(start, end, bytes)
    var column = 0
    while let cell = cells.next() {
      addCell(cell, of: row, column, isHeader: isHeader)
      column += 1
    }
    if isHeader { blocks[row].flags.insert(.header) }
    blocks[row].stop = Int32(cells.end)
    blocks[row].end = Int32(blocks.count)
    leafStop = end
  }

  private mutating func addCell(_ cell: Range<Int>, of row: Int, _ column: Int, isHeader: Bool) {
    let block = append(.cell, from: cell.lowerBound, parent: row)
    blocks[block].level = UInt8(clamping: column)
    if isHeader { blocks[block].flags.insert(.header) }
    var start = cell.lowerBound
    var index = start
    while index < cell.upperBound {
      // The backslash of an escaped pipe is no text, wherever it stands.
      if bytes[index] == 0x5C, bytes[index + 1] == 0x7C, index + 1 < cell.upperBound {
        if index > start { addSegment(start, index) }
        start = index + 1
        index += 1
      }
      index += 1
    }
    if start < cell.upperBound { addSegment(start, cell.upperBound) }
    finish(block, .markdown, to: cell.upperBound)
  }
}

/// The cells of one line of a table, without the space around them.
struct TableCells {
  private let bytes: NoteBytes
  private var index: Int
  let end: Int

  init(_ start: Int, _ end: Int, _ bytes: NoteBytes) {
    self.bytes = bytes
    var last = end
    while last > start, bytes[last - 1].isBlank { last -= 1 }
    self.end = last
    index = bytes[start] == 0x7C && last > start ? start + 1 : start
  }

  mutating func next() -> Range<Int>? {
    guard index < end else { return nil }
    var start = index
    while index < end, bytes[index] != 0x7C {
      index += bytes[index] == 0x5C && bytes[index + 1].isPunctuation ? 2 : 1
    }
    var stop = min(index, end)
    index = stop + 1
    while start < stop, bytes[start].isBlank { start += 1 }
    while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
    return start..<stop
  }

  /// How many cells a line has, as far as they are counted.
  static func count(_ start: Int, _ end: Int, _ bytes: NoteBytes, most: Int = .max) -> Int {
    var cells = TableCells(start, end, bytes)
    var count = 0
    while count < most, cells.next() != nil { count += 1 }
    return count
  }

  /// How many columns a delimiter row has; nil where the line is none.
  static func delimiters(_ start: Int, _ end: Int, _ bytes: NoteBytes) -> Int? {
    var cells = TableCells(start, end, bytes)
    var count = 0
    while let cell = cells.next() {
      var (from, to) = (cell.lowerBound, cell.upperBound)
      if bytes[from] == 0x3A { from += 1 }
      if to > from, bytes[to - 1] == 0x3A { to -= 1 }
      guard to > from else { return nil }
      for index in from..<to where bytes[index] != 0x2D { return nil }
      count += 1
    }
    return count > 0 ? count : nil
  }
}
