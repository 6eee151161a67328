/// The bullet or number that begins an item.
struct ListMarker {
  /// `-`, `+`, `*`, or what follows the number: `.` or `)`. Items of one list have it in common.
  let sign: UInt8
  let isOrdered: Bool
  let number: Int32
  let length: Int

  /// Nil where the line does not go on with a marker. One that interrupts a paragraph must not be empty or count from
  /// elsewhere than 1.
  init?(_ line: borrowing MarkdownLine, _ bytes: NoteBytes, interrupts: Bool) {
    var index = line.nonspace
    var value = 0
    while index < line.end, index - line.nonspace < 9, bytes[index].isDigit {
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    let sign = index < line.end ? bytes[index] : 0
    let isOrdered = index > line.nonspace
    switch sign {
    case 0x2D, 0x2B, 0x2A: if isOrdered { return nil }
    case 0x2E, 0x29: if !isOrdered { return nil }
    default: return nil
    }
    index += 1
    guard index >= line.end || bytes[index].isBlank else { return nil }
    if interrupts {
      if isOrdered, value != 1 { return nil }
      while index < line.end, bytes[index].isBlank { index += 1 }
      if index >= line.end { return nil }
    }
    self.sign = sign
    self.isOrdered = isOrdered
    number = Int32(value)
    length = (isOrdered ? Self.digits(line, bytes) : 0) + 1
  }

  private static func digits(_ line: borrowing MarkdownLine, _ bytes: NoteBytes) -> Int {
    var count = 0
    while bytes[line.nonspace + count].isDigit { count += 1 }
    return count
  }

  /// Consumes the marker and the space behind it; gives how many columns both have.
  func take(_ line: inout MarkdownLine, _ bytes: NoteBytes) -> Int {
    line.take(length, bytes)
    let space = line.indent
    if line.isBlank || space > 4 {
      // An empty first line, or one that is code: only one column belongs to the marker.
      line.advance(columns: 1, bytes)
      return length + 1
    }
    line.advance(columns: space, bytes)
    return length + space
  }
}
