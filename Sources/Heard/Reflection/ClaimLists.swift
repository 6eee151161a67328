/// The lists of the Grammar that say which words turn a sentence's meaning.
import HeardGrammar

struct ClaimLists {
  let grammar: Grammar
  /// Whose words count.
  var languages: LanguageSet
  let negation, hedge, condition, settled, proposed, finished, unit, quantity, sense, side, label,
    ahead: Grammar.ListID?
  private let function, common, verb, participle, first, saying, after, conjunction: Grammar.ListID?
  /// Folded, longest first.
  private let endings: [[UInt8]]

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    negation = grammar.list(named: "negation-word")
    hedge = grammar.list(named: "hedge-word")
    condition = grammar.list(named: "condition-word")
    settled = grammar.list(named: "settled-word")
    proposed = grammar.list(named: "proposal-word")
    finished = grammar.list(named: "finished-word")
    unit = grammar.list(named: "unit-word")
    quantity = grammar.list(named: "quantity-word")
    sense = grammar.list(named: "same-task")
    side = grammar.list(named: "opposite")
    label = grammar.list(named: "summary-label")
    ahead = grammar.list(named: "ahead-word")
    function = grammar.list(named: "function-word")
    common = grammar.list(named: "common")
    verb = grammar.list(named: "task-verb")
    participle = grammar.list(named: "task-participle")
    first = grammar.list(named: "first-person")
    saying = grammar.list(named: "say-verb")
    after = grammar.list(named: "after-name")
    conjunction = grammar.list(named: "conjunction")
    let known = grammar.isBuiltIn ? ClaimLists.builtInEndings : ClaimLists.endings(grammar)
    let spoken = languages
    endings = known.filter { $0.languages.contains(where: spoken.contains) }.map(\.bytes)
  }

  private struct Ending: Sendable {
    /// Folded.
    var bytes: [UInt8]
    var languages: [Int32]
  }

  /// All words of the grammar are gone through for them, which no sentence should wait for.
  private static let builtInEndings = endings(.builtIn)

  /// Longest first.
  private static func endings(_ grammar: Grammar) -> [Ending] {
    guard let list = grammar.list(named: "word-ending") else { return [] }
    var found: [Ending] = []
    for number in 1..<Int32(max(1, grammar.wordCount + 1)) {
      let languages = grammar.lists(ofWord: number).filter { $0.list == list }.map(\.language)
      guard !languages.isEmpty else { continue }
      found.append(Ending(bytes: Array(grammar.text(ofWord: number).utf8), languages: languages))
    }
    return found.sorted { ($1.bytes.count, $0.bytes.first ?? 0) < ($0.bytes.count, $1.bytes.first ?? 0) }
  }

  /// The member of a list that begins at a token.
  func member(_ list: Grammar.ListID?, _ tokens: Window<Token>, _ index: Int, _ end: Int) -> (end: Int, value: Int32)? {
    guard let list else { return nil }
    return grammar.member(of: list, in: tokens, at: index, before: end, languages: languages)
      .map { ($0.end, $0.value ?? 1) }
  }

  private func isMember(_ word: Int32, _ list: Grammar.ListID?) -> Bool {
    guard word != 0, let list else { return false }
    return grammar.lists(ofWord: word).contains { $0.list == list && languages.contains($0.language) }
  }

  func isEmpty(_ word: Int32) -> Bool { isMember(word, function) || isMember(word, common) }
  func isVerb(_ word: Int32) -> Bool { isMember(word, verb) || isMember(word, participle) }
  func isFirstPerson(_ word: Int32) -> Bool { isMember(word, first) }
  func isSaying(_ word: Int32) -> Bool { isMember(word, saying) || isMember(word, proposed) || isMember(word, settled) }
  func isAfterName(_ word: Int32) -> Bool { isMember(word, after) }

  func isJoining(_ token: Token) -> Bool { token.mark == 0x3B || isMember(token.word, conjunction) }

  /// A word without its ending, so that "plans" and "planning" are one.
  func stem(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var rest = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for ending in endings where rest.count >= ending.count + 3 && rest.suffix(ending.count).elementsEqual(ending) {
      rest.removeLast(ending.count)
      break
    }
    if rest.count > 3, rest[rest.count - 1] == rest[rest.count - 2] { rest.removeLast() }
    return NameKey(rest).hash
  }
}
