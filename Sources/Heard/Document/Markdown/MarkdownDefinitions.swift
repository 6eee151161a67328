/// Link reference definitions: they are no text, but say which labels are links.
extension MarkdownReader {
  /// Takes the definitions off the start of the open paragraph. False where nothing else is in it: then it is removed.
  mutating func removeDefinitions() -> Bool {
    let first = Int(blocks[leafBlock].segments.lowerBound)
    guard first < segments.count, bytes[Int(segments[first].start)] == 0x5B else { return true }
    let taken = defineLines(from: first)
    guard taken > 0 else { return true }
    guard first + taken < segments.count else {
      extendInnermost(to: leafStop)
      segments.removeLast(segments.count - first)
      blocks.removeLast()
      return false
    }
    blocks[leafBlock].segments = Int32(first + taken)..<Int32(first + taken)
    blocks[leafBlock].start = segments[first + taken].start
    return true
  }

  /// Apart, so that no slice of the segments lives on while they change: all of them would be copied.
  private mutating func defineLines(from first: Int) -> Int {
    let lines = segments[first...]
    var source = InlineSource()
    source.load(lines, of: bytes, isCell: false)
    if lines.count == 1, let line = lines.first {
      return define(bytes.slice(Int(line.start), Int(line.end)), source)
    }
    return source.joined.withUnsafeBufferPointer { define(NoteBytes($0), source) }
  }

  /// Keeps the definitions at the start of a paragraph; gives how many lines they take.
  private mutating func define(_ text: NoteBytes, _ source: InlineSource) -> Int {
    let syntax = LinkSyntax(bytes: text)
    var index = 0
    var part = 0
    while index < text.count, let found = syntax.definition(at: index), let label = syntax.normalizedLabel(found.label) {
      let start = source.position(found.destination.lowerBound, from: &part)
      let end = start + found.destination.count
      if definitions[label] == nil { definitions[label] = Int32(start)..<Int32(end) }
      index = found.end
    }
    guard index > 0 else { return 0 }
    return index >= text.count ? source.parts.count : source.parts.count { $0.offset < index }
  }
}
