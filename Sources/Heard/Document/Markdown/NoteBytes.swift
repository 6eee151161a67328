/// Notes as the readers look at them: reading outside of them gives 0, so that no offset can trap or overrun.
struct NoteBytes {
  private let buffer: UnsafeBufferPointer<UInt8>
  let count: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    self.buffer = buffer
    count = buffer.count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    UInt(bitPattern: index) < UInt(bitPattern: count) ? buffer[index] : 0
  }

  /// The first place of a byte from `start` on, or ``count``. Eight bytes a step.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard start >= 0, start < count else { return count }
    let raw = UnsafeRawBufferPointer(buffer)
    var index = start
    while index &+ 8 <= count {
      if let hit = EightBytes(raw, index).firstIndex(of: byte) { return index &+ hit }
      index &+= 8
    }
    while index < count, buffer[index] != byte { index &+= 1 }
    return index
  }

  /// Behind the words that stand here, as far as eight bytes at a time tell.
  @inline(__always)
  func behindWords(from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var index = start
    while index >= 0, index &+ 8 <= min(end, count), EightBytes(raw, index).areWords { index &+= 8 }
    return index
  }

  /// The same, not looking beyond `end`; gives `end` where there is none.
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, self[index] != byte { index &+= 1 }
    return index
  }

  func slice(_ start: Int, _ end: Int) -> NoteBytes {
    let range = (start..<max(start, end)).clamped(to: 0..<count)
    return NoteBytes(UnsafeBufferPointer(rebasing: buffer[range]))
  }

  func holds(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start &+ word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { bytes in
      for index in 0..<bytes.count where bytes[index] != buffer[start &+ index] { return false }
      return true
    }
  }

  /// The same without regard to the case of ASCII letters; `word` is in lower case.
  func holdsIgnoringCase(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, start &+ word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { bytes in
      for index in 0..<bytes.count where bytes[index] != buffer[start &+ index].lowercased { return false }
      return true
    }
  }

  func append(_ start: Int, _ end: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[(start..<max(start, end)).clamped(to: 0..<count)]))
  }

  func copy(_ range: Range<Int>) -> [UInt8] {
    Array(buffer[range.clamped(to: 0..<count)])
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Space, tab and the bytes that end lines.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isAlphanumeric: Bool { isDigit || isLetter }
  var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isAlphanumeric }
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
