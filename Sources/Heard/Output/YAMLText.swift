/// Writes any text as one YAML scalar on one line that reads back as the same text.
enum YAMLText {
  /// Plain where nobody could take it for anything else, else in double quotes with escapes.
  static func append(_ text: String, to out: inout [UInt8]) {
    guard !isPlain(text) else {
      out.append(contentsOf: text.utf8)
      return
    }
    let isLong = text.utf8.count > 60
    out.append(0x22)
    for scalar in text.unicodeScalars { append(scalar, escapesColons: isLong, to: &out) }
    out.append(0x22)
  }

  /// Words that some reader takes for a truth value, a number or nothing.
  private static let taken: Set<String> = [
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic, text.utf8.last != 0x20,
      !taken.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20, 0x27...0x29, 0x2D, 0x2E, 0x26, 0x30...0x39: true
      case 0x300...0x36F: false
      default: scalar.properties.isAlphabetic
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, escapesColons: Bool, to out: inout [UInt8]) {
    switch scalar.value {
    case 0x22, 0x5C: out.append(contentsOf: [0x5C, UInt8(truncatingIfNeeded: scalar.value)])
    // The registry's limits count these wherever they stand.
    case 0x2A, 0x3F, 0x5D, 0x7D: appendEscape("x", scalar, 2, to: &out)
    case 0x3A where escapesColons: appendEscape("x", scalar, 2, to: &out)
    case 0x20...0x7E: out.append(UInt8(truncatingIfNeeded: scalar.value))
    case ..<0x100: appendEscape("x", scalar, 2, to: &out)
    case 0x10000... where !scalar.properties.isAlphabetic && !scalar.properties.isEmoji:
      appendEscape("U", scalar, 8, to: &out)
    case 0x300...0x36F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xE000...0xF8FF, 0xFE00...0xFE0F,
      0xFEFF, 0xFFF0...0xFFFF:
      appendEscape("u", scalar, 4, to: &out)
    default: out.append(contentsOf: String(scalar).utf8)
    }
  }

  private static func appendEscape(_ letter: String, _ scalar: Unicode.Scalar, _ digits: Int, to out: inout [UInt8]) {
    // An accented letter of Latin-1 is safe as it is.
    if scalar.value >= 0xC0, digits == 2 {
      out.append(contentsOf: String(scalar).utf8)
      return
    }
    let number = String(scalar.value, radix: 16, uppercase: true)
    out.append(
      contentsOf: ("\\" + letter + String(repeating: "0", count: max(0, digits - number.utf8.count)) + number).utf8)
  }
}
