/// The attributes of one start tag, as ranges of the notes.
struct HTMLAttributes {
  private let notes: UnsafeBufferPointer<UInt8>
  /// Where the next attribute is looked for; behind the last attribute once there are no more.
  private(set) var position: Int
  private let end: Int

  /// Attributes from behind the tag's name up to `end`, or to the end of the tag if that comes first.
  init(_ notes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    (self.notes, self.position, self.end) = (notes, start, end)
  }

  /// The next attribute; what libxml2 skips as no attribute has an empty name. An empty value may be no value.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    skipBlanks()
    guard position < end, notes[position] != UInt8(ascii: ">"), !isSelfClosing else { return nil }
    let start = position
    guard HTMLBytes.startsName(notes[position]) else {
      while position < end, !HTMLBytes.isBlank(notes[position]), notes[position] != UInt8(ascii: ">"), !isSelfClosing {
        position += 1
      }
      return (start..<start, start..<start)
    }
    while position < end, HTMLBytes.isName(notes[position]) { position += 1 }
    let name = start..<position
    skipBlanks()
    guard position < end, notes[position] == UInt8(ascii: "=") else { return (name, position..<position) }
    position += 1
    skipBlanks()
    return (name, value())
  }

  private mutating func value() -> Range<Int> {
    guard position < end else { return position..<position }
    let quote = notes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      position = start
      while position < end, notes[position] != quote { position += 1 }
      let value = start..<position
      if position < end { position += 1 }
      return value
    }
    let start = position
    while position < end, !HTMLBytes.isBlank(notes[position]), notes[position] != UInt8(ascii: ">") { position += 1 }
    return start..<position
  }

  private mutating func skipBlanks() {
    while position < end, HTMLBytes.isBlank(notes[position]) { position += 1 }
  }

  private var isSelfClosing: Bool {
    notes[position] == UInt8(ascii: "/") && position + 1 < end && notes[position + 1] == UInt8(ascii: ">")
  }
}

/// What single bytes are in HTML, as libxml2 sees them.
enum HTMLBytes {
  /// Within tags. The parser is handed a space for every control byte.
  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
  /// Within text: what runs together as one space.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0A ~= byte || 0x0C...0x0D ~= byte }
  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  static func startsName(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E }
  static func isName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) || byte == 0x2D }
  static func lowercased(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

  /// Whether notes have this lowercase text at an offset, in any case.
  static func matches(_ text: StaticString, _ notes: UnsafeBufferPointer<UInt8>, _ at: Int, before end: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at >= 0, end <= notes.count, at + count <= end else { return false }
    return text.withUTF8Buffer { text in
      for i in 0..<count where lowercased(notes[at + i]) != text[i] { return false }
      return true
    }
  }

  /// Whether a range of notes is this lowercase text, in any case.
  static func isText(_ text: StaticString, _ notes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && matches(text, notes, range.lowerBound, before: range.upperBound)
  }

  /// Where this lowercase text first begins in a range of notes, blanks between the notes' letters passed over.
  static func contains(_ text: StaticString, _ notes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard count > 0 else { return true }
    return text.withUTF8Buffer { text in
      for start in range where lowercased(notes[start]) == text[0] {
        var (i, matched) = (start, 0)
        // The text is short and blanks are bounded, so that this is linear in the range.
        while i < range.upperBound, matched < count, i - start < count + 8 {
          if lowercased(notes[i]) == text[matched] { matched += 1 } else if !isBlank(notes[i]) { break }
          i += 1
        }
        if matched == count { return true }
      }
      return false
    }
  }

  /// Whether a list of words parted by blanks, such as a class attribute's value, has this lowercase word.
  static func hasWord(_ word: StaticString, _ notes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let start = i
      while i < range.upperBound, !isBlank(notes[i]) { i += 1 }
      if isText(word, notes, start..<i) { return true }
      i += 1
    }
    return false
  }

  /// Where a byte first stands in a range of notes; the range's end where it does not.
  @inline(__always)
  static func first(_ byte: UInt8, in notes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let raw = UnsafeRawBufferPointer(notes)
    var i = range.lowerBound
    while i &+ 8 <= range.upperBound {
      if let index = EightBytes(raw, i).firstIndex(of: byte) { return i &+ index }
      i &+= 8
    }
    while i < range.upperBound, notes[i] != byte { i &+= 1 }
    return i
  }

  /// Where a text begins at or after an offset.
  static func find(_ text: StaticString, _ notes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var i = start
    while i < end {
      if matches(text, notes, i, before: end) { return i }
      i += 1
    }
    return nil
  }
}
