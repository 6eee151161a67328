/// Small changes to words that leave what they say alone: capitals, final marks, length.
enum Wordplay {
  static func capitalized(_ text: String) -> String {
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// With a small first letter, unless the first word is written in capitals or holds one further in.
  static func uncapitalized(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    guard let first = text.first, first.isUppercase, word.count > 1, !word.dropFirst().contains(where: \.isUppercase) else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  /// Without full stops, commas, colons, dashes and spaces at the end and loose marks in front.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.utf8.last, isLoose(last) { rest.removeLast() }
    while let first = rest.utf8.first, first != 0x22, isLoose(first) || first == 0x29 || first == 0x5E { rest.removeFirst() }
    return String(rest)
  }

  private static func isLoose(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x7C: true
    default: false
    }
  }

  /// The first words of a text, with an ellipsis where more follow.
  static func clipped(_ text: String, words limit: Int) -> String {
    guard text.utf8.count >= 2 * limit else { return text }
    var count = 0
    for index in text.utf8.indices where text.utf8[index] == 0x20 {
      count += 1
      if count == limit { return trimmed(String(text[..<index])) + "…" }
    }
    return text
  }
}
