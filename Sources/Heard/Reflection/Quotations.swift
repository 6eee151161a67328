/// Looks for words within words, and for what stands in quotation marks.
enum Quotations {
  /// What stands between “ and ”, „ and “, « and »: the outermost.
  static func all(in text: String) -> [String] {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { opens.contains($0) }) else { return [] }
    var (found, depth): ([String], Int) = ([], 0)
    var start = scalars.startIndex
    for index in scalars.indices {
      let scalar = scalars[index]
      if depth > 0, scalar == "”" || scalar == "»" || scalar == "“" && closesLow(scalars[start...]) {
        depth -= 1
        if depth == 0 { found.append(trimmed(scalars[scalars.index(after: start)..<index])) }
      } else if opens.contains(scalar) {
        if depth == 0 { start = index }
        depth += 1
      }
    }
    return found
  }

  private static let opens: Set<Unicode.Scalar> = ["“", "„", "«"]

  /// “ ends what „ began.
  private static func closesLow(_ text: Substring.UnicodeScalarView) -> Bool { text.first == "„" }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\u{A0}" || first == "\u{202F}" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\u{A0}" || last == "\u{202F}" { text.removeLast() }
    return String(text)
  }

  /// Whether some words stand in others, byte for byte.
  static func hold(_ place: String, _ words: String) -> Bool { words.isEmpty || start(of: Array(words.utf8), in: Array(place.utf8)) != nil }

  /// A text without the first place where some words stand in it.
  static func without(_ words: String, _ text: String) -> String {
    var bytes = Array(text.utf8)
    let words = Array(words.utf8)
    guard let start = start(of: words, in: bytes) else { return text }
    bytes.removeSubrange(start..<(start + words.count))
    return TextDecoding.string(bytes)
  }

  static func start(of words: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = words.first, words.count <= text.count else { return nil }
    return (0...(text.count - words.count)).first {
      text[$0] == first && text[$0..<($0 + words.count)].elementsEqual(words)
    }
  }
}
