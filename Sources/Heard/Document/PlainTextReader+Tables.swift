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
    return tabs > 0 && tabs == count(of: 0x09, in: second) ? .tabs : nil
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
