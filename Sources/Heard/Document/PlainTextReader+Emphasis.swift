/// Takes the signs of emphasis from labels that open lines of plain text: `*Present:* Ana`, `__Present:__ Ana`.
extension PlainTextReader {
  /// A paragraph's words without such signs; nil where there are none.
  func withoutEmphasis(_ lines: [Range<Int>]) -> PieceText? {
    var text = PieceText()
    var isFound = false
    for (index, line) in lines.enumerated() {
      if index > 0 { text.lineBreak(lines[index - 1].upperBound, line.lowerBound) }
      guard let label = emphasisedLabel(line) else {
        text.append(line.lowerBound, line.upperBound)
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
