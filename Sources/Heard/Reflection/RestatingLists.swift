import HeardGrammar

/// The lists of the Grammar that restating asks for.
struct RestatingLists {
  private let grammar: Grammar
  private let languages: LanguageSet
  private let known: Known
  /// The language has rewrites of its own.
  let hasRewrites: Bool

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    known = .of(grammar)
    hasRewrites = known.rewriting.contains(Int32(grammar.languages.firstIndex(of: language) ?? 0))
  }

  /// The lists by their names, which are looked for once, and the languages that have rewrites, for which all cues are gone through.
  private final class Known: GrammarLookup {
    let verb, opening, hesitation, naming, object, qualifier, first, yes, reason, condition: Grammar.Membered
    let rewriting: LanguageSet

    static let builtIn = Known(.builtIn)

    init(_ grammar: Grammar) {
      verb = Grammar.Membered("task-verb", grammar)
      opening = Grammar.Membered("opening-word", grammar)
      hesitation = Grammar.Membered("hesitation", grammar)
      naming = Grammar.Membered("naming-word", grammar)
      object = Grammar.Membered("object-opener", grammar)
      qualifier = Grammar.Membered("qualifying-word", grammar)
      first = Grammar.Membered("first-person-word", grammar)
      yes = Grammar.Membered("acceptance-opener", grammar)
      reason = Grammar.Membered("reason-label", grammar)
      condition = Grammar.Membered("condition-word", grammar)
      var rewriting: LanguageSet = []
      for cue in grammar.cues where cue.kind == .rewrite { rewriting.insert(cue.language) }
      self.rewriting = rewriting
    }
  }

  func isHesitation(_ word: Int32) -> Bool { isMember(word, known.hesitation) }

  func isFirstPerson(_ word: Int32) -> Bool { isMember(word, known.first) }

  func hasFirstPerson(_ tokens: TokenList) -> Bool { tokens.tokens.contains { isMember($0.word, known.first) } }

  func hasCondition(_ tokens: TokenList) -> Bool {
    guard let list = known.condition.list else { return false }
    return tokens.tokens.indices.contains { index in
      grammar.member(of: list, in: tokens.tokens, at: index, before: tokens.count, languages: languages).map { $0.value ?? 1 > 0 } ?? false
    }
  }

  func beginsWithYes(_ tokens: TokenList) -> Bool { memberEnd(known.yes, tokens, 0) != nil }

  /// How many bytes "Reason:" takes in front of a reason.
  func reasonLabel(in tokens: TokenList) -> Int {
    guard tokens.count > 2, tokens.tokens[1].mark == 0x3A, isMember(tokens.tokens[0].word, known.reason) else { return 0 }
    return Int(tokens.tokens[2].start)
  }

  func qualifiers(in tokens: TokenList) -> Int { tokens.tokens.count { isMember($0.word, known.qualifier) } }

  /// Something is named in the range, so that a later "it" can mean it.
  func namesSomething(_ tokens: TokenList, _ range: Range<Int>) -> Bool {
    range.contains { isMember(tokens.tokens[$0].word, known.naming) && $0 + 1 < range.upperBound }
  }

  /// All tokens but words like "OK, so" in front and final marks.
  func withoutOpening(_ tokens: TokenList) -> Range<Int> {
    var range = 0..<tokens.count
    while let first = range.first,
      isMember(tokens.tokens[first].word, known.opening) || tokens.tokens[first].kind == .punctuation && !isOpenBracket(tokens, first)
    {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, tokens.tokens[last].kind == .punctuation, !isClosing(tokens.tokens[last].mark) {
      range = range.lowerBound..<last
    }
    return range
  }

  private func isOpenBracket(_ tokens: TokenList, _ index: Int) -> Bool {
    tokens.tokens[index].mark == 0x28 || tokens.tokens[index].mark == 0x22
  }

  private func isClosing(_ mark: UInt8) -> Bool { mark == 0x29 || mark == 0x5D || mark == 0x22 || mark == 0x3F }

  /// - Parameter isSure: the first word is known to be a verb; otherwise a word that opens an object has to follow.
  func beginsWithVerb(_ tokens: TokenList, isSure: Bool) -> Bool {
    guard tokens.count > 1, let end = memberEnd(known.verb, tokens, 0), tokens.tokens[0].kind == .word else { return false }
    guard end < tokens.count, tokens.tokens[end].mark != 0x3A, tokens.tokens[end].mark != 0x2D else { return false }
    if isSure { return true }
    let next = tokens.tokens[end]
    return next.kind == .reference || next.kind == .url || isMember(next.word, known.object)
  }

  private func memberEnd(_ list: Grammar.Membered, _ tokens: TokenList, _ index: Int) -> Int? {
    guard let list = list.list else { return nil }
    return grammar.member(of: list, in: tokens.tokens, at: index, before: tokens.count, languages: languages)?.end
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list, in: languages) }
}
