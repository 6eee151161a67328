/// Knows a name that nobody declared by the name beside it.
import HeardGrammar

extension PersonTagger {
  /// "Kaya Brandt and Ana will …": two words with capitals in front of "and", a name and what both are to do. How many words.
  func joinedName(at index: Int, _ tokens: LeafTokens) -> Int {
    guard index + 4 < tokens.tokens.count, isNameWord(index, tokens), isNameWord(index + 1, tokens),
      lists.isConjunction(tokens.tokens[index + 2].word)
    else { return 0 }
    let second = index + 3
    guard tokens.tokens[second].flags.contains(.capitalized), lists.isGivenName(tokens.tokens[second].word) else {
      return 0
    }
    let isSurname = isNameWord(second + 1, tokens)
    let behind = second + (isSurname ? 2 : 1)
    return behind < tokens.tokens.count && lists.isAfterName(tokens.tokens[behind].word) ? 2 : 0
  }

  private func isNameWord(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.word == 0 && token.flags.contains(.capitalized)
      && !token.flags.contains(.allCaps)
  }
}
