import HeardGrammar

/// Turns words into what is said to the person who spoke them or whom they are about, or leaves them to be quoted.
///
/// Words are quoted where something in them may point outside the sentence, or where no rewrite of the Grammar covers them.
struct Restating {
  /// Whose words they are.
  enum Voice: String {
    /// The person says "I".
    case speaker
    /// The person is named.
    case named
    /// Somebody says "you" to the person.
    case asked
  }

  /// More words than this are quoted.
  private static let longest = 50

  let grammar: Grammar
  let languages: LanguageSet
  private var matcher: CueMatcher
  private let lists: RestatingLists
  private var hasRewrites: Bool { lists.hasRewrites }
  private var words = RestatedWords()

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    matcher = CueMatcher(grammar)
    lists = RestatingLists(grammar, language: language)
  }

  /// A whole sentence said to the person, without its final mark and with a capital; nil: quote it.
  mutating func sentence(_ text: String, to person: SpokenNames, _ others: SpokenNames, _ voice: Voice) -> String? {
    guard let said = said(text, person, others, voice, changes: true) else { return nil }
    // "Call me": whoever says it asks somebody else.
    if voice == .speaker, lists.beginsWithVerb(words.tokens, isSure: true) { return nil }
    // A sentence that does not begin with the one it is about is somebody else's.
    if voice == .named, !words.opensWithPerson(lists) { return nil }
    return Wordplay.capitalized(said)
  }

  /// A task that begins with its verb, said to the person behind "You'll"; nil: quote it.
  ///
  /// - Parameter isSurelyVerb: a cue heard the first word as a verb; otherwise the next word has to show it.
  mutating func task(
    _ text: String, to person: SpokenNames, _ others: SpokenNames, _ voice: Voice, isSurelyVerb: Bool
  ) -> String? {
    guard hasRewrites else { return nil }
    words.read(text, grammar)
    guard lists.beginsWithVerb(words.tokens, isSure: isSurelyVerb), let said = said(text, person, others, voice, changes: false)
    else {
      return nil
    }
    return Wordplay.uncapitalized(said)
  }

  /// - Parameter changes: words that no rewrite changes are not said to anybody.
  private mutating func said(
    _ text: String, _ person: SpokenNames, _ others: SpokenNames, _ voice: Voice, changes: Bool
  ) -> String? {
    guard hasRewrites else { return nil }
    words.read(text, grammar)
    // "I, uh, was": what stands between would keep the verb from its "I".
    if let plain = words.withoutHesitation(grammar, lists) { words.read(plain, grammar) }
    words.tag(person, others)
    let range = lists.withoutOpening(words.tokens)
    guard range.count > 1, range.count <= Restating.longest, !isBroken(range) else { return nil }
    match(range)
    let rewrites = rewrites(voice)
    guard !pointsOutside(range, rewrites, voice), !changes || !rewrites.isEmpty else { return nil }
    return words.text(of: range, rewrites, grammar, lists)
  }

  /// Finds the rewrites and pointers in the words.
  private mutating func match(_ range: Range<Int>) {
    words.matches.removeAll(keepingCapacity: true)
    let tokens = words.tokens
    tokens.lent { matcher.matchSaid($0, range: range, languages: languages, into: &words.matches) }
  }

  /// The rewrites of a voice, leftmost and longest first, none over another.
  private func rewrites(_ voice: Voice) -> [CueMatch] {
    let role = voice == .speaker ? Voice.speaker.rawValue : Voice.named.rawValue
    var kept: [CueMatch] = []
    let found = words.matches.filter { grammar.cues[Int($0.cue)].kind == .rewrite && grammar.cues[Int($0.cue)].role == role }
    for match in found.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) })
    where match.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(match)
    }
    return kept
  }

  /// More than one sentence, a question, or a bracket or quotation mark that does not close.
  private func isBroken(_ range: Range<Int>) -> Bool {
    var depth = 0
    var quotes = 0
    for index in range {
      switch words.tokens.tokens[index].mark {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth -= 1
      case 0x22: quotes += 1
      case 0x3F: return true
      case 0x2E, 0x21:
        let token = words.tokens.tokens[index]
        if token.length > 1 || index + 1 < range.upperBound && words.tokens.tokens[index + 1].flags.contains(.spaceBefore) {
          return true
        }
      default: break
      }
      if depth < 0 { return true }
    }
    return depth != 0 || quotes % 2 != 0
  }

  private func pointsOutside(_ range: Range<Int>, _ rewrites: [CueMatch], _ voice: Voice) -> Bool {
    func isCovered(_ index: Int) -> Bool { rewrites.contains { $0.range.contains(index) } }
    if voice == .named, range.contains(where: { words.tokens.personEnd[$0] > 0 && !isCovered($0) }) { return true }
    if words.hasQuotes(range), !rewrites.isEmpty { return true }
    for match in words.matches where grammar.cues[Int(match.cue)].kind == .pointer {
      let start = match.range.lowerBound
      switch grammar.cues[Int(match.cue)].role {
      case "speaker": if !isCovered(start) { return true }
      case "listener": if voice != .asked { return true }
      case "person":
        let hasOther = words.others.contains { $0 < start }
        if voice == .speaker ? !hasOther : hasOther || !isCovered(start) { return true }
      case "thing": if !isCovered(start), !lists.namesSomething(words.tokens, range.lowerBound..<start) { return true }
      default: return true
      }
    }
    return false
  }

  /// Something in the words may mean what stands outside them, or whoever says them.
  mutating func pointsOutside(_ text: String, _ others: SpokenNames) -> Bool {
    guard hasRewrites else { return false }
    words.read(text, grammar)
    let range = 0..<words.tokens.count
    match(range)
    guard words.matches.contains(where: { grammar.cues[Int($0.cue)].kind == .pointer }) else { return false }
    words.tag(SpokenNames([]), others)
    return pointsOutside(range, [], .speaker)
  }

  /// The words around a task qualify it: an "if", an "unless", a negation that the task alone would lose.
  mutating func isQualified(_ sentence: String, beyond task: String) -> Bool {
    words.read(sentence, grammar)
    let inSentence = lists.qualifiers(in: words.tokens)
    guard inSentence > 0 else { return false }
    words.read(task, grammar)
    return lists.qualifiers(in: words.tokens) < inSentence
  }

  /// An "if" or an "unless" stands in the words.
  mutating func isConditional(_ text: String) -> Bool {
    words.read(text, grammar)
    return lists.hasCondition(words.tokens)
  }

  /// Somebody says "I" in the words.
  mutating func hasFirstPerson(_ text: String) -> Bool {
    words.read(text, grammar)
    return lists.hasFirstPerson(words.tokens)
  }

  /// The words begin with a yes.
  mutating func saysYes(_ text: String) -> Bool {
    words.read(text, grammar)
    return lists.beginsWithYes(words.tokens)
  }

  /// The words begin with the verb of a task.
  mutating func isTask(_ text: String) -> Bool {
    words.read(text, grammar)
    return lists.beginsWithVerb(words.tokens, isSure: true)
  }

  /// The words as a rewrite leaves them, wherever the person stands in them; for the Grammar's examples.
  mutating func said(_ text: String, to person: SpokenNames, _ others: SpokenNames, _ voice: Voice) -> String? {
    said(text, person, others, voice, changes: true).map(Wordplay.capitalized)
  }

  /// The rewrites and pointers that match in some words.
  mutating func cues(in text: String, naming person: SpokenNames) -> Set<Int> {
    words.read(text, grammar)
    words.tag(person, SpokenNames([]))
    match(0..<words.tokens.count)
    return Set(words.matches.map { Int($0.cue) })
  }

  /// A reason without "Reason:" in front.
  mutating func withoutLabel(_ reason: String) -> String {
    words.read(reason, grammar)
    return String(decoding: reason.utf8.dropFirst(lists.reasonLabel(in: words.tokens)), as: UTF8.self)
  }
}
