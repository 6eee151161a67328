/// Headings that nothing sets off but that they stand on a line of their own: "Next steps", and below it a line for each.
extension SectionReader {
  /// In tokens; and in blocks, how far it is looked for what ends such a section, and for names in it.
  private static let longestPlain = 5
  private static let farthest = 60

  /// "ACTION", set far to the right of typed minutes: the head of a column, whose lines are not all tasks.
  func isColumnHead(_ block: Block, _ document: Document) -> Bool {
    guard document.format == .text, block.start >= SectionReader.column else { return false }
    let before = document.notes[..<Int(block.start)].suffix(SectionReader.column)
    return before.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      || before.filter { $0 == 0x09 }.count >= 4 && before.suffix(4).allSatisfy { $0 == 0x09 }
  }

  /// In columns: what is centred on a page begins before it.
  private static let column = 40

  mutating func plainHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    guard document.format == .text, block.parent < 0, block.kind == .paragraph,
      tokens.tokens.count <= SectionReader.longestPlain,
      lastByte != 0x2E, index + 1 < document.blocks.count,
      document.blocks[index + 1].kind == .paragraph || document.blocks[index + 1].kind == .heading,
      let (cue, role) = section(whole), role == .actions || role == .decisions || role == .questions || role == .notes
    else { return nil }
    var found = heading(.heading, 7, role, cue, whole, index, document.blocks.count)
    if document.blocks[index + 1].kind == .heading {
      // "Action items", and below it "Ana" over a list of hers.
      found.until = namedListsEnd(from: index + 1, besides: block, role, document)
      return found.until > index + 1 ? found : nil
    }
    found.until = plainEnd(behind: index, document)
    if role == .actions { noteNames(index + 1..<found.until, document) }
    return found
  }

  /// "Ana Silva", and on the lines below it what she will do.
  private mutating func noteNames(_ lines: Range<Int>, _ document: Document) {
    let saved = (text, tokens)
    defer { (text, tokens) = saved }
    var names: [Int] = []
    for index in lines.prefix(SectionReader.farthest) {
      let block = document.blocks[index]
      guard block.kind == .paragraph, block.parent < 0, block.stop - block.start <= 60 else { continue }
      load(index)
      if !tokens.tokens.isEmpty, !text.bytes.contains(0x0A), isPersonOnly { names.append(index) }
    }
    // One below the other they are a roll.
    guard !names.isEmpty, zip(names, names.dropFirst()).allSatisfy({ $0 + 1 < $1 }) else { return }
    for (position, name) in names.enumerated() {
      namedLines[name] = position + 1 < names.count ? names[position + 1] : lines.upperBound
    }
  }

  /// Where those that stand below are sentences or begin with a label, a line that is neither heads something else.
  private mutating func plainEnd(behind index: Int, _ document: Document) -> Int {
    let saved = (text, tokens)
    defer { (text, tokens) = saved }
    guard !isTitleLike(index + 1, document) else { return document.blocks.count }
    let limit = min(document.blocks.count, index + SectionReader.farthest)
    for next in index + 2..<max(index + 2, limit) where isTitleLike(next, document) { return next }
    return document.blocks.count
  }

  private mutating func isTitleLike(_ index: Int, _ document: Document) -> Bool {
    let block = document.blocks[index]
    guard block.kind == .paragraph, block.parent < 0, block.stop - block.start <= 60 else { return false }
    load(index)
    guard !tokens.tokens.isEmpty, !isPersonOnly, let last = lastByte, ![0x2E, 0x3F, 0x21, 0x29].contains(last),
      tokens.tokens.count <= 8
    else { return false }
    return !text.bytes.contains(0x3A) || last == 0x3A
  }
}
