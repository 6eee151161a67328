/// Reads what nearly all words are, ASCII letters and nothing that could make more of them, in one go with their look-up.
extension Tokenizer {
  /// Behind the word, or `start` where it takes a closer look.
  @inline(__always)
  mutating func readPlainWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard start >= 0 else { return start }
    let words = words
    var state = WordTrie.root
    var capitals = 0
    var end = start
    while end < bytes.count {
      let byte = bytes[unchecked: end]
      let small = byte | 0x20
      guard small &- 0x61 < 26 else { break }
      capitals &+= Int(byte >> 5 & 1)
      if state != 0 { state = words.step(state, ascii: small) }
      end &+= 1
    }
    capitals = end &- start &- capitals
    let length = end - start
    guard length > 0, length != 6 || bytes[start] | 0x20 != 0x63 else { return start }
    let isAllCapitals = capitals == length && length > 1
    if end < bytes.count, !Tokenizer.endsPlainly(bytes[end], bytes[start] | 0x20, length, isAllCapitals) {
      return start
    }
    var flags: Token.Flags = bytes[start] < 0x61 ? .capitalized : []
    if isAllCapitals { flags.insert(.allCaps) }
    let mark: UInt8 = Tokenizer.isRoman(bytes, start, end) ? 0x23 : 0
    return emit(start, end, .word, state == 0 ? 0 : words.word(at: state), flags, mark: mark)
  }

  /// Whether nothing that belongs to a word, joins it to another or makes it an address stands behind it.
  @inline(__always)
  private static func endsPlainly(_ byte: UInt8, _ first: UInt8, _ length: Int, _ isAllCapitals: Bool) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x2C: return true
    // "www.", "https:", "mailto:"
    case 0x2E, 0x3A: return length > 6 || first != 0x77 && first != 0x68 && first != 0x6D && first != 0x66
    // "ABC-12"
    case 0x2D: return !isAllCapitals
    case 0x27, 0x30...0x39, 0x5F, 0x80...0xFF: return false
    default: return true
    }
  }
}
