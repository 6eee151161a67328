/// The plain text of blocks, however they are written.
extension Document {
  /// Reads the text of a leaf into `text`, which is emptied first; containers have none of their own.
  public func text(of block: Block, into text: inout BlockText) {
    text.removeAll()
    guard block.isLeaf else { return }
    switch block.writing {
    case .verbatim: verbatimText(of: block, into: &text)
    case .markdown: markdownText(of: block, into: &text)
    case .pieces: piecesText(of: block, into: &text)
    }
  }

  private func verbatimText(of block: Block, into text: inout BlockText) {
    var before = -1
    for index in block.segments where segments.indices.contains(Int(index)) {
      let segment = segments[Int(index)]
      if before >= 0 { text.append(replacing: before, Int(segment.start), with: CollectionOfOne(0x0A)) }
      text.append(notes, Int(segment.start), Int(segment.end))
      before = Int(segment.end)
    }
  }
}
