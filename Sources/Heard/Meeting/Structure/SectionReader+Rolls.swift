/// Tells rolls from the lists that only happen to stand below a label for one.
import HeardGrammar

extension SectionReader {
  /// What tells much can end in the label of the list below it: "Hello and welcome! Please sign in. Roll call:".
  mutating func closingHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    guard block.stop - block.start <= SectionReader.longestWelcome, isFollowedByList(index, document) else {
      return nil
    }
    load(index)
    guard lastByte == 0x3A, let (cue, role) = closingLabel() else { return nil }
    let parent = block.parent >= 0 ? document.blocks[Int(block.parent)] : nil
    if role == .decisions, let item = parent, item.kind == .item {
      return heading(.item, SectionReader.itemLevel + depth(of: item, document), role, cue, whole, index, Int(item.end))
    }
    guard role == .decisions || role.presence != nil && isRoll(listBehind: index, document) else { return nil }
    return heading(.heading, 7, role, cue, whole, index, listsEnd(after: index, document))
  }

  /// What the last sentence is a label of: "The text was talked through. Conclusions:".
  mutating func closingLabel() -> (cue: Int32, role: SectionRole)? {
    guard let end = tokens.tokens.lastIndex(where: { $0.mark == 0x2E || $0.mark == 0x21 || $0.mark == 0x3F }) else {
      return nil
    }
    return section((end + 1)..<tokens.tokens.count)
  }

  /// In bytes of the notes.
  private static let longestWelcome = 400
  private static let mostCompared = 16

  /// Whether the items behind a label are names: an empty "Apologies:" stands above whatever the notes go on with.
  mutating func isRoll(listBehind index: Int, _ document: Document) -> Bool {
    let list = Int(document.blocks[index].end)
    guard document.blocks[list].kind == .list else { return true }
    defer { load(index) }
    var (named, others) = (0, 0)
    var item = list + 1
    while item < Int(document.blocks[list].end), named + others < SectionReader.mostCompared {
      if item + 1 < Int(document.blocks[item].end) {
        load(item + 1)
        if !tokens.tokens.isEmpty { isEntry ? (named += 1) : (others += 1) }
      }
      item = max(item + 1, Int(document.blocks[item].end))
    }
    return named >= others
  }

  /// One short line that begins with a name, or with several parted by commas.
  private var isEntry: Bool {
    guard text.bytes.count <= SectionReader.longestEntry, lastByte != 0x3A, lastByte != 0x3F else { return false }
    let reader = NameReader(text: text, tokens: tokens, lists: names)
    return !reader.names(in: whole, presence: .present).isEmpty && !tokens.tokens.contains { $0.kind == .url }
  }

  private static let longestEntry = 120
}
