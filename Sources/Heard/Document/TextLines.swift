/// Lines of notes as byte ranges, measured when asked for.
struct TextLines {
  let notes: [UInt8]
  private let starts: [Int32]
  /// A bar that begins a line says where it was copied from, and is no part of it.
  private let isBarred: Bool

  /// One line: where its words begin and end, and how far they stand in.
  struct Line {
    /// Offset of the first byte, white space included.
    var start: Int
    /// The words, without white space around them; empty on a blank line.
    var words: Range<Int>
    /// Offset of the line break, or of the end of the notes.
    var end: Int
    /// Columns of white space before the words; a tab reaches to the next multiple of four.
    var indent: Int

    var isBlank: Bool { words.isEmpty }
  }

  init(_ notes: [UInt8], barred: Bool = false) {
    self.notes = notes
    starts = LineIndex(notes).starts
    isBarred = barred
  }

  /// Whether one line in eight begins with a bar and holds no other, as an agenda does that an editor put between what was said.
  static func areBarred(_ notes: [UInt8]) -> Bool {
    guard notes.contains(0x7C) else { return false }
    let lines = TextLines(notes)
    var (filled, barred) = (0, 0)
    for index in 0..<min(lines.count, LightSigns.sample) {
      let words = lines[index].words
      guard let first = words.first else { continue }
      filled += 1
      guard notes[first] == 0x7C else { continue }
      let isAlone = first == lines[index].start && (words.count == 1 || Ascii.isSpace(notes[first + 1]))
      // A second bar makes it a row.
      guard isAlone, Ascii.firstIndex(of: 0x7C, in: notes, first + 1, words.upperBound) == nil else { return false }
      barred += 1
    }
    return barred >= 4 && barred * 8 >= filled
  }

  var count: Int { starts.count }

  /// Offset behind the line break.
  func next(after line: Int) -> Int { line + 1 < starts.count ? Int(starts[line + 1]) : notes.count }

  subscript(index: Int) -> Line {
    let start = Int(starts[index])
    var end = next(after: index)
    while end > start, notes[end - 1] == 0x0A || notes[end - 1] == 0x0D { end -= 1 }
    var from = start
    var indent = 0
    if index == 0, notes.starts(with: Ascii.byteOrderMark) { from = 3 }
    if isBarred, from < end, notes[from] == 0x7C { from += 1 }
    while from < end, Ascii.isSpace(notes[from]) {
      indent = notes[from] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      from += 1
    }
    var to = end
    while to > from, Ascii.isSpace(notes[to - 1]) { to -= 1 }
    return Line(start: start, words: from..<to, end: end, indent: indent)
  }
}

/// Questions about single bytes and short runs of notes.
enum Ascii {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// White space within a line.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// A letter, or a part of a character beyond ASCII, which in names is nearly always one.
  static func isWordy(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }
  static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

  /// The range without white space around it.
  static func trimmed(_ range: Range<Int>, of notes: [UInt8]) -> Range<Int> {
    var from = range.lowerBound
    var to = range.upperBound
    while from < to, isSpace(notes[from]) { from += 1 }
    while to > from, isSpace(notes[to - 1]) { to -= 1 }
    return from..<to
  }

  static func skipSpace(_ from: Int, _ to: Int, in notes: [UInt8]) -> Int {
    var from = from
    while from < to, isSpace(notes[from]) { from += 1 }
    return from
  }

  static func skipDigits(_ from: Int, _ to: Int, in notes: [UInt8]) -> Int {
    var from = from
    while from < to, isDigit(notes[from]) { from += 1 }
    return from
  }

  /// Whether `word` stands at `offset`.
  static func has(_ word: StaticString, at offset: Int, in notes: [UInt8], to end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end, end <= notes.count else { return false }
    return word.withUTF8Buffer { wanted in
      for i in 0..<count where notes[offset + i] != wanted[i] { return false }
      return true
    }
  }

  /// The same, upper and lower case alike; `word` is in lower case.
  static func hasWord(_ word: StaticString, at offset: Int, in notes: [UInt8], to end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end, end <= notes.count else { return false }
    return word.withUTF8Buffer { wanted in
      for i in 0..<count where lowered(notes[offset + i]) != wanted[i] { return false }
      return true
    }
  }

  /// Whether `word` stands anywhere.
  static func holds(_ word: StaticString, _ notes: [UInt8]) -> Bool {
    let first = word.withUTF8Buffer { $0.first ?? 0 }
    return notes.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count {
        while i &+ 8 <= bytes.count, !EightBytes(bytes, i).holds(first) { i &+= 8 }
        let end = min(i + 8, bytes.count)
        while i < end {
          if bytes[i] == first, has(word, at: i, in: notes, to: notes.count) { return true }
          i += 1
        }
      }
      return false
    }
  }

  static func firstIndex(of byte: UInt8, in notes: [UInt8], _ from: Int, _ to: Int) -> Int? {
    var i = from
    while i < to {
      if notes[i] == byte { return i }
      i += 1
    }
    return nil
  }

  /// How many words, parted by white space, but no more than `limit`.
  static func wordCount(_ range: Range<Int>, of notes: [UInt8], limit: Int = 64) -> Int {
    var count = 0
    var wasSpace = true
    for i in range {
      let space = isSpace(notes[i])
      if wasSpace, !space {
        count += 1
        if count >= limit { return count }
      }
      wasSpace = space
    }
    return count
  }
}
