import HeardGrammar

/// Finds out who is named: attendee lists in every form, officers, tables, persons above their lists, and speakers' labels.
struct RosterReader: ~Copyable {
  let document: Document
  let outline: Outline
  let grammar: Grammar
  let languages: LanguageSet
  let lists: NameLists
  private let known: [KnownPerson]
  var matcher: CueMatcher
  let leaves: Leaves
  var text = LeafText()
  var tokens = LeafTokens()
  var declared: [DeclaredName] = []
  /// Paragraphs looked at for sentences that say who was there: they stand at the top.
  var proseRead = 0
  var speakers = SpeakerLabels()
  /// Whom labels among the actions name: whose tasks they are, not who was there.
  var tasked: [DeclaredName] = []
  private var acquaintances = Acquaintances()
  /// Whose handles the notes tell, whoever was there.
  var bearers: [DeclaredName] = []
  var rollLists = RollLists()
  /// How many names were read above lists.
  var headed = 0
  /// What is set as code may be names as well.
  var readsCode = false
  /// A label without a value ("Also:") says what the next paragraph holds.
  var awaited: Person.Presence?
  /// "scribe: ana" was said in the channel.
  var isScribed = false
  /// Where the roll on the line above ends, in bytes of the notes, and what it said.
  var rollAbove: (stop: Int32, presence: Person.Presence)?
  /// Scopes in which a paragraph named several.
  private var rolledScopes = Indices()
  /// By block: its text is names, or fields about the meeting, and no statement.
  var isConsumed: [Bool]
  private(set) var fields: [Field] = []
  /// The block whose words `text` and `tokens` are.
  private var loaded = 0

  /// A line that says something about the meeting.
  struct Field {
    var role: String
    /// The value, and where it stands.
    var text: String
    var span: Span
    var block: Int
  }

  init(_ leaves: Leaves, _ outline: Outline, _ grammar: Grammar, languages: LanguageSet, known: [KnownPerson]) {
    self.leaves = leaves
    self.known = known
    document = leaves.document
    self.outline = outline
    self.grammar = grammar
    self.languages = languages
    lists = NameLists(grammar, languages: languages)
    matcher = leaves.matcher
    isConsumed = Array(repeating: false, count: document.blocks.count)
  }

  mutating func read() -> Roster {
    let ticked = sectionsWithTicks()
    readHeadlessRoll()
    readHeadlessLines()
    readNamesBelowDays()
    readDashedTurns()
    for index in document.blocks.indices {
      let block = document.blocks[index]
      if block.kind == .table {
        if readFieldTable(index) { continue }
        if outline.role(of: index)?.role.presence != nil || isRollTable(index) { readTable(index) }
        continue
      }
      if block.kind == .code { readCodeRoll(index) }
      guard block.isLeaf, block.kind != .html, block.kind != .code || leaves.isBulleted(index) else { continue }
      if outline.isHeading[index] {
        readPersonHeading(index)
        load(index)
        readPresenters()
        awaited = presenceWithoutReach(of: index)
        readHeadingField()
        readHeadingRoll()
        continue
      }
      let before = declared.count
      if outline.personsBelow.contains(index) { readPersons(ofLastLine: index) }
      read(leaf: index, ticked)
      if declared.count > before + 1, enclosingItem(of: block) == nil, let role = outline.role(of: index) {
        rolledScopes.insert(role.scope)
      }
    }
    readSiblingHeadings()
    readBoldNames()
    return roster()
  }

  private mutating func read(leaf index: Int, _ ticked: Indices) {
    let block = document.blocks[index]
    load(index)
    guard !tokens.tokens.isEmpty else { return }
    acquaintances.add(from: tokens, text, lists)
    noteBearer()
    if block.kind == .turn {
      declareSpeaker(ofTurn: block)
      if document.format == .irc {
        readRollOfChannel()
        noteRelayed()
      }
      return
    }
    if block.kind == .field {
      readField(block)
      isConsumed[index] = true
      return
    }
    let role = outline.role(of: index)
    if block.kind == .paragraph, readAwaited(index) || readContinued(index) || readLabelledLines(index) { return }
    if block.kind != .paragraph, readLabelledLines(index) { return }
    if role?.role.presence == nil { readNarrators() }
    if block.kind == .paragraph, role == nil || role?.role == .notes || role?.role.presence != nil, readProse(index) { return }
    guard let role, let presence = role.role.presence, block.kind != .cell, !opensTask else { return }
    var state = presence
    if let item = enclosingItem(of: block) {
      guard index == item + 1 else { return }
      if ticked.contains(role.scope) { state = document.blocks[item].flags.contains(.ticked) ? presence : .absent }
      guard isEntry(item, depth: depth(of: item, in: role.scope)) else { return }
    }
    if hasTopic(above: index, below: role.scope), !isNameAlone { return }
    let names = enclosingItem(of: block) == nil ? names(state) : entries(ofItem: block, state)
    // Below a line of names the items are names only where they begin as such: there the talk may begin.
    let isGiven = tokens.tokens[0].kind != .word || lists.isGivenName(tokens.tokens[0].word)
    if enclosingItem(of: block) != nil, !isGiven, rolledScopes.contains(role.scope) { return }
    guard !names.isEmpty, enclosingItem(of: block) != nil || !isLoneWord(names) && !isProse(names) else { return }
    isConsumed[index] = true
    enter(names)
  }

  /// "<ana> Present: Ben, Carla": what a scribe types for the minutes.
  private mutating func readRollOfChannel() {
    guard let label = UtteranceReader(text: text, tokens: tokens).label(at: 0), let role = role(ofField: label),
      SectionRole(rawValue: role)?.presence != nil
    else { return }
    _ = take(role: role, label.upperBound + 1..<tokens.tokens.count)
    awaited = nil
  }

  func names(_ presence: Person.Presence) -> [DeclaredName] {
    NameReader(text: text, tokens: tokens, lists: lists).names(in: 0..<tokens.tokens.count, presence: presence)
  }

  /// Sections with a ticked box. Ticks on a roll say who came; without any tick the boxes say nothing.
  private func sectionsWithTicks() -> Indices {
    var sections = Indices()
    for index in document.blocks.indices where document.blocks[index].flags.contains(.ticked) {
      if let scope = outline.role(of: index)?.scope { sections.insert(scope) }
    }
    return sections
  }

  func enclosingItem(of block: Block) -> Int? {
    let parent = Int(block.parent)
    return parent >= 0 && document.blocks[parent].kind == .item ? parent : nil
  }

  /// How many items of the same section stand around an item: children of a name are notes about it, not names.
  private func depth(of item: Int, in scope: Int) -> Int {
    var depth = 0
    var parent = Int(document.blocks[item].parent)
    let heading = outline.scopes[scope].block
    while parent >= 0, parent > heading {
      if document.blocks[parent].kind == .item { depth += 1 }
      parent = Int(document.blocks[parent].parent)
    }
    return depth
  }

  /// A heading of its own between a line and the roll above it may part a roll, and may as well begin the talk.
  private func hasTopic(above index: Int, below scope: Int) -> Bool {
    outline.chain(of: index).prefix { $0.block != outline.scopes[scope].block }.contains {
      $0.kind == .heading && $0.role == nil
    }
  }

  /// "ACTION: Ana to …" below a roll that no heading ends.
  private var opensTask: Bool {
    guard let first = tokens.tokens.first, lists.isAssigning(first.word) else { return false }
    return UtteranceReader(text: text, tokens: tokens).label(at: 0) != nil
  }

  private var isNameAlone: Bool {
    let name = NameReader(text: text, tokens: tokens, lists: lists).nameRange(in: 0..<tokens.tokens.count)
    guard !name.isEmpty, name.upperBound < tokens.tokens.count else { return !name.isEmpty }
    let next = tokens.tokens[name.upperBound]
    return next.kind == .handle || next.mark == 0x28 || next.mark == 0x2C || next.mark == 0x2D
  }

  mutating func load(_ index: Int) {
    let leaf = leaves.leaf(index)
    (text, tokens, loaded) = (leaf.text, leaf.tokens, index)
  }

  // MARK: Lines with labels

  /// "### Attendees: Ana, Ben"
  private mutating func readHeadingField() {
    guard let label = UtteranceReader(text: text, tokens: tokens).label(at: 0), label.upperBound + 1 < tokens.tokens.count
    else { return }
    _ = readField(label: label, value: label.upperBound + 1..<tokens.tokens.count)
  }

  mutating func readField(label: Range<Int>, value: Range<Int>) -> Bool {
    guard let role = role(ofField: label) else { return false }
    return take(role: role, value)
  }

  mutating func take(role: String, _ value: Range<Int>) -> Bool {
    if !value.isEmpty, let presence = SectionRole(rawValue: role)?.presence, document.blocks[loaded].kind == .paragraph {
      rollAbove = (document.blocks[loaded].stop, presence)
    }
    let reader = NameReader(text: text, tokens: tokens, lists: lists, readsCode: readsCode)
    if value.isEmpty, let presence = SectionRole(rawValue: role)?.presence { awaited = presence }
    if role != "attendees", SectionRole(rawValue: role)?.presence != nil || role == "chair", isSentence(value) {
      return false
    }
    switch role {
    case "attendees", "guests", "officers":
      enter(reader.names(in: withoutTail(value), presence: .present))
    case "chair":
      let chairs = reader.names(in: value, presence: .present)
      declared += chairs
      if let chair = chairs.first, chairs.count == 1 { fields.append(Field(role: role, text: chair.text, span: chair.span, block: loaded)) }
    case "absentees":
      declared += reader.names(in: withoutTail(value), presence: .absent)
    case "date", "title", "next":
      guard let first = value.first, let last = value.last else { return true }
      let bytes = Int(tokens.tokens[first].start)..<Int(tokens.tokens[last].end)
      let value = TextDecoding.string(text.bytes[bytes])
      fields.append(Field(role: role, text: value, span: text.span(of: bytes), block: loaded))
    // How they voted is heard as well.
    case "voters":
      if let first = value.first, tokens.tokens[first].kind == .word {
        declared += reader.names(in: value, presence: .present)
      }
      return false
    case "topic": return false
    default: break
    }
    return true
  }

  private mutating func readField(_ block: Block) {
    let key = leaves.leaf(of: block.label).tokens
    let match = matcher.matchWhole(.field, key, range: 0..<key.count, preferring: languages)
    guard let match else { return }
    _ = take(role: grammar.cues[Int(match.cue)].role ?? "", 0..<tokens.tokens.count)
  }

  // MARK: Result

  /// Fuller names first, so that shorter forms find whom they belong to.
  private func roster() -> Roster {
    var roster = Roster(knowing: known, grammar)
    let order = declared.indices.sorted { a, b in
      declared[a].words.count != declared[b].words.count ? declared[a].words.count > declared[b].words.count : a < b
    }
    for index in order where !isBot(declared[index]) { roster.add(declared[index]) }
    nameInitials(in: &roster)
    nameBearers(in: &roster)
    let accepted = speakers.accepted(given: roster) { standsSmall($0) }
    for speaker in accepted where !isBot(speaker) { roster.add(speaker) }
    for name in tasked where !isBot(name) { roster.add(name) }
    roster.addShortForms(lists)
    roster.acquaintances = acquaintances
    return roster
  }
}

extension SectionRole {
  /// What a name under such a heading says about its bearer.
  var presence: Person.Presence? {
    switch self {
    case .attendees, .guests, .officers: .present
    case .absentees: .absent
    default: nil
    }
  }
}
