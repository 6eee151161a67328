import CLibXML2

/// A character reference such as `&amp;` or `&#246;`, decoded.
struct HTMLReference {
  /// Offset behind the reference.
  var end: Int
  /// The scalar value.
  var scalar: UInt32

  /// Reads the reference at an ampersand; nil where the ampersand is text.
  init?(_ notes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int) {
    let first = start + 1
    guard first < limit else { return nil }
    if notes[first] == UInt8(ascii: "#") {
      self.init(number: notes, from: first + 1, before: limit)
    } else {
      self.init(name: notes, from: first, before: limit)
    }
  }

  private init?(number notes: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) {
    var i = start
    var radix: UInt32 = 10
    if i < limit, notes[i] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      i += 1
    }
    let digits = i
    var value: UInt32 = 0
    while i < limit {
      let byte = notes[i] | 0x20
      let digit: UInt32
      if HTMLBytes.isDigit(notes[i]) {
        digit = UInt32(notes[i]) - 0x30
      } else if radix == 16, 0x61...0x66 ~= byte {
        digit = UInt32(byte) - 0x57
      } else {
        break
      }
      // Any value beyond Unicode reads as U+FFFD: stay there.
      value = min(value * radix + digit, 0x11_0000)
      i += 1
    }
    guard i > digits else { return nil }
    end = i < limit && notes[i] == UInt8(ascii: ";") ? i + 1 : i
    switch value {
    case 0x80...0x9F: scalar = TextDecoding.windows1252(UInt8(value))
    case 0, 0xD800...0xDFFF, 0x11_0000...: scalar = 0xFFFD
    default: scalar = value
    }
  }

  private init?(name notes: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) {
    // The longest name that libxml2 knows has eight bytes.
    var name: (UInt64, UInt64) = (0, 0)
    var i = start
    let found = withUnsafeMutableBytes(of: &name) { buffer -> UInt32? in
      while i < limit, i - start < 12, HTMLBytes.isLetter(notes[i]) || HTMLBytes.isDigit(notes[i]) {
        buffer[i - start] = notes[i]
        i += 1
      }
      guard i > start, i < limit, notes[i] == UInt8(ascii: ";"), let base = buffer.baseAddress else { return nil }
      return htmlEntityLookup(base.assumingMemoryBound(to: UInt8.self))?.pointee.value
    }
    guard let found, found > 0 else { return nil }
    (end, scalar) = (i + 1, found)
  }
}
