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

  /// The first items of a list, as far as they hold something.
  func items(ofList list: Int, most: Int) -> [Int] {
    children(of: list).prefix(most).filter { $0 + 1 < Int(blocks[list].end) }
  }

  /// The list in whose item a block stands.
  func list(around block: Int) -> Int? {
    let item = Int(blocks[block].parent)
    guard item >= 0, blocks[item].kind == .item, blocks[item].parent >= 0 else { return nil }
    return Int(blocks[item].parent)
  }

  /// The quotation that a block stands in, other than in a list of it.
  func quote(around block: Int) -> Int? {
    let parent = Int(blocks[block].parent)
    return parent >= 0 && blocks[parent].kind == .quote ? parent : nil
  }
}
