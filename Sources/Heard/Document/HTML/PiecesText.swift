/// The text of leaves that are written as pieces.
extension Document {
  /// Appends the text of an HTML block to `text`, with its marks.
  func piecesText(of block: Block, into text: inout BlockText) {
    var mark = firstPieceMark(from: block.segments.lowerBound)
    // Marks nest, so that the one begun last ends first.
    var open: [(mark: Int, end: Int32)] = []
    for index in block.segments {
      let offset = Int32(text.bytes.count)
      while let last = open.last, last.end <= index {
        text.marks[last.mark].range = text.marks[last.mark].range.lowerBound..<offset
        open.removeLast()
      }
      while mark < pieceMarks.count, pieceMarks[mark].pieces.lowerBound <= index {
        let found = pieceMarks[mark]
        mark += 1
        guard found.pieces.upperBound > index else { continue }
        open.append((text.marks.count, found.pieces.upperBound))
        text.marks.append(.init(kind: found.kind, range: offset..<offset, value: found.value))
      }
      appendPiece(pieces[Int(index)], to: &text)
    }
    let end = Int32(text.bytes.count)
    for (mark, _) in open { text.marks[mark].range = text.marks[mark].range.lowerBound..<end }
  }

  private func appendPiece(_ piece: Piece, to text: inout BlockText) {
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
