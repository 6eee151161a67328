/// Tells rolls from the lists that only happen to stand below a label for one.
import HeardGrammar

extension SectionReader {
  /// What tells much can end in the label of the list below it: "Hello and welcome! Please sign in. Roll call:".
  mutating func closingHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    guard block.stop - block.start <= (endsInColon(block, document) ? SectionReader.longestTalk : SectionReader.longestWelcome) else {
      return nil
    }
    if let person = hastyPerson(index, block, document) { return person }
    guard isFollowedByList(index, document) else { return hastyHeading(index, block, document) }
    load(index)
    if let cue = rollSentence(), isRoll(listBehind: index, document) {
      return heading(.heading, 7, .attendees, cue, whole, index, listsEnd(after: index, document))
    }
    guard lastByte == 0x3A, let (cue, role) = closingLabel() else { return nil }
    let parent = block.parent >= 0 ? document.blocks[Int(block.parent)] : nil
    if role == .decisions, let item = parent, item.kind == .item {
      return heading(.item, SectionReader.itemLevel + depth(of: item, document), role, cue, whole, index, Int(item.end))
    }
    guard role == .decisions || role == .actions || role.presence != nil && isRoll(listBehind: index, document)
    else { return nil }
    return heading(.heading, 7, role, cue, whole, index, listsEnd(after: index, document))
  }

  /// "Action items:", "**Action items**:", "**Action items:**"
  private func endsInColon(_ block: Block, _ document: Document) -> Bool {
    document.notes[Int(block.start)..<Int(block.stop)].suffix(4).contains(0x3A)
  }

  /// In bytes of the notes: only a line in front of a list is looked for behind so much.
  private static let longestTalk = 2000

  /// "Action items:" on a line of its own that hasty indentation made the end of the item above, with its list behind that item's.
  private mutating func hastyHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    let behind = Int(block.end)
    guard let list = document.list(around: index), Int(document.blocks[list].end) == behind,
      behind < document.blocks.count, document.blocks[behind].kind == .list,
      document.blocks[behind].parent == document.blocks[list].parent
    else { return nil }
    load(index)
    guard lastByte == 0x3A, let line = tokens.tokens.lastIndex(where: { $0.flags.contains(.lineStart) }), line > 0,
      let (cue, role) = section(line..<tokens.tokens.count), role == .actions || role == .decisions
    else { return nil }
    var found = heading(.label, 8, role, cue, line..<tokens.tokens.count, index, Int(document.blocks[behind].end))
    found.isLastLine = true
    return found
  }

  /// "Ana:", "Ana and Ben:" on a line of its own that hasty indentation made the end of the item above, in front of its own items.
  private mutating func hastyPerson(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    guard let list = document.list(around: index), document.blocks[Int(block.parent)].kind == .item, index == Int(block.parent) + 1,
      Int(document.blocks[Int(block.parent)].end) == index + 1, Int(block.end) < Int(document.blocks[list].end)
    else { return nil }
    load(index)
    guard lastByte == 0x3A, let line = tokens.tokens.lastIndex(where: { $0.flags.contains(.lineStart) }), line > 0,
      areNamesOnly(line..<tokens.tokens.count - 1)
    else { return nil }
    var found = heading(.person, 9, nil, -1, line..<tokens.tokens.count, index, Int(document.blocks[list].end))
    found.isLastLine = true
    return found
  }

  /// Words with capitals and what joins them; some of them nobody knows, or they are first names.
  private func areNamesOnly(_ range: Range<Int>) -> Bool {
    guard (1...SectionReader.longestNames).contains(range.count) else { return false }
    var isSomebody = false
    for index in range {
      let token = tokens.tokens[index]
      if token.kind == .handle || token.kind == .word && token.flags.contains(.capitalized) {
        if names.isNeverName(token.word), !names.isGivenName(token.word) { return false }
        if token.word == 0 || token.kind == .handle || names.isGivenName(token.word) { isSomebody = true }
      } else if ![0x2F, 0x26, 0x2C, 0x2B].contains(token.mark), !names.isConjunction(token.word) {
        return false
      }
    }
    return isSomebody
  }

  /// The cue of a last sentence that says that those below were there: "The following members were present:".
  private mutating func rollSentence() -> Int32? {
    guard lastByte == 0x3A || lastByte == 0x2E else { return nil }
    let end = tokens.tokens.dropLast().lastIndex { $0.mark == 0x2E || $0.mark == 0x21 || $0.mark == 0x3F }
    var found: [CueMatch] = []
    let last = end.map { $0 + 1 } ?? 0
    matcher.match(Cue.Kinds(.presence), tokens, range: last..<tokens.tokens.count, languages: languages, into: &found)
    return found.first { grammar.cues[Int($0.cue)].role == "below" }?.cue
  }

  /// What the last sentence is a label of: "The text was talked through. Conclusions:".
  mutating func closingLabel() -> (cue: Int32, role: SectionRole)? {
    // "Date: 6 May", and on the next line "Attendees:".
    if let line = tokens.tokens.lastIndex(where: { $0.flags.contains(.lineStart) }), line > 0,
      let found = section(line..<tokens.tokens.count)
    {
      return found
    }
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
    for item in document.children(of: list) {
      guard named + others < SectionReader.mostCompared else { break }
      guard item + 1 < Int(document.blocks[item].end) else { continue }
      load(item + 1)
      if !tokens.tokens.isEmpty { isEntry ? (named += 1) : (others += 1) }
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

  /// Nothing but one person's name or handle, with perhaps a parenthesis and a colon behind it.
  var isPersonOnly: Bool {
    let reader = NameReader(text: text, tokens: tokens, lists: names)
    if areNames(reader) { return true }
    let name = reader.nameRange(in: whole)
    guard !name.isEmpty, name.count <= 4 else { return false }
    let isHandle = tokens.tokens[name.lowerBound].kind == .handle
    let first = tokens.tokens[name.lowerBound].word
    // "June Meetup" is a month's.
    let isKnown = isHandle || names.isGivenName(first) && !names.isNeverName(first)
    guard isKnown else { return false }
    guard name.upperBound < whole.upperBound else { return true }
    let next = reader.single(name.upperBound)
    return next == 0x3A && name.upperBound == whole.upperBound - 1
      || next == 0x28 && tokens.tokens.filter { $0.mark == 0x28 }.count == 1
  }

  /// "Ana and Ben", "Ana or Ben:": first names with what joins them.
  private func areNames(_ reader: NameReader) -> Bool {
    guard tokens.tokens.count <= SectionReader.longestNames else { return false }
    let end = reader.single(whole.upperBound - 1) == 0x3A ? whole.upperBound - 1 : whole.upperBound
    var start = 0
    var count = 0
    while start < end {
      let joint = (start..<end).first { joinsNames($0, reader) } ?? end
      guard joint > start, reader.nameRange(in: start..<joint) == start..<joint,
        names.isGivenName(tokens.tokens[start].word)
      else { return false }
      count += 1
      if joint + 1 == end { return false }
      start = joint + 1
    }
    return count > 1
  }

  private func joinsNames(_ index: Int, _ reader: NameReader) -> Bool {
    let mark = reader.single(index)
    return mark == 0x2F || mark == 0x26 || mark == 0x2C || names.isConjunction(tokens.tokens[index].word)
      || names.isChoice(tokens.tokens[index].word)
  }

  /// In tokens.
  private static let longestNames = 12
}
