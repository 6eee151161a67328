/// What a look over a line's bytes tells of the marks in it, so that lines without any are not gone through again.
struct LineMarks {
  var hasAngle = false
  /// Three apostrophes in a row.
  var hasQuotes = false
  /// An asterisk or a closing bracket.
  var hasInline = false

  /// No marks.
  init() {}

  init(_ words: Range<Int>, of notes: [UInt8]) {
    var hasQuote = false
    notes.withUnsafeBytes { bytes in
      var i = words.lowerBound
      while i + 8 <= words.upperBound {
        let eight = EightBytes(bytes, i)
        if eight.holds(0x3C) { hasAngle = true }
        if eight.holds(0x2A) || eight.holds(0x5D) { hasInline = true }
        if eight.holds(0x27) { hasQuote = true }
        i += 8
      }
      for byte in bytes[i..<words.upperBound] {
        if byte == 0x3C { hasAngle = true }
        if byte == 0x2A || byte == 0x5D { hasInline = true }
        if byte == 0x27 { hasQuote = true }
      }
    }
    if hasQuote { hasQuotes = LineMarks.hasThreeQuotes(notes[words]) }
  }

  private static func hasThreeQuotes(_ words: ArraySlice<UInt8>) -> Bool {
    var quotes = 0
    for byte in words {
      quotes = byte == 0x27 ? quotes + 1 : 0
      if quotes == 3 { return true }
    }
    return false
  }
}
