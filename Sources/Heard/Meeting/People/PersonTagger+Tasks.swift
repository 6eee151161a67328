/// Tells from the task behind it that a word that no roll holds is who shall do it.
import HeardGrammar

extension PersonTagger {
  /// Two to four capitals that are no word.
  func isCode(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.flags.contains(.allCaps) && token.word == 0 && token.end - token.start <= 4
  }

  /// "MIH and STA to agree on …", "MIH, STA and BLO to …": each of them shall do it.
  func sharesTask(_ index: Int, _ tokens: LeafTokens) -> Bool {
    var first = index
    while first >= 2, isCode(first - 2, tokens), joinsCodes(first - 1, tokens), index - first < 12 { first -= 2 }
    guard tokens.tokens[first].flags.contains(.lineStart) else { return false }
    var last = index
    while last + 2 < tokens.tokens.count, isCode(last + 2, tokens), joinsCodes(last + 1, tokens), last - index < 12 {
      last += 2
    }
    return last > first && last + 2 < tokens.tokens.count
      && lists.isInfinitive(tokens.tokens[last + 1].word, tokens.tokens[last + 2].word)
  }

  private func joinsCodes(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.mark == 0x2C || token.mark == 0x2F || token.mark == 0x26 || lists.isConjunction(token.word)
  }

  /// Initials that nobody spelled out name somebody where they open a line and will do something: "VMB will draft …".
  func opensTask(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard tokens.tokens[index].flags.contains(.lineStart), index + 1 < tokens.tokens.count else { return false }
    return lists.isAfterName(tokens.tokens[index + 1].word)
  }

  /// "Mirko to ring the printer", "ana to …": a name that no roll holds opens a line of the actions.
  func opensItsTask(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    guard token.flags.contains(.lineStart), index + 2 < tokens.tokens.count else { return false }
    guard token.word == 0 && token.flags.contains(.capitalized) || lists.isGivenName(token.word) else { return false }
    return lists.isInfinitive(tokens.tokens[index + 1].word, tokens.tokens[index + 2].word)
  }
}
