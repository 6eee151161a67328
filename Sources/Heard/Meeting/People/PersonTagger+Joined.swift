/// Knows a name that nobody declared by the name beside it.
import HeardGrammar

extension PersonTagger {
  /// "Kaya Brandt and Ana will …": two words with capitals in front of "and", a name and what both are to do. How many words.
  func joinedName(at index: Int, _ tokens: LeafTokens) -> Int {
    guard index + 4 < tokens.tokens.count, isNameWord(index, tokens) else { return 0 }
    let length = isNameWord(index + 1, tokens) ? 2 : 1
    // One word alone has to open a line.
    guard lists.isConjunction(tokens.tokens[index + length].word),
      length == 2 || index < 3 || tokens.tokens[index].flags.contains(.lineStart)
    else { return 0 }
    let second = index + length + 1
    guard tokens.tokens[second].flags.contains(.capitalized), lists.isGivenName(tokens.tokens[second].word) else {
      return 0
    }
    let isSurname = isNameWord(second + 1, tokens)
    let behind = second + (isSurname ? 2 : 1)
    return behind < tokens.tokens.count && lists.isAfterName(tokens.tokens[behind].word) ? length : 0
  }

  private func isNameWord(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.word == 0 && token.flags.contains(.capitalized)
      && !token.flags.contains(.allCaps)
  }

  /// "Ana L O'R" for Ana Lund O'Rourke: how many words behind the first name are the others of it, cut short.
  func shortenedLength(behind end: Int, _ person: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster) -> Int {
    var length = 0
    for word in roster.words[person].dropFirst() {
      guard end + length < tokens.tokens.count else { break }
      let token = tokens.tokens[end + length]
      guard token.kind == .word, token.flags.contains(.capitalized), !token.flags.contains(.lineStart), token.range.count <= 3,
        key(end + length, tokens, text).initial == word.initial
      else { break }
      length += 1
    }
    return length
  }

  /// How many tokens the name of somebody whom no roll holds has: "Ana", "Ana Lund", "Jean-Paul", "Laurent D.".
  func strangerLength(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    var next = index + 1
    if isHyphenated(next, tokens) { next += 2 }
    guard next < tokens.tokens.count else { return next - index }
    let token = tokens.tokens[next]
    let isSurname = token.kind == .word && token.flags.contains(.capitalized) && !token.flags.contains(.lineStart)
    guard isSurname, token.word == 0 || lists.isGivenName(token.word) || token.end - token.start == 1 else {
      return next - index
    }
    // A full stop behind a letter belongs to the name where more follows in the list of names.
    let isShortened =
      token.end - token.start == 1 && next + 2 < tokens.tokens.count && tokens.tokens[next + 1].mark == 0x2E
    if isShortened {
      let behind = tokens.tokens[next + 2]
      if lists.isConjunction(behind.word) || behind.mark == 0x2C || behind.mark == 0x29 { return next + 2 - index }
    }
    return next + 1 - index
  }

  /// The tokens behind a name that belong to the mention: "(@ana)", "(ACME)" in front of "will", the full stop of "Hart M. to …".
  func tailLength(behind end: Int, _ mention: Mention, _ tokens: LeafTokens) -> Int {
    switch mention {
    case .person, .stranger: break
    case .none, .group, .ambiguous: return 0
    }
    let tail = tokens.tokens[min(end, tokens.tokens.count)...].prefix(PersonTagger.longestTail)
    guard tail.count > 1, let first = tail.first else { return 0 }
    if first.mark == 0x2E, tokens.tokens[end - 1].range.count == 1, lists.isAfterName(tokens.tokens[end + 1].word) { return 1 }
    guard first.mark == 0x28, let close = tail.firstIndex(where: { $0.mark == 0x29 }) else { return 0 }
    let isHandle = close == end + 2 && tokens.tokens[end + 1].kind == .handle
    let isBeforeTask = close + 1 < tokens.tokens.count && lists.isAfterName(tokens.tokens[close + 1].word)
    return isHandle || isBeforeTask ? close + 1 - end : 0
  }

  /// In tokens: what stands in longer parentheses is more than a handle or a firm.
  private static let longestTail = 5

  /// "-Paul" behind "Jean", without spaces.
  private func isHyphenated(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard index + 1 < tokens.tokens.count, tokens.tokens[index].mark == 0x2D,
      !tokens.tokens[index].flags.contains(.spaceBefore), !tokens.tokens[index + 1].flags.contains(.spaceBefore)
    else { return false }
    let second = tokens.tokens[index + 1]
    return second.kind == .word && second.flags.contains(.capitalized) && lists.isGivenName(second.word)
  }

  /// "ACTION: DB - find a room", "ACTION: SR/MC to find a room": initials that nobody spelled out, alone or joined.
  func isAssignedInitials(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard isAmongTasks || tokens.traits.mayHold(.assigning), isInitials(index, tokens) else { return false }
    var first = index
    while first >= 2, isJoint(first - 1, tokens), isInitials(first - 2, tokens) { first -= 2 }
    var last = index
    while last + 2 < tokens.tokens.count, isJoint(last + 1, tokens), isInitials(last + 2, tokens) { last += 2 }
    if isAmongTasks, closesTask(first...last, tokens) || opensTask(first...last, tokens) { return true }
    guard first >= 2, isBehindAssigning(first, tokens) else { return false }
    guard last + 1 < tokens.tokens.count else { return true }
    let behind = tokens.tokens[last + 1]
    return lists.isAfterName(behind.word) || behind.flags.contains(.lineStart)
      || behind.mark == 0x3A || behind.mark == 0x2D && behind.flags.contains(.spaceBefore)
  }

  /// "RB – remind the bank" in front of a line among the tasks, or behind its number.
  private func opensTask(_ initials: ClosedRange<Int>, _ tokens: LeafTokens) -> Bool {
    let (first, dash) = (initials.lowerBound, initials.upperBound + 1)
    guard first == 0 || tokens.tokens[first].flags.contains(.lineStart), dash + 1 < tokens.tokens.count,
      tokens.tokens[dash].mark == 0x2D, tokens.isSpaced(dash)
    else { return false }
    return lists.isTask(tokens.tokens[dash + 1].word)
  }

  /// "… (RB/KT)" behind a task, maybe with a note behind it: initials alone in brackets.
  private func closesTask(_ initials: ClosedRange<Int>, _ tokens: LeafTokens) -> Bool {
    let (open, close) = (initials.lowerBound - 1, initials.upperBound + 1)
    guard open > 1, close < tokens.tokens.count, tokens.tokens[open].mark == 0x28, tokens.tokens[close].mark == 0x29,
      !tokens.tokens[open].flags.contains(.lineStart)
    else { return false }
    guard close + 1 < tokens.tokens.count else { return true }
    let behind = tokens.tokens[close + 1]
    return behind.flags.contains(.lineStart) || behind.mark == 0x28 || behind.mark == 0x2E
  }

  /// "ACTION:", "Action for", "Action point for"
  private func isBehindAssigning(_ index: Int, _ tokens: LeafTokens) -> Bool {
    if tokens.tokens[index - 1].mark == 0x3A || tokens.tokens[index - 1].mark == 0x2D {
      return lists.isAssigning(tokens.tokens[index - 2].word)
    }
    guard lists.isMarkFiller(tokens.tokens[index - 1].word) else { return false }
    return lists.isAssigning(tokens.tokens[index - 2].word)
      || index > 2 && lists.isMarkFiller(tokens.tokens[index - 2].word) && lists.isAssigning(tokens.tokens[index - 3].word)
  }

  /// "MC and FG": initials beside some that are known.
  func joinsInitials(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard isInitials(index, tokens), index >= 2, isJoint(index - 1, tokens) else { return false }
    return tokens.tokens[index - 2].flags.contains(.allCaps) && Int(tokens.personEnd[index - 2]) == index - 1
  }

  private func isInitials(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.word == 0 && token.flags.contains(.allCaps)
      && (2...4).contains(token.range.count)
  }

  /// A comma, a slash, "&" or "and".
  func isJoint(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.mark == 0x2F || token.mark == 0x26 || token.mark == 0x2C || lists.isConjunction(token.word)
  }

  /// "Mirko will email …", "LL asked MH to …": who does what only people do, or is asked to. How many words.
  func promisingName(at index: Int, _ tokens: LeafTokens) -> Int {
    let token = tokens.tokens[index]
    let isNamed = isNameWord(index, tokens)
    let length = index + 1 < tokens.tokens.count && isNamed && isNameWord(index + 1, tokens) ? 2 : 1
    let behind = index + length
    if isNamed || isInitials(index, tokens) && token.range.count < 4, index > 0, behind + 1 < tokens.tokens.count,
      lists.isAsking(tokens.tokens[index - 1].word),
      lists.isInfinitive(tokens.tokens[behind].word, tokens.tokens[behind + 1].word)
    {
      return length
    }
    let opens = token.flags.contains(.lineStart) || index > 0 && tokens.tokens[index - 1].mark == 0x2E
    guard isNamed || opens && isNickname(token) else { return 0 }
    guard behind + 1 < tokens.tokens.count, lists.isPromising(tokens.tokens[behind].word) else { return 0 }
    let verbs = tokens.tokens[(behind + 1)...].prefix(2)
    return verbs.contains { lists.isHuman($0.word) || opens && lists.isWork($0.word) } ? length : 0
  }

  /// A word that no language knows, as chats write their names.
  private func isNickname(_ token: Token) -> Bool {
    token.kind == .word && token.word == 0 && token.range.count > 2 && !token.flags.contains(.code)
  }
}
