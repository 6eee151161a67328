/// Knows the signs that word processors set in front of the lines of a list.
import HeardGrammar

extension LeafText {
  /// "•", "◦", "▪", "●", "○", and the one that a symbol font has in its place.
  func isBullet(_ token: Token) -> Bool {
    guard token.kind != .word, token.range.count == 3 else { return false }
    let start = Int(token.start)
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xE2, 0x80, 0xA2), (0xE2, 0x97, 0xA6), (0xE2, 0x96, 0xAA), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0x8B),
      (0xEF, 0x82, 0xB7):
      return true
    default: return false
    }
  }
}
