/// The text of leaves that are written in Markdown.
extension Document {
  /// Reads the inlines of one leaf, appending to a text that is empty.
  func markdownText(of block: Block, into text: inout BlockText) {
    guard Int(block.segments.upperBound) <= segments.count, !block.segments.isEmpty else { return }
    var work = InlineWork()
    swap(&work, &text.inlineWork)
    work.removeAll()
    notes.withUnsafeBufferPointer { buffer in
      let bytes = NoteBytes(buffer)
      let lines = segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
      work.source.load(lines, of: bytes, isCell: block.kind == .cell)
      if lines.count == 1, let line = lines.first {
        work = read(bytes.slice(Int(line.start), Int(line.end)), work)
      } else {
        let joined = work.source.joined
        work = joined.withUnsafeBufferPointer { read(NoteBytes($0), work) }
      }
      InlineWriter(notes: bytes).write(&work, into: &text)
    }
    swap(&work, &text.inlineWork)
  }

  private func read(_ source: NoteBytes, _ work: consuming InlineWork) -> InlineWork {
    var reader = InlineReader(text: source, definitions: linkDestinations, work: work)
    reader.read()
    return reader.work
  }
}
