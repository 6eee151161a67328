/// Opening and closing blocks: containers on a stack, and the one leaf that text goes to.
extension HTMLBuilder {
  /// A block that is open and holds other blocks.
  struct Container {
    var block: Int
    var kind: Block.Kind
    /// Made for a child that stood without it; ends where anything else begins.
    var isImplied = false
    var isTaskList = false
    /// List: its last item so far.
    var lastItem = -1
    /// Row: the next free column.
    var column = 0
    /// Table: for how many further rows each column is taken.
    var taken: [Int] = []
  }

  /// The block that text goes to.
  struct Leaf {
    var block: Int
    var firstPiece: Int
    var firstMark: Int
    /// Lasts as long as its element: a heading, a term, code. Otherwise any block ends it.
    var isFixed: Bool
    /// The text of a cell or a definition, in which paragraphs are lines.
    var isOwnText = false
    var start: Int
    var stop: Int
    var pendingSpace: Range<Int>?
    var pendingBreak: PendingBreak?
    /// Whether there are words that are not struck through.
    var hasUnstruck = false

    var kind: Block.Kind = .paragraph
  }

  enum PendingBreak {
    case tag(Range<Int>)
    /// Between two paragraphs of a cell.
    case boundary
  }

  mutating func openBlock(_ kind: Block.Kind, at start: Int) -> Int {
    var block = Block(kind)
    block.writing = .pieces
    block.parent = containers.last.map { Int32($0.block) } ?? -1
    block.span = Span(start, start)
    blocks.append(block)
    return blocks.count - 1
  }

  mutating func openLeaf(_ kind: Block.Kind, at start: Int, isFixed: Bool) -> Int {
    let block = openBlock(kind, at: start)
    setLeaf(block, kind, at: start, isFixed: isFixed)
    return block
  }

  private mutating func setLeaf(_ block: Int, _ kind: Block.Kind, at start: Int, isFixed: Bool) {
    var leaf = Leaf(
      block: block, firstPiece: pieces.count, firstMark: marks.count, isFixed: isFixed, start: start, stop: start)
    leaf.kind = kind
    self.leaf = leaf
    mergeFrom = pieces.count
    for i in activeMarks.indices { activeMarks[i].start = pieces.count }
  }

  /// Opens the leaf for text that stands in no heading, term or code.
  mutating func openText(at offset: Int) {
    closeImplied(for: .paragraph)
    if let top = containers.last {
      switch top.kind {
      case .cell, .definition:
        let isEmpty = blocks.count == top.block + 1 && blocks[top.block].segments.isEmpty
        if isEmpty {
          setLeaf(top.block, top.kind, at: offset, isFixed: false)
          leaf?.isOwnText = true
          return
        }
      case .list: ensureItem(at: offset)
      case .row:
        pushImplied(.cell, at: offset)
        return openText(at: offset)
      default: break
      }
    }
    openParagraph(at: offset)
  }

  private mutating func openParagraph(at offset: Int) {
    var start = offset
    var opener = -1
    for element in elements.reversed() {
      if element.tag.isBlock {
        opener = element.start
        break
      }
      // Inline markup that begins with the paragraph belongs to it.
      if element.firstBlock == blocks.count { start = min(start, element.start) }
    }
    let block = openLeaf(.paragraph, at: start, isFixed: false)
    lastParagraph = (block, opener)
    if let isTicked = tickAhead { setTick(isTicked, on: block) }
    tickAhead = nil
  }

  /// Ends a paragraph, or a line of a cell, a heading or a term.
  mutating func partText(at offset: Int) {
    guard let leaf else { return }
    if leaf.isFixed || leaf.isOwnText {
      if pieces.count > leaf.firstPiece, leaf.kind != .code { self.leaf?.pendingBreak = .boundary }
    } else {
      closeLeaf()
    }
  }

  mutating func closeLeaf(at stop: Int? = nil) {
    guard let leaf else { return }
    self.leaf = nil
    flushMarks(of: leaf)
    trimEnd(of: leaf)
    let range = Int32(leaf.firstPiece)..<Int32(pieces.count)
    if leaf.isOwnText {
      blocks[leaf.block].segments = range
    } else if isBlank(range) {
      return remove(leaf)
    } else {
      blocks[leaf.block].segments = range
      blocks[leaf.block].end = Int32(leaf.block + 1)
      let last = pieces.last.map { Int($0.end) } ?? leaf.stop
      blocks[leaf.block].span = Span(leaf.start, stop ?? max(leaf.stop, last))
    }
    widenParent(of: leaf.block)
    if !leaf.hasUnstruck, !range.isEmpty { blocks[leaf.block].flags.insert(.struck) }
    sortMarks(from: leaf.firstMark)
  }

  /// A heading or paragraph of nothing but blanks is none.
  private mutating func remove(_ leaf: Leaf) {
    blocks.removeSubrange(leaf.block...)
    pieces.removeSubrange(leaf.firstPiece...)
    marks.removeSubrange(leaf.firstMark...)
    for i in elements.indices.reversed() {
      if elements[i].firstBlock < leaf.block { break }
      if elements[i].block == leaf.block { elements[i].block = -1 }
      elements[i].firstBlock = min(elements[i].firstBlock, blocks.count)
    }
  }

  mutating func popContainers(to count: Int, at stop: Int) {
    guard containers.count > count else { return }
    closeLeaf()
    tickAhead = nil
    while containers.count > count, let container = containers.popLast() {
      blocks[container.block].end = Int32(blocks.count)
      blocks[container.block].stop = max(blocks[container.block].stop, Int32(stop))
      if container.kind == .row { finishRow(container) }
      widenParent(of: container.block)
    }
  }

  /// A block lies within its parent, even within one that was made for it or reopened; returns the parent if it grew.
  @discardableResult
  mutating func widenParent(of block: Int) -> Int? {
    let (start, stop, parent) = (blocks[block].start, blocks[block].stop, Int(blocks[block].parent))
    guard parent >= 0, start < blocks[parent].start || stop > blocks[parent].stop else { return nil }
    blocks[parent].start = min(blocks[parent].start, start)
    blocks[parent].stop = max(blocks[parent].stop, stop)
    return parent
  }

  /// Ends lists, tables and rows that were only made for a child, before something that is no such child.
  mutating func closeImplied(for kind: Block.Kind) {
    while let top = containers.last, top.isImplied {
      switch (top.kind, kind) {
      case (.list, .item), (.table, .row), (.row, .cell), (.definitionList, .term), (.definitionList, .definition):
        return
      case (.list, _), (.table, _), (.row, _), (.definitionList, _):
        popContainers(to: containers.count - 1, at: Int(blocks.last?.stop ?? 0))
      default: return
      }
    }
  }

  /// Sees to it that the innermost container is of this kind, for a child that needs it.
  mutating func ensure(_ kind: Block.Kind, for child: Block.Kind, at start: Int) {
    closeImplied(for: child)
    if containers.last?.kind != kind { pushImplied(kind, at: start) }
  }

  mutating func pushImplied(_ kind: Block.Kind, at start: Int) {
    let block = openBlock(kind, at: start)
    var container = Container(block: block, kind: kind)
    container.isImplied = true
    containers.append(container)
  }

  private mutating func ensureItem(at start: Int) {
    let list = containers.count - 1
    pushImplied(.item, at: start)
    containers[list].lastItem = containers[list + 1].block
  }

  /// A list that stands directly in a list belongs to the item before it.
  mutating func reopenItem(at start: Int) {
    guard let list = containers.last else { return }
    let item = list.lastItem
    guard item >= 0, item < blocks.count, Int(blocks[item].end) == blocks.count else { return ensureItem(at: start) }
    containers.append(Container(block: item, kind: .item))
  }

  private mutating func finishRow(_ row: Container) {
    if let table = containers.last, table.kind == .table, row.column < table.taken.count {
      for i in row.column..<table.taken.count where table.taken[i] > 0 {
        containers[containers.count - 1].taken[i] -= 1
      }
    }
    var cell = row.block + 1
    guard cell < blocks.count else { return }
    while cell < blocks.count {
      guard blocks[cell].kind == .cell, blocks[cell].flags.contains(.header), Int(blocks[cell].end) > cell else {
        return
      }
      cell = Int(blocks[cell].end)
    }
    // A single header cell heads its row, unless it is all there is.
    blocks[row.block].flags.insert(.header)
  }

  /// The column of the next cell of the innermost row.
  mutating func takeColumn(columns: Int, rows: Int) -> Int {
    guard containers.count >= 2, containers[containers.count - 2].kind == .table else { return 0 }
    let row = containers.count - 1
    let table = row - 1
    var column = containers[row].column
    while column < containers[table].taken.count, containers[table].taken[column] > 0 {
      containers[table].taken[column] -= 1
      column += 1
    }
    let span = min(columns, 256)
    // No more columns than a block's level can tell apart.
    let limit = min(column + span, 256)
    if rows > 1, column < limit {
      while containers[table].taken.count < limit { containers[table].taken.append(0) }
      for i in column..<limit { containers[table].taken[i] = rows - 1 }
    }
    containers[row].column = min(column + span, 100_000)
    return column
  }

  /// Notes that what is being read is a check box.
  mutating func tick(_ isTicked: Bool) {
    if let leaf, leaf.isFixed { return setTick(isTicked, on: leaf.block) }
    if let top = containers.last, top.kind == .item || top.kind == .cell || top.kind == .definition {
      return setTick(isTicked, on: top.block)
    }
    if let leaf { return setTick(isTicked, on: leaf.block) }
    tickAhead = isTicked
  }

  private mutating func setTick(_ isTicked: Bool, on block: Int) {
    // The first box of an item is its own: others stand in its text.
    if blocks[block].flags.contains(.ticked) || blocks[block].flags.contains(.unticked), leaf != nil { return }
    blocks[block].flags.remove([.ticked, .unticked])
    blocks[block].flags.insert(isTicked ? .ticked : .unticked)
  }
}
