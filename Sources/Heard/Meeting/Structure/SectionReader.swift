import HeardGrammar

/// Tells which blocks are headings in effect, and what stands under them.
struct SectionReader: ~Copyable {
  struct Heading {
    var kind: Scope.Kind
    var level: Int
    var role: SectionRole?
    var cue: Int32
    var title: Span
    var text: String
    /// Index of the first block that the heading no longer governs.
    var until: Int
    /// Only the last line of the block heads what follows; the lines before it are talk.
    var isLastLine = false
  }

  let grammar: Grammar
  let names: NameLists
  let languages: LanguageSet
  var matcher: CueMatcher
  let leaves: Leaves
  var text = LeafText()
  var tokens = LeafTokens()

  /// Lists in which an item was a label with a role of its own.
  private var labelledLists = Indices()

  /// Names above lists within a section that ends with the last of them, by block.
  var namedLists = Indices()

  /// Lines with nothing but a name among the lines of a plain section, and where what stands below them ends.
  var namedLines: [Int: Int] = [:]

  /// The level of an outermost item's scope; those within are deeper.
  static let itemLevel = 10

  /// Longer than this is a statement, not a heading. In bytes of the notes.
  static let longest = 100
  static let longestNumbered: Int32 = 60
  /// More tokens than these with a full stop behind them are a sentence, however bold.
  private static let longestTitle = 8

  /// - Parameter languages: the document's. Headings themselves are read in every language: many borrow theirs from English.
  init(_ leaves: Leaves, _ grammar: Grammar, languages: LanguageSet = .all) {
    self.leaves = leaves
    self.grammar = grammar
    self.languages = languages
    names = NameLists(grammar, languages: languages)
    matcher = leaves.matcher
  }

  mutating func heading(at index: Int, in document: Document) -> Heading? {
    let block = document.blocks[index]
    switch block.kind {
    case .heading:
      if isColumnHead(block, document) { return nil }
      load(index)
      // A line of hyphens below an item's "AI: …" underlines it, and still it is a task.
      if block.parent >= 0, document.blocks[Int(block.parent)].kind == .item, isLabelledLine() { return nil }
      if namedLists.contains(index) {
        return make(.person, 9, whole, index, document, until: listsEnd(after: index, document))
      }
      return make(.heading, Int(max(1, block.level)), whole, index, document, until: end(of: block, document))
    case .paragraph, .turn:
      guard block.kind == .paragraph else { return nil }
      if block.stop - block.start > SectionReader.longest { return closingHeading(index, block, document) }
      load(index)
      return tokens.tokens.isEmpty ? nil : paragraphHeading(index, block, document)
    case .term:
      load(index)
      return make(.label, 8, whole, index, document, until: definitionsEnd(after: index, document))
    default:
      return nil
    }
  }

  mutating func load(_ index: Int) {
    let leaf = leaves.leaf(index)
    (text, tokens) = (leaf.text, leaf.tokens)
  }

  var whole: Range<Int> { 0..<tokens.tokens.count }

  private mutating func paragraphHeading(_ index: Int, _ block: Block, _ document: Document) -> Heading? {
    if let level = hastyLevel { return make(.heading, level, whole, index, document, until: end(of: block, document)) }
    // Only what is bold to its end is still one heading where a narrow editor wrapped it.
    guard !text.isContentsEntry(of: document.notes), !isColumnHead(block, document) else { return nil }
    if text.bytes.contains(0x0A), !isWholly(.strong) { return closingHeading(index, block, document) }
    let parent = block.parent >= 0 ? document.blocks[Int(block.parent)] : nil
    if let parent, parent.kind == .item { return itemHeading(index, block, parent, document) }
    let isBold = isWholly(.strong)
    let endsWithColon = lastByte == 0x3A
    if isBold, isLabelledLine() { return nil }
    let isBeforeList = isFollowedByList(index, document)
    if isBeforeList, !endsWithColon, isField() { return nil }
    if let until = namedLines[index] { return make(.person, 9, whole, index, document, until: until) }
    if isPersonOnly, isBeforeList {
      return make(.person, 9, whole, index, document, until: listsEnd(after: index, document))
    }
    if !isBold, !isBeforeList, let heading = plainHeading(index, block, document) { return heading }
    if isBold || endsWithColon || isBeforeList, let (cue, role) = section(whole) {
      if role.presence != nil, endsWithColon, isBeforeList, !isRoll(listBehind: index, document) { return nil }
      // "Completed." tells of the item above it.
      if role == .done, lastByte == 0x2E { return nil }
      // "The agenda was as follows."
      let leads = endsWithColon || lastByte == 0x2E && isBeforeList
      guard leads, !isBold else {
        let until = isBold || endsWithColon ? end(of: block, document) : nextTitle(after: index, document)
        return heading(.heading, 7, role, cue, whole, index, until)
      }
      var found = heading(.heading, 7, role, cue, whole, index, listsEnd(after: index, document))
      found.until = namedListsEnd(from: found.until, besides: block, role, document)
      return found
    }
    // "**Ana (chair): the chairs will follow this up.**"
    let isSentence = lastByte == 0x2E && tokens.tokens.count > SectionReader.longestTitle
    if isBold, !isSentence { return make(.heading, 7, whole, index, document, until: end(of: block, document)) }
    if isBeforeList, let roll = closingHeading(index, block, document) { return roll }
    if endsWithColon, isBeforeList {
      return make(.label, 8, whole, index, document, until: listsEnd(after: index, document))
    }
    return nil
  }

  /// "##Ana", as some write their headings: a line of its own with two signs or more and a capital right behind them.
  private var hastyLevel: Int? {
    let level = text.bytes.prefix { $0 == 0x23 }.count
    guard (2...6).contains(level), level < text.bytes.count, 0x41...0x5A ~= text.bytes[level], !text.bytes.contains(0x0A),
      tokens.tokens.count <= SectionReader.longestTitle
    else { return nil }
    return level
  }

  /// An item heads its own children ("Next:" above a list), or, alone in a numbered list, all that follows.
  private mutating func itemHeading(_ index: Int, _ block: Block, _ item: Block, _ document: Document) -> Heading? {
    guard index == Int(block.parent) + 1 else { return nil }
    let hasChildren = Int(item.end) > index + 1
    if !hasChildren, let heading = numberedHeading(index, block, item, document) { return heading }
    let level = SectionReader.itemLevel + depth(of: item, document)
    if hasChildren, isPersonOnly { return make(.person, level, whole, index, document, until: Int(item.end)) }
    let hasBox = item.flags.contains(.ticked) || item.flags.contains(.unticked)
    if !hasBox || lastByte == 0x3A, lastByte == 0x3A || hasChildren, let (cue, role) = section(whole) {
      // Hasty indentation leaves an item's children beside it: those of the last of several labels, or of a label without any.
      let isOneOfSeveral = labelledLists.contains(Int(item.parent))
      labelledLists.insert(Int(item.parent))
      let until = isOneOfSeveral || !hasChildren ? looseEnd(behind: item, document) : Int(item.end)
      return heading(.item, level, role, cue, whole, index, until)
    }
    if hasChildren, lastByte == 0x3A, let (cue, role) = closingLabel(), role == .decisions {
      return heading(.item, level, role, cue, whole, index, Int(item.end))
    }
    // "[TODO] Think about these:" is a task, "**The garden**" the title of what stands below it.
    guard hasChildren, lastByte == 0x3A || isTitle(item), !isLabelledLine() else { return nil }
    return make(.item, level, whole, index, document, until: Int(item.end))
  }

  /// A few words, all of them bold, without a box and without a full stop.
  private func isTitle(_ item: Block) -> Bool {
    isWholly(.strong) && tokens.tokens.count <= SectionReader.longestTitle
      && tokens.tokens.last.map { $0.kind == .word || $0.mark == 0x29 } ?? false
      && !item.flags.contains(.ticked) && !item.flags.contains(.unticked)
  }

  /// How many items an item stands in.
  func depth(of item: Block, _ document: Document) -> Int {
    var depth = 0
    var parent = Int(item.parent)
    while parent >= 0, depth < 100 {
      if document.blocks[parent].kind == .item { depth += 1 }
      parent = Int(document.blocks[parent].parent)
    }
    return depth
  }

  private mutating func numberedHeading(_ index: Int, _ block: Block, _ item: Block, _ document: Document) -> Heading? {
    let listIndex = Int(item.parent)
    guard listIndex >= 0, document.blocks[listIndex].kind == .list else { return nil }
    let list = document.blocks[listIndex]
    // A long sentence is a point of its list, however many the list has.
    let isSentence = lastByte == 0x2E && block.stop - block.start > SectionReader.longestNumbered
    guard list.flags.contains(.ordered), !isSentence, Int(block.parent) == listIndex + 1, Int(list.end) == index + 1,
      Int(list.end) < document.blocks.count
    else {
      return nil
    }
    let next = document.blocks[Int(list.end)]
    // Letters number what a point holds.
    guard next.parent == list.parent, !Ascii.isLetter(document.notes[Int(item.start)]),
      next.kind == .paragraph || next.kind == .list || next.kind == .code
    else {
      return nil
    }
    return make(.heading, 7, whole, index, document, until: end(of: list, document))
  }

  private mutating func make(
    _ kind: Scope.Kind, _ level: Int, _ range: Range<Int>, _ index: Int, _ document: Document, until: Int
  ) -> Heading {
    var found = section(range)
    // "4. Code of conduct" was a point of the meeting, and not what a template brought.
    if found?.role == .template || found?.role == .reference, isNumbered(index, document) { found = nil }
    return heading(kind, level, found?.role, found?.cue ?? -1, range, index, until)
  }

  /// A number begins the heading, or the item that it is.
  private func isNumbered(_ index: Int, _ document: Document) -> Bool {
    if let first = tokens.tokens.first, first.kind == .number { return true }
    return document.list(around: index).map { document.blocks[$0].flags.contains(.ordered) } ?? false
  }

  func heading(
    _ kind: Scope.Kind, _ level: Int, _ role: SectionRole?, _ cue: Int32, _ range: Range<Int>, _ index: Int,
    _ until: Int
  ) -> Heading {
    Heading(
      kind: kind, level: level, role: role, cue: cue, title: text.span(of: 0..<text.bytes.count),
      text: TextDecoding.string(text.bytes), until: until)
  }

  /// The section cue that the whole range is, if any.
  mutating func section(_ range: Range<Int>) -> (cue: Int32, role: SectionRole)? {
    guard let match = matcher.matchWhole(.section, tokens, range: range, preferring: languages) else { return nil }
    guard let role = grammar.cues[Int(match.cue)].role.flatMap(SectionRole.init) else { return nil }
    return (match.cue, role)
  }

  // MARK: Shapes

  /// "ACTION: …", "Apologies: …": a label with words behind it is no heading, however bold.
  private mutating func isLabelledLine() -> Bool {
    if isField() { return true }
    var found: [CueMatch] = []
    matcher.match(tokens, range: whole, languages: languages, into: &found)
    return found.contains {
      grammar.cues[Int($0.cue)].kind == .marker && $0.range.lowerBound == 0 && $0.range.upperBound < whole.upperBound
    }
  }

  /// "Present: Ana Silva": a label that says something about the meeting, and what it says.
  private mutating func isField() -> Bool {
    guard let label = UtteranceReader(text: text, tokens: tokens).label(at: 0), label.upperBound + 1 < whole.upperBound,
      let field = matcher.matchWhole(.field, tokens, range: label, preferring: languages)
    else { return false }
    // "Attendees: please add your name" heads the list of those who did.
    return grammar.cues[Int(field.cue)].role != "topic" && section(whole)?.role.presence == nil
  }

  var lastByte: UInt8? { text.bytes.last { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A } }

  private func isWholly(_ kind: BlockText.Mark.Kind) -> Bool {
    var covered = 0
    for mark in text.marks where mark.kind == kind { covered += mark.range.count }
    // A colon or a full stop often stands outside the bold.
    return covered > 0 && covered + 2 >= text.bytes.count
  }

  private func end(of block: Block, _ document: Document) -> Int {
    block.parent >= 0 ? Int(document.blocks[Int(block.parent)].end) : document.blocks.count
  }

  func isFollowedByList(_ index: Int, _ document: Document) -> Bool {
    var next = Int(document.blocks[index].end)
    // What the notes say to whoever sets them stands between a title and its table.
    while next < document.blocks.count, document.blocks[next].kind == .html,
      document.blocks[next].flags.contains(.service)
    { next += 1 }
    guard next < document.blocks.count else { return false }
    let kind = document.blocks[next].kind
    return document.blocks[next].parent == document.blocks[index].parent && (kind == .list || kind == .table)
  }
}
