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

  /// "Ana Silva (clerk) Ben Okafor (chair) Carla Diaz": nothing parts the names but the brackets behind them, as where a page lost its
  /// line breaks. Most begin with a given name.
  func partedByBrackets(_ range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard range.count >= 6 else { return nil }
    var parts: [Range<Int>] = []
    var (start, depth) = (range.lowerBound, 0)
    for index in range {
      switch single(index) {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        guard depth == 0, index + 1 < range.upperBound else { break }
        guard tokens.tokens[index + 1].kind == .word else { return nil }
        parts.append(start..<index + 1)
        start = index + 1
      case 0x2C, 0x3B, 0x26: if depth == 0 { return nil }
      default: if depth == 0, lists.isConjunction(tokens.tokens[index].word) { return nil }
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    guard parts.count >= NameReader.fewestBracketed,
      parts.allSatisfy({ opensWithName($0) }),
      parts.count(where: { lists.isGivenName(tokens.tokens[$0.lowerBound].word) }) * 2 > parts.count
    else { return nil }
    return parts.flatMap { runTogether($0, presence) ?? entry($0, presence) }
  }

  private func opensWithName(_ part: Range<Int>) -> Bool {
    let name = nameRange(in: part)
    return name.count > 1 && name.lowerBound == part.lowerBound
  }

  private static let fewestBracketed = 3
}
