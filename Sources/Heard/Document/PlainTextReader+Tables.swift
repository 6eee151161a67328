/// Tables and quoted mail in plain text.
extension PlainTextReader {
  enum TableKind { case pipes, tabs }

  /// The kind of table that begins at a line: two rows at least, with equally many columns.
  func tableKind(at index: Int) -> TableKind? {
    guard index + 1 < lines.count else { return nil }
    let (first, second) = (lines[index].words, lines[index + 1].words)
    let pipes = count(of: 0x7C, in: first)
    if pipes > 0, pipes == count(of: 0x7C, in: second) || isBorder(second) { return .pipes }
    if isBorder(first), notes[first.lowerBound] == 0x2B, count(of: 0x7C, in: second) > 0 { return .pipes }
    let tabs = count(of: 0x09, in: first)
    guard tabs > 0, tabs == count(of: 0x09, in: second) else { return nil }
    // A word processor puts a tab behind numbers, bullets and labels.
    return tabs == 1 && (isNumbered(first) || isNumbered(second)) ? nil : .tabs
  }

  /// `2.<tab>Budget`, `2.1<tab>Costs`, `•<tab>Roof`.
  private func isNumbered(_ words: Range<Int>) -> Bool {
    guard let tab = Ascii.firstIndex(of: 0x09, in: notes, words.lowerBound, min(words.upperBound, words.lowerBound + 8))
    else {
      return false
    }
    if ItemMarker(words, of: notes) != nil { return true }
    return words.lowerBound < tab
      && words.prefix { $0 < tab }.allSatisfy { Ascii.isDigit(notes[$0]) || notes[$0] == 0x2E }
      && Ascii.isDigit(notes[words.lowerBound]) && (words.lowerBound..<tab).contains { notes[$0] == 0x2E }
  }

  private func count(of byte: UInt8, in words: Range<Int>) -> Int {
    var count = 0
    for i in words where notes[i] == byte { count += 1 }
    return count
  }

  /// `|---|---|` or `+----+----+`.
  private func isBorder(_ words: Range<Int>) -> Bool {
    var dashes = 0
    var edges = 0
    for i in words {
      switch notes[i] {
      case 0x2D, 0x3D: dashes += 1
      case 0x7C, 0x2B: edges += 1
      case 0x3A, 0x20: break
      default: return false
      }
    }
    return dashes >= 2 && edges >= 1
  }

  mutating func readTable(_ kind: TableKind, at index: Int) -> Int {
    if kind == .pipes, notes[lines[index].words.lowerBound] == 0x2B { return readGrid(at: index) }
    let sign: UInt8 = kind == .pipes ? 0x7C : 0x09
    var index = index
    var rows = 0
    writer.begin(.table, at: lines[index].words.lowerBound)
    while index < lines.count {
      let words = lines[index].words
      if kind == .pipes, isBorder(words) {
        if rows == 1 { writer.flagLastRow(.header) }
        writer.extend(to: words.upperBound)
      } else {
        guard count(of: sign, in: words) > 0 else { break }
        writer.row(words, partedBy: sign, of: notes)
        rows += 1
      }
      index += 1
    }
    writer.end()
    return index
  }

  /// Lines with bars between borders of `+----+`. Between two borders stands one row on several lines; where the only borders are those
  /// around the head and the body, each line is one, but for those that have nothing in the first column.
  private mutating func readGrid(at index: Int) -> Int {
    var groups: [[Range<Int>]] = []
    var next = index
    while next < lines.count, let first = lines[next].words.first, notes[first] == 0x2B || notes[first] == 0x7C {
      if isBorder(lines[next].words) {
        groups.append([])
      } else if notes[first] == 0x7C, !groups.isEmpty {
        groups[groups.count - 1].append(lines[next].words)
      } else {
        break
      }
      next += 1
    }
    let filled = groups.filter { !$0.isEmpty }
    writer.begin(.table, at: lines[index].words.lowerBound)
    for (position, group) in filled.enumerated() {
      var rows: [[[Range<Int>]]] = []
      for line in group {
        let cells = barCells(line)
        let goesOn = filled.count > 2 || cells.first?.isEmpty == true
        if goesOn, !rows.isEmpty {
          let last = rows.count - 1
          while rows[last].count < cells.count { rows[last].append([]) }
          for (column, cell) in cells.enumerated() where !cell.isEmpty { rows[last][column].append(cell) }
        } else {
          rows.append(cells.map { $0.isEmpty ? [] : [$0] })
        }
      }
      writeRows(rows, isHeader: position == 0 && filled.count > 1)
    }
    writer.extend(to: lines[next - 1].words.upperBound)
    writer.end()
    return next
  }

  private func barCells(_ words: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = words.lowerBound + 1
    for i in start..<words.upperBound where notes[i] == 0x7C {
      cells.append(Ascii.trimmed(start..<i, of: notes))
      start = i + 1
    }
    if start < words.upperBound { cells.append(Ascii.trimmed(start..<words.upperBound, of: notes)) }
    return cells
  }

  /// Lines that begin with `>`; each more of them is a quote in a quote.
  mutating func readQuote(at index: Int) -> Int {
    let base = writer.depth
    var index = index
    var paragraph: [Range<Int>] = []
    while index < lines.count {
      let words = lines[index].words
      guard let first = words.first, notes[first] == 0x3E else { break }
      var (depth, i) = (0, first)
      while i < words.upperBound, notes[i] == 0x3E || (Ascii.isSpace(notes[i]) && depth > 0) {
        if notes[i] == 0x3E { depth += 1 }
        i += 1
      }
      if depth > Guards.quoteMarks {
        writer.omit("Quotes nested more than \(Guards.quoteMarks) deep are read as one", words)
        depth = Guards.quoteMarks
      }
      let parts = !paragraph.isEmpty && (i >= words.upperBound || base + depth != writer.depth || beginsAnew(i, words))
      if parts { flushQuote(&paragraph) }
      writer.end(to: base + depth)
      while writer.depth < base + depth { writer.begin(.quote, at: first) }
      if i < words.upperBound { paragraph.append(i..<words.upperBound) }
      writer.extend(to: words.upperBound)
      index += 1
    }
    flushQuote(&paragraph)
    writer.end(to: base)
    return index
  }

  private func beginsAnew(_ start: Int, _ words: Range<Int>) -> Bool {
    let text = start..<words.upperBound
    return ItemMarker(text, of: notes) != nil || Self.labelEnd(text, of: notes) != nil
  }

  private mutating func flushQuote(_ paragraph: inout [Range<Int>]) {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    writer.leaf(.paragraph, first.lowerBound..<last.upperBound, lines: paragraph)
    paragraph.removeAll()
  }
}
