/// Strings of notes' bytes: the one way in which bytes become `String` for output.
extension TextDecoding {
  /// The bytes as a string: UTF-8, stray bytes as Windows-1252, NUL as U+FFFD.
  ///
  /// What follows the thirtieth combining mark in a row is left out up to the next character.
  public static func string(_ bytes: some Sequence<UInt8>) -> String {
    if let string = bytes.withContiguousStorageIfAvailable({ string($0) }) { return string }
    return Array(bytes).withUnsafeBufferPointer { string($0) }
  }

  private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var (isPlain, isASCII) = (true, true)
    var run = 0
    for byte in bytes {
      if byte >= 0x80 {
        isASCII = false
        run += 1
        // A combining mark takes two bytes or more.
        if run > 2 * combiningMarks { isPlain = false }
      } else {
        run = 0
        if byte == 0 { isPlain = false }
      }
    }
    // Validating asks the runtime for types each time, which takes longer than all of the rest.
    if isPlain, isASCII { return String(decoding: bytes, as: UTF8.self) }
    if isPlain, let string = String(validating: bytes, as: UTF8.self) { return string }
    return String(decoding: repaired(bytes), as: UTF8.self)
  }

  private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var marks = 0
    var i = 0
    while i < bytes.count {
      let length = sequenceLength(bytes, i)
      let scalar: UInt32
      switch length {
      case 0: scalar = windows1252(bytes[i])
      case 1: scalar = bytes[i] == 0 ? 0xFFFD : UInt32(bytes[i])
      default:
        scalar = bytes[i..<i + length].dropFirst().reduce(UInt32(bytes[i]) & (0x7F >> UInt32(length))) {
          $0 << 6 | UInt32($1) & 0x3F
        }
      }
      marks = isCombining(scalar) ? marks + 1 : 0
      if marks <= combiningMarks { append(scalar, to: &result) }
      i += max(1, length)
    }
    return result
  }

  private static func isCombining(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  /// The scalar value of a byte in Windows-1252; U+FFFD for its five holes.
  static func windows1252(_ byte: UInt8) -> UInt32 {
    0x80...0x9F ~= byte ? UInt32(windows1252Table[Int(byte) - 0x80]) : UInt32(byte)
  }

  private static let windows1252Table: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
