/// Writes a document's flat blocks in reading order, keeping parents and ends right.
struct BlockWriter {
  private(set) var blocks: [Block] = []
  private(set) var segments: [Document.Segment] = []
  private(set) var pieces: [Document.Piece] = []
  private(set) var replacements: [UInt8] = []
  private(set) var pieceMarks: [Document.PieceMark] = []
  private(set) var omissions: [Document.Omission] = []
  private var open: [Int] = []

  var depth: Int { open.count }
  var count: Int { blocks.count }

  /// Opens a container.
  mutating func begin(_ kind: Block.Kind, at start: Int, flags: Block.Flags = [], number: Int32 = 0) {
    var block = Block(kind)
    block.flags = flags
    block.number = number
    place(&block, start, start)
    open.append(blocks.count)
    blocks.append(block)
  }

  /// Closes the container opened last.
  mutating func end() {
    guard let index = open.popLast() else { return }
    blocks[index].end = Int32(blocks.count)
    if let parent = open.last { blocks[parent].stop = max(blocks[parent].stop, blocks[index].stop) }
  }

  /// Closes containers until `depth` of them are open.
  mutating func end(to depth: Int) {
    while open.count > depth { end() }
  }

  /// A leaf whose text is these runs of notes, one line break between two of them.
  mutating func leaf(
    _ kind: Block.Kind, _ span: Range<Int>, lines: [Range<Int>], label: Range<Int> = 0..<0,
    flags: Block.Flags = [], level: Int = 0
  ) {
    var block = Block(kind)
    block.flags = flags
    block.level = UInt8(clamping: level)
    block.label = Self.narrow(label)
    let first = Int32(segments.count)
    for line in lines { segments.append(Document.Segment(Int32(line.lowerBound), Int32(line.upperBound))) }
    block.segments = first..<Int32(segments.count)
    add(&block, span)
  }

  /// A leaf whose text has holes or replacements within its lines.
  mutating func leaf(
    _ kind: Block.Kind, _ span: Range<Int>, text: PieceText, label: Range<Int> = 0..<0,
    flags: Block.Flags = [], level: Int = 0
  ) {
    if let lines = text.lines {
      leaf(kind, span, lines: lines, label: label, flags: flags, level: level)
      return
    }
    var block = Block(kind)
    block.writing = .pieces
    block.flags = flags
    block.level = UInt8(clamping: level)
    block.label = Self.narrow(label)
    let first = Int32(pieces.count)
    let shift = Int32(replacements.count)
    for piece in text.pieces {
      var piece = piece
      if !piece.replacement.isEmpty {
        piece.replacement = (piece.replacement.lowerBound + shift)..<(piece.replacement.upperBound + shift)
      }
      pieces.append(piece)
    }
    replacements.append(contentsOf: text.replacements)
    // Marks are found where they end, and stand where they begin, the outer one first.
    for mark in text.marks.sorted(by: {
      ($0.pieces.lowerBound, -$0.pieces.upperBound) < ($1.pieces.lowerBound, -$1.pieces.upperBound)
    }) {
      var mark = mark
      mark.pieces = (mark.pieces.lowerBound + first)..<(mark.pieces.upperBound + first)
      pieceMarks.append(mark)
    }
    block.segments = first..<Int32(pieces.count)
    add(&block, span)
  }

  /// A row of cells on one line; signs at its edges part nothing.
  mutating func row(_ words: Range<Int>, partedBy sign: UInt8, of notes: [UInt8]) {
    var from = words.lowerBound
    var to = words.upperBound
    begin(.row, at: from)
    extend(to: to)
    if sign == 0x7C {
      if notes[from] == sign { from += 1 }
      if to > from, notes[to - 1] == sign { to -= 1 }
    }
    var column = 0
    while true {
      let end = Ascii.firstIndex(of: sign, in: notes, from, to) ?? to
      let cell = Ascii.trimmed(from..<end, of: notes)
      leaf(.cell, cell, lines: cell.isEmpty ? [] : [cell], level: column)
      column += 1
      guard end < to else { break }
      from = end + 1
    }
    end()
  }

  mutating func rule(_ span: Range<Int>) {
    var block = Block(.rule)
    add(&block, span)
  }

  /// Adds flags to the container that is open at this depth.
  mutating func flag(_ flags: Block.Flags, at depth: Int) {
    if open.indices.contains(depth) { blocks[open[depth]].flags.formUnion(flags) }
  }

  /// Adds flags to the `rows` blocks of this kind that were written last within the innermost container.
  mutating func flagLastRow(_ flags: Block.Flags) {
    var index = blocks.count - 1
    while index >= 0, blocks[index].kind == .cell {
      blocks[index].flags.formUnion(flags)
      index -= 1
    }
    if index >= 0, blocks[index].kind == .row { blocks[index].flags.formUnion(flags) }
  }

  /// Lets the open containers reach to `stop`, where markup closes them behind their last child.
  mutating func extend(to stop: Int) {
    if let index = open.last { blocks[index].stop = max(blocks[index].stop, Int32(stop)) }
  }

  mutating func omit(_ message: String, _ span: Range<Int>) {
    omissions.append(Document.Omission(message: message, span: Span(span.lowerBound, span.upperBound)))
  }

  /// Closes what is open and hands everything to the document.
  mutating func finish(into document: inout Document) {
    end(to: 0)
    document.blocks = blocks
    document.segments = segments
    document.pieces = pieces
    document.replacements = replacements
    document.pieceMarks = pieceMarks
    document.omissions += omissions
  }

  private mutating func add(_ block: inout Block, _ span: Range<Int>) {
    place(&block, span.lowerBound, span.upperBound)
    block.end = Int32(blocks.count + 1)
    blocks.append(block)
    if let parent = open.last { blocks[parent].stop = max(blocks[parent].stop, block.stop) }
  }

  private func place(_ block: inout Block, _ start: Int, _ stop: Int) {
    block.parent = open.last.map { Int32($0) } ?? -1
    block.start = Int32(start)
    block.stop = Int32(stop)
  }

  private static func narrow(_ range: Range<Int>) -> Range<Int32> {
    Int32(range.lowerBound)..<Int32(range.upperBound)
  }
}
