/// Reads what the sentences of one leaf say.
import HeardGrammar

struct ClaimReader {
  let lists: ClaimLists
  private let day: Day?
  private let dialect: Dialect?
  private let cast: Cast
  private let dateReader: DateReader
  var tagger: PersonTagger
  var sentenceReader: SentenceReader
  private var blockText = BlockText()
  private var list = TokenList()
  private var memory = LeafMemory()
  var tokens = LeafTokens()
  private var dates: [DateMention] = []
  var ranges: [Range<Int>] = []
  /// Knows heard's own sentences, in a summary.
  private let saidBack: SaidBack?
  /// The text at hand.
  var text = LeafText()

  init(_ cast: Cast, _ grammar: Grammar, language: String, day: Day?, dialect: Dialect? = nil, saidBack: SaidBack? = nil) {
    self.cast = cast
    (self.day, self.saidBack) = (day, saidBack)
    lists = ClaimLists(grammar, language: language)
    self.dialect = dialect ?? Dialect(language: language, grammar)
    dateReader = DateReader(grammar, languages: lists.languages)
    tagger = PersonTagger(grammar)
    tagger.lists.languages = lists.languages
    sentenceReader = SentenceReader(grammar)
    sentenceReader.languages = lists.languages
  }

  /// A claim for each sentence of a leaf.
  mutating func claims(of block: Block, in document: Document) -> [Claim] {
    document.text(of: block, into: &blockText)
    if saidBack != nil { blockText = blockText.withoutJoiners(document.notes) }
    return claims(in: blockText)
  }

  /// A claim for each sentence of a text.
  mutating func claims(in text: BlockText) -> [Claim] {
    list.read(text, lists.grammar)
    memory.removeAll()
    let leaf = memory.leaf(text, list)
    (self.text, tokens) = (leaf.text, leaf.tokens)
    tagger.tag(tokens, leaf.text, cast.roster)
    dates.removeAll(keepingCapacity: true)
    dateReader.read(tokens.tokens, bytes: leaf.text.bytes, range: 0..<tokens.count, into: &dates)
    for mention in dates { tokens.dateEnd[mention.tokens.lowerBound] = Int32(mention.tokens.upperBound) }
    guard let parts = saidBack?.parts(of: text.bytes) else { return claims(0..<tokens.count) }
    return parts.flatMap { part in
      let first = list.firstToken(from: Int32(part.range.lowerBound))
      let end = list.firstToken(from: Int32(part.range.upperBound - 1)) + 1
      guard first < min(end, tokens.count) else { return [Claim]() }
      return claims(first..<min(end, tokens.count)).map { $0.framed(by: part.frame) }
    }
  }

  func endsPerson(_ index: Int) -> Bool {
    (max(0, index - 4)..<index).contains { Int(tokens.personEnd[$0]) == index }
  }

  /// One claim for a text that belongs to no document: its spans count bytes of the text.
  mutating func claim(in sentence: String) -> Claim {
    var text = BlockText()
    let bytes = Array(sentence.utf8)
    text.append(bytes, 0, bytes.count)
    var whole = Claim(span: Span(0, bytes.count), text: "")
    for claim in claims(in: text) {
      whole.append(claim)
      if whole.actors.isEmpty { whole.actors = claim.actors }
    }
    return whole
  }

  mutating func claim(_ range: Range<Int>) -> Claim {
    let bytes = bytes(of: range)
    var claim = Claim(span: text.span(of: bytes), text: NotesWords.onOneLine(text.bytes[bytes]))
    var reading = Reading(end: range.upperBound)
    var index = behindLabel(range)
    while index < range.upperBound {
      let next = read(index, range, &reading, &claim)
      index = max(next, index + 1)
    }
    claim.isQuestion = tokens.tokens[range].reversed().first { $0.mark != 0x29 && $0.mark != 0x22 }?.mark == 0x3F
    turn(reading, range, &claim)
    claim.actors = opener(range).map { [$0] } ?? []
    return claim
  }

  /// Words that turn others, by token.
  private struct Reading {
    let end: Int
    var negations: [Int] = []
    var hedges: [Int] = []
    var conditions: [Int] = []
    /// By word of the claim: its token.
    var places: [Int] = []
  }

  /// Takes what begins at a token; the index behind it.
  private func read(_ index: Int, _ range: Range<Int>, _ reading: inout Reading, _ claim: inout Claim) -> Int {
    let token = tokens.tokens[index]
    if tokens.personEnd[index] > 0 {
      if let member = member(at: index) { claim.people.append(member) }
      return Int(tokens.personEnd[index])
    }
    if tokens.dateEnd[index] > 0, let mention = dates.first(where: { $0.tokens.lowerBound == index }) {
      let resolution = DateResolution(meeting: day, dialect: dialect, relation: mention.relation)
      claim.dates.append(
        Claim.Date(
          expression: mention.expression, resolved: resolution.resolve(mention.expression), span: span(mention.tokens)))
      return mention.tokens.upperBound
    }
    if let next = turning(index, range, &reading, &claim) { return next }
    if token.kind == .number || token.kind == .reference
      || lists.member(lists.known.quantity, tokens.tokens, index, range.upperBound) != nil
    {
      return read(number: index, range, &claim)
    }
    if lists.isFirstPerson(token.word) { claim.saysI = true }
    if lists.member(lists.known.ahead, tokens.tokens, index, range.upperBound) != nil { claim.isAhead = true }
    return word(index, range, &reading, &claim)
  }

  /// Negations, hedges and the like, which are no content.
  private func turning(_ index: Int, _ range: Range<Int>, _ reading: inout Reading, _ claim: inout Claim) -> Int? {
    let (all, end) = (tokens.tokens, range.upperBound)
    if let found = lists.member(lists.known.negation, all, index, end) {
      if found.value > 0 { reading.negations.append(index) }
      return found.end
    }
    if let found = lists.member(lists.known.condition, all, index, end) {
      if found.value > 0 { reading.conditions.append(index) }
      return found.value > 0 ? found.end : index + 1
    }
    if let found = lists.member(lists.known.hedge, all, index, end) {
      reading.hedges.append(index)
      return found.end
    }
    if let found = lists.member(lists.known.proposed, all, index, end) {
      claim.isProposed = true
      return found.end
    }
    if let found = lists.member(lists.known.finished, all, index, end) {
      claim.isDone = true
      return found.end
    }
    if let found = lists.member(lists.known.settled, all, index, end) {
      claim.isSettled = true
      return lists.member(lists.known.side, all, index, end) == nil ? found.end : nil
    }
    return nil
  }

  /// Takes a number, the marks that part its thousands, and what it counts.
  private func read(number index: Int, _ range: Range<Int>, _ claim: inout Claim) -> Int {
    var end = index + 1
    while end + 1 < range.upperBound, isWithinNumber(end), tokens.tokens[index].kind == .number { end += 2 }
    let bytes = text.bytes[bytes(of: index..<end)]
    var number = Claim.Number(
      value: TextDecoding.string(bytes.filter { $0 != 0x2C && $0 != 0x27 && $0 != 0x23 }), unit: 0, span: span(index..<end))
    if let word = lists.member(lists.known.quantity, tokens.tokens, index, range.upperBound) {
      number.value = String(word.value)
    }
    if let unit = lists.member(lists.known.unit, tokens.tokens, end, range.upperBound) {
      (number.unit, end) = (unit.value, unit.end)
    }
    if number.unit == 0, index > range.lowerBound,
      let unit = lists.member(lists.known.unit, tokens.tokens, index - 1, index), unit.value >= 100
    {
      number.unit = unit.value
    }
    claim.numbers.append(number)
    return end
  }

  /// "," or "." between two digits.
  private func isWithinNumber(_ index: Int) -> Bool {
    let (mark, next) = (tokens.tokens[index], tokens.tokens[index + 1])
    return (mark.mark == 0x2C || mark.mark == 0x2E || mark.mark == 0x3A) && !mark.flags.contains(.spaceBefore)
      && next.kind == .number
      && !next.flags.contains(.spaceBefore)
  }

  /// "Action:" in front of a line is no part of what it claims.
  private func behindLabel(_ range: Range<Int>) -> Int {
    guard let label = lists.member(lists.known.label, tokens.tokens, range.lowerBound, range.upperBound),
      label.end < range.upperBound,
      tokens.tokens[label.end].mark == 0x3A
    else { return range.lowerBound }
    return label.end + 1
  }

  private func word(_ index: Int, _ range: Range<Int>, _ reading: inout Reading, _ claim: inout Claim) -> Int {
    let token = tokens.tokens[index]
    guard token.kind == .word else { return index + 1 }
    let bytes = text.bytes[token.range]
    if token.word == 0, bytes.contains(where: { $0 &- 0x30 < 10 }) {
      claim.numbers.append(
        Claim.Number(value: TextDecoding.string(Array(bytes)).lowercased(), unit: 0, span: span(index..<index + 1)))
      return index + 1
    }
    let sense = lists.member(lists.known.sense, tokens.tokens, index, range.upperBound)
    let side = lists.member(lists.known.side, tokens.tokens, index, range.upperBound)
    if sense == nil, side == nil, lists.isEmpty(token.word) { return index + 1 }
    guard bytes.count > 2 || token.word == 0 || token.flags.contains(.allCaps) else { return index + 1 }
    let end = max(sense?.end ?? 0, side?.end ?? 0, index + 1)
    let isOpener = index == range.lowerBound || token.flags.contains(.lineStart)
    var word = Claim.Word(
      stem: lists.stem(bytes), sense: sense?.value ?? 0, side: side?.value ?? 0, span: span(index..<end))
    word.isVerb = lists.isVerb(token.word) || sense != nil
    word.isDeed = word.isVerb && isDeed(index, range)
    word.isName =
      token.word == 0 && token.flags.contains(.capitalized)
      && (!isOpener || index + 1 < range.upperBound && lists.isAfterName(tokens.tokens[index + 1].word))
    claim.words.append(word)
    reading.places.append(index)
    return end
  }

  /// A verb that says what somebody does: at the start, behind a person, "will", "to", "not".
  private func isDeed(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return true }
    let before = tokens.tokens[index - 1]
    return lists.isAfterName(before.word) || lists.isFirstPerson(before.word) || endsPerson(index)
      || before.mark == 0x3A
      || lists.member(lists.known.negation, tokens.tokens, index - 1, index) != nil
  }

  /// Says of each word whether a negation, a hedge or a condition reaches it.
  private func turn(_ reading: Reading, _ range: Range<Int>, _ claim: inout Claim) {
    claim.hasNegation = !reading.negations.isEmpty
    claim.hasHedge = !reading.hedges.isEmpty
    claim.hasCondition = !reading.conditions.isEmpty
    for index in reading.negations {
      for word in reached(from: index, 2, reading, range) { claim.words[word].isNegated.toggle() }
    }
    for index in reading.hedges {
      for word in reached(from: index, 3, reading, range) { claim.words[word].isHedged = true }
    }
    for index in reading.conditions {
      let clause = sentenceReader.clause(around: index, in: range, tokens, text)
      // "If it rains, we move the fair": a comma ends what an "if" in front governs.
      let end = (index..<clause.upperBound).first { tokens.tokens[$0].mark == 0x2C } ?? clause.upperBound
      for (word, place) in reading.places.enumerated() where place > index && place < end {
        claim.words[word].isCondition = true
      }
    }
  }

  /// The next words of the clause; the last ones in front where none follows.
  private func reached(from index: Int, _ count: Int, _ reading: Reading, _ range: Range<Int>) -> [Int] {
    let clause = sentenceReader.clause(around: index, in: range, tokens, text)
    let inside = reading.places.indices.filter { clause.contains(reading.places[$0]) }
    let behind = inside.filter { reading.places[$0] > index }
    return behind.isEmpty ? Array(inside.suffix(count)) : Array(behind.prefix(count))
  }

  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens.tokens[first].start)..<Int(tokens.tokens[last].end)
  }

  func span(_ range: Range<Int>) -> Span { text.span(of: bytes(of: range)) }
}
