import HeardGrammar

/// Hears one document: finds out who is who, walks through the leaves in order, and weighs what is said in each.
struct Hearing: ~Copyable {
  /// Nothing: a value that may be of any type has to stay where it lies in memory, and so does all that holds it. Otherwise what a
  /// hearing is, more than a thousand bytes, would be copied for nearly every call.
  private let stays: any Sendable = ()
  let document: Document
  let leaves: Leaves
  let grammar: Grammar
  let options: HearingOptions
  let outline: Outline
  var roster: Roster
  /// By block: already read as names or fields.
  var isConsumed: [Bool]
  let fields: [RosterReader.Field]
  var sentenceReader: SentenceReader
  var dateReaders: DateReaders
  let slots: Slots
  let cueIDs = CueIDs()
  var tagger: PersonTagger
  var matcher: CueMatcher

  var language: Language
  /// The language of the block at hand, and what its cues are looked for in.
  var spoken: LanguageSet
  var dialect: Dialect?
  /// The order that the notes' own dates settle.
  let writtenOrder: Dialect?
  /// As ``Document`` has it: found once, asked for each leaf.
  let endsLinesByThought: Bool

  // Storage that every leaf uses again.
  var text = LeafText()
  var tokens = LeafTokens()
  /// Tokens that were marked as the first of an utterance, until the next leaf is loaded.
  var begun: [Int] = []
  var matches: [CueMatch] = []
  var sentences: [Range<Int>] = []
  private var parted: [Utterance] = []
  /// What the cues said in each sentence of the last utterance.
  var heard: [SentenceCues] = []
  var dates: [DateMention] = []

  var day: Day?
  /// By scope: the day of its meeting, in notes that hold several.
  var dayOfScope = NumberMap<Day>()
  /// By scope: the month that its heading names and hardly more, as a look back over several does.
  var monthOfScope = NumberMap<Int>()
  /// The day of the next meeting, where the notes say it.
  var nextDay: Day?
  /// Scopes whose heading is "Next meeting".
  var nextMeetingScopes = Indices()
  /// The day of the meeting that the leaf at hand belongs to.
  var currentDay: Day?
  var utterances: [UtteranceRecord] = []
  var parties = Parties()
  var asked = Asked()
  var candidates: [Candidate] = []
  var signs: [Sign] = []
  var topics: [Topic] = []
  var topicOfScope = NumberMap<Int>()
  /// A topic that a line opened ("topic: …") and no heading has closed yet.
  var labelledTopic: Int?
  /// The last motion whose votes were not told with it.
  var openMotion: Motion?
  var lastSpeaker: Party?
  /// What was said last, for an owner who is named on the next line.
  var lastStatement: Statement?
  var chat = Chat()
  /// Everybody whom the label in front of the utterance names.
  var labelParties: [Party] = []
  /// By block of an item: an action was heard in it, so its children describe that action.
  var itemsWithAction = Indices()
  /// By block of a list: whether its lines end with names.
  var listsOfNames = NumberMap<Bool>()
  /// By block of a list: whether its lines begin with names.
  var listsWithNamesInFront = NumberMap<Bool>()
  /// By block of an item: whose words it holds, so that "will send it" below them is theirs as well.
  var speakerOfItem = NumberMap<Party>()
  /// By block of an item with others below it: whose they are where they name nobody.
  var ownersOfItem = NumberMap<[Party]>()
  var columns: [Int: [String]] = [:]
  /// What was left unheard, and why.
  var omissions: [Document.Omission] = []
  /// By table: the roles of its rows, where it lies on its side; empty where it does not.
  var turnedTables: [Int: [String]] = [:]
  /// By the cell that is talk: whose the tasks in it are that name nobody.
  var ownersOfTalk: [Int: Party] = [:]
  /// The row whose cells were last asked for their columns, and the one of them that is talk.
  var columnedRow: (row: Int, isColumned: Bool, talk: Int) = (-1, false, -1)
  /// By block: whom a heading names that says nothing else.
  var headingParties = NumberMap<[Party]>()
  /// By scope: who says what stands below an item that is a name, where names take turns.
  var tellerOfScope = NumberMap<Party>()
  /// Blocks of headings that leave open who of several is meant.
  var headingChoices = Indices()
  var trace: [TraceEntry] = []
  var learned = LearnedMemory()
  /// The notes have a section of actions.
  let hasActions: Bool
  var features: [SentenceFeatures] = []

  init(_ document: Document, _ grammar: Grammar, _ options: HearingOptions) {
    self.document = document
    leaves = Leaves(document, grammar)
    self.grammar = grammar
    self.options = options
    language = Language(of: leaves, grammar, given: options.language)
    spoken = language.set(language.ofDocument)
    var sections = SectionReader(leaves, grammar, languages: spoken)
    outline = Outline(of: document, &sections)
    hasActions = outline.scopes.contains { $0.role == .actions }
    var reader = RosterReader(
      leaves, outline, grammar, languages: spoken, known: options.knownPeople + document.knownPeople)
    roster = reader.read()
    isConsumed = reader.isConsumed
    fields = reader.fields
    sentenceReader = SentenceReader(grammar)
    dateReaders = DateReaders(grammar)
    slots = .of(grammar)
    tagger = PersonTagger(grammar)
    matcher = leaves.matcher
    day = options.date
    writtenOrder = Dialect(settledBy: document.notes)
    endsLinesByThought = document.endsLinesByThought
  }

  /// The numbers of the slots that the meeting stage asks for; 0, which no match fills, where no pattern has one.
  struct Slots: GrammarLookup {
    let owner: Int32
    /// Whoever owns it besides.
    let also: Int32
    let task: Int32
    let by: Int32
    let asker: Int32

    /// Finding them looks through all texts of the grammar, which is longer than hearing a short page.
    static let builtIn = Slots(.builtIn)

    init(_ grammar: Grammar) {
      owner = grammar.slot(named: "owner") ?? 0
      also = grammar.slot(named: "also") ?? 0
      task = grammar.slot(named: "task") ?? 0
      by = grammar.slot(named: "by") ?? 0
      asker = grammar.slot(named: "asker") ?? 0
    }
  }

  mutating func hearAll() {
    // Growing by doubling would hold the same twice at its end.
    utterances.reserveCapacity(document.blocks.count { $0.isLeaf })
    readHeadingParties()
    readTurnsOfItems()
    readMeetingDays()
    findNextMeetingScopes()
    if day == nil { day = meetingDay() }
    readNextMeeting()
    readScribes()
    for index in document.blocks.indices {
      let block = document.blocks[index]
      if outline.isHeading[index] { openTopic(at: index) }
      if block.kind == .row { hear(row: index) }
      if block.kind == .term { hear(term: index) }
      guard isHeardAsProse(index, block) else { continue }
      hear(leaf: index)
    }
    resolveNextMeeting()
  }

  private mutating func isHeardAsProse(_ index: Int, _ block: Block) -> Bool {
    guard block.isLeaf, !isConsumed[index], !block.flags.contains(.service) else { return false }
    switch block.kind {
    case .code: return leaves.isBulleted(index) || leaves.isProse(code: index)
    case .html, .field, .term: return false
    case .heading: return true
    case .cell: return !isColumned(cell: index)
    default: return !outline.isHeading[index] || block.kind == .paragraph
    }
  }

  private mutating func openTopic(at index: Int) {
    let scope = outline.scopes[Int(outline.scopeOfBlock[index])]
    guard scope.block == index, scope.kind == .heading else { return }
    labelledTopic = nil
    guard scope.role == nil else { return }
    topicOfScope.set(Int(outline.scopeOfBlock[index]), topics.count)
    topics.append(Topic(title: scope.titleText, span: scope.title))
  }

  func topic(of block: Int) -> Int? {
    if let labelledTopic { return labelledTopic }
    return outline.topic(of: block).flatMap { topicOfScope[$0] }
  }

  private mutating func hear(leaf index: Int) {
    let block = document.blocks[index]
    tagger.isAmongTasks = isTask(leaf: index)
    tagger.endsInNames = tagger.isAmongTasks && endsInNames(listOf: index)
    tagger.opensInNames = tagger.isAmongTasks && opensInNames(listOf: index)
    tagger.handlesArePlaces = isTodoLine(index)
    load(index)
    tagger.isAmongTasks = false
    tagger.handlesArePlaces = false
    guard !tokens.tokens.isEmpty, !text.isContentsEntry(of: document.notes) else { return }
    language.note()
    var place = Place(of: index, in: leaves, outline, grammar)
    currentDay = day(ofBlock: index)
    place.localOwner = ownersOfTalk[index]
    noteNextMeeting(under: index)
    place.isHeading = outline.isHeading[index]
    place.headingHasRole = place.isHeading && outline.scopes[Int(outline.scopeOfBlock[index])].role != nil
    place.isDetail = place.item.map { isDetail(item: $0) } ?? false
    let reader = UtteranceReader(text: text, tokens: tokens)
    let hasTurns = reader.hasDashedTurns || reader.opensWithTurn { labelKind($0) }
    labelParties.removeAll()
    if block.kind == .turn {
      hear(turn: block, place, reader)
      return
    }
    hear(utterancesOf: reader, place, hasTurns: hasTurns)
  }

  private mutating func hear(utterancesOf reader: UtteranceReader, _ place: Place, hasTurns: Bool) {
    var place = place
    // The memory of one leaf after the other.
    var found: [Utterance] = []
    swap(&found, &parted)
    defer { parted = found }
    let starts = lineStarts()
    let own = hasTurns ? [] : ownLines(starts, isInItem: place.item != nil)
    let title = own.isEmpty ? lineBehindTitle(starts) : []
    let tasks = own.isEmpty ? taskLines(starts, isAmongTasks: place.role == .actions) : own
    let lines =
      title + tasks + codedLines(starts) + markedLines(starts) + picturedLines(starts)
      + (hasTurns ? linesBehindTurns(starts) : linesBehindShort(starts))
    var end = tokens.tokens.count
    // Its last line is whose the items below are.
    if outline.personsBelow.contains(place.block) { end = starts.last ?? end }
    reader.utterances(in: 0..<end, lines: lines, runs: markedRuns(reader), into: &found) {
      labelKind($0)
    } isName: {
      isOnePerson($0) || hasTurns && isStranger($0)
    }
    if place.role == .actions, found.count == 1, let lines = linesBehindName() { (found, place.localOwner) = lines }
    place.isItalic = text.marks.contains { $0.kind == .emphasis && $0.range.count + 2 >= text.bytes.count }
    for (position, utterance) in found.enumerated() {
      let (words, speaker) = speaker(of: utterance, reader)
      if position > 0 { place.isFurther = true }
      place.isListLine = utterance.isListLine
      place.isDashed = utterance.isDashed
      if found.count > 1,
        openLocalScope(words, heads: position == 0 && beginsLine(found[1]), isOwn: !own.isEmpty || position == 0 && !title.isEmpty, &place)
      {
        continue
      }
      hear(words, place, speaker: speaker)
    }
  }

  /// A child of an item that is an action already, unless "Next steps:" stands between the two.
  private func isDetail(item: Int) -> Bool {
    var first = 0
    if let role = outline.role(of: item), role.role == .actions { first = outline.scopes[role.scope].block }
    var parent = Int(document.blocks[item].parent)
    while parent >= first {
      if itemsWithAction.contains(parent) { return true }
      parent = Int(document.blocks[parent].parent)
    }
    return false
  }

  // MARK: Words

  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens.tokens[first].start)..<Int(tokens.tokens[last].end)
  }

  func span(_ range: Range<Int>) -> Span { text.span(of: bytes(range)) }

  /// The words of a range on one line.
  func string(_ range: Range<Int>) -> String { text.string(bytes(range)) }
}
