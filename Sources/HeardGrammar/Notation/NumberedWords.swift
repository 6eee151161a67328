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
