/// Small changes to words that leave what they say alone: capitals, final marks, length.
enum Wordplay {
  static func capitalized(_ text: String) -> String {
    guard let first = text.first, first.isLowercase else { return text }
    return first.uppercased() + String(text.dropFirst())
  }

  /// With a small first letter, unless the first word is written in capitals or holds one further in.
  static func uncapitalized(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    guard let first = text.first, first.isUppercase, word.count > 1, !word.dropFirst().contains(where: \.isUppercase) else {
      return text
    }
    // Of a part that is no text yet each character would be looked up by the runtime.
    return first.lowercased() + String(text.dropFirst())
  }

  /// Without brackets around all of it.
  static func unbracketed(_ text: String) -> String {
    guard text.utf8.first == 0x5B, text.utf8.last == 0x5D else { return text }
    let inner = text.dropFirst().dropLast()
    return inner.utf8.contains(0x5B) || inner.utf8.contains(0x5D) ? text : String(inner)
  }

  /// Without full stops, commas, colons, dashes and spaces at the end and loose marks in front.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.utf8.last {
      if let code = emojiCode(endingIn: rest) {
        rest = rest[..<code]
        continue
      }
      // What is left of a wiki's italics, and a bracket whose other half is not here.
      let isItalics = last == 0x27 && rest.utf8.dropLast().last == 0x27
      guard isLoose(last) || isItalics || last == 0x29 && !rest.utf8.contains(0x28) else { break }
      rest.removeLast(isItalics ? 2 : 1)
    }
    while let first = rest.utf8.first, first != 0x22, isLoose(first) || first == 0x29 || first == 0x5E { rest.removeFirst() }
    return String(rest)
  }

  /// Where a word between colons that stands for a picture begins, if it ends the text: "Notes :book:".
  private static func emojiCode(endingIn text: Substring) -> String.Index? {
    guard text.utf8.last == 0x3A else { return nil }
    let inner = text.utf8.dropLast().reversed().prefix(mostOfCode).prefix {
      Ascii.isLetter($0) && $0 >= 0x61 || Ascii.isDigit($0) || $0 == 0x5F || $0 == 0x2B || $0 == 0x2D
    }
    let before = text.utf8.dropLast(1 + inner.count)
    guard inner.count > 1, before.last == 0x3A, before.dropLast().last ?? 0x20 == 0x20 else { return nil }
    return before.index(before.endIndex, offsetBy: -1)
  }

  /// In bytes.
  private static let mostOfCode = 32

  private static func isLoose(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x7C: true
    default: false
    }
  }

  /// The first words of a text, with an ellipsis where more follow.
  static func clipped(_ text: String, words limit: Int) -> String {
    guard text.utf8.count >= 2 * limit else { return text }
    var text = text
    let end = text.withUTF8 { bytes -> Int? in
      var count = 0
      for place in bytes.indices where bytes[place] == 0x20 {
        count += 1
        if count == limit { return place }
      }
      return nil
    }
    return end.map { trimmed(String(text[..<text.utf8.index(text.startIndex, offsetBy: $0)])) + "…" } ?? text
  }
}
