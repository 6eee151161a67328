/// The lists of the Grammar that say which words turn a sentence's meaning.
import HeardGrammar

struct ClaimLists {
  let grammar: Grammar
  /// Whose words count.
  var languages: LanguageSet
  let known: Known
  /// Folded, longest first.
  private let endings: [[UInt8]]

  /// The lists by their names, which are looked for once.
  final class Known: GrammarLookup {
    let negation, hedge, condition, settled, proposed, finished, unit, quantity, sense, side, label, ahead, function, common,
      verb, participle, first, saying, after, conjunction: Grammar.Membered

    static let builtIn = Known(.builtIn)

    init(_ grammar: Grammar) {
      negation = Grammar.Membered("negation-word", grammar)
      hedge = Grammar.Membered("hedge-word", grammar)
      condition = Grammar.Membered("condition-word", grammar)
      settled = Grammar.Membered("settled-word", grammar)
      proposed = Grammar.Membered("proposal-word", grammar)
      finished = Grammar.Membered("finished-word", grammar)
      unit = Grammar.Membered("unit-word", grammar)
      quantity = Grammar.Membered("quantity-word", grammar)
      sense = Grammar.Membered("same-task", grammar)
      side = Grammar.Membered("opposite", grammar)
      label = Grammar.Membered("summary-label", grammar)
      ahead = Grammar.Membered("ahead-word", grammar)
      function = Grammar.Membered("function-word", grammar)
      common = Grammar.Membered("common", grammar)
      verb = Grammar.Membered("task-verb", grammar)
      participle = Grammar.Membered("task-participle", grammar)
      first = Grammar.Membered("first-person", grammar)
      saying = Grammar.Membered("say-verb", grammar)
      after = Grammar.Membered("after-name", grammar)
      conjunction = Grammar.Membered("conjunction", grammar)
    }
  }

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    known = .of(grammar)
    let all = grammar.isBuiltIn ? ClaimLists.builtInEndings : ClaimLists.endings(grammar)
    let spoken = languages
    endings = all.filter { $0.languages.contains(where: spoken.contains) }.map(\.bytes)
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
    let ending = Grammar.Membered("word-ending", grammar)
    guard let list = ending.list else { return [] }
    var found: [Ending] = []
    for number in 1..<Int32(max(1, grammar.wordCount + 1)) where grammar.isMember(number, of: ending) {
      let languages = grammar.lists(ofWord: number).filter { $0.list == list }.map(\.language)
      guard !languages.isEmpty else { continue }
      found.append(Ending(bytes: Array(grammar.text(ofWord: number).utf8), languages: languages))
    }
    return found.sorted { ($1.bytes.count, $0.bytes.first ?? 0) < ($0.bytes.count, $1.bytes.first ?? 0) }
  }

  /// The member of a list that begins at a token.
  func member(
    _ list: Grammar.Membered, _ tokens: Window<Token>, _ index: Int, _ end: Int
  ) -> (end: Int, value: Int32)? {
    guard let list = list.list else { return nil }
    return grammar.member(of: list, in: tokens, at: index, before: end, languages: languages)
      .map { ($0.end, $0.value ?? 1) }
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list, in: languages) }

  func isEmpty(_ word: Int32) -> Bool { isMember(word, known.function) || isMember(word, known.common) }
  func isVerb(_ word: Int32) -> Bool { isMember(word, known.verb) || isMember(word, known.participle) }
  func isFirstPerson(_ word: Int32) -> Bool { isMember(word, known.first) }
  func isSaying(_ word: Int32) -> Bool { isMember(word, known.saying) || isMember(word, known.proposed) || isMember(word, known.settled) }
  func isAfterName(_ word: Int32) -> Bool { isMember(word, known.after) }

  func isJoining(_ token: Token) -> Bool { token.mark == 0x3B || isMember(token.word, known.conjunction) }

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
