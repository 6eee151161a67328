import HeardGrammar

/// Parts tokens into sentences, and sentences into clauses, which is how far a negation or an "if" reaches.
struct SentenceReader {
  /// Whose abbreviations and clause words count.
  var languages = LanguageSet.all
  private let known: Known
  private let grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
    known = .of(grammar)
  }

  /// The lists by their names, which are looked for once.
  private final class Known: GrammarLookup {
    let abbreviation: Grammar.Membered
    let clauseWord: Grammar.Membered
    let firstPerson: Grammar.Membered
    let afterName: Grammar.Membered

    static let builtIn = Known(.builtIn)

    init(_ grammar: Grammar) {
      abbreviation = Grammar.Membered("abbreviation", grammar)
      clauseWord = Grammar.Membered("clause-word", grammar)
      firstPerson = Grammar.Membered("first-person", grammar)
      afterName = Grammar.Membered("after-name", grammar)
    }
  }

  func sentences(in range: Range<Int>, _ tokens: LeafTokens, _ text: LeafText, into found: inout [Range<Int>]) {
    found.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if index - start >= Guards.sentence {
        found.append(start..<index)
        start = index
      } else if tokens.tokens[index].kind == .punctuation, ends(at: index, in: range, tokens, text) {
        var end = index + 1
        while end < range.upperBound, isCloser(end, tokens, text) { end += 1 }
        found.append(start..<end)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
  }

  private func ends(at index: Int, in range: Range<Int>, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .punctuation, index + 1 < range.upperBound else { return false }
    let first = text.bytes[Int(token.start)]
    guard first == 0x2E || first == 0x21 || first == 0x3F else { return false }
    var next = index + 1
    while next < range.upperBound, isCloser(next, tokens, text) { next += 1 }
    guard next < range.upperBound else { return false }
    let following = tokens.tokens[next]
    guard following.flags.contains(.spaceBefore) || following.flags.contains(.lineStart) else { return false }
    if first != 0x2E { return true }
    if isInDate(index, from: range.lowerBound, tokens) { return false }
    if token.end - token.start > 1 { return following.flags.contains(.capitalized) }
    return !isAbbreviation(index, in: range, tokens, text) && opens(following, text)
  }

  /// "am 12. Juni": no sentence ends within a date. Dates are short, so that the look back is too.
  private func isInDate(_ index: Int, from start: Int, _ tokens: LeafTokens) -> Bool {
    guard tokens.dateEnd.count == tokens.tokens.count else { return false }
    for first in max(start, index - 8)..<index where Int(tokens.dateEnd[first]) > index + 1 { return true }
    return false
  }

  /// A sentence opens with anything but a lower-case word: "vs. the old one" goes on.
  private func opens(_ token: Token, _ text: LeafText) -> Bool {
    guard token.kind == .word else { return true }
    let first = text.bytes[Int(token.start)]
    // A lower-case pronoun or name often opens a sentence in hasty notes, so only a full stop behind a short word is doubted.
    return !(first >= 0x61 && first <= 0x7A) || token.end - token.start > 1 || isMember(token.word, known.firstPerson)
  }

  private func isAbbreviation(_ index: Int, in range: Range<Int>, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    guard index > range.lowerBound else { return false }
    let previous = tokens.tokens[index - 1]
    guard previous.kind == .word else { return false }
    if isMember(previous.word, known.abbreviation) || closesDotted(index, from: range.lowerBound, tokens) { return true }
    guard previous.end - previous.start == 1, index + 1 < range.upperBound, tokens.tokens[index + 1].kind == .word,
      text.bytes[Int(previous.start)] >= 0x41, text.bytes[Int(previous.start)] <= 0x5A, !isMember(previous.word, known.firstPerson)
    else { return false }
    // "J. Smith", "Ana S. will"
    return tokens.tokens[index + 1].flags.contains(.capitalized) || isLastInitial(index - 1, from: range.lowerBound, tokens)
  }

  /// Behind a first name, as it is written where two share it.
  private func isLastInitial(_ index: Int, from start: Int, _ tokens: LeafTokens) -> Bool {
    guard index > start, tokens.personEnd.count == tokens.tokens.count else { return false }
    let name = tokens.tokens[index - 1]
    return name.kind == .word && name.flags.contains(.capitalized) && Int(tokens.personEnd[index - 1]) > index
  }

  /// "e.g.", "i.e.": abbreviations with a full stop inside.
  private func closesDotted(_ index: Int, from start: Int, _ tokens: LeafTokens) -> Bool {
    guard let list = known.abbreviation.list, index - 3 >= start, tokens.tokens[index - 2].mark == 0x2E,
      !tokens.tokens[index - 1].flags.contains(.spaceBefore)
    else { return false }
    return grammar.member(of: list, in: tokens.tokens, at: index - 3, before: index, languages: languages)?.end == index
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool {
    grammar.isMember(word, of: list, in: languages)
  }

  private func isCloser(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .punctuation, !token.flags.contains(.spaceBefore) else { return false }
    switch text.bytes[Int(token.start)] {
    case 0x29, 0x5D, 0x22, 0x27, 0x2E, 0x21, 0x3F, 0x5F, 0x2A: return true
    case 0xE2:
      // ’ and ”
      return token.end - token.start == 3 && text.bytes[Int(token.start) + 1] == 0x80
        && (text.bytes[Int(token.start) + 2] == 0x99 || text.bytes[Int(token.start) + 2] == 0x9D)
    default: return false
    }
  }

  /// The clause of a sentence that holds a token.
  func clause(around index: Int, in sentence: Range<Int>, _ tokens: LeafTokens, _ text: LeafText) -> Range<Int> {
    var start = min(max(index, sentence.lowerBound), sentence.upperBound)
    while start > sentence.lowerBound, !isBoundary(start, in: sentence, tokens, text) { start -= 1 }
    var end = max(index + 1, start + 1)
    while end < sentence.upperBound, !isBoundary(end, in: sentence, tokens, text) { end += 1 }
    return start..<min(end, sentence.upperBound)
  }

  /// Whether a new clause begins at a token.
  private func isBoundary(_ index: Int, in sentence: Range<Int>, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    guard index > sentence.lowerBound, index < sentence.upperBound else { return false }
    let token = tokens.tokens[index]
    if isMember(token.word, known.clauseWord) {
      for entry in grammar.lists(ofWord: token.word)
      where entry.list == known.clauseWord.list && languages.contains(entry.language) {
        // 1: begins a clause wherever it stands. 2: only behind a comma.
        if entry.value == 1 || follows(0x2C, index, tokens, text) { return true }
      }
    }
    // "…, Ana will …", "… (Ana did it last year)"
    let behind = Int(tokens.personEnd[index])
    if behind > index, behind < sentence.upperBound {
      if follows(0x2C, index, tokens, text), isMember(tokens.tokens[behind].word, known.afterName) { return true }
      if follows(0x28, index, tokens, text), tokens.tokens[behind].kind == .word { return true }
    }
    if follows(0x3B, index, tokens, text) || follows(0x3A, index, tokens, text) { return true }
    let previous = tokens.tokens[index - 1]
    return token.flags.contains(.spaceBefore) && previous.flags.contains(.spaceBefore)
      && follows(0x2D, index, tokens, text)
  }

  private func follows(_ byte: UInt8, _ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    let previous = tokens.tokens[index - 1]
    let first = text.bytes[Int(previous.start)]
    if previous.end - previous.start == 1 { return first == byte }
    // – and — part clauses as a hyphen between spaces does.
    return byte == 0x2D && previous.kind == .punctuation && previous.end - previous.start == 3 && first == 0xE2
  }
}
