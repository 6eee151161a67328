/// Reads one character of UTF-8 (or a stray Windows-1252 byte) and says what it is to the tokenizer.
struct Scalar {
  enum Kind { case space, lineBreak, letter, digit, apostrophe, dash, ellipsis, punctuation, symbol, joiner }

  var value: UInt32
  var length: Int

  /// The character at `i`, which must be inside `bytes`. Total: a byte that is no UTF-8 reads as Windows-1252.
  init(_ bytes: Span<UInt8>, _ i: Int) {
    let first = bytes[i]
    if first < 0x80 {
      (value, length) = (UInt32(first), 1)
      return
    }
    let count = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, i + count <= bytes.count else {
      (value, length) = (Scalar.windows1252(first), 1)
      return
    }
    var decoded = UInt32(first) & (0x7F >> UInt32(count))
    for k in 1..<count {
      let next = bytes[i + k]
      guard next & 0xC0 == 0x80 else {
        (value, length) = (Scalar.windows1252(first), 1)
        return
      }
      decoded = decoded << 6 | UInt32(next & 0x3F)
    }
    (value, length) = (decoded, count)
  }

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x85: 0x2026
    case 0x91, 0x92: 0x2019
    case 0x93, 0x94: 0x201C
    case 0x95: 0x2022
    case 0x96, 0x97: 0x2013
    case 0x8A: 0x0160
    case 0x8C: 0x0152
    case 0x8E: 0x017D
    case 0x9A: 0x0161
    case 0x9C: 0x0153
    case 0x9E: 0x017E
    default: UInt32(byte)
    }
  }

  var kind: Kind {
    if value < 0x80 { return Scalar.asciiKind(UInt8(value)) }
    if value < 0x2000 {
      switch value {
      case 0x85, 0xA0, 0x1680: return .space
      case 0xAD: return .joiner
      case 0xB4, 0x2BC, 0x2B9: return .apostrophe
      case 0xAA, 0xB5, 0xBA: return .letter
      case 0xA1...0xBF, 0xD7, 0xF7: return .punctuation
      default: return .letter
      }
    }
    return Scalar.highKind(value)
  }

  private static func asciiKind(_ byte: UInt8) -> Kind {
    switch byte {
    case 0x0A, 0x0D: .lineBreak
    case 0x00...0x20, 0x7F: .space
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x27: .apostrophe
    case 0x2D: .dash
    default: .punctuation
    }
  }

  private static func highKind(_ value: UInt32) -> Kind {
    switch value {
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2028, 0x2029: .lineBreak
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .joiner
    case 0x2018, 0x2019, 0x201B, 0x2032: .apostrophe
    case 0x2010...0x2015, 0x2212: .dash
    case 0x2026: .ellipsis
    case 0x2016...0x205E, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20: .punctuation
    case 0x2070...0x20CF, 0x2100...0x218F: .letter
    case 0x2190...0x2BFF, 0xE000...0xF8FF, 0xFFFC...0xFFFF, 0x1F000...0x1FAFF: .symbol
    default: .letter
    }
  }

  /// The ASCII mark that this is, or is a form of; 0: none.
  var mark: UInt8 {
    switch value {
    case 0x21...0x7E: UInt8(value)
    case 0xFF01...0xFF5E: UInt8(value - 0xFEE0)
    case 0x201C...0x201F, 0xAB, 0xBB: 0x22
    case 0x3002: 0x2E
    default: 0
    }
  }

  var isCapital: Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Folding.lowercase(value) != value
  }
}
