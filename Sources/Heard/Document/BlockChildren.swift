/// The blocks right below one, in reading order; what they hold themselves is stepped over.
struct BlockChildren: Sequence, IteratorProtocol {
  private let blocks: [Block]
  private var child: Int
  private let end: Int

  fileprivate init(of parent: Int, in blocks: [Block]) {
    self.blocks = blocks
    (child, end) = (parent + 1, Int(blocks[parent].end))
  }

  mutating func next() -> Int? {
    guard child < end else { return nil }
    defer { child = Swift.max(child + 1, Int(blocks[child].end)) }
    return child
  }
}

extension Document {
  func children(of block: Int) -> BlockChildren { BlockChildren(of: block, in: blocks) }

  /// The first rows of a table.
  func rows(ofTable table: Int, most: Int) -> [Int] {
    Array(children(of: table).lazy.filter { blocks[$0].kind == .row }.prefix(most))
  }
}
