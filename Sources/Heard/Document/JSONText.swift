/// The text of a JSON string: escapes decoded, and chat programs' mentions and links without their angles.
enum JSONText {
  static func read(_ range: Range<Int>, of notes: [UInt8]) -> PieceText {
    var text = PieceText()
    var run = range.lowerBound
    var i = run
    let end = range.upperBound
    var hasClose = true
    while i < end {
      if notes[i] == 0x5C {
        text.append(run, i)
        i = escape(at: i, end, in: notes, into: &text)
        run = i
      } else if notes[i] == 0x3C, hasClose, i + 1 < end, isMention(notes[i + 1]) || isLink(i + 1, end, in: notes) {
        guard let close = Ascii.firstIndex(of: 0x3E, in: notes, i, min(end, i + 2048)) else {
          hasClose = false
          i += 1
          continue
        }
        text.append(run, i)
        angles(i + 1..<close, of: notes, into: &text)
        i = close + 1
        run = i
      } else {
        i += 1
      }
    }
    text.append(run, end)
    return text
  }

  private static func isMention(_ byte: UInt8) -> Bool { byte == 0x40 || byte == 0x23 || byte == 0x21 }

  private static func isLink(_ start: Int, _ end: Int, in notes: [UInt8]) -> Bool {
    Ascii.has("http", at: start, in: notes, to: end) || Ascii.has("mailto:", at: start, in: notes, to: end)
  }

  /// `@U123`, `@U123|ana`, `#C1|team`, `!here`, `https://…|words`.
  private static func angles(_ inner: Range<Int>, of notes: [UInt8], into text: inout PieceText) {
    let first = text.pieces.count
    let start = inner.lowerBound
    let bar = Ascii.firstIndex(of: 0x7C, in: notes, start, inner.upperBound)
    guard isMention(notes[start]) else {
      text.appendApart(bar.map { $0 + 1 } ?? start, inner.upperBound)
      text.mark(.link, from: first, value: start..<(bar ?? inner.upperBound))
      return
    }
    if notes[start] == 0x21 {
      text.append(replacing: start, start + 1, with: [0x40])
    } else {
      text.appendApart(start, start + 1)
    }
    text.append(bar.map { $0 + 1 } ?? start + 1, inner.upperBound)
    if notes[start] == 0x40 { text.mark(.mention, from: first, value: start + 1..<(bar ?? inner.upperBound)) }
  }

  private static func escape(at start: Int, _ end: Int, in notes: [UInt8], into text: inout PieceText) -> Int {
    guard start + 1 < end else { return end }
    let next = start + 2
    switch notes[start + 1] {
    case 0x6E: text.lineBreak(start, next)
    case 0x72: break
    case 0x74: text.append(replacing: start, next, with: [0x20])
    case 0x62, 0x66: break
    case 0x75: return unicode(at: start, end, in: notes, into: &text)
    default: text.append(start + 1, next)
    }
    return next
  }

  /// `\u00e9`, or two of them that make one character.
  private static func unicode(at start: Int, _ end: Int, in notes: [UInt8], into text: inout PieceText) -> Int {
    guard let first = unit(at: start, end, in: notes) else {
      text.append(start, min(end, start + 2))
      return min(end, start + 2)
    }
    var scalar = Unicode.Scalar(first)
    var next = start + 6
    if (0xD800..<0xDC00).contains(first), let second = unit(at: next, end, in: notes),
      (0xDC00..<0xE000).contains(second)
    {
      scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      next += 6
    }
    if scalar == "\n" {
      text.lineBreak(start, next)
    } else {
      text.append(replacing: start, next, with: Array(String(Character(scalar ?? "\u{FFFD}")).utf8))
    }
    return next
  }

  private static func unit(at start: Int, _ end: Int, in notes: [UInt8]) -> UInt32? {
    guard start + 6 <= end, notes[start] == 0x5C, notes[start + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for byte in notes[(start + 2)..<(start + 6)] {
      let lowered = byte | 0x20
      if Ascii.isDigit(byte) {
        value = value * 16 + UInt32(byte - 0x30)
      } else if lowered >= 0x61, lowered <= 0x66 {
        value = value * 16 + UInt32(lowered - 0x57)
      } else {
        return nil
      }
    }
    return value
  }
}
