/// Words as they are told, without what only parts them from their surroundings.
import HeardGrammar

extension Hearing {
  /// The words of a range without punctuation and brackets that only part it from its surroundings.
  func trimmed(_ range: Range<Int>) -> String {
    var range = range
    while let first = range.first, isLoose(first, atEnd: false) { range = (first + 1)..<range.upperBound }
    // "… and", where the next line is somebody else's task.
    while let last = range.last, isLoose(last, atEnd: true) || range.count > 1 && tagger.lists.isConjunction(tokens.tokens[last].word) {
      range = range.lowerBound..<last
    }
    // A bracket that is not closed within the words parts them from others.
    if let first = range.first, tokens.tokens[first].mark == 0x28,
      !range.contains(where: { tokens.tokens[$0].mark == 0x29 })
    {
      range = (first + 1)..<range.upperBound
    }
    for (opening, closing) in [(0x28, 0x29), (0x5B, 0x5D)] as [(UInt8, UInt8)] {
      guard let last = range.last, tokens.tokens[last].mark == closing,
        !range.contains(where: { tokens.tokens[$0].mark == opening })
      else { continue }
      range = range.lowerBound..<last
    }
    return string(range)
  }

  private func isLoose(_ index: Int, atEnd: Bool) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .punctuation else { return false }
    switch text.bytes[Int(token.start)] {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x2D, 0x2A, 0x7C, 0x3E, 0x5F: return true
    case 0xE2: return token.end - token.start == 3 && text.bytes[Int(token.start) + 1] == 0x80
    default: return false
    }
  }
}
