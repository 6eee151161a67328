/// The plain text of blocks, however they are written.
extension Document {
  /// Reads the text of a leaf into `text`, which is emptied first; containers have none of their own.
  public func text(of block: Block, into text: inout BlockText) {
    text.removeAll()
    guard block.isLeaf else { return }
    switch block.writing {
    case .verbatim: verbatimText(of: block, into: &text)
    case .markdown: markdownText(of: block, into: &text)
    case .pieces: textOfPieces(of: block, into: &text)
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

  private func textOfPieces(of block: Block, into text: inout BlockText) {
    var mark = firstPieceMark(from: block.segments.lowerBound)
    // Marks that are still open, by the piece they end before; those begun later end first.
    var open: [(mark: Int, end: Int32)] = []
    for index in block.segments where pieces.indices.contains(Int(index)) {
      while let last = open.last, last.end <= index { close(open.removeLast().mark, in: &text) }
      while mark < pieceMarks.count, pieceMarks[mark].pieces.lowerBound <= index {
        if pieceMarks[mark].pieces.upperBound > index {
          open.append((text.marks.count, pieceMarks[mark].pieces.upperBound))
          let start = Int32(text.bytes.count)
          text.marks.append(
            .init(kind: pieceMarks[mark].kind, range: start..<start, value: pieceMarks[mark].value))
        }
        mark += 1
      }
      append(pieces[Int(index)], to: &text)
    }
    while let last = open.popLast() { close(last.mark, in: &text) }
  }

  private func close(_ mark: Int, in text: inout BlockText) {
    text.marks[mark].range = text.marks[mark].range.lowerBound..<Int32(text.bytes.count)
  }

  private func append(_ piece: Piece, to text: inout BlockText) {
    let (start, end) = (Int(piece.start), Int(piece.end))
    if piece.isBreak {
      text.append(replacing: start, end, with: CollectionOfOne(0x0A))
    } else if piece.replacement.isEmpty {
      text.append(notes, start, end)
    } else {
      let range = Int(piece.replacement.lowerBound)..<Int(piece.replacement.upperBound)
      text.append(replacing: start, end, with: replacements[range])
    }
  }

  /// Piece marks stand in the order in which they begin.
  private func firstPieceMark(from piece: Int32) -> Int {
    var low = 0
    var high = pieceMarks.count
    while low < high {
      let middle = (low + high) / 2
      if pieceMarks[middle].pieces.lowerBound < piece { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
