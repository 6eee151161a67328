/// Distinct texts, each once, but for those that must stand in a row.
struct NumberedStrings {
  private(set) var text: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private var numbers: [String: UInt32] = [:]

  /// Texts of words come first, from 1; 0 is the empty text.
  init(_ words: [[UInt8]]) {
    append([])
    for word in words { append(word) }
    for (i, word) in words.enumerated() { numbers[String(decoding: word, as: UTF8.self)] = UInt32(i + 1) }
  }

  @discardableResult
  private mutating func append(_ bytes: [UInt8]) -> UInt32 {
    text += bytes
    starts.append(UInt32(text.count))
    return UInt32(starts.count - 2)
  }

  mutating func number(_ string: String) -> UInt32 {
    if let number = numbers[string] { return number }
    let number = append(Array(string.utf8))
    numbers[string] = number
    return number
  }

  /// First number and count of texts that follow each other.
  mutating func range(_ strings: [String]) -> [UInt32] {
    let first = UInt32(starts.count - 1)
    for string in strings { append(Array(string.utf8)) }
    return [first, UInt32(strings.count)]
  }
}
