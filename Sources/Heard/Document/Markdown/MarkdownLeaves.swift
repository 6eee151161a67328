/// Leaves of Markdown: headings, code, rules, paragraphs.
extension MarkdownReader {
  /// Whether a line whose first byte this is may be more than text.
  @inline(__always)
  static func beginsBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x3C, 0x3D, 0x3E, 0x5F, 0x60, 0x7B, 0x7E: true
    default: false
    }
  }

  /// Goes on with code or HTML. False where that ends before this line, or where the open leaf is another.
  mutating func continueLeaf() -> Bool {
    switch leaf {
    case .none, .paragraph, .table: return false
    case .indentedCode: return continueIndentedCode()
    case .html: return continueHTML()
    case .fencedCode:
      leafStop = line.end
      if fence.isClosed(by: line, bytes) {
        closeLeaf()
      } else {
        line.advance(columns: fence.indent, bytes)
        addSegment(line.rest, line.end)
      }
      return true
    }
  }

  /// Opens a heading, code, HTML or rule on this line, if it is one.
  mutating func openLeaf(_ byte: UInt8, _ depth: Int, interrupts: Bool) -> Bool {
    switch byte {
    case 0x23: return openHeading(depth)
    case 0x60, 0x7E: return openFencedCode(depth)
    case 0x3C: return openHTML(depth, interrupts: interrupts)
    case 0x3D: return interrupts && underlineHeading()
    case 0x2D: return interrupts && underlineHeading() || openRule(depth)
    case 0x2A, 0x5F: return openRule(depth)
    default: return false
    }
  }

  mutating func openIndentedCode() {
    line.advance(columns: 4, bytes)
    leafBlock = addBlock(.code, from: line.rest)
    leaf = .indentedCode
    _ = addCodeLine()
  }

  private mutating func continueIndentedCode() -> Bool {
    guard line.isBlank || line.indent >= 4 else {
      closeLeaf()
      return false
    }
    line.advance(columns: 4, bytes)
    return addCodeLine()
  }

  private mutating func addCodeLine() -> Bool {
    addSegment(line.rest, line.end)
    if !line.isBlank {
      leafSegments = segments.count
      leafStop = line.end
    }
    return true
  }

  private mutating func openFencedCode(_ depth: Int) -> Bool {
    guard let fence = CodeFence(line, bytes) else { return false }
    closeFrames(to: depth)
    self.fence = fence
    leafBlock = addBlock(.code, from: line.nonspace)
    leaf = .fencedCode
    leafStop = line.end
    blocks[leafBlock].label = Int32(fence.info.lowerBound)..<Int32(fence.info.upperBound)
    return true
  }

  private mutating func openHeading(_ depth: Int) -> Bool {
    var start = line.nonspace
    while start < line.end, bytes[start] == 0x23 { start += 1 }
    let level = start - line.nonspace
    guard level <= 6, start >= line.end || bytes[start].isBlank else { return false }
    closeFrames(to: depth)
    while start < line.end, bytes[start].isBlank { start += 1 }
    var end = line.end
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    var closing = end
    while closing > start, bytes[closing - 1] == 0x23 { closing -= 1 }
    if closing == start || bytes[closing - 1].isBlank { end = closing }
    while end > start, bytes[end - 1].isBlank { end -= 1 }

    let block = addBlock(.heading, from: line.nonspace)
    if end > start { addSegment(start, end) }
    blocks[block].level = UInt8(level)
    finish(block, .markdown, to: line.end)
    headingBefore = block
    return true
  }

  private mutating func openRule(_ depth: Int) -> Bool {
    guard line.nonspace >= noRuleBefore else { return false }
    let sign = bytes[line.nonspace]
    var count = 0
    var index = line.nonspace
    while index < line.end {
      if bytes[index] == sign { count += 1 } else if !bytes[index].isBlank { break }
      index += 1
    }
    guard index >= line.end, count >= 3 else {
      noRuleBefore = index
      return false
    }
    closeFrames(to: depth)
    let block = addBlock(.rule, from: line.nonspace)
    finish(block, .verbatim, to: line.end)
    return true
  }

  mutating func finish(_ block: Int, _ writing: Block.Writing, to stop: Int) {
    blocks[block].writing = writing
    blocks[block].stop = Int32(stop)
    blocks[block].segments = blocks[block].segments.lowerBound..<Int32(segments.count)
    extendInnermost(to: stop)
  }

  mutating func openParagraph() {
    leafBlock = addBlock(.paragraph, from: line.nonspace)
    leaf = .paragraph
    addParagraphLine()
  }

  private mutating func addParagraphLine() {
    addSegment(line.nonspace, line.end)
    leafStop = line.end
  }

  /// Reads what is left of the line as text, or as nothing where it is blank.
  mutating func addText(_ depth: Int, mayBeLazy: Bool) {
    if line.isBlank { return closeFrames(to: depth) }
    if leaf == .paragraph, mayBeLazy {
      if depth == frames.count, openTable() { return }
      return addParagraphLine()
    }
    if leaf == .table, depth == frames.count { return addRow(line.nonspace, line.end, isHeader: false) }
    closeFrames(to: depth)
    openParagraph()
  }

  /// Makes the open paragraph a heading where this line underlines it.
  private mutating func underlineHeading() -> Bool {
    let sign = bytes[line.nonspace]
    var index = line.nonspace
    while index < line.end, bytes[index] == sign { index += 1 }
    while index < line.end, bytes[index].isBlank { index += 1 }
    guard index >= line.end else { return false }
    if sign == 0x2D, openRuledTable() { return true }
    guard removeDefinitions() else {
      leaf = .none
      return false
    }
    leaf = .none
    blocks[leafBlock].kind = .heading
    blocks[leafBlock].level = sign == 0x3D ? 1 : 2
    finish(leafBlock, .markdown, to: line.end)
    headingBefore = leafBlock
    return true
  }

  /// An attribute line (`{: .class}`) under a paragraph, table or heading is markup.
  mutating func takeAttributeLine(under heading: Int) -> Bool {
    guard leaf == .paragraph || leaf == .table || heading >= 0 else { return false }
    let start = line.nonspace
    guard bytes[start + 1] == 0x3A, bytes[start + 2] != 0x3A, line.end >= start + 3 else { return false }
    var end = line.end
    while bytes[end - 1].isBlank { end -= 1 }
    guard bytes.firstIndex(of: 0x7D, from: start, to: line.end) == end - 1 else { return false }
    if leaf != .none {
      leafStop = line.end
      closeLeaf()
    } else {
      finish(heading, .markdown, to: line.end)
      headingBefore = heading
    }
    return true
  }

  /// Ends the open leaf.
  mutating func closeLeaf() {
    switch leaf {
    case .none: return
    case .paragraph where !removeDefinitions():
      leaf = .none
      return
    case .indentedCode: segments.removeLast(segments.count - leafSegments)
    case .table: blocks[leafBlock].end = Int32(blocks.count)
    case .paragraph, .fencedCode, .html: break
    }
    let isTable = leaf == .table
    let writing: Block.Writing = leaf == .paragraph ? .markdown : .verbatim
    leaf = .none
    finish(leafBlock, writing, to: leafStop)
    if isTable { blocks[leafBlock].segments = 0..<0 }
  }
}
