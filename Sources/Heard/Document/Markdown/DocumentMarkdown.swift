/// The text of leaves that are written in Markdown.
extension Document {
  /// Reads the inlines of one leaf, appending to a text that is empty.
  func markdownText(of block: Block, into text: inout BlockText) {
    let range = Int(block.segments.lowerBound)..<Int(block.segments.upperBound)
    guard range.upperBound <= segments.count, !range.isEmpty else { return }
    notes.withUnsafeBufferPointer { buffer in
      let bytes = NoteBytes(buffer)
      // Most leaves are plain words.
      if block.kind != .cell || range.count == 1, arePlain(range, bytes) { return appendPlain(range, bytes, &text) }
      var work = InlineWork()
      swap(&work, &text.inlineWork)
      work.source.load(segments[range], of: bytes, isCell: block.kind == .cell)
      if range.count == 1 {
        let line = segments[range.lowerBound]
        InlineReader.read(bytes.slice(Int(line.start), Int(line.end)), linkDestinations, &work)
      } else {
        let joined = work.source.joined
        joined.withUnsafeBufferPointer { InlineReader.read(NoteBytes($0), linkDestinations, &work) }
      }
      InlineWriter(notes: bytes).write(&work, into: &text)
      swap(&work, &text.inlineWork)
    }
  }

  private func arePlain(_ lines: Range<Int>, _ notes: NoteBytes) -> Bool {
    lines.allSatisfy { index in
      let line = notes.slice(Int(segments[index].start), Int(segments[index].end))
      return InlineReader.end(of: line) > 0 && InlineReader.isPlain(line)
    }
  }

  /// Lines without any markup, parted by one line feed each, which the space around it belongs to.
  private func appendPlain(_ lines: Range<Int>, _ notes: NoteBytes, _ text: inout BlockText) {
    var before: Int?
    for index in lines {
      let (start, end) = (Int(segments[index].start), Int(segments[index].end))
      if let before { text.append(replacing: before, start, with: CollectionOfOne(0x0A)) }
      let behind = start + InlineReader.end(of: notes.slice(start, end))
      text.append(notes, start, behind)
      before = behind
    }
  }
}
