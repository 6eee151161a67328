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
    while first >= 2, isCode(first - 2, tokens), isJoint(first - 1, tokens), index - first < 12 { first -= 2 }
    guard opensWords(first, tokens) else { return false }
    var last = index
    while last + 2 < tokens.tokens.count, isCode(last + 2, tokens), isJoint(last + 1, tokens), last - index < 12 {
      last += 2
    }
    return last > first && last + 2 < tokens.tokens.count
      && lists.isInfinitive(tokens.tokens[last + 1].word, tokens.tokens[last + 2].word)
  }

  /// First on its line, or behind a full stop, a colon, a semicolon or an arrow.
  private func opensWords(_ index: Int, _ tokens: LeafTokens) -> Bool {
    tokens.tokens[index].flags.contains(.lineStart)
      || index > 0 && [0x2E, 0x3A, 0x3B, 0x3E].contains(tokens.tokens[index - 1].mark)
  }

  /// "Councillor Brandt", "Deputy Chair Silva": the offices in front of a name belong to it, where the roll has the name or a task
  /// stands behind it.
  mutating func titled(at index: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster) -> (Int, Mention)? {
    var name = index + 1
    while name < tokens.tokens.count, name - index < PersonTagger.longestTitle, lists.isTitle(tokens.tokens[name].word),
      tokens.tokens[name].flags.contains(.capitalized)
    {
      name += 1
    }
    // "Cllr. Silva"
    if name < tokens.tokens.count, tokens.tokens[name].mark == 0x2E, !tokens.tokens[name].flags.contains(.spaceBefore) { name += 1 }
    guard name < tokens.tokens.count, !tokens.tokens[name].flags.contains(.lineStart),
      Acquaintances.mayBeName(tokens.tokens[name]) || lists.isGivenName(tokens.tokens[name].word) || isInitial(name, tokens)
    else { return nil }
    if let (length, mention) = known(at: name, isCapital: true, tokens, text, roster), mention != .none {
      return (name + length - index, mention)
    }
    guard name + 2 < tokens.tokens.count, isUnknownName(name, tokens, text) else { return nil }
    let next = tokens.tokens[name + 1].word
    let isTask = lists.isPromising(next) || lists.isInfinitive(next, tokens.tokens[name + 2].word)
    return isTask ? (name + 1 - index, .stranger) : nil
  }

  private static let longestTitle = 4

  /// Initials that nobody spelled out name somebody where they open a line and will do something: "VMB will draft …".
  func opensTask(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard opensLine(index, tokens), index + 1 < tokens.tokens.count else { return false }
    return lists.isAfterName(tokens.tokens[index + 1].word)
      && (index + 2 >= tokens.tokens.count
        || !lists.isNoVerb(tokens.tokens[index + 2].word)
          && !lists.isPassive(tokens.tokens[index + 2].word))
  }

  /// "Kaya Brandt (ACME) to send …", "Hart M. to …": words with capitals that nobody knows open a line, and a task follows. How
  /// many words.
  func openingName(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int {
    guard opensLine(index, tokens), isUnknownName(index, tokens, text) else { return 0 }
    var end = index + 1
    while end < tokens.tokens.count, end - index < 3, !tokens.tokens[end].flags.contains(.lineStart),
      isUnknownName(end, tokens, text) || isInitial(end, tokens)
    {
      end += 1
    }
    guard end - index > 1 else { return 0 }
    let behind = end + tailLength(behind: end, .stranger, tokens)
    guard behind + 1 < tokens.tokens.count,
      lists.isInfinitive(tokens.tokens[behind].word, tokens.tokens[behind + 1].word)
    else { return 0 }
    return end - index
  }

  /// First on its line, or behind the bullet of a list that is text.
  func opensLine(_ index: Int, _ tokens: LeafTokens) -> Bool {
    if tokens.tokens[index].flags.contains(.lineStart) { return true }
    guard index > 0, tokens.tokens[index - 1].flags.contains(.lineStart) else { return false }
    let before = tokens.tokens[index - 1]
    return before.kind != .word && (before.mark == 0x2D || before.mark == 0x2A || before.range.count == 3)
      && tokens.tokens[index].flags.contains(.spaceBefore)
  }

  /// "Ana s'y rend": a letter stands for a last name only as a capital.
  func endsInSmallLetter(_ keys: [NameKey], _ end: Int, _ tokens: LeafTokens) -> Bool {
    guard keys.count > 1, let last = keys.last, last == NameKey([last.initial]) else { return false }
    return !tokens.tokens[end - 1].flags.contains(.capitalized)
  }

  func isInitial(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.range.count == 1 && token.flags.contains(.capitalized)
  }

  /// A word with one capital, at its start: "GitHub" is a thing.
  func isUnknownName(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    let token = tokens.tokens[index]
    return Acquaintances.mayBeName(token)
      && !text.bytes.part(token.range).dropFirst().contains { 0x41...0x5A ~= $0 }
  }

  /// "Mirko to ring the printer", "ana to …", "lampfan - to …": a name that no roll holds opens a line of the actions.
  func opensItsTask(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    guard opensLine(index, tokens), index + 2 < tokens.tokens.count else { return false }
    guard token.word == 0 && token.range.count > 1 || lists.isGivenName(token.word) else { return false }
    let isDashed = tokens.tokens[index + 1].mark == 0x2D && tokens.tokens[index + 1].flags.contains(.spaceBefore)
    let to = isDashed ? index + 2 : index + 1
    return to + 1 < tokens.tokens.count && lists.isInfinitive(tokens.tokens[to].word, tokens.tokens[to + 1].word)
  }
}
