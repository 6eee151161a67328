/// The line that opens fenced code.
struct CodeFence {
  var sign: UInt8 = 0
  var length = 0
  /// Columns of indentation, which the lines of the code may have too.
  var indent = 0
  /// The rest of the line without the space around it.
  var info = 0..<0

  init() {}

  init?(_ line: borrowing MarkdownLine, _ bytes: NoteBytes) {
    sign = bytes[line.nonspace]
    var index = line.nonspace
    while index < line.end, bytes[index] == sign { index += 1 }
    length = index - line.nonspace
    indent = line.indent
    guard length >= 3 else { return nil }
    var end = line.end
    while index < end, bytes[index].isBlank { index += 1 }
    while end > index, bytes[end - 1].isBlank { end -= 1 }
    info = index..<end
    if sign == 0x60 {
      for place in info where bytes[place] == sign { return nil }
    }
  }

  func isClosed(by line: borrowing MarkdownLine, _ bytes: NoteBytes) -> Bool {
    guard line.indent < 4, bytes[line.nonspace] == sign else { return false }
    var index = line.nonspace
    while index < line.end, bytes[index] == sign { index += 1 }
    guard index - line.nonspace >= length else { return false }
    while index < line.end, bytes[index].isBlank { index += 1 }
    return index >= line.end
  }
}
