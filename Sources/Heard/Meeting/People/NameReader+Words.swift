import HeardGrammar

/// Tells words of a name that are other words as well, and words in front of a name that are no part of it.
extension NameReader {
  /// "Mayor", "City Manager", "Director of Public Works": offices in front of a name.
  func isTitle(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens.tokens[index]
    // "clerks Ana Silva and Ben Okafor"
    if lists.isTitle(token.word) { return token.flags.contains(.capitalized) || isCapitalWord(index + 1, in: range) }
    if lists.isHonorific(token.word) {
      let next = index + 1 < range.upperBound && tokens.tokens[index + 1].mark == 0x2E ? index + 2 : index + 1
      return next < range.upperBound && nameRange(in: next..<range.upperBound).count > 1
    }
    // "The Rev. Ana Silva"
    if lists.isArticle(token.word), index == range.lowerBound, index + 2 < range.upperBound {
      return tokens.tokens[index + 1].flags.contains(.capitalized) && lists.isTitle(tokens.tokens[index + 1].word)
    }
    let joins = single(index) == 0x26 || lists.isOfficeParticle(token.word)
    return joins && index > 0 && lists.isTitle(tokens.tokens[index - 1].word)
  }

  /// "Lamp Manager": words of which the last is that of an office, and the first nobody's first name.
  func isOffice(_ name: Range<Int>) -> Bool {
    guard let first = name.first, let last = name.last, name.count > 1 else { return false }
    return lists.isTitle(tokens.tokens[last].word) && tokens.tokens[last].range.count > 4
      && !lists.isGivenName(tokens.tokens[first].word) && !lists.isHonorific(tokens.tokens[first].word)
  }

  private func isCapitalWord(_ index: Int, in range: Range<Int>) -> Bool {
    guard range.contains(index), tokens.tokens[index].kind == .word, tokens.tokens[index].flags.contains(.capitalized) else { return false }
    return !lists.isTitle(tokens.tokens[index].word)
  }

  /// "LE ROUX": a particle in capitals in front of a surname.
  func isSurnameParticle(_ index: Int) -> Bool {
    guard tokens.tokens[index].flags.contains(.allCaps), lists.isParticle(tokens.tokens[index].word),
      index + 1 < tokens.tokens.count
    else { return false }
    let next = tokens.tokens[index + 1]
    return next.kind == .word && next.flags.contains(.allCaps) && next.word == 0
  }

  /// The "A" of "B Okafor, A Silva": an initial behind a comma, in front of a surname; or the one of "I. Silva", wherever it stands.
  func isInitialInList(_ index: Int) -> Bool {
    guard tokens.tokens[index].range.count == 1, index > 0, index + 1 < tokens.tokens.count else { return false }
    let (before, next) = (tokens.tokens[index - 1], tokens.tokens[index + 1])
    if next.mark == 0x2E, before.mark == 0x3A || before.mark == 0x2E, index + 2 < tokens.tokens.count,
      Acquaintances.mayBeName(tokens.tokens[index + 2])
    {
      return true
    }
    guard Acquaintances.mayBeName(next) || next.mark == 0x2E else { return false }
    return before.mark == 0x2C || lists.isConjunction(before.word) || lists.isTitle(before.word)
  }

  /// "Ana from Acme", "Ben Okafor representing the staff": a name in front of a small word and whom its bearer is with.
  func nameBeforeParticle(in range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let end = range.dropFirst().prefix(5).first(where: { lists.isAffiliating(tokens.tokens[$0].word) }),
      end + 1 < range.upperBound
    else { return 0..<0 }
    let name = nameRange(in: first..<end)
    let word = tokens.tokens[first]
    guard name == first..<end, word.flags.contains(.capitalized), word.word == 0 || lists.isGivenName(word.word) else { return 0..<0 }
    return name
  }

  /// "Will Sommer", "Mark C": a given name that is another word as well, with a surname or its initial behind it.
  func isNamesake(_ index: Int) -> Bool {
    guard lists.isGivenName(tokens.tokens[index].word), index + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[index + 1]
    // "Will I …"
    let isInitial = next.range.count == 1 && text.bytes[Int(next.start)] != 0x49
    return next.kind == .word && next.flags.contains(.capitalized) && (next.word == 0 || isInitial)
  }
}
