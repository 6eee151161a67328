/// Tells whether words stand there again, letter for letter.
extension LeafTokens {
  /// A number of some tokens' letters and traits and of the tokens beside them: equal where a reader of them cannot tell one
  /// from the other.
  func fingerprint(of range: Range<Int>, in text: LeafText) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
    for index in max(0, range.lowerBound - 1)..<min(tokens.count, range.upperBound + 1) {
      let token = tokens[index]
      add(UInt64(token.kind.rawValue) << 32 | UInt64(token.mark) << 16 | UInt64(token.flags.rawValue))
      add(UInt64(UInt32(bitPattern: token.word)))
      for byte in text.bytes.part(token.range) { add(UInt64(byte)) }
    }
    add(UInt64(range.count) << 2 | (range.lowerBound > 0 ? 2 : 0) | (range.upperBound < tokens.count ? 1 : 0))
    return hash
  }
}
