/// Takes signs of emphasis and of links out of plain text: `*Present:* Ana`, `__Present:__ Ana`, and Ana in backticks with an underscore
/// behind them.
extension PlainTextReader {
  /// A paragraph's words without such signs; nil where there are none.
  func withoutEmphasis(_ lines: [Range<Int>]) -> PieceText? {
    var text = PieceText()
    var isFound = false
    for (index, line) in lines.enumerated() {
      if index > 0 { text.lineBreak(lines[index - 1].upperBound, line.lowerBound) }
      guard let label = emphasisedLabel(line) else {
        if appendWithoutLinks(line, to: &text) { isFound = true }
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

  /// Appends a line without the signs around what reStructuredText links; whether there were any.
  private func appendWithoutLinks(_ line: Range<Int>, to text: inout PieceText) -> Bool {
    var start = line.lowerBound
    var from = start
    while let open = Ascii.firstIndex(of: 0x60, in: notes, from, line.upperBound) {
      guard let close = Ascii.firstIndex(of: 0x60, in: notes, open + 1, min(line.upperBound, open + 64)),
        close > open + 1, close + 1 < line.upperBound, notes[close + 1] == 0x5F, Ascii.isWordy(notes[open + 1]),
        close + 2 == line.upperBound || !Ascii.isWordy(notes[close + 2])
      else {
        from = open + 1
        continue
      }
      text.append(start, open)
      text.append(open + 1, close)
      (start, from) = (close + 2, close + 2)
    }
    text.append(start, line.upperBound)
    return start > line.lowerBound
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
