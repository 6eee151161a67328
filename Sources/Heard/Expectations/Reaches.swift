/// How far the comments of one document reach that allow findings; asked in the order of the notes, so that all together walk
/// the blocks once.
struct Reaches {
  private let document: Document
  /// Indices of the blocks with text, and of those of them that are no HTML.
  private let leaves: [Int]
  private let worded: [Int]
  /// Where the section of a heading ends, by index of the block.
  private var ends: [Int: Int] = [:]
  private var leaf = 0
  private var word = 0

  init(_ document: Document) {
    self.document = document
    leaves = document.blocks.indices.filter { document.blocks[$0].isLeaf }
    worded = leaves.filter { document.blocks[$0].kind != .html }
    // From behind: of each level, where the nearest heading is that is not below it.
    var next = Array(repeating: document.notes.count, count: 8)
    for index in worded.reversed() where document.blocks[index].kind == .heading {
      let level = min(Int(document.blocks[index].level), next.count - 1)
      ends[index] = next[level]
      for deeper in level..<next.count { next[deeper] = Int(document.blocks[index].start) }
    }
  }

  /// Nil for a comment within code.
  mutating func reach(of comment: Span) -> Span? {
    let blocks = document.blocks
    while leaf < leaves.count, Int(blocks[leaves[leaf]].stop) <= comment.start { leaf += 1 }
    while word < worded.count, Int(blocks[worded[word]].stop) <= comment.start { word += 1 }
    var index = leaf
    while index < leaves.count, Int(blocks[leaves[index]].start) < comment.end {
      let block = blocks[leaves[index]]
      if block.span.contains(comment) {
        if block.kind == .code { return nil }
        if block.kind != .html {
          return block.kind == .heading ? section(of: leaves[index]) : item(of: leaves[index]).union(comment)
        }
      }
      index += 1
    }
    if word > 0, blocks[worded[word - 1]].kind == .heading, !isRightAbove(comment) {
      return section(of: worded[word - 1])
    }
    guard word < worded.count else { return Span(comment.end, comment.end) }
    return blocks[worded[word]].kind == .heading ? section(of: worded[word]) : item(of: worded[word])
  }

  /// The comment stands on the line before the next words, which it then is about, even below a heading.
  private func isRightAbove(_ comment: Span) -> Bool {
    guard word < worded.count else { return false }
    let between = document.notes[comment.end..<max(comment.end, Int(document.blocks[worded[word]].start))]
    return between.count { $0 == 0x0A } <= 1
  }

  /// The item or row that a leaf opens, or the leaf.
  private func item(of leaf: Int) -> Span {
    let blocks = document.blocks
    let parent = Int(blocks[leaf].parent)
    guard parent >= 0, blocks[parent].kind == .item || blocks[parent].kind == .row else { return blocks[leaf].span }
    return blocks[parent].span
  }

  private func section(of heading: Int) -> Span {
    Span(Int(document.blocks[heading].start), ends[heading] ?? document.notes.count)
  }
}
