/// One flat JSON object of one line: its strings by name, whatever else it holds.
struct JSONLine {
  private var values: [String: String] = [:]

  subscript(name: String) -> String? { values[name] }

  /// Nil where the line is no object, or holds objects or lists of its own.
  init?(_ line: String) {
    var scanner = JSONScanner(bytes: Array(line.utf8))
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
}
