/// Walks through the bytes of a JSON text, value by value.
struct JSONScanner {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return index == bytes.count
    }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[index]) { index += 1 }
  }

  mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func members(into values: inout [String: String]) -> Bool {
    repeat {
      guard let name = string(), take(":") else { return false }
      if let value = string() {
        values[name] = value
      } else if !skipScalar() {
        return false
      }
    } while take(",")
    return true
  }

  mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return String(decoding: units, as: UTF8.self) }
      guard byte == 0x5C else {
        units.append(byte)
        continue
      }
      guard let scalar = escaped() else { return nil }
      units.append(contentsOf: Array(String(scalar).utf8))
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"): return unicode()
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
    default: return nil
    }
  }

  /// Half a pair without the other half becomes the replacement character.
  private mutating func unicode() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let back = index
    index += 2
    guard let second = hexadecimal() else { return nil }
    guard (0xDC00..<0xE000).contains(second) else {
      index = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value * 16 + UInt32(digit)
    }
    index += 4
    return value
  }

  /// A number, true, false or null.
  mutating func skipScalar() -> Bool {
    skipBlanks()
    let start = index
    while index < bytes.count, ![0x2C, 0x7D, 0x7B, 0x5B, 0x5D, 0x22, 0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
      index += 1
    }
    return index > start
  }
}
