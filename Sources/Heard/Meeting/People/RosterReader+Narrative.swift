/// Reads who speaks in minutes that tell it: "Ana says …", "Ben Okafor asked …".
import HeardGrammar

extension RosterReader {
  /// The name in front of a verb of telling where a sentence begins; whoever is told to have said something was there.
  mutating func readNarrators() {
    readPresenters()
    guard tokens.traits.mayHold(.telling) else { return }
    for start in tokens.tokens.indices where opensSentence(start) {
      guard let end = narrator(from: start) else { continue }
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      guard let name = reader.declare(start..<end, .present) else { continue }
      speakers.add(name, isKnownName: lists.isGivenName(tokens.tokens[start].word), isUnheard: true)
    }
  }

  /// Nothing, a full stop, the bullet of a line, or the bold title of what is told stands in front.
  private func opensSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = tokens.tokens[index - 1]
    if before.flags.contains(.strong), !tokens.tokens[index].flags.contains(.strong),
      tokens.tokens[..<index].allSatisfy({ $0.flags.contains(.strong) })
    {
      return true
    }
    return before.mark == 0x2E || before.flags.contains(.lineStart) && (before.mark == 0x2D || text.isBullet(before))
  }

  /// "… presented by Ana:", at the end of a sentence or a heading: who spoke about it.
  mutating func readPresenters() {
    guard tokens.traits.mayHold(.presenting) else { return }
    for index in tokens.tokens.indices.dropFirst()
    where lists.isPresentedBy(tokens.tokens[index - 1].word, tokens.tokens[index].word) {
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      let rest = index + 1..<tokens.tokens.count
      let end = rest.first { tokens.tokens[$0].kind != .word } ?? rest.upperBound
      guard end > rest.lowerBound,
        end == rest.upperBound || tokens.tokens[end].mark == 0x2E || tokens.tokens[end].mark == 0x3A,
        let name = reader.declare(rest.lowerBound..<end, .present), name.words.count <= 3,
        (rest.lowerBound..<end).allSatisfy({ isName($0) || isSurname($0) })
      else { continue }
      speakers.add(name, isKnownName: true)
    }
  }

  /// Behind one or two words with capitals, the first of them no other word, that a verb of telling follows.
  private func narrator(from start: Int) -> Int? {
    guard isName(start) else { return nil }
    var end = start + 1
    if end < tokens.tokens.count, isSurname(end) { end += 1 }
    // "Nate W. said"
    let isShortened = end > start + 1 && tokens.tokens[end - 1].range.count == 1
    let place = isShortened && end < tokens.tokens.count && tokens.tokens[end].mark == 0x2E ? end + 1 : end
    guard place < tokens.tokens.count else { return nil }
    let verb = tokens.tokens[place]
    return verb.kind == .word && !verb.flags.contains(.capitalized) && lists.isTelling(verb.word) ? end : nil
  }

  private func isName(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .word, token.range.count > 1, !token.flags.contains(.code) else { return false }
    guard token.flags.contains(.capitalized) || token.flags.contains(.allCaps) else { return false }
    guard token.word != 0 else { return true }
    return lists.isGivenName(token.word) && (!lists.isNeverName(token.word) || isSurname(index + 1))
  }

  private func isSurname(_ index: Int) -> Bool {
    guard index < tokens.tokens.count else { return false }
    let token = tokens.tokens[index]
    return token.kind == .word && token.word == 0 && token.flags.contains(.capitalized)
      || token.range.count == 1
        && token.flags.contains(.capitalized)
  }
}
