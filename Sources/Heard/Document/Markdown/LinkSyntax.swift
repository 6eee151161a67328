/// The parts that links and link reference definitions are made of.
struct LinkSyntax {
  let bytes: NoteBytes

  /// Behind the `]` of the label that begins at `start`; nil where none does.
  func labelEnd(at start: Int) -> Int? {
    guard bytes[start] == 0x5B else { return nil }
    var index = start + 1
    let limit = min(bytes.count, start + 1001)
    while index < limit {
      switch bytes[index] {
      case 0x5D: return index + 1
      case 0x5B: return nil
      case 0x5C where bytes[index + 1].isPunctuation: index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// A destination, without angle brackets, and the offset behind it.
  func destination(at start: Int) -> (range: Range<Int>, end: Int)? {
    if bytes[start] == 0x3C { return angledDestination(at: start) }
    var index = start
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x5C, bytes[index + 1].isPunctuation {
        index += 2
        continue
      }
      if byte == 0x28 {
        depth += 1
        // Deeper ones are no links anywhere, and looking on would take ever longer.
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if byte <= 0x20 || byte == 0x7F {
        break
      }
      index += 1
    }
    return depth == 0 && index <= bytes.count ? (start..<index, index) : nil
  }

  private func angledDestination(at start: Int) -> (range: Range<Int>, end: Int)? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x3E: return (start + 1..<index, index + 1)
      case 0x3C, 0x0A: return nil
      case 0x5C where bytes[index + 1].isPunctuation: index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// Behind the title that begins at `start`.
  func titleEnd(at start: Int) -> Int? {
    let close: UInt8
    switch bytes[start] {
    case 0x22: close = 0x22
    case 0x27: close = 0x27
    case 0x28: close = 0x29
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == close { return index + 1 }
      if byte == 0x28, close == 0x29 { return nil }
      index += byte == 0x5C && bytes[index + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// Behind spaces, tabs and line ends; a paragraph has no blank lines, so these are one at most.
  func spaceEnd(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isBlank || bytes[index] == 0x0A { index += 1 }
    return index
  }

  func blankEnd(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index
  }

  /// `(destination "title")` at `start`: the destination, and the offset behind it all.
  func inlineTail(at start: Int) -> (destination: Range<Int>, end: Int)? {
    guard bytes[start] == 0x28, start < bytes.count else { return nil }
    guard let (range, end) = destination(at: spaceEnd(at: start + 1)) else { return nil }
    var index = spaceEnd(at: end)
    if index > end, let titled = titleEnd(at: index) { index = spaceEnd(at: titled) }
    return index < bytes.count && bytes[index] == 0x29 ? (range, index + 1) : nil
  }

  /// The definition at `start`: its label without brackets, its destination, and the offset behind its last line.
  func definition(at start: Int) -> (label: Range<Int>, destination: Range<Int>, end: Int)? {
    guard let labelEnd = labelEnd(at: start), bytes[labelEnd] == 0x3A else { return nil }
    let begin = spaceEnd(at: labelEnd + 1)
    guard begin < bytes.count, let (range, end) = destination(at: begin) else { return nil }
    guard !range.isEmpty || bytes[begin] == 0x3C else { return nil }
    let label = start + 1..<labelEnd - 1
    let titleStart = spaceEnd(at: end)
    if titleStart > end, let titled = titleEnd(at: titleStart), let line = lineEnd(at: titled) {
      return (label, range, line)
    }
    return lineEnd(at: end).map { (label, range, $0) }
  }

  /// Behind the line end, if nothing but space comes before it.
  private func lineEnd(at start: Int) -> Int? {
    let index = blankEnd(at: start)
    if index >= bytes.count { return bytes.count }
    return bytes[index] == 0x0A ? index + 1 : nil
  }

  /// A label in the form in which labels are compared: runs of white space are one space, case is folded. Nil where
  /// it is blank.
  func normalizedLabel(_ range: Range<Int>) -> [UInt8]? {
    var label: [UInt8] = []
    var isASCII = true
    for index in range {
      let byte = bytes[index]
      if byte.isSpace {
        if let last = label.last, last != 0x20 { label.append(0x20) }
      } else {
        label.append(byte &- 0x61 < 26 ? byte & ~0x20 : byte)
        if byte >= 0x80 { isASCII = false }
      }
    }
    if label.last == 0x20 { label.removeLast() }
    if label.isEmpty { return nil }
    // First down and then up: so that both cases of a sharp s become the same.
    return isASCII ? label : Array(String(decoding: label, as: UTF8.self).lowercased().uppercased().utf8)
  }
}
