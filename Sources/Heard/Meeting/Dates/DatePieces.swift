/// Takes tokens apart into the words, numbers and marks of dates: "Q3", "14april", "10.31.1974", "mid-May".
struct DatePieces {
  let words: DateWords
  let bytes: Window<UInt8>
  private(set) var pieces: [DatePiece] = []
  /// An emoji in front of a date is apart from it even without a space.
  private var followsSymbol = false

  init(words: DateWords, bytes: Window<UInt8>, most: Int) {
    (self.words, self.bytes) = (words, bytes)
    pieces.reserveCapacity(most)
  }

  /// Appends the pieces of one token; `index` is its place among the tokens.
  mutating func append(_ token: Token, _ index: Int) {
    var isGlued = !token.flags.contains(.spaceBefore) && !followsSymbol
    followsSymbol = token.kind == .symbol
    switch token.kind {
    case .word, .number:
      let known = words.roles(of: token, bytes)
      if token.kind == .word, !known.isEmpty {
        push(token, index, token.range, .word, isGlued, known)
        return
      }
      var i = Int(token.start)
      while i < Int(token.end) {
        let end = sameKind(from: i, to: Int(token.end))
        push(token, index, i..<end, kind(bytes[i]), isGlued, .none)
        isGlued = true
        i = end
      }
    case .handle:
      let known = words.roles(ofHandle: token, bytes)
      let name = (token.range.lowerBound + 1)..<token.range.upperBound
      push(token, index, known.isEmpty ? token.range : name, .word, isGlued, known)
    case .punctuation: push(token, index, token.range, .mark, isGlued, .none)
    default: push(token, index, token.range, .word, isGlued, .none)
    }
  }

  private func kind(_ byte: UInt8) -> DatePiece.Kind {
    if byte &- 0x30 < 10 { return .number }
    return byte == 0x2E || byte == 0x5F ? .mark : .word
  }

  private func sameKind(from start: Int, to end: Int) -> Int {
    let first = kind(bytes[start])
    var i = start + 1
    while i < end, first != .mark, kind(bytes[i]) == first { i += 1 }
    return i
  }

  private mutating func push(
    _ token: Token, _ index: Int, _ range: Range<Int>, _ kind: DatePiece.Kind, _ isGlued: Bool, _ roles: DateRoles
  ) {
    var piece = DatePiece(start: range.lowerBound, end: range.upperBound, token: index, kind: kind, isGlued: isGlued)
    switch kind {
    case .word:
      let first = bytes[range.lowerBound]
      piece.isCapital = first &- 0x41 < 26 || token.flags.contains(.capitalized) && range == token.range
      piece.isAllCapitals = token.flags.contains(.allCaps)
      piece.roles = roles.isEmpty ? words.roles(of: bytes, range) : roles
    case .number:
      piece.digits = range.count
      // No date has a number of more than four digits; longer ones only must not overflow.
      for byte in bytes[range].prefix(9) { piece.value = piece.value * 10 + Int(byte &- 0x30) }
    case .mark: piece.value = mark(range)
    }
    pieces.append(piece)
  }

  /// Dashes of all lengths are one mark, and so are apostrophes.
  private func mark(_ range: Range<Int>) -> Int {
    let first = bytes[range.lowerBound]
    guard first == 0xE2, range.count >= 3 else { return range.count == 1 ? Int(first) : 0 }
    switch (bytes[range.lowerBound + 1], bytes[range.lowerBound + 2]) {
    case (0x80, 0x90...0x95), (0x88, 0x92): return Int(UInt8(ascii: "-"))
    case (0x80, 0x98), (0x80, 0x99): return Int(UInt8(ascii: "'"))
    default: return 0
    }
  }
}
