/// Link reference definitions: they are no text, but say which labels are links.
extension MarkdownReader {
  /// Takes the definitions off the start of the open paragraph. False where nothing else is in it: then it is removed.
  mutating func removeDefinitions() -> Bool {
    let lines = segments[Int(blocks[leafBlock].segments.lowerBound)...]
    guard let first = lines.first, bytes[Int(first.start)] == 0x5B else { return true }
    var source = InlineSource()
    source.load(lines, of: bytes, isCell: false)
    let count =
      lines.count == 1
      ? define(bytes.slice(Int(first.start), Int(first.end)), source)
      : source.joined.withUnsafeBufferPointer { define(NoteBytes($0), source) }
    guard count > 0 else { return true }
    guard count < lines.count else {
      extendInnermost(to: leafStop)
      segments.removeLast(lines.count)
      blocks.removeLast()
      return false
    }
    let left = blocks[leafBlock].segments.lowerBound + Int32(count)
    blocks[leafBlock].segments = left..<left
    blocks[leafBlock].start = segments[Int(left)].start
    return true
  }

  /// Keeps the definitions at the start of a paragraph; gives how many lines they take.
  private mutating func define(_ text: NoteBytes, _ source: InlineSource) -> Int {
    let syntax = LinkSyntax(bytes: text)
    var index = 0
    while index < text.count, let found = syntax.definition(at: index), let label = syntax.normalizedLabel(found.label)
    {
      var part = 0
      let start = source.position(found.destination.lowerBound, from: &part)
      let end = start + found.destination.count
      if definitions[label] == nil { definitions[label] = Int32(start)..<Int32(end) }
      index = found.end
    }
    guard index > 0 else { return 0 }
    return index >= text.count ? source.parts.count : source.parts.count { $0.offset < index }
  }
}
