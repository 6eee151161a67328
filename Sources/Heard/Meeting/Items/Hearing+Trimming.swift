/// Words as they are told, without what only parts them from their surroundings.
import HeardGrammar

extension Hearing {
  /// The words of a range without punctuation and brackets that only part it from its surroundings.
  func trimmed(_ range: Range<Int>) -> String {
    var range = range
    var whole: Range<Int>
    repeat {
      whole = range
      while let first = range.first, isLoose(first, in: range) { range = (first + 1)..<range.upperBound }
      // "… and", where the next line is somebody else's task.
      while let last = range.last, isLoose(last, in: range) || range.count > 1 && tagger.lists.isConjunction(tokens.tokens[last].word) {
        range = range.lowerBound..<last
      }
    } while range != whole
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

  /// Whether the first or last token of a range only parts it from what is around it.
  private func isLoose(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .punctuation else { return false }
    switch text.bytes[Int(token.start)] {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x2D, 0x2A, 0x7C, 0x3D, 0x3E, 0x5F: return true
    case 0xE2: return token.end - token.start == 3 && text.bytes[Int(token.start) + 1] == 0x80 && !isOfPair(index, in: range)
    default: return false
    }
  }

  /// A quotation mark whose other half stands in the range as well: what we mean by “ready”. Around the whole of it they part it.
  private func isOfPair(_ index: Int, in range: Range<Int>) -> Bool {
    guard let isDouble = isDoubleQuotation(index), let first = range.first, let last = range.last else { return false }
    let count = range.count { isDoubleQuotation($0) == isDouble }
    return count % 2 == 0 && (count > 2 || isDoubleQuotation(first) != isDouble || isDoubleQuotation(last) != isDouble)
  }

  /// Whether a typographic quotation mark is a double one, in whatever way a language opens and closes it; nil: it is none.
  private func isDoubleQuotation(_ index: Int) -> Bool? {
    let bytes = text.bytes[tokens.tokens[index].range]
    guard bytes.count == 3, bytes.starts(with: [0xE2, 0x80]) else { return nil }
    switch text.bytes[Int(tokens.tokens[index].end) - 1] {
    case 0x98, 0x99, 0x9A: return false
    case 0x9C, 0x9D, 0x9E: return true
    default: return nil
    }
  }

  /// Words without what is left in front of them of emphasis that was written wrongly, and of escaped bullets and boxes.
  func withoutLooseMarks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    if let behind = behindListNumber(start, in: range) { return behind..<range.upperBound }
    while start < range.upperBound, tokens.tokens[start].kind == .punctuation {
      let token = tokens.tokens[start]
      let isBefore = start + 1 < range.upperBound && tokens.tokens[start + 1].flags.contains(.spaceBefore)
      switch text.bytes[Int(token.start)] {
      case 0x2A, 0x5F, 0x27: break
      case 0x40 where start + 1 < range.upperBound && !tokens.tokens[start + 1].flags.contains(.spaceBefore): break
      case 0x2D where isBefore: break
      case _ where isBefore && text.isBullet(token): break
      case 0x5B
      where isBefore && start + 1 < range.upperBound && text.bytes[Int(tokens.tokens[start + 1].start)] == 0x5D:
        start += 1
      default: return start..<range.upperBound
      }
      start += 1
    }
    if let behind = behindNumber(start, in: range) { return behind..<range.upperBound }
    // "#12 Ana to …": a number in front of who is to do it.
    if start + 2 < range.upperBound, tokens.tokens[start].kind == .reference,
      Int(tokens.personEnd[start + 1]) > start + 1
    {
      start += 1
    }
    return start..<range.upperBound
  }

  /// "5.1 Ana to …", "(b) Ana to …": the number that a list gave a task, in front of who is to do it.
  private func behindListNumber(_ start: Int, in range: Range<Int>) -> Int? {
    guard start < range.upperBound, let behind = UtteranceReader(text: text, tokens: tokens).behindNumbering(at: start),
      behind < range.upperBound, Int(tokens.personEnd[behind]) > behind
    else { return nil }
    return behind
  }

  /// "20-4/A6 Ana to …": the number that a register gave a task, in front of who is to do it.
  private func behindNumber(_ start: Int, in range: Range<Int>) -> Int? {
    guard start < range.upperBound, tokens.tokens[start].kind == .number else { return nil }
    var index = start + 1
    while index < range.upperBound, index - start < Hearing.longestNumber, !tokens.tokens[index].flags.contains(.spaceBefore) {
      index += 1
    }
    guard index > start + 1, index + 1 < range.upperBound, Int(tokens.personEnd[index]) > index else { return nil }
    return index
  }

  /// In tokens.
  private static let longestNumber = 8
}
