/// Notes that are one preformatted text: each line of a log saved as a page is a paragraph, and so are the lines between two empty ones
/// where they are sentences that were broken when a line was full.
enum PreformattedNotes {
  /// A line or two beside the text, such as when the page was changed, or a table around its title, may be so small a part of it.
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
      case .field, .heading, .rule, .table, .row: break
      case .paragraph, .cell: beside += block.span.count
      default: return
      }
    }
    guard let code else { return }
    let block = builder.blocks[code]
    guard beside * PreformattedNotes.mostBeside <= block.span.count else { return }
    var lines = Lines(notes: builder.notes, parent: block.parent, isWrapped: isWrapped(builder.notes, block.span))
    let places = lines.read(builder.pieces, Int(block.segments.lowerBound)..<Int(block.segments.upperBound))
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

  /// Of the lines right below another one at least one in four begins with a small letter: what stands above goes on there.
  private static func isWrapped(_ notes: UnsafeBufferPointer<UInt8>, _ span: Span) -> Bool {
    var (below, small, isBelow, isAtStart) = (0, 0, false, true)
    for byte in notes[span.start..<span.end] {
      if byte == 0x0A {
        isBelow = !isAtStart
        isAtStart = true
      } else if isAtStart, !HTMLBytes.isSpace(byte) {
        isAtStart = false
        guard isBelow else { continue }
        below += 1
        if 0x61...0x7A ~= byte { small += 1 }
      }
    }
    return below >= PreformattedNotes.fewestBelow && small * 4 >= below
  }

  private static let fewestBelow = 12

  private struct Lines {
    let notes: UnsafeBufferPointer<UInt8>
    let parent: Int32
    let isWrapped: Bool
    var blocks: [Block] = []
    private(set) var pieces: [Document.Piece] = []
    private var firstPiece = 0
    /// Where the line at hand begins among the pieces, in sentences that were wrapped.
    private var line = 0

    init(notes: UnsafeBufferPointer<UInt8>, parent: Int32, isWrapped: Bool) {
      (self.notes, self.parent, self.isWrapped) = (notes, parent, isWrapped)
    }

    /// Takes all pieces of a page, of which some are the text, and tells the place of each among those that are left, with the end of all.
    mutating func read(_ all: [Document.Piece], _ text: Range<Int>) -> [Int32] {
      var places: [Int32] = []
      for (index, piece) in all.enumerated() {
        places.append(Int32(pieces.count))
        if text.contains(index) { split(piece) } else { pieces.append(piece) }
        if index == text.upperBound - 1 { endLine() }
        if index == text.lowerBound - 1 { begin() }
      }
      places.append(Int32(pieces.count))
      // What was blank is gone, and its place that of what follows.
      for index in places.indices.dropLast().reversed() { places[index] = min(places[index], places[index + 1]) }
      return places
    }

    /// What follows is a paragraph of its own.
    private mutating func begin() { (firstPiece, line) = (pieces.count, pieces.count) }

    private mutating func split(_ piece: Document.Piece) {
      if piece.isBreak { return endLine() }
      guard piece.replacement.isEmpty else { return pieces.append(piece) }
      var start = piece.start
      for i in piece.start..<piece.end where notes[Int(i)] == 0x0A {
        append(start, i)
        isWrapped ? breakLine(at: i) : endLine()
        start = i + 1
      }
      append(start, piece.end)
    }

    private mutating func append(_ start: Int32, _ end: Int32) {
      if end > start { pieces.append(.init(start: start, end: end)) }
    }

    /// An empty line ends a paragraph; any other goes on below.
    private mutating func breakLine(at end: Int32) {
      guard !isBlank(pieces[line...]) else { return endLine() }
      pieces.append(.init(start: end, end: end + 1, isBreak: true))
      line = pieces.count
    }

    private func isBlank(_ pieces: ArraySlice<Document.Piece>) -> Bool {
      pieces.allSatisfy { piece in
        piece.replacement.isEmpty && notes[Int(piece.start)..<Int(piece.end)].allSatisfy(HTMLBytes.isSpace)
      }
    }

    private mutating func endLine() {
      defer { begin() }
      while pieces.count > firstPiece, isBlank(pieces[(pieces.count - 1)...]) { pieces.removeLast() }
      guard let first = pieces[firstPiece...].first, let last = pieces.last else { return }
      var block = Block(.paragraph)
      block.writing = .pieces
      block.parent = parent
      block.span = Span(Int(first.start), Int(last.end))
      block.segments = Int32(firstPiece)..<Int32(pieces.count)
      blocks.append(block)
    }
  }
}
