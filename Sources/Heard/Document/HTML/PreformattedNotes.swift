/// Notes that are one preformatted text, such as a log saved as a page: each of its lines is a paragraph.
enum PreformattedNotes {
  /// A line or two beside the text, such as when the page was changed, may be so small a part of it.
  private static let mostBeside = 10

  /// Turns the only code block of a document with hardly any other text into paragraphs.
  static func unwrap(_ builder: inout HTMLBuilder) {
    var code: Int?
    var beside = 0
    for (index, block) in builder.blocks.enumerated() {
      switch block.kind {
      case .code:
        guard code == nil else { return }
        code = index
      case .field, .heading, .rule: break
      case .paragraph: beside += block.span.count
      default: return
      }
    }
    guard let code else { return }
    let block = builder.blocks[code]
    guard beside * PreformattedNotes.mostBeside <= block.span.count else { return }
    var lines = Lines(notes: builder.notes, parent: block.parent)
    let range = Int(block.segments.lowerBound)..<Int(block.segments.upperBound)
    var places: [Int32] = []
    for index in builder.pieces.indices {
      places.append(Int32(lines.pieces.count))
      let piece = builder.pieces[index]
      if range.contains(index) { lines.split(piece) } else { lines.pieces.append(piece) }
      if index == range.upperBound - 1 { lines.endLine() }
      if index == range.lowerBound - 1 { lines.firstPiece = lines.pieces.count }
    }
    places.append(Int32(lines.pieces.count))
    for i in builder.blocks.indices {
      let segments = builder.blocks[i].segments
      builder.blocks[i].segments = places[Int(segments.lowerBound)]..<places[Int(segments.upperBound)]
      if i > code { builder.blocks[i].end += Int32(lines.blocks.count - 1) }
    }
    for i in lines.blocks.indices { lines.blocks[i].end = Int32(code + i + 1) }
    for i in builder.marks.indices {
      let pieces = builder.marks[i].pieces
      builder.marks[i].pieces = places[Int(pieces.lowerBound)]..<places[Int(pieces.upperBound)]
    }
    builder.blocks.replaceSubrange(code...code, with: lines.blocks)
    builder.pieces = lines.pieces
  }

  private struct Lines {
    let notes: UnsafeBufferPointer<UInt8>
    let parent: Int32
    var blocks: [Block] = []
    var pieces: [Document.Piece] = []
    var firstPiece = 0

    init(notes: UnsafeBufferPointer<UInt8>, parent: Int32) { (self.notes, self.parent) = (notes, parent) }

    mutating func split(_ piece: Document.Piece) {
      if piece.isBreak { return endLine() }
      guard piece.replacement.isEmpty else { return pieces.append(piece) }
      var start = piece.start
      for i in piece.start..<piece.end where notes[Int(i)] == 0x0A {
        append(start, i)
        endLine()
        start = i + 1
      }
      append(start, piece.end)
    }

    private mutating func append(_ start: Int32, _ end: Int32) {
      if end > start { pieces.append(.init(start: start, end: end)) }
    }

    mutating func endLine() {
      defer { firstPiece = pieces.count }
      guard let first = pieces[firstPiece...].first, let last = pieces.last else { return }
      let isBlank = pieces[firstPiece...].allSatisfy { piece in
        piece.replacement.isEmpty && notes[Int(piece.start)..<Int(piece.end)].allSatisfy(HTMLBytes.isSpace)
      }
      guard !isBlank else { return pieces.removeSubrange(firstPiece...) }
      var block = Block(.paragraph)
      block.writing = .pieces
      block.parent = parent
      block.span = Span(Int(first.start), Int(last.end))
      block.segments = Int32(firstPiece)..<Int32(pieces.count)
      blocks.append(block)
    }
  }
}
