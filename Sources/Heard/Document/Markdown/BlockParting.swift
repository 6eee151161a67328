/// Puts leaves in the place of blocks of the outermost level, and keeps the ends and parents of all others right.
struct BlockParting {
  private var blocks: [Block] = []
  /// By new index: whether the block is new, and so no other's old index stands in it.
  private var isNew: [Bool] = []
  /// By old index, where a block is now.
  private var places: [Int32] = []

  /// What is kept or added from here on stands for the next of the old blocks.
  mutating func beginNext() { places.append(Int32(blocks.count)) }

  mutating func keep(_ block: Block) {
    blocks.append(block)
    isNew.append(false)
  }

  mutating func add(leaf: Block) {
    blocks.append(leaf)
    blocks[blocks.count - 1].end = Int32(blocks.count)
    isNew.append(true)
  }

  /// All blocks, once each of the old ones was gone through.
  mutating func finished() -> [Block] {
    places.append(Int32(blocks.count))
    for index in blocks.indices where !isNew[index] {
      blocks[index].end = places[Int(blocks[index].end)]
      if blocks[index].parent >= 0 { blocks[index].parent = places[Int(blocks[index].parent)] }
    }
    return blocks
  }
}
