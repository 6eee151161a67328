/// Reads names that nothing parts: "Ana Silva Ben Okoro Carla Diaz", as editors paste people who were little boxes.
import HeardGrammar

extension NameReader {
  /// Pairs of words, of which more than half begin with a given name and none ends with one.
  func runTogether(_ range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard range.count >= 4, range.count.isMultiple(of: 2), range.count <= 200,
      range.allSatisfy({
        tokens.tokens[$0].kind == .word && tokens.tokens[$0].flags.contains(.capitalized)
          && ($0 == range.lowerBound || !tokens.tokens[$0].flags.contains(.lineStart))
      })
    else { return nil }
    let firsts = stride(from: range.lowerBound, to: range.upperBound, by: 2)
    guard !firsts.contains(where: { lists.isGivenName(tokens.tokens[$0 + 1].word) }) else { return nil }
    let known = firsts.count { lists.isGivenName(tokens.tokens[$0].word) }
    guard known * 4 > range.count else { return nil }
    return firsts.compactMap { declare($0..<$0 + 2, presence) }
  }
}
