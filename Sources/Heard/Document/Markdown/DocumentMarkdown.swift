/// The text of leaves that are written in Markdown.
extension Document {
  /// Reads the inlines of one leaf, appending to a text that is empty.
  func markdownText(of block: Block, into text: inout BlockText) {
    let range = Int(block.segments.lowerBound)..<Int(block.segments.upperBound)
    guard range.upperBound <= segments.count, !range.isEmpty else { return }
    notes.withUnsafeBufferPointer { buffer in
      let bytes = NoteBytes(buffer)
      let first = segments[range.lowerBound]
      let source = bytes.slice(Int(first.start), Int(first.end))
      if range.count == 1, InlineReader.firstSpecial(in: source) == source.count {
        // Most leaves are plain words on one line.
        text.append(bytes, Int(first.start), Int(first.start) + InlineReader.end(of: source))
        return
      }
      var work = InlineWork()
      swap(&work, &text.inlineWork)
      work.source.load(segments[range], of: bytes, isCell: block.kind == .cell)
      if range.count == 1 {
        InlineReader.read(source, linkDestinations, &work)
      } else {
        let joined = work.source.joined
        joined.withUnsafeBufferPointer { InlineReader.read(NoteBytes($0), linkDestinations, &work) }
      }
      InlineWriter(notes: bytes).write(&work, into: &text)
      swap(&work, &text.inlineWork)
    }
  }
}
