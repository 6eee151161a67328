/// Numbers words and texts in the order in which they come, and lays rows out flat.

/// Distinct words, from 1.
struct NumberedWords {
  private(set) var all: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]

  var count: Int { all.count }

  mutating func add(_ word: [UInt8]) {
    guard !word.isEmpty, numbers[word] == nil else { return }
    all.append(word)
    numbers[word] = all.count
  }

  /// 0: unknown.
  func number(of word: [UInt8]) -> Int { numbers[word] ?? 0 }
}

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

/// Rows of equal size by number.
enum Rows {
  /// All rows in the order of their numbers; and at which row each number's begin, up to the one behind `last`.
  static func flat(_ rows: [Int: [[UInt32]]], through last: Int, size: Int) -> (starts: [UInt32], flat: [UInt32]) {
    var starts: [UInt32] = []
    var flat: [UInt32] = []
    for number in 0...max(0, last) {
      starts.append(UInt32(flat.count / size))
      for row in rows[number] ?? [] { flat += row }
    }
    starts.append(UInt32(flat.count / size))
    return (starts, flat)
  }
}
