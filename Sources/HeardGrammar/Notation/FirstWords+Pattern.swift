/// Finds the words that a pattern's matches begin with.
extension FirstWords {
  /// - Parameters:
  ///   - word: the number of a word.
  ///   - firstWords: the numbers of the words that members of a list begin with.
  init(of pattern: Pattern, word: ([UInt8]) -> Int, firstWords: (String) -> [Int]) {
    self = .none
    if add(pattern, word, firstWords) { self = .any }
  }

  /// Adds what a part begins with; true where it may take nothing, so that what follows it begins the match as well.
  private mutating func add(_ pattern: Pattern, _ word: ([UInt8]) -> Int, _ firstWords: (String) -> [Int]) -> Bool {
    switch pattern {
    case .word(let bytes):
      formUnion(.word(Int32(word(bytes))))
      return false
    case .list(let name), .slot(_, .list(let name)):
      for first in firstWords(name) { formUnion(.word(Int32(first))) }
      return false
    case .sequence(let parts): return parts.allSatisfy { add($0, word, firstWords) }
    case .choice(let parts): return parts.map { add($0, word, firstWords) }.contains(true)
    case .optional(let part):
      _ = add(part, word, firstWords)
      return true
    case .rangeStart, .utteranceStart, .rangeEnd, .not: return true
    case .slot(_, .person), .slot(_, .people):
      formUnion(.person)
      return false
    case .slot(_, .date):
      formUnion(.date)
      return false
    case .slot(_, .number):
      formUnion(.number)
      return false
    case .slot, .gap:
      self = .any
      return false
    }
  }
}
