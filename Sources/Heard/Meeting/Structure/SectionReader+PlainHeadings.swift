/// Headings that nothing sets off but that they stand on a line of their own: "Next steps", and below it a line for each.
extension SectionReader {
  /// In tokens.
  private static let longestPlain = 5

  mutating func plainHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    guard document.format == .text, block.parent < 0, block.kind == .paragraph, tokens.tokens.count <= SectionReader.longestPlain,
      lastByte != 0x2E, index + 1 < document.blocks.count, document.blocks[index + 1].kind == .paragraph,
      let (cue, role) = section(whole), role == .actions || role == .decisions || role == .questions || role == .notes
    else { return nil }
    var found = heading(.heading, 7, role, cue, whole, index, document.blocks.count)
    found.until = plainEnd(behind: index, document)
    return found
  }

  /// Where those that stand below are sentences or begin with a label, a line that is neither heads something else.
  private mutating func plainEnd(behind index: Int, _ document: Document) -> Int {
    let saved = (text, tokens)
    defer { (text, tokens) = saved }
    guard !isTitleLike(index + 1, document) else { return document.blocks.count }
    for next in index + 2..<max(index + 2, document.blocks.count) where isTitleLike(next, document) { return next }
    return document.blocks.count
  }

  private mutating func isTitleLike(_ index: Int, _ document: Document) -> Bool {
    let block = document.blocks[index]
    guard block.kind == .paragraph, block.parent < 0, block.stop - block.start <= 60 else { return false }
    load(index)
    guard let last = lastByte, ![0x2E, 0x3F, 0x21, 0x29].contains(last), tokens.tokens.count <= 8 else { return false }
    return !text.bytes.contains(0x3A) || last == 0x3A
  }
}
