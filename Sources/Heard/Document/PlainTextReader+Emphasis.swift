/// Takes signs of emphasis and of links out of plain text: `*Present:* Ana`, `__Present:__ Ana`, `Present: *Ana* B.`, and Ana in backticks
/// with an underscore behind them.
extension PlainTextReader {
  /// A paragraph's words without such signs; nil where there are none.
  func withoutEmphasis(_ lines: [Range<Int>]) -> PieceText? {
    var text = PieceText()
    var isFound = false
    for (index, line) in lines.enumerated() {
      if index > 0 { text.lineBreak(lines[index - 1].upperBound, line.lowerBound) }
      guard let label = emphasisedLabel(line) else {
        if appendWithoutSigns(line, to: &text) { isFound = true }
        continue
      }
      isFound = true
      let first = text.pieces.count
      text.appendApart(label.lowerBound, label.upperBound)
      text.mark(.strong, from: first)
      text.append(label.upperBound + (label.lowerBound - line.lowerBound), line.upperBound)
    }
    return isFound ? text : nil
  }

  /// Appends a line without the signs around what is stressed or linked in it; whether there were any.
  private func appendWithoutSigns(_ line: Range<Int>, to text: inout PieceText) -> Bool {
    var start = line.lowerBound
    var from = start
    while let open = notes[from..<line.upperBound].firstIndex(where: { $0 == 0x2A || $0 == 0x60 }) {
      if notes[open] == 0x2A, let words = stressed(at: open, line) {
        text.append(start, open)
        let first = text.pieces.count
        text.appendApart(words.lowerBound, words.upperBound)
        text.mark(words.lowerBound - open == 2 ? .strong : .emphasis, from: first)
        start = words.upperBound + (words.lowerBound - open)
      } else if notes[open] == 0x60, let words = linked(at: open, line.upperBound) {
        text.append(start, open)
        text.append(words.lowerBound, words.upperBound)
        start = words.upperBound + 2
      }
      from = max(start, open + 1)
    }
    text.append(start, line.upperBound)
    return start > line.lowerBound
  }

  /// What asterisks enclose, as in "*Ana* B.": whole words, so that neither a product nor a footnote's sign does.
  private func stressed(at open: Int, _ line: Range<Int>) -> Range<Int>? {
    let end = line.upperBound
    let start = open + (open + 1 < end && notes[open + 1] == 0x2A ? 2 : 1)
    guard open == line.lowerBound || !Ascii.isWordy(notes[open - 1]), start < end, Ascii.isWordy(notes[start]),
      let close = Ascii.firstIndex(of: 0x2A, in: notes, start, min(end, open + 64)), !Ascii.isSpace(notes[close - 1])
    else { return nil }
    let next = close + (start - open)
    guard next <= end, notes[next - 1] == 0x2A, next == end || notes[next] != 0x2A && !Ascii.isWordy(notes[next])
    else { return nil }
    return start..<close
  }

  /// What two backticks enclose with an underscore behind them, as reStructuredText links.
  private func linked(at open: Int, _ end: Int) -> Range<Int>? {
    guard let close = Ascii.firstIndex(of: 0x60, in: notes, open + 1, min(end, open + 64)),
      close > open + 1, close + 1 < end, notes[close + 1] == 0x5F, Ascii.isWordy(notes[open + 1]),
      close + 2 == end || !Ascii.isWordy(notes[close + 2])
    else { return nil }
    return open + 1..<close
  }

  /// What stands between the signs at the beginning of a line, where it is a label.
  private func emphasisedLabel(_ line: Range<Int>) -> Range<Int>? {
    let sign = notes[line.lowerBound]
    guard sign == 0x2A || sign == 0x5F else { return nil }
    let count = line.lowerBound + 1 < line.upperBound && notes[line.lowerBound + 1] == sign ? 2 : 1
    let start = line.lowerBound + count
    guard start < line.upperBound, Ascii.isWordy(notes[start]),
      let close = Ascii.firstIndex(of: sign, in: notes, start, min(line.upperBound, start + 64)), close > start,
      close + count <= line.upperBound, count == 1 || close + 1 < line.upperBound && notes[close + 1] == sign
    else { return nil }
    let end = close + count
    let isClosed = end == line.upperBound || Ascii.isSpace(notes[end]) || notes[end] == 0x3A
    let isLabel = notes[close - 1] == 0x3A || end < line.upperBound && notes[end] == 0x3A || end == line.upperBound
    return isClosed && isLabel ? start..<close : nil
  }

  /// `== Title`, as AsciiDoc writes headings.
  static func equalsHeading(_ words: Range<Int>, of notes: [UInt8], next: Int) -> Heading? {
    var start = words.lowerBound
    while start < words.upperBound, notes[start] == 0x3D { start += 1 }
    let level = start - words.lowerBound
    guard (1...6).contains(level), start < words.upperBound, notes[start] == 0x20, notes[words.upperBound - 1] != 0x3D
    else { return nil }
    let text = Ascii.trimmed(start..<words.upperBound, of: notes)
    return text.isEmpty ? nil : Heading(span: words, text: text, level: level, next: next)
  }
}
