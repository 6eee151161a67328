/// The lists that are open while lines are read, nested by how far their markers stand in.
struct ListStack {
  private struct Level {
    var indent: Int
    var style: ItemMarker.Style
    var sign: UInt8
    /// Containers that were open when the list began.
    var depth: Int
  }

  private var levels: [Level] = []
  private var hasOmitted = false

  var isEmpty: Bool { levels.isEmpty }
  /// How far the innermost list's markers stand in.
  var indent: Int { levels.last?.indent ?? -1 }
  /// How far the outermost list's markers stand in.
  var outerIndent: Int { levels.first?.indent ?? -1 }

  /// Opens an item, in a list that is open or in a new one.
  mutating func begin(_ marker: ItemMarker, _ line: TextLines.Line, afterBlank: Bool, in writer: inout BlockWriter) {
    let start = line.words.lowerBound
    if let index = level(for: marker, at: line.indent) {
      writer.end(to: levels[index].depth + 1)
      levels.removeSubrange((index + 1)...)
      if afterBlank { writer.flag(.loose, at: levels[index].depth) }
      levels[index].indent = line.indent
    } else {
      closeLevels(notHolding: marker, at: line.indent, in: &writer)
      if levels.count >= Guards.listItems {
        if !hasOmitted {
          writer.omit("Items nested more than \(Guards.listItems) deep are read as items of the innermost list", line.words)
        }
        hasOmitted = true
        if let innermost = levels.last { writer.end(to: innermost.depth + 1) }
      } else {
        levels.append(Level(indent: line.indent, style: marker.style, sign: marker.sign, depth: writer.depth))
        let ordered = marker.style == .number || marker.style == .letter
        writer.begin(.list, at: start, flags: ordered ? .ordered : [], number: marker.number)
      }
    }
    writer.begin(.item, at: start, flags: marker.flags)
    writer.extend(to: marker.content)
  }

  /// Closes the items that a line of text so far in cannot belong to; tells whether there were any.
  @discardableResult
  mutating func retreat(to indent: Int, in writer: inout BlockWriter) -> Bool {
    var closed = false
    while let last = levels.last, last.indent >= indent {
      writer.end(to: last.depth)
      levels.removeLast()
      closed = true
    }
    if closed, let last = levels.last { writer.end(to: last.depth + 2) }
    return closed
  }

  mutating func closeAll(in writer: inout BlockWriter) {
    if let first = levels.first { writer.end(to: first.depth) }
    levels.removeAll(keepingCapacity: true)
  }

  /// The open list that the marker continues. Numbers that are aligned to the right vary by a column.
  private func level(for marker: ItemMarker, at indent: Int) -> Int? {
    levels.lastIndex {
      abs($0.indent - indent) <= 1 && $0.style == marker.style && $0.sign == marker.sign
    }
  }

  private mutating func closeLevels(notHolding marker: ItemMarker, at indent: Int, in writer: inout BlockWriter) {
    while let last = levels.last {
      if last.indent + 1 < indent { break }
      if abs(last.indent - indent) <= 1, last.style.holds(marker.style) { break }
      writer.end(to: last.depth)
      levels.removeLast()
    }
    if let last = levels.last { writer.end(to: last.depth + 2) }
  }
}
