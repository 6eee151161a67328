/// Front matter: the `key: value` lines between `---` at the very start.
extension MarkdownReader {
  /// Reads front matter into fields; gives where it ends, or `start` where there is none. What does not look like front
  /// matter from its first to its last line is left to be read as Markdown.
  mutating func readFrontMatter(from start: Int) -> Int {
    guard bytes.holds("---", at: start) else { return start }
    var ends = LineEnds()
    let opening = ends.line(from: start, in: bytes)
    guard trimmed(start + 3, opening.end).isEmpty, let end = frontMatterEnd(from: opening.next) else { return start }
    var fields = FieldLines()
    var index = opening.next
    while index < end.start {
      let line = ends.line(from: index, in: bytes)
      readFieldLine(index, line.end, &fields)
      index = line.next
    }
    finishField(&fields)
    return end.next
  }

  /// The key that the lines belong to, and whether it has had a value yet.
  private struct FieldLines {
    var key = 0..<0
    var line = 0..<0
    var hasValue = true
  }

  private func frontMatterEnd(from start: Int) -> (start: Int, next: Int)? {
    var ends = LineEnds()
    var index = start
    var keys = 0
    while index < bytes.count {
      let line = ends.line(from: index, in: bytes)
      let text = trimmed(index, line.end)
      let isFence = text.count == 3 && text.lowerBound == index
      if isFence, bytes.holds("---", at: index) || bytes.holds("...", at: index) {
        return keys > 0 ? (index, line.next) : nil
      }
      if !text.isEmpty, text.lowerBound == index, bytes[index] != 0x23 {
        if keyEnd(index, line.end) != nil {
          keys += 1
        } else if bytes[index] != 0x2D || !bytes[index + 1].isBlank || keys == 0 {
          return nil
        }
      }
      index = line.next
    }
    return nil
  }

  /// The offset of the colon behind a key that begins at `start`.
  private func keyEnd(_ start: Int, _ end: Int) -> Int? {
    let first = bytes[start]
    guard first.isAlphanumeric || first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x5F else { return nil }
    var index = start
    while index < end, index - start < 100 {
      if bytes[index] == 0x3A, index + 1 == end || bytes[index + 1].isBlank { return index }
      index += 1
    }
    return nil
  }

  private mutating func readFieldLine(_ start: Int, _ end: Int, _ fields: inout FieldLines) {
    let text = trimmed(start, end)
    if text.isEmpty || bytes[text.lowerBound] == 0x23 { return }
    if text.lowerBound == start, let colon = keyEnd(start, end) {
      finishField(&fields)
      fields = FieldLines(key: unquoted(trimmed(start, colon)), line: text, hasValue: false)
      let value = trimmed(colon + 1, end)
      let isBlockSign = value.count <= 2 && (bytes[value.lowerBound] == 0x7C || bytes[value.lowerBound] == 0x3E)
      if !value.isEmpty, !isBlockSign { addField(value, text, &fields) }
    } else {
      let isEntry = bytes[text.lowerBound] == 0x2D && bytes[text.lowerBound + 1].isBlank
      addField(isEntry ? trimmed(text.lowerBound + 2, end) : text, text, &fields)
    }
  }

  private mutating func finishField(_ fields: inout FieldLines) {
    guard !fields.hasValue else { return }
    addField(fields.line.upperBound..<fields.line.upperBound, fields.line, &fields)
  }

  /// Adds a value, or each entry of a list in brackets.
  private mutating func addField(_ value: Range<Int>, _ line: Range<Int>, _ fields: inout FieldLines) {
    fields.hasValue = true
    guard let entries = entries(of: value) else { return appendField(unquoted(value), line, fields.key) }
    for entry in entries { appendField(unquoted(entry), entry, fields.key) }
  }

  private mutating func appendField(_ value: Range<Int>, _ line: Range<Int>, _ key: Range<Int>) {
    let block = append(.field, from: line.lowerBound, parent: -1)
    blocks[block].label = Int32(key.lowerBound)..<Int32(key.upperBound)
    if !value.isEmpty { addSegment(value.lowerBound, value.upperBound) }
    finish(block, .verbatim, to: line.upperBound)
  }

  /// The entries of `[a, b]`; nil where the value is no plain list.
  private func entries(of value: Range<Int>) -> [Range<Int>]? {
    guard value.count > 2, bytes[value.lowerBound] == 0x5B, bytes[value.upperBound - 1] == 0x5D else { return nil }
    var entries: [Range<Int>] = []
    var start = value.lowerBound + 1
    var quote: UInt8 = 0
    for index in start..<value.upperBound {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27, trimmed(start, index).isEmpty {
        quote = byte
      } else if byte == 0x2C || index == value.upperBound - 1 {
        let entry = trimmed(start, index)
        if !entry.isEmpty { entries.append(entry) }
        start = index + 1
      } else if byte == 0x5B || byte == 0x7B {
        return nil
      }
    }
    return quote == 0 && !entries.isEmpty ? entries : nil
  }

  /// Without the quotes around it, where there are none inside.
  private func unquoted(_ value: Range<Int>) -> Range<Int> {
    let quote = bytes[value.lowerBound]
    guard value.count >= 2, quote == 0x22 || quote == 0x27, bytes[value.upperBound - 1] == quote else { return value }
    let inner = value.lowerBound + 1..<value.upperBound - 1
    for index in inner where bytes[index] == quote || bytes[index] == 0x5C { return value }
    return inner
  }

  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var (start, end) = (start, max(start, end))
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
