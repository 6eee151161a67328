/// Tables of plain text whose columns are told by nothing but spaces, with or without a line of dashes below the head.
extension PlainTextReader {
  struct SpacedTable {
    /// Where the columns begin, in characters.
    var columns: [Int]
    /// The line behind the last row.
    var end: Int
    var hasRule = false
  }

  /// Rows that longer stretches of the same lines would not be read any better for.
  private static let widest = 16

  mutating func spacedTable(at index: Int) -> SpacedTable? {
    guard index >= noTableBefore, lists.isEmpty, paragraph.isEmpty, let columns = gaps(lines[index]),
      index + 1 < lines.count
    else { return nil }
    var table = SpacedTable(columns: columns, end: index + 1)
    if let rule = ruleColumns(lines[index + 1]) {
      table.hasRule = true
      table.columns = rule
      table.end += 1
    }
    var rows = 0
    var starts = Array(repeating: 0, count: table.columns.count)
    while table.end < lines.count, !lines[table.end].isBlank, count(lines[table.end], table, &starts) {
      rows += 1
      table.end += 1
    }
    // A line that does not fit means that the others only happen to, from whichever of them one begins.
    noTableBefore = table.end
    guard table.end >= lines.count || lines[table.end].isBlank, rows >= (table.hasRule ? 1 : 2) else { return nil }
    return table.hasRule || starts.dropFirst().allSatisfy { $0 * 2 >= rows } ? table : nil
  }

  /// Whether a line's words keep to the columns; counts those that begin with one.
  private func count(_ line: TextLines.Line, _ table: SpacedTable, _ starts: inout [Int]) -> Bool {
    guard line.words.count <= 240 else { return false }
    let cells = self.cells(of: line, at: table.columns)
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if column > 0, let before = cells[..<column].last(where: { !$0.isEmpty }), cell.lowerBound - before.upperBound < 2 {
        return false
      }
      if notes[cell.upperBound - 1] == 0x3A { return false }
      starts[column] += 1
    }
    guard !table.hasRule else { return true }
    return gaps(line).map { $0.allSatisfy(table.columns.contains) } ?? cells.dropFirst().allSatisfy { $0.isEmpty }
  }

  /// Where words begin behind two spaces and more; nil where a line has no such gap or is no row.
  private func gaps(_ line: TextLines.Line) -> [Int]? {
    guard line.words.count <= 240 else { return nil }
    var columns = [line.indent]
    var column = line.indent
    var spaces = 0
    for i in line.words {
      let byte = notes[i]
      guard byte != 0x09, byte != 0x7C else { return nil }
      if byte & 0xC0 == 0x80 { continue }
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2 {
          // A label's value, or what follows a sentence.
          if [0x3A, 0x2E].contains(notes[i - spaces - 1]) || columns.count >= Self.widest { return nil }
          columns.append(column)
        }
        spaces = 0
      }
      column += 1
    }
    return columns.count > 1 && notes[line.words.upperBound - 1] != 0x3A ? columns : nil
  }

  /// Where the runs of dashes begin in `----   -----`.
  private func ruleColumns(_ line: TextLines.Line) -> [Int]? {
    guard let first = line.words.first, notes[first] == 0x2D || notes[first] == 0x3D else { return nil }
    var columns: [Int] = []
    for i in line.words {
      guard notes[i] == notes[first] || notes[i] == 0x20 else { return nil }
      if notes[i] != 0x20, i == first || notes[i - 1] == 0x20 { columns.append(line.indent + i - first) }
    }
    return columns.count > 1 ? columns : nil
  }

  mutating func readSpaced(_ table: SpacedTable, at index: Int) -> Int {
    writer.begin(.table, at: lines[index].words.lowerBound)
    for next in index..<table.end where !(table.hasRule && next == index + 1) {
      let row = cells(of: lines[next], at: table.columns).map { $0.isEmpty ? [] : [$0] }
      writeRows([row], isHeader: table.hasRule && next == index)
    }
    writer.end()
    return table.end
  }
}
