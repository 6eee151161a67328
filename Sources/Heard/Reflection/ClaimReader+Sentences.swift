/// Parts a stretch of a leaf into what claims something by itself.
import HeardGrammar

extension ClaimReader {
  mutating func claims(_ range: Range<Int>) -> [Claim] {
    sentenceReader.sentences(in: range, tokens, text, into: &ranges)
    var claims: [Claim] = []
    for range in whole(ranges).flatMap({ parted($0) }) {
      let claim = claim(range)
      // "(done)" behind a full stop is said of what stands in front.
      if claim.words.isEmpty, claim.isDone == true, !claims.isEmpty { claims[claims.count - 1].isDone = true } else { claims.append(claim) }
    }
    return claims
  }

  /// "Ben K. will call" is one sentence.
  private func whole(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for range in ranges {
      if let last = found.last, isInitialled(last), lists.isAfterName(tokens.tokens[range.lowerBound].word) {
        found[found.count - 1] = last.lowerBound..<range.upperBound
      } else {
        found.append(range)
      }
    }
    return found
  }

  /// A name, the last of it an initial, and its full stop.
  private func isInitialled(_ range: Range<Int>) -> Bool {
    guard let last = range.last, tokens.tokens[last].mark == 0x2E, range.count > 1, tokens.tokens[last - 1].length == 1 else {
      return false
    }
    return (range.lowerBound..<last).contains { Int(tokens.personEnd[$0]) >= last }
  }

  /// "Omar will repair the gate and Lena will paint the shed" is two claims.
  private func parted(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropFirst(2) where tokens.personEnd[index] > 0 {
      let behind = Int(tokens.personEnd[index])
      guard behind < range.upperBound, lists.isAfterName(tokens.tokens[behind].word),
        lists.isJoining(tokens.tokens[index - 1]),
        !endsPerson(index - 1)
      else { continue }
      parts.append(start..<index - 1)
      start = index
    }
    return (parts + [start..<range.upperBound]).filter { !$0.isEmpty }
  }
}
