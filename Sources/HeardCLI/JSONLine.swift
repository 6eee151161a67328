/// One flat JSON object of one line: its strings by name, whatever else it holds.
struct JSONLine {
  private var values: [String: String] = [:]

  subscript(name: String) -> String? { values[name] }

  /// Nil where the line is no object, or holds objects or lists of its own.
  init?(_ line: String) {
    var scanner = Scanner(bytes: Array(line.utf8))
    guard scanner.take("{") else { return nil }
    let isEmpty = scanner.take("}")
    if !isEmpty {
      guard scanner.members(into: &values), scanner.take("}") else { return nil }
    }
    guard scanner.isAtEnd else { return nil }
  }

  /// The text as a JSON string in ASCII where it matters: control and line-separating characters are escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x09: quoted += "\\t"
      case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private struct Scanner {
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
      while index < bytes.count, ![0x2C, 0x7D, 0x7B, 0x5B, 0x20, 0x22].contains(bytes[index]) { index += 1 }
      return index > start
    }
  }
}
