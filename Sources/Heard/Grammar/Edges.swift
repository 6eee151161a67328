/// Finds what stands around the words of a text: numbering before them, punctuation, emoji and remarks in parentheses or
/// brackets behind.
struct Edges {
  /// Behind numbering, bullets and emoji.
  var start: Int
  /// Behind the last token that is not punctuation or an emoji.
  var end: Int
  /// The same without a last remark in parentheses or brackets.
  var leastEnd: Int

  init(_ tokens: Window<Token>, _ range: Range<Int>) {
    start = range.lowerBound
    while start < range.upperBound, let next = Edges.behindMark(tokens, start, range.upperBound) { start = next }
    if start == range.upperBound { start = range.lowerBound }
    end = Edges.trimmed(tokens, start, range.upperBound)
    leastEnd = end
    // What closes it was trimmed with the other marks.
    if end < range.upperBound, let mark = Edges.opener(of: tokens[end].mark), let open = Edges.opening(mark, tokens, start, end) {
      let shorter = Edges.trimmed(tokens, start, open)
      if shorter > start { leastEnd = shorter }
    }
  }

  /// Behind the last token of a sentence that is not final punctuation.
  static func contentEnd(_ tokens: Window<Token>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, tokens[end - 1].isFinalMark { end -= 1 }
    return end
  }

  private static func trimmed(_ tokens: Window<Token>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, tokens[end - 1].kind == .punctuation || tokens[end - 1].kind == .symbol {
      end = beforeShortcode(tokens, start, end) ?? end - 1
    }
    return end
  }

  /// Behind an emoji that is written by its name, `:tada:`, as chats and code hosts take it; nil: there is none.
  private static func behindShortcode(_ tokens: Window<Token>, _ i: Int, _ end: Int) -> Int? {
    guard tokens[i].mark == 0x3A else { return nil }
    for next in i + 1..<max(i + 1, min(end, i + 1 + longestShortcode)) {
      if tokens[next].flags.contains(.spaceBefore) { return nil }
      if tokens[next].mark == 0x3A { return next > i + 1 ? next + 1 : nil }
    }
    return nil
  }

  /// Where an emoji begins that is written by its name and ends at a place; nil: there is none.
  private static func beforeShortcode(_ tokens: Window<Token>, _ start: Int, _ end: Int) -> Int? {
    guard tokens[end - 1].mark == 0x3A else { return nil }
    for first in stride(from: end - 3, through: max(start, end - 1 - longestShortcode), by: -1)
    where tokens[first].mark == 0x3A && behindShortcode(tokens, first, end) == end { return first }
    return nil
  }

  /// In tokens.
  private static let longestShortcode = 6

  /// "(" for ")", "[" for "]".
  private static func opener(of mark: UInt8) -> UInt8? { mark == 0x29 ? 0x28 : mark == 0x5D ? 0x5B : nil }

  private static func opening(_ mark: UInt8, _ tokens: Window<Token>, _ start: Int, _ end: Int) -> Int? {
    var i = end - 1
    while i > start {
      if tokens[i].mark == mark { return i }
      i -= 1
    }
    return nil
  }

  /// Behind one mark before the words: `3.`, `A)`, `iv.`, `§`, a bullet, an emoji or its name; nil: words begin here.
  private static func behindMark(_ tokens: Window<Token>, _ i: Int, _ end: Int) -> Int? {
    let token = tokens[i]
    switch token.kind {
    case .punctuation, .symbol, .number: return behindShortcode(tokens, i, end) ?? i + 1
    case .word:
      guard token.length == 1 || token.mark == 0x23, i + 1 < end, tokens[i + 1].isNumberingMark else { return nil }
      return i + 2
    default: return nil
    }
  }
}

extension Token {
  fileprivate var isFinalMark: Bool {
    guard kind == .punctuation else { return false }
    switch mark {
    case 0x2E, 0x21, 0x3F, 0x3B, 0x3A: return true
    default: return false
    }
  }

  fileprivate var isNumberingMark: Bool {
    kind == .punctuation && (mark == 0x2E || mark == 0x29 || mark == 0x3A || mark == 0x2D)
  }
}
