/// What the beginning and the end of each element do to blocks.
extension HTMLBuilder {
  mutating func begin(_ element: inout Element, _ traits: HTMLTraits) {
    element.classes = element.tag == .document ? 0..<0 : traits.classes
    element.value = traits.value
    var tag = element.tag
    if tag == .table { layouts.append(traits.isLayout) }
    if layouts.last == true, [.table, .tableHead, .row, .cell, .headerCell].contains(tag) { tag = .boundary }
    if tag.isBlock { partText(at: element.start) }
    if tag.isStructure { closeLeaf() }
    beginBlock(tag, &element, traits)
    if let leaf, leaf.block == element.block { blocks[leaf.block].classes = element.classes }
    if let isTicked = traits.isTicked { tick(isTicked) }
    beginMarks(tag, &element, traits)
  }

  private mutating func beginBlock(_ tag: HTMLTag, _ element: inout Element, _ traits: HTMLTraits) {
    switch tag {
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      closeImplied(for: .heading)
      element.containers = containers.count
      element.block = openLeaf(.heading, at: element.start, isFixed: true)
      blocks[element.block].level = tag.headingLevel
    case .list, .orderedList, .taskList: beginList(tag, &element, traits)
    case .item, .task: beginItem(&element, traits)
    case .definitionList: beginContainer(.definitionList, &element)
    case .term, .definition:
      if containers.last?.kind == .definition { popContainers(to: containers.count - 1, at: element.start) }
      ensure(.definitionList, for: tag == .term ? .term : .definition, at: element.start)
      if tag == .definition { return beginContainer(.definition, &element) }
      element.containers = containers.count
      element.block = openLeaf(.term, at: element.start, isFixed: true)
    case .table: beginContainer(.table, &element)
    case .tableHead: tableHeads += 1
    case .row: beginRow(&element)
    case .cell, .headerCell: beginCell(tag, &element, traits)
    case .quote: beginContainer(.quote, &element)
    case .preformatted:
      closeImplied(for: .code)
      element.containers = containers.count
      element.block = openLeaf(.code, at: element.start, isFixed: true)
    case .rule: addRule(&element)
    case .title:
      closeLeaf()
      element.block = openLeaf(.field, at: element.start, isFixed: true)
      let label = min(element.start + 1, notes.count)
      blocks[element.block].label = Int32(label)..<Int32(min(label + 5, notes.count))
    case .meta: readMeta(element, traits)
    case .lineBreak: breakLine(element.start, cursor.position)
    default: break
    }
  }

  mutating func finish(_ element: Element, at end: Int) {
    finishMarks(element)
    switch element.tag {
    case .table: _ = layouts.popLast()
    case .tableHead: tableHeads = max(0, tableHeads - 1)
    default: break
    }
    if let leaf, leaf.isFixed, leaf.block == element.block { closeLeaf(at: end) }
    guard element.tag.isBlock else {
      // Markup at the edges of a block belongs to it.
      if let leaf, element.start >= leaf.start { self.leaf?.stop = max(leaf.stop, end) }
      return
    }
    partText(at: end)
    popContainers(to: element.containers, at: end)
    describeOnlyBlock(of: element, end)
  }

  /// A wrapper of only one block lends it its class, and its span if it is no block itself.
  private mutating func describeOnlyBlock(of element: Element, _ end: Int) {
    let only = element.block >= 0 ? element.block + 1 : element.firstBlock
    guard element.tag != .document, only < blocks.count, Int(blocks[only].end) == blocks.count else { return }
    switch element.tag {
    // What a list or a table is called says nothing of its one item.
    case .list, .orderedList, .taskList, .definitionList, .table, .row: break
    default: if blocks[only].classes.isEmpty { blocks[only].classes = element.classes }
    }
    guard element.tag == .paragraph || element.tag == .boundary, blocks[only].kind == .paragraph else { return }
    if let last = lastParagraph, last.block == only, last.opener == element.start {
      blocks[only].span = Span(min(element.start, Int(blocks[only].start)), max(end, Int(blocks[only].stop)))
      var widened = only
      while let parent = widenParent(of: widened) { widened = parent }
    }
  }

  private mutating func beginContainer(_ kind: Block.Kind, _ element: inout Element) {
    closeImplied(for: kind)
    element.containers = containers.count
    pushContainer(kind, &element)
  }

  private mutating func pushContainer(_ kind: Block.Kind, _ element: inout Element) {
    element.block = openBlock(kind, at: element.start)
    blocks[element.block].classes = element.classes
    containers.append(Container(block: element.block, kind: kind))
  }

  private mutating func beginList(_ tag: HTMLTag, _ element: inout Element, _ traits: HTMLTraits) {
    closeImplied(for: .list)
    element.containers = containers.count
    if containers.last?.kind == .list { reopenItem(at: element.start) }
    pushContainer(.list, &element)
    if tag == .orderedList {
      blocks[element.block].flags.insert(.ordered)
      blocks[element.block].number = traits.firstNumber
    }
    let classes = Int(element.classes.lowerBound)..<Int(element.classes.upperBound)
    containers[containers.count - 1].isTaskList =
      tag == .taskList || HTMLBytes.hasWord("inline-task-list", notes, classes)
  }

  private mutating func beginItem(_ element: inout Element, _ traits: HTMLTraits) {
    if containers.last?.kind == .item { popContainers(to: containers.count - 1, at: element.start) }
    ensure(.list, for: .item, at: element.start)
    element.containers = containers.count
    let isTask = containers.last?.isTaskList == true
    let list = containers.count - 1
    pushContainer(.item, &element)
    if list >= 0 { containers[list].lastItem = element.block }
    if isTask {
      let classes = Int(element.classes.lowerBound)..<Int(element.classes.upperBound)
      tick(HTMLBytes.hasWord("checked", notes, classes))
    }
  }

  private mutating func addRule(_ element: inout Element) {
    closeImplied(for: .rule)
    element.containers = containers.count
    let rule = openBlock(.rule, at: element.start)
    blocks[rule].end = Int32(rule + 1)
    blocks[rule].span = Span(element.start, cursor.position)
    widenParent(of: rule)
  }

  private mutating func beginRow(_ element: inout Element) {
    while let top = containers.last, top.kind == .cell || top.kind == .row {
      popContainers(to: containers.count - 1, at: element.start)
    }
    ensure(.table, for: .row, at: element.start)
    element.containers = containers.count
    pushContainer(.row, &element)
    if tableHeads > 0 { blocks[element.block].flags.insert(.header) }
  }

  private mutating func beginCell(_ tag: HTMLTag, _ element: inout Element, _ traits: HTMLTraits) {
    if containers.last?.kind == .cell { popContainers(to: containers.count - 1, at: element.start) }
    if containers.last?.kind != .row {
      ensure(.table, for: .row, at: element.start)
      pushImplied(.row, at: element.start)
    }
    element.containers = containers.count
    let column = takeColumn(columns: traits.columns, rows: traits.rows)
    pushContainer(.cell, &element)
    blocks[element.block].level = UInt8(clamping: column)
    if tag == .headerCell || tableHeads > 0 { blocks[element.block].flags.insert(.header) }
  }
}
