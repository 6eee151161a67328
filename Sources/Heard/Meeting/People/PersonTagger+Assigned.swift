/// Knows a name that nobody declared by the mark of a task in front of it, or by the list of tasks that it stands in.
import HeardGrammar

extension PersonTagger {
  /// How many tokens the name of somebody has whom only the words beside it tell.
  func undeclaredName(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    let assigned = assignedName(index, tokens, text)
    // What tells it otherwise is a verb behind a small word.
    guard tokens.traits.mayHold(.leading) else { return assigned }
    let joint = max(assigned, jointName(index, tokens, text))
    if joint > 0 { return joint }
    let opening = openingName(index, tokens, text)
    if opening > 0 { return opening }
    let promising = promisingName(at: index, tokens)
    return promising > 0 ? promising : joinedName(at: index, tokens)
  }

  /// "ACTION: Kaya Brandt to …", "- [ ] Kaya Brandt: …", "… (Kaya Brandt)" among tasks: how many words of a name nobody knows.
  func assignedName(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    guard isAmongTasks || tokens.traits.mayHold(.assigning), isUnknownName(index, tokens, text) else { return 0 }
    let length = unknownLength(index, tokens, text)
    let end = index + length
    if isBehindMark(index, tokens) { return isFollowedByTask(end, tokens, alone: true) ? length : 0 }
    guard isAmongTasks else { return 0 }
    let opens = isOpening(index, tokens)
    if opens, isFollowedByTask(end, tokens, alone: length > 1) { return length }
    return (length > 1 || endsInNames) && closesLine(index, end, tokens) ? length : 0
  }

  /// Words with capitals that nobody knows, three at most, with a letter between or behind them.
  private func unknownLength(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    var end = index + 1
    while end < tokens.tokens.count, end - index < 3, !tokens.tokens[end].flags.contains(.lineStart),
      isUnknownName(end, tokens, text) || isInitial(end, tokens) || isShortSurname(end, tokens)
    {
      end += 1
    }
    return end - index
  }

  /// "Xu", "Ng".
  private func isShortSurname(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.range.count == 2 && token.word == 0 && token.flags.contains(.capitalized)
      && !token.flags.contains(.allCaps)
  }

  /// "Kaya/Brynn to …", "Kaya, Brynn Lund and Ana will …": several who shall do it, at the start of a line. How many words.
  func jointName(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    guard isUnknownName(index, tokens, text) else { return 0 }
    let isFirst = isOpening(index, tokens)
    guard isFirst || index >= 2 && isJoint(index - 1, tokens) && isNamed(before: index, tokens) else { return 0 }
    let length = unknownLength(index, tokens, text)
    var (end, names) = (index + length, isFirst ? 1 : 2)
    while names < PersonTagger.mostJoint, end + 1 < tokens.tokens.count, isJoint(end, tokens),
      !tokens.tokens[end + 1].flags.contains(.lineStart)
    {
      let isComma = tokens.tokens[end].mark == 0x2C && lists.isConjunction(tokens.tokens[end + 1].word)
      let next = isComma ? end + 2 : end + 1
      guard next < tokens.tokens.count, isUnknownName(next, tokens, text) || isGivenName(next, tokens) else { return 0 }
      end = next + unknownLength(next, tokens, text)
      names += 1
    }
    return names > 1 && isFollowedByTask(end, tokens, alone: false) ? length : 0
  }

  private static let mostJoint = 6

  private func isGivenName(_ index: Int, _ tokens: LeafTokens) -> Bool {
    tokens.tokens[index].flags.contains(.capitalized) && lists.isGivenName(tokens.tokens[index].word)
  }

  /// Somebody's name ends right before a joint.
  private func isNamed(before index: Int, _ tokens: LeafTokens) -> Bool {
    let joint =
      lists.isConjunction(tokens.tokens[index - 1].word) && tokens.tokens[index - 2].mark == 0x2C
      ? index - 2 : index - 1
    return (max(0, joint - 3)..<joint).contains { Int(tokens.personEnd[$0]) == joint }
  }

  /// What stands behind whoever is to do something: "to" and a verb, "will", a colon, a dash, or the bracket around the name.
  ///
  /// - Parameter alone: a mark alone is enough.
  func isFollowedByTask(_ end: Int, _ tokens: LeafTokens, alone: Bool) -> Bool {
    guard end + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[end]
    guard !next.flags.contains(.lineStart) else { return false }
    if lists.isInfinitive(next.word, tokens.tokens[end + 1].word) || lists.isPromising(next.word) { return true }
    guard alone else { return false }
    if next.mark == 0x2D { return tokens.isSpaced(end) }
    return next.mark == 0x3A || next.mark == 0x5D || next.mark == 0x29 || isJoint(end, tokens)
  }

  /// Nothing but an opening bracket or an arrow stands between the line's start and a word.
  func isOpening(_ index: Int, _ tokens: LeafTokens) -> Bool {
    if tokens.tokens[index].flags.contains(.lineStart) { return true }
    guard index > 0, tokens.tokens[index - 1].flags.contains(.lineStart) else { return false }
    return [0x5B, 0x28, 0x3E].contains(tokens.tokens[index - 1].mark) || isArrow(tokens.tokens[index - 1])
  }

  private func isArrow(_ token: Token) -> Bool { token.kind != .word && token.range.count == 3 }

  /// "(Kaya Brandt)", "[Kaya Brandt]", "- Kaya Brandt" at the end of a line.
  private func closesLine(_ index: Int, _ end: Int, _ tokens: LeafTokens) -> Bool {
    guard index > 2 else { return false }
    let before = tokens.tokens[index - 1]
    let isLast = end >= tokens.tokens.count || tokens.tokens[end].flags.contains(.lineStart)
    if before.mark == 0x2D {
      return isLast && before.flags.contains(.spaceBefore) && tokens.tokens[index].flags.contains(.spaceBefore)
    }
    guard before.mark == 0x28 || before.mark == 0x5B, end < tokens.tokens.count,
      tokens.tokens[end].mark == 0x29 || tokens.tokens[end].mark == 0x5D
    else { return false }
    return end + 1 >= tokens.tokens.count || tokens.tokens[end + 1].flags.contains(.lineStart)
      || tokens.tokens[end + 1].mark == 0x2E
  }

  /// "ACTION:", "AI (", "Action item 3 -", "TODO for", and other names between: all that stands between a word and the mark of a task.
  private func isBehindMark(_ index: Int, _ tokens: LeafTokens) -> Bool {
    var place = index
    let first = max(0, index - PersonTagger.longestMark)
    while place > first {
      place -= 1
      let token = tokens.tokens[place]
      if lists.isAssigning(token.word) {
        return opensMark(place, tokens) && (isMarked(place, index, tokens) || isLabelled(place, index, tokens))
      }
      let isFiller =
        token.kind == .punctuation || token.kind == .number || token.kind == .symbol
        || lists.isMarkFiller(token.word) || lists.stateLength(at: place, tokens.tokens) > 0
      guard isFiller || isNamed(place, tokens), !token.flags.contains(.lineStart) else { return false }
    }
    return false
  }

  /// In tokens, with other names in front of the one looked at.
  private static let longestMark = 10

  /// "ACTION Kaya: …": one word between the mark, written out, and a colon.
  private func isLabelled(_ mark: Int, _ index: Int, _ tokens: LeafTokens) -> Bool {
    mark + 1 == index && tokens.tokens[mark].range.count > 2 && index + 1 < tokens.tokens.count
      && tokens.tokens[index + 1].mark == 0x3A
  }

  /// "AI ethics" names a field: behind the word stands a mark, or it is set apart.
  private func isMarked(_ mark: Int, _ index: Int, _ tokens: LeafTokens) -> Bool {
    (mark + 1..<index).contains { tokens.tokens[$0].kind == .punctuation || lists.isMarkFiller(tokens.tokens[$0].word) }
  }

  /// At the start of a line or behind a bracket or full stop.
  private func opensMark(_ place: Int, _ tokens: LeafTokens) -> Bool {
    if tokens.tokens[place].flags.contains(.lineStart) { return true }
    return place > 0 && tokens.tokens[place - 1].kind == .punctuation
  }

  private func isNamed(_ place: Int, _ tokens: LeafTokens) -> Bool {
    (max(0, place - 3)...place).contains { Int(tokens.personEnd[$0]) > place }
  }
}
