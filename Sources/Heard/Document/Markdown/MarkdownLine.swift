/// One line of notes and how far containers have consumed it.
struct MarkdownLine {
  /// The line without its end, and where the next one begins.
  var start = 0
  var end = 0
  var next = 0
  /// What is consumed, in bytes and in columns. A tab may be consumed in part: then the column is inside it.
  private(set) var position = 0
  private(set) var column = 0
  /// The first byte from ``position`` on that is no space or tab.
  private(set) var nonspace = 0
  private var nonspaceColumn = 0
  private var isInsideTab = false

  var indent: Int { nonspaceColumn &- column }
  var isBlank: Bool { nonspace >= end }

  mutating func begin(_ bytes: NoteBytes) {
    position = start
    column = 0
    isInsideTab = false
    findNonspace(bytes)
  }

  mutating func findNonspace(_ bytes: NoteBytes) {
    nonspace = position
    nonspaceColumn = column
    while nonspace < end {
      let byte = bytes[nonspace]
      if byte == 0x20 {
        nonspaceColumn &+= 1
      } else if byte == 0x09 {
        nonspaceColumn = (nonspaceColumn | 3) &+ 1
      } else {
        return
      }
      nonspace &+= 1
    }
  }

  /// Consumes up to so many columns of spaces and tabs.
  mutating func advance(columns: Int, _ bytes: NoteBytes) {
    var left = columns
    while left > 0, position < nonspace {
      let width = bytes[position] == 0x09 ? 4 &- (column & 3) : 1
      if width > left {
        column &+= left
        isInsideTab = true
        return
      }
      isInsideTab = false
      column &+= width
      left &-= width
      position &+= 1
    }
  }

  /// Consumes indentation and then so many bytes, none of them a tab.
  mutating func take(_ count: Int, _ bytes: NoteBytes) {
    position = nonspace &+ count
    column = nonspaceColumn &+ count
    isInsideTab = false
    findNonspace(bytes)
  }

  /// Where the rest begins, without a tab that a container has consumed in part.
  var rest: Int { isInsideTab ? position &+ 1 : position }
}

/// Finds where lines end: at LF, CRLF or CR. Each byte is looked at once for each.
struct LineEnds {
  private var lineFeed = -1
  private var carriageReturn = -1

  mutating func line(from start: Int, in bytes: NoteBytes) -> (end: Int, next: Int) {
    if lineFeed < start { lineFeed = bytes.firstIndex(of: 0x0A, from: start) }
    if carriageReturn < start { carriageReturn = bytes.firstIndex(of: 0x0D, from: start) }
    let end = min(lineFeed, carriageReturn)
    guard end < bytes.count else { return (end, end) }
    return (end, carriageReturn &+ 1 == lineFeed ? lineFeed &+ 1 : end &+ 1)
  }
}
