/// Tells how far what a heading governs reaches.
import HeardGrammar

extension SectionReader {
  /// Behind the lists that each have somebody's name above them: "Action items:", then "Ana:" and a list, then "Ben:" and a list. Where
  /// no list stands right below, tasks can stand below other labels as well: "Website:", "For all of us:".
  mutating func namedListsEnd(from start: Int, besides block: Block, _ role: SectionRole, _ document: Document) -> Int {
    var next = start
    let isOpen = role == .actions && start == Int(block.end)
    while next < document.blocks.count {
      let name = document.blocks[next]
      guard name.parent == block.parent, name.kind == .paragraph || name.kind == .heading,
        name.stop - name.start <= SectionReader.longest,
        isFollowedByList(next, document)
      else { break }
      load(next)
      guard !tokens.tokens.isEmpty, isPersonOnly || isOpen && lastByte == 0x3A && section(whole) == nil
      else { break }
      if name.kind == .heading { namedLists.insert(next) }
      next = listsEnd(after: next, document)
    }
    return next
  }

  /// Where the next short line stands right above a list of its own, as the line at hand does: nothing else sets such titles off.
  func nextTitle(after index: Int, _ document: Document) -> Int {
    let parent = document.blocks[index].parent
    let last = parent >= 0 ? Int(document.blocks[Int(parent)].end) : document.blocks.count
    var next = listsEnd(after: index, document)
    while next < last {
      let block = document.blocks[next]
      if block.kind == .heading { return last }
      if block.kind == .paragraph, block.stop - block.start <= SectionReader.longestNumbered, isFollowedByList(next, document) {
        return next
      }
      next = Int(block.end)
    }
    return last
  }

  /// Behind the lists and tables that follow a block.
  func listsEnd(after index: Int, _ document: Document) -> Int {
    var next = Int(document.blocks[index].end)
    let parent = document.blocks[index].parent
    while next < document.blocks.count, document.blocks[next].parent == parent,
      document.blocks[next].kind == .list || document.blocks[next].kind == .table
        || document.blocks[next].flags.contains(.service)
    {
      next = Int(document.blocks[next].end)
    }
    return next
  }

  func definitionsEnd(after index: Int, _ document: Document) -> Int {
    var next = Int(document.blocks[index].end)
    let parent = document.blocks[index].parent
    while next < document.blocks.count, document.blocks[next].parent == parent, document.blocks[next].kind != .term {
      next = Int(document.blocks[next].end)
    }
    return next
  }

  /// Behind the items without children that follow an item: one with its own children is a matter of its own.
  func looseEnd(behind item: Block, _ document: Document) -> Int {
    guard item.parent >= 0 else { return Int(item.end) }
    let listEnd = Int(document.blocks[Int(item.parent)].end)
    var next = Int(item.end)
    while next < listEnd, document.blocks[next].kind == .item, Int(document.blocks[next].end) <= next + 2 {
      next = Int(document.blocks[next].end)
    }
    return next
  }
}
