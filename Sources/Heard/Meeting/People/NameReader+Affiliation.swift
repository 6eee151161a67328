/// Tells "Ana Silva, Acme" from two people.
import HeardGrammar

extension NameReader {
  /// A full name, one comma, and behind it something that is nobody's first name: whom the person is with.
  func isAffiliated(_ range: Range<Int>) -> Bool {
    var depth = 0
    var comma: Int?
    for index in range {
      switch tokens.tokens[index].mark {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      case 0x2C where depth == 0:
        guard comma == nil else { return false }
        comma = index
      case 0x3B where depth == 0: return false
      default: break
      }
    }
    guard let comma, comma + 1 < range.upperBound else { return false }
    let name = nameRange(in: range.lowerBound..<comma)
    guard name.upperBound == comma, name.count > 1 else { return false }
    let next = tokens.tokens[comma + 1]
    return next.kind == .word && !lists.isGivenName(next.word)
      && !((comma + 1)..<range.upperBound).contains { lists.isConjunction(tokens.tokens[$0].word) }
  }
}
