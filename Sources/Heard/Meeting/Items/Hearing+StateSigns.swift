/// Knows the signs in front of words that say how a task stands: "✅ Ana …", "(DONE) Ana to …", "[in progress] Ana …".
import HeardGrammar

extension Hearing {
  /// The words behind such signs; all of them where nothing else follows.
  func behindStateSigns(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, let behind = behindStateSign(at: start, in: range) { start = behind }
    return start < range.upperBound ? start..<range.upperBound : range
  }

  /// The words without loose marks around them and, among the actions, without the number of their own.
  func words(of utterance: Utterance, _ place: Place) -> Range<Int> {
    let words = withoutLooseMarks(utterance.tokens)
    return place.role == .actions ? behindCode(words) : words
  }

  /// Behind "A-31", "AI3:" or "A1.", what a task among others is called by; the range where none stands in front.
  func behindCode(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, range.count > Hearing.longestCode, let end = codeEnd(range) else { return range }
    let mark = tokens.tokens[end].mark
    let behind = mark == 0x3A || mark == 0x2E || mark == 0x29 || mark == 0x2D && tokens.isSpaced(end) ? end + 1 : end
    let next = tokens.tokens[behind]
    // "A4 paper is ordered"
    guard behind > end || first < behind && (next.flags.contains(.capitalized) || next.kind == .handle),
      next.flags.contains(.spaceBefore), !next.flags.contains(.lineStart)
    else { return range }
    return behind..<range.upperBound
  }

  /// In tokens, with the mark behind it.
  private static let longestCode = 4

  private func codeEnd(_ range: Range<Int>) -> Int? {
    let first = range.lowerBound
    let token = tokens.tokens[first]
    guard token.kind == .word, token.flags.contains(.capitalized) else { return nil }
    let letters = text.bytes[token.range].prefix { Ascii.isLetter($0) }.count
    guard (1...2).contains(letters) else { return nil }
    let isWhole = text.bytes[token.range].dropFirst(letters).allSatisfy { Ascii.isDigit($0) }
    if letters < token.range.count { return isWhole ? first + 1 : nil }
    guard tokens.tokens[first + 1].mark == 0x2D, !tokens.tokens[first + 1].flags.contains(.spaceBefore),
      tokens.tokens[first + 2].kind == .number
    else { return nil }
    return first + 3
  }

  /// "[DONE] …", "[in progress] …" in a list stand for boxes.
  func ticked(_ place: Place, by signs: Range<Int>, _ said: [CueMatch]) -> Place {
    guard place.item != nil, let first = signs.first, tokens.tokens[first].mark == 0x5B, first + 1 < signs.upperBound,
      tagger.lists.isBoxWord(at: first + 1, tokens.tokens)
    else { return place }
    var place = place
    place.isTicked = said.contains { cue($0).role == "done" }
    place.isUnticked = !place.isTicked
    return place
  }

  /// What the signs say.
  mutating func stateCues(_ signs: Range<Int>) -> [CueMatch] {
    guard let first = signs.first else { return [] }
    beginUtterance(at: first)
    return cues(in: signs).filter { cue($0).kind == .status }
  }

  /// "done", and not "not done".
  func saysDone(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let word = tokens.tokens[index].word
      // "50 % done"
      if tagger.lists.isNegation(word) || tokens.tokens[index].mark == 0x25 { return false }
      let length = tagger.lists.stateLength(at: index, tokens.tokens)
      if length <= 1, word != 0, tagger.lists.isDone(word) || tagger.lists.isDoneSign(word) { return true }
      index += max(1, length)
    }
    return false
  }

  private func behindStateSign(at start: Int, in range: Range<Int>) -> Int? {
    if isEmoji(start) { return start + 1 }
    let mark = tokens.tokens[start].mark
    if mark == 0x28 || mark == 0x5B {
      guard let close = statesEnd(from: start + 1, in: range), close > start + 1, close < range.upperBound,
        tokens.tokens[close].mark == (mark == 0x28 ? 0x29 : 0x5D)
      else { return nil }
      return behindParting(close + 1, in: range)
    }
    // "DONE: Ana to …", "DONE Ana to …": without brackets a word is only a sign in front of whoever is to do it.
    guard let end = statesEnd(from: start, in: range), end > start, end < range.upperBound else { return nil }
    let behind = behindParting(end, in: range)
    guard behind < range.upperBound, behind > end || tokens.tokens[start].flags.contains(.allCaps),
      Int(tokens.personEnd[behind]) > behind
    else { return nil }
    return behind
  }

  /// Behind the words and emoji from a token on that say how a task stands.
  private func statesEnd(from start: Int, in range: Range<Int>) -> Int? {
    var (index, hasWord) = (start, false)
    while index < range.upperBound {
      let length = tagger.lists.stateLength(at: index, tokens.tokens)
      guard length > 0 || isEmoji(index) else { break }
      hasWord = hasWord || length > 0
      index += max(1, length)
    }
    return hasWord ? index : nil
  }

  private func behindParting(_ index: Int, in range: Range<Int>) -> Int {
    guard index < range.upperBound else { return index }
    let mark = tokens.tokens[index].mark
    return mark == 0x3A || mark == 0x2D ? index + 1 : index
  }

  /// A picture; arrows point at something.
  func isEmoji(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .symbol, token.range.count >= 3 else { return false }
    let (first, second) = (text.bytes[Int(token.start)], text.bytes[Int(token.start) + 1])
    return first == 0xF0 || first == 0xE2 && (0x8C...0x8F ~= second || 0x98...0x9D ~= second || second == 0xAC || second == 0xAD)
  }
}
