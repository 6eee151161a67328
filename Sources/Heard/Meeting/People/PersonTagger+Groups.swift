/// Tells how much of a line names a group that is to do something.
import HeardGrammar

extension PersonTagger {
  /// "the Kitchen team": a word with a capital behind an article, in front of what only several people are.
  private func isNamedTeam(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    guard index > 0, index + 1 < tokens.tokens.count, token.kind == .word, token.flags.contains(.capitalized) else {
      return false
    }
    let next = tokens.tokens[index + 1]
    guard lists.isTeam(next.word), !lists.isNeverName(token.word) else { return false }
    // "ACTION: Kitchen Team to …"
    return lists.isArticle(tokens.tokens[index - 1].word) && !next.flags.contains(.capitalized)
      || tokens.tokens[index - 1].mark == 0x3A && index > 1 && lists.isAssigning(tokens.tokens[index - 2].word)
  }

  /// "TSC members", "DOCS team": whose group it is belongs to its name.
  func namedGroup(at index: Int, _ tokens: LeafTokens) -> Int {
    // Hardly any word begins the name of a group.
    guard index + 1 < tokens.tokens.count, case let length = lists.groupLength(at: index + 1, tokens.tokens), length > 0 else { return 0 }
    let token = tokens.tokens[index]
    let isName = token.flags.contains(.allCaps) || isNamedTeam(index, tokens)
    guard isName, token.end - token.start > 1,
      !tokens.tokens[index + 1].flags.contains(.lineStart), tokens.tokens[index + 1].kind == .word
    else { return 0 }
    return length + 1
  }

  /// "All garden members to …", "The path workstream will …", "AWG Maintainers (Ana, Ben) will …": whom a line opens with, up to the word
  /// for a group that the task follows. How many words.
  func openingGroup(_ index: Int, _ tokens: LeafTokens) -> Int {
    guard isAmongTasks || tokens.traits.mayHold(.leading) else { return 0 }
    let first = tokens.tokens[index]
    guard isOpening(index, tokens) || index > 0 && tokens.tokens[index - 1].mark == 0x3A, index + 2 < tokens.tokens.count else { return 0 }
    let isNamed = first.flags.contains(.capitalized) && first.word == 0 || first.flags.contains(.allCaps) && first.range.count > 1
    // "Marketing Team to …": words that are no name by themselves, where all have capitals or the last is only ever several people.
    let isTeam = lists.isTeamTopic(first.word) && lists.isTeam(tokens.tokens[index + 1].word)
    let isTitled = first.flags.contains(.capitalized) && !lists.isTask(first.word) && !lists.isNeverName(first.word) || isTeam
    let isPlain = !isNamed && !lists.isCollective(first.word, opens: true)
    guard !isPlain || isTitled else { return 0 }
    for end in index + 1..<min(index + PersonTagger.longestGroup, tokens.tokens.count - 1) {
      let token = tokens.tokens[end]
      guard token.kind == .word, !token.flags.contains(.lineStart), !lists.isTelling(token.word), !lists.isConjunction(token.word),
        token.flags.contains(.capitalized) || !lists.isNeverName(token.word) || lists.isTeam(token.word)
      else {
        return 0
      }
      if isPlain, !token.flags.contains(.capitalized), !lists.isTeam(token.word), !mayBeWithinName(end, index, tokens) { return 0 }
      guard lists.isCollective(token.word, opens: false) else { continue }
      let behind = asideEnd(end + 1, tokens)
      if isTask(at: behind, tokens) { return behind - index }
    }
    return 0
  }

  /// "Lamp repairs team to …" among the tasks: small words in front of the one for several people.
  private func mayBeWithinName(_ index: Int, _ first: Int, _ tokens: LeafTokens) -> Bool {
    guard isAmongTasks || first > 0 && tokens.tokens[first - 1].mark == 0x3A, index - first < PersonTagger.longestGroup / 2 else {
      return false
    }
    let word = tokens.tokens[index].word
    return !lists.isArticle(word) && !lists.isBeforeOther(word) && !lists.isTask(word)
  }

  /// "(lamp repairs team)" at the end of a task: how many words, where brackets hold nothing but a group of which the last word tells.
  func bracketedGroup(_ index: Int, _ tokens: LeafTokens) -> Int {
    guard isAmongTasks || tokens.traits.mayHold(.assigning), index > 1, tokens.tokens[index - 1].mark == 0x28,
      let close = tokens.tokens[index...].prefix(PersonTagger.longestGroup).firstIndex(where: { $0.mark == 0x29 }), close - index > 1,
      close + 1 == tokens.tokens.count || tokens.tokens[close + 1].flags.contains(.lineStart) || tokens.tokens[close + 1].mark == 0x2E,
      tokens.tokens[index..<close].allSatisfy({ $0.kind == .word }), lists.isTeam(tokens.tokens[close - 1].word),
      !lists.isTask(tokens.tokens[index].word), !lists.isBeforeOther(tokens.tokens[index].word)
    else { return 0 }
    return close - index
  }

  /// In words.
  private static let longestGroup = 6
  /// In tokens.
  private static let longestAside = 24

  /// Behind the brackets that say who they are, if there are any.
  private func asideEnd(_ start: Int, _ tokens: LeafTokens) -> Int {
    guard start < tokens.tokens.count, tokens.tokens[start].mark == 0x28 else { return start }
    return tokens.tokens[start...].prefix(PersonTagger.longestAside).firstIndex { $0.mark == 0x29 }.map { $0 + 1 } ?? start
  }

  /// "to send", "will", or among tasks a dash and a verb.
  private func isTask(at next: Int, _ tokens: LeafTokens) -> Bool {
    if isFollowedByTask(next, tokens, alone: false) { return true }
    guard isAmongTasks, next + 1 < tokens.tokens.count, tokens.tokens[next].mark == 0x2D else { return false }
    return !tokens.tokens[next].flags.contains(.lineStart) && tokens.isSpaced(next) && lists.isTask(tokens.tokens[next + 1].word)
  }
}
