/// Reads the HTML that stands in Markdown: tables, lists and folds, whose words a reader of the page sees like any others.
struct EmbeddedHTML {
  /// Blank lines part an element into several blocks; its end is looked for among so many.
  private static let mostBlocks = 256

  private var document: Document
  private var blocks: [Block] = []
  /// By old index, where a block is now.
  private var places: [Int32] = []

  /// Puts the blocks that HTML holds in the place of those that hold HTML.
  static func read(into document: inout Document) {
    guard document.blocks.contains(where: { $0.kind == .html }) else { return }
    var embedded = EmbeddedHTML(document: document)
    embedded.read()
    document = embedded.document
  }

  private init(document: Document) { self.document = document }

  private mutating func read() {
    var index = 0
    // Ends and parents of the blocks that stay are old indices until all places are known.
    var isNew: [Bool] = []
    // As many as there were, or few more: growing by doubling would hold room for as many again.
    blocks.reserveCapacity(document.blocks.count)
    while index < document.blocks.count {
      let last = element(at: index)
      let made = last.map { embed(index...$0) } ?? []
      guard let last, !made.isEmpty else {
        places.append(Int32(blocks.count))
        blocks.append(document.blocks[index])
        isNew.append(false)
        index += 1
        continue
      }
      for _ in index...last { places.append(Int32(blocks.count)) }
      blocks += made
      isNew += Array(repeating: true, count: made.count)
      index = last + 1
    }
    places.append(Int32(blocks.count))
    for index in blocks.indices where !isNew[index] {
      blocks[index].end = places[Int(blocks[index].end)]
      if blocks[index].parent >= 0 { blocks[index].parent = places[Int(blocks[index].parent)] }
    }
    document.blocks = blocks
  }

  /// The last block of the element that begins at a block; nil where none does whose words are read.
  private func element(at index: Int) -> Int? {
    let block = document.blocks[index]
    guard block.kind == .html, hasPlainMargin(block), Int(block.start) + 1 < document.notes.count else { return nil }
    let start = Int(block.start)
    guard Ascii.isLetter(document.notes[start + 1]),
      !HTMLTagNames.rawText.contains(where: { holds("<" + $0, at: start) })
    else { return nil }
    guard holds("<table", at: start), !closesTable(block) else { return index }
    var next = index + 1
    while next < document.blocks.count, next - index < EmbeddedHTML.mostBlocks {
      let other = document.blocks[next]
      guard other.kind == .html || other.kind == .code || other.kind == .paragraph, other.parent == block.parent else {
        return index
      }
      if other.kind == .html, closesTable(other) { return next }
      next += 1
    }
    return index
  }

  private func closesTable(_ block: Block) -> Bool {
    document.notes.withUnsafeBufferPointer {
      HTMLBytes.find("</table", $0, from: Int(block.start), to: Int(block.stop)) != nil
    }
  }

  private func holds(_ word: String, at start: Int) -> Bool {
    let end = min(start + word.utf8.count, document.notes.count)
    return document.notes[start..<end].map(Ascii.lowered).elementsEqual(word.utf8)
  }

  /// Nothing but white space stands between the lines: the signs of a quotation would be read as words.
  private func hasPlainMargin(_ block: Block) -> Bool {
    var before = Int(block.start)
    for index in block.segments {
      let segment = document.segments[Int(index)]
      for byte in document.notes[min(before, Int(segment.start))..<Int(segment.start)]
      where byte != 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D { return false }
      before = Int(segment.end)
    }
    return true
  }

  /// Reads the notes that a run of blocks stands for; empty where they hold no words.
  private mutating func embed(_ run: ClosedRange<Int>) -> [Block] {
    let first = document.blocks[run.lowerBound]
    let start = Int(first.start)
    let part = Array(document.notes[start..<Int(document.blocks[run.upperBound].stop)])
    let source = HTMLParserBytes(part)
    let built = part.withUnsafeBufferPointer { HTMLReader.built(of: $0, source) }
    guard built.blocks.contains(where: { $0.isLeaf && !$0.segments.isEmpty }) else { return [] }
    let shift = Shift(
      bytes: Int32(start), blocks: Int32(blocks.count), pieces: Int32(document.pieces.count),
      replacements: Int32(document.replacements.count))
    document.pieces += built.pieces.map { shift.moved($0) }
    document.replacements += built.replacements
    document.pieceMarks += built.marks.map { shift.moved($0) }
    for omission in source.omissions + built.omissions {
      let span = Span(omission.span.start + start, omission.span.end + start)
      document.omissions.append(.init(message: omission.message, span: span))
    }
    // The parent's own place is known already: it stands before.
    let parent = first.parent < 0 ? -1 : places[Int(first.parent)]
    return built.blocks.map { shift.moved($0, outermost: parent) }
  }

  /// How far what was read of a part moves in the whole.
  private struct Shift {
    var bytes: Int32
    var blocks: Int32
    var pieces: Int32
    var replacements: Int32

    func moved(_ piece: Document.Piece) -> Document.Piece {
      var piece = piece
      piece.start += bytes
      piece.end += bytes
      if !piece.replacement.isEmpty { piece.replacement = moved(piece.replacement, replacements) }
      return piece
    }

    func moved(_ mark: Document.PieceMark) -> Document.PieceMark {
      var mark = mark
      mark.pieces = moved(mark.pieces, pieces)
      if !mark.value.isEmpty { mark.value = moved(mark.value, bytes) }
      return mark
    }

    func moved(_ block: Block, outermost parent: Int32) -> Block {
      var block = block
      block.parent = block.parent < 0 ? parent : block.parent + blocks
      block.end += blocks
      block.start += bytes
      block.stop += bytes
      if !block.segments.isEmpty { block.segments = moved(block.segments, pieces) }
      if !block.label.isEmpty { block.label = moved(block.label, bytes) }
      if !block.classes.isEmpty { block.classes = moved(block.classes, bytes) }
      return block
    }

    private func moved(_ range: Range<Int32>, _ distance: Int32) -> Range<Int32> {
      range.lowerBound + distance..<range.upperBound + distance
    }
  }
}
