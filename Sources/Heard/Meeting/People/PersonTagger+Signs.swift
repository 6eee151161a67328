/// Knows names by the signs around them: "@ana", "(ana)", "AS Action:".
import HeardGrammar

extension PersonTagger {
  /// "@ana", and "@Ana Silva" as editors write out whom they mention: where the roll has the name, or it ends the line.
  func handle(at index: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster) -> (Int, Mention) {
    let token = tokens.tokens[index]
    let first = NameKey(text.bytes[Int(token.start) + 1..<Int(token.end)])
    if isSurname(index + 1, tokens), 0x41...0x5A ~= text.bytes[Int(token.start) + 1] {
      if case .person(let person) = roster.resolve([first, key(index + 1, tokens, text)]) {
        return (2, .person(person))
      }
      if index + 2 == tokens.tokens.count || tokens.tokens[index + 2].flags.contains(.lineStart)
        || lists.isAfterName(tokens.tokens[index + 2].word)
      {
        return (2, .stranger)
      }
    }
    return switch roster.resolve([first]) {
    case .person(let person): (1, .person(person))
    case .ambiguous: (1, .ambiguous)
    case .unknown: (1, .stranger)
    }
  }

  /// "(ana)" and nothing else in the brackets.
  func isBracketed(_ index: Int, _ tokens: LeafTokens) -> Bool {
    index > 0 && tokens.tokens[index - 1].mark == 0x28 && index + 1 < tokens.tokens.count && tokens.tokens[index + 1].mark == 0x29
  }

  /// "AS Action: …": capitals in front of the mark of a task.
  func opensMark(initials index: Int, _ tokens: LeafTokens) -> Bool {
    guard tokens.traits.mayHold(.assigning) else { return false }
    let token = tokens.tokens[index]
    return token.flags.contains(.lineStart) && token.flags.contains(.allCaps) && (2...4).contains(token.range.count)
      && index + 2 < tokens.tokens.count && tokens.tokens[index + 2].mark == 0x3A && !lists.isNeverName(token.word)
      && lists.isAssigning(tokens.tokens[index + 1].word)
  }
}
