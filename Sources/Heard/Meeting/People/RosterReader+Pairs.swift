/// Reads from a title who meets: "1:1 Ana / Ben", "Ana <> Ben 1:1", "Weekly 1:1 with Ana".
import HeardGrammar

extension RosterReader {
  /// Those whom the words beside "1:1" name are both there.
  mutating func enterPair(_ range: Range<Int>) {
    var names = names(ofPair: range)
    guard (1...2).contains(names.count), names.allSatisfy({ isNameOfSomebody($0) }) else { return }
    addInitials(to: &names)
    enter(names)
  }

  private func names(ofPair range: Range<Int>) -> [DeclaredName] {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let end = range.first { !mayStandInPair($0) } ?? range.upperBound
    let parts = (range.lowerBound..<end).split { isBetweenTwo($0) }
    return parts.compactMap { part in
      guard let first = part.first, let last = part.last, part.count <= 3 else { return nil }
      return reader.entry(first..<last + 1, .present).first
    }
  }

  private func mayStandInPair(_ index: Int) -> Bool { tokens.tokens[index].kind == .word || isBetweenTwo(index) }

  /// "/", "&", "+", "<>", "and"
  private func isBetweenTwo(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return [0x2F, 0x26, 0x2B, 0x3C, 0x3E].contains(token.mark) || lists.isConjunction(token.word)
  }

  /// Where two meet, one letter tells them apart, and "K: …" says who: only "A" is a word as well.
  private func addInitials(to names: inout [DeclaredName]) {
    guard names.count == 2 else { return }
    let initials = names.map { Array($0.words[0].prefix(1)) }
    let words = initials.map { grammar.word($0.map { $0 | 0x20 }) }
    guard initials[0] != initials[1], !words.contains(where: { lists.isArticle($0) }) else { return }
    for place in names.indices {
      names[place].aliases.append(
        DeclaredName.Alias(text: TextDecoding.string(initials[place]), keys: [NameKey(initials[place])], isHandle: false))
    }
  }
}
