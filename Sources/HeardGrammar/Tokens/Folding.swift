/// Writes words so that those which differ only in case, kind of apostrophe or kind of dash become the same bytes.
public enum Folding {
  /// Simple case folding of Latin-1, Latin Extended-A and -B, Greek and Cyrillic letters; anything else is itself.
  static func lowercase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value + 32
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x100...0x137, 0x14A...0x177, 0x182...0x185, 0x1A0...0x1A5, 0x1DE...0x1EF, 0x1F8...0x233: value | 1
    case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: value & 1 == 1 ? value + 1 : value
    case 0x391...0x3A9: value + 32
    case 0x410...0x42F: value + 32
    case 0x400...0x40F: value + 80
    case 0x1E00...0x1E95, 0x1EA0...0x1EFF: value | 1
    default: value
    }
  }

  /// The folded bytes of one character, or nothing for characters that only join others.
  @inline(__always)
  static func fold(_ scalar: Scalar, _ body: (UInt8) -> Void) {
    switch scalar.kind {
    case .joiner: return
    case .apostrophe: body(0x27)
    case .dash: body(0x2D)
    case .ellipsis: for _ in 0..<3 { body(0x2E) }
    default: encode(lowercase(scalar.value), body)
    }
  }

  @inline(__always)
  private static func encode(_ value: UInt32, _ body: (UInt8) -> Void) {
    if value < 0x80 {
      body(UInt8(value))
    } else if value < 0x800 {
      body(UInt8(0xC0 | value >> 6))
      body(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
      body(UInt8(0xE0 | value >> 12))
      body(UInt8(0x80 | value >> 6 & 0x3F))
      body(UInt8(0x80 | value & 0x3F))
    } else {
      body(UInt8(0xF0 | value >> 18 & 0x07))
      body(UInt8(0x80 | value >> 12 & 0x3F))
      body(UInt8(0x80 | value >> 6 & 0x3F))
      body(UInt8(0x80 | value & 0x3F))
    }
  }

  /// The folded bytes of a range.
  static func folded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let scalar = Scalar(bytes, i)
      fold(scalar) { result.append($0) }
      i += scalar.length
    }
    return dashless(result)
  }

  /// `->` and `--` fold to a dash.
  private static func dashless(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 1, bytes.first == 0x2D else { return bytes }
    return bytes.allSatisfy { $0 == 0x2D || $0 == 0x3E } ? [0x2D] : bytes
  }
}
