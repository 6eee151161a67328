import HeardGrammar

/// Tells whether words are the notes' own: theirs in their order, where only the one who is spoken to is named otherwise, and nothing
/// that turns their meaning is gone.
///
/// It says yes only where that is plain; what it does not see is compared claim by claim.
struct OwnWords: Sendable {
  private let grammar: Grammar
  private let languages: LanguageSet
  private let known: ClaimLists.Known
  private let lists: Lists
  private var said = TokenList()
  private var place = TokenList()
  private var (saidBytes, placeBytes): ([UInt8], [UInt8]) = ([], [])

  /// Tokens of either side that may stand for one another.
  private static let longestChange = 4
  /// No sentence is longer.
  private static let longest = 1000

  init(_ grammar: Grammar, language: String) {
    self.grammar = grammar
    languages = grammar.languageSet([language])
    known = .of(grammar)
    lists = .of(grammar)
  }

  /// The lists by their names, which are looked for once.
  private struct Lists: GrammarLookup {
    let told, tells, hesitation: Grammar.Membered

    static let builtIn = Lists(.builtIn)

    init(_ grammar: Grammar) {
      told = Grammar.Membered("word-told", grammar)
      tells = Grammar.Membered("word-telling", grammar)
      hesitation = Grammar.Membered("hesitation", grammar)
    }
  }

  /// - Parameters:
  ///   - isToSomebody: the words speak to somebody of whom, or by whom, the place is.
  ///   - isCut: the words say that they go on.
  ///   - isAsked: the place asks for what they say ("could you"), and whoever says them says so.
  mutating func hold(_ words: String, at place: String, isToSomebody: Bool, isCut: Bool = false, isAsked: Bool = false) -> Bool {
    if isWhole(words, place) { return true }
    (saidBytes, placeBytes) = (Array(words.utf8), Array(place.utf8))
    said.read(saidBytes, grammar)
    self.place.read(placeBytes, grammar)
    guard said.count > 0, self.place.count > 0, said.count <= self.place.count + OwnWords.longestChange,
      self.place.count <= OwnWords.longest
    else { return false }
    for start in 0..<self.place.count where begins(at: start, isToSomebody) {
      guard let end = end(from: start, isToSomebody) else { continue }
      return !turns(0..<start, isAsked) && (isCut || !turns(end..<self.place.count, isAsked))
    }
    return false
  }

  /// The words are the place, but for marks around them.
  private func isWhole(_ words: String, _ place: String) -> Bool {
    let rest = place.utf8.count - words.utf8.count
    guard rest >= 0, rest < 4, let first = words.utf8.first else { return false }
    let marks = place.utf8.prefix(rest).prefix { $0 != first && OwnWords.isMark($0) }
    let tail = place.utf8.dropFirst(marks.count)
    return tail.starts(with: words.utf8) && tail.dropFirst(words.utf8.count).allSatisfy(OwnWords.isMark)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0x2A || byte == 0x2E || byte == 0x3A || byte == 0x2C
  }

  /// Whether a stretch of the place, which the words leave out, turns what they say.
  private func turns(_ range: Range<Int>, _ isAsked: Bool) -> Bool {
    place.lent { place in
      range.contains { index in
        guard place.tokens[index].word > 0 else { return false }
        let lists = isAsked ? [known.negation, known.condition] : [known.negation, known.condition, known.hedge, known.proposed]
        return lists.contains { list in
          list.list.flatMap { grammar.member(of: $0, in: place.tokens, at: index, before: range.upperBound, languages: languages) }
            .map { $0.value ?? 1 > 0 } ?? false
        }
      }
    }
  }

  private func begins(at index: Int, _ isToSomebody: Bool) -> Bool {
    isSame(0, index) || isToSomebody && isTold(0) && isTelling(index)
  }

  /// The place behind the words, where they stand from an index on.
  private func end(from start: Int, _ isToSomebody: Bool) -> Int? {
    var (index, other) = (0, start)
    while index < said.count {
      if isMark(said, index) {
        index += 1
      } else if other < place.count, isSame(index, other) {
        (index, other) = (index + 1, other + 1)
      } else if other < place.count, isMark(place, other) || isMember(place.tokens[other].word, lists.hesitation) {
        other += 1
      } else if isToSomebody, let next = changed(index, other) {
        (index, other) = next
      } else {
        return nil
      }
    }
    return other
  }

  /// Behind a change of person, the next words that are the same.
  private func changed(_ index: Int, _ other: Int) -> (Int, Int)? {
    var ends = (said: index, place: other)
    while ends.said < said.count, ends.said - index < OwnWords.longestChange, isTold(ends.said) { ends.said += 1 }
    while ends.place < place.count, ends.place - other < OwnWords.longestChange, isTelling(ends.place) { ends.place += 1 }
    guard ends != (index, other) else { return nil }
    // The fewest words that change, so that nothing is passed over.
    for count in 1...(2 * OwnWords.longestChange) {
      for first in 0...min(count, ends.said - index) where count - first <= ends.place - other {
        let next = (index + first, other + count - first)
        if next.0 == said.count || next.1 < place.count && isSame(next.0, next.1) { return next }
      }
    }
    return nil
  }

  private func isMark(_ list: TokenList, _ index: Int) -> Bool { list.tokens[index].kind == .punctuation }

  /// The same but for a capital.
  private func isSame(_ index: Int, _ other: Int) -> Bool {
    let (a, b) = (said.tokens[index], place.tokens[other])
    guard a.length == b.length, a.kind == b.kind else { return false }
    if a.word > 0, a.word == b.word { return true }
    var (x, y) = (Int(a.start), Int(b.start))
    while x < Int(a.end) {
      let (p, q) = (saidBytes[x], placeBytes[y])
      if p != q, p | 0x20 != q | 0x20 || p | 0x20 < 0x61 || p | 0x20 > 0x7A { return false }
      (x, y) = (x + 1, y + 1)
    }
    return true
  }

  /// "you", and the verbs that follow it.
  private func isTold(_ index: Int) -> Bool { isMember(said.tokens[index].word, lists.told) }

  /// "I", "she", a name, and the verbs that follow them.
  private func isTelling(_ index: Int) -> Bool {
    let token = place.tokens[index]
    return isMember(token.word, lists.tells) || token.kind == .handle || token.flags.contains(.capitalized)
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list, in: languages) }
}
