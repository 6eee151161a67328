/// Parts the paragraphs that are definition lists in Markdown: a term on a line, and below it lines that begin with a colon.
struct DefinitionLists {
  private var document: Document
  private var blocks: [Block] = []
  /// By old index, where a block is now.
  private var places: [Int32] = []

  static func read(into document: inout Document) {
    var lists = DefinitionLists(document: document)
    guard document.blocks.contains(where: { lists.isList($0) }) else { return }
    lists.read()
    document = lists.document
  }

  private init(document: Document) { self.document = document }

  private mutating func read() {
    for block in document.blocks {
      places.append(Int32(blocks.count))
      if isList(block) { part(block) } else { blocks.append(block) }
    }
    places.append(Int32(blocks.count))
    var index = 0
    while index < blocks.count {
      if blocks[index].kind == .definitionList, blocks[index].writing == .markdown {
        index = settle(list: index)
      } else {
        blocks[index].end = places[Int(blocks[index].end)]
        if blocks[index].parent >= 0 { blocks[index].parent = places[Int(blocks[index].parent)] }
        index += 1
      }
    }
    document.blocks = blocks
  }

  /// Gives a list that was parted its place, and its parts theirs; behind the last of them.
  private mutating func settle(list: Int) -> Int {
    blocks[list].writing = .verbatim
    if blocks[list].parent >= 0 { blocks[list].parent = places[Int(blocks[list].parent)] }
    let count = Int(blocks[list].number)
    blocks[list].number = 0
    blocks[list].end = Int32(list + 1 + count)
    for index in list + 1..<list + 1 + count {
      blocks[index].parent = Int32(list)
      blocks[index].end = Int32(index + 1)
    }
    return list + 1 + count
  }

  private func isList(_ block: Block) -> Bool {
    guard block.kind == .paragraph, block.writing == .markdown, block.segments.count > 1,
      !isDefinition(block.segments.lowerBound)
    else { return false }
    return isDefinition(block.segments.lowerBound + 1)
  }

  /// A line that begins with a colon and a space.
  private func isDefinition(_ segment: Int32) -> Bool {
    let line = document.segments[Int(segment)]
    guard line.end > line.start + 1 else { return false }
    let next = document.notes[Int(line.start) + 1]
    return document.notes[Int(line.start)] == 0x3A && (next == 0x20 || next == 0x09)
  }

  private mutating func part(_ block: Block) {
    var list = block
    list.kind = .definitionList
    list.segments = 0..<0
    let place = blocks.count
    blocks.append(list)
    var index = block.segments.lowerBound
    while index < block.segments.upperBound {
      let start = index
      let isTerm = !isDefinition(index)
      index += 1
      // Lines that go on: up to the next colon, or the term that stands right above one.
      while index < block.segments.upperBound, !isDefinition(index),
        index + 1 >= block.segments.upperBound || !isDefinition(index + 1)
      {
        index += 1
      }
      append(isTerm ? .term : .definition, start..<index, of: block)
    }
    blocks[place].number = Int32(blocks.count - place - 1)
  }

  private mutating func append(_ kind: Block.Kind, _ lines: Range<Int32>, of block: Block) {
    var leaf = block
    leaf.kind = kind
    leaf.segments = lines
    leaf.start = document.segments[Int(lines.lowerBound)].start
    leaf.stop = document.segments[Int(lines.upperBound) - 1].end
    if kind == .definition {
      var start = leaf.start + 1
      while start < leaf.stop, document.notes[Int(start)] == 0x20 || document.notes[Int(start)] == 0x09 { start += 1 }
      document.segments[Int(lines.lowerBound)].start = min(start, document.segments[Int(lines.lowerBound)].end)
    }
    blocks.append(leaf)
  }
}
