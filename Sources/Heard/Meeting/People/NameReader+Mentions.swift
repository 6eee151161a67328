/// Reads those whom a sign is in front of: "@Ana Silva @Ben Okafor", as editors write out whom they mention, "@ana @ben".
import HeardGrammar

extension NameReader {
  /// A full name begins with a sign and a capital, and goes on with words with capitals; nothing but blanks parts it from the next, and handles from
  /// each other. nil: neither a full name nor several handles stand here.
  func mentioned(in range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    var names: [DeclaredName] = []
    var (index, isFull) = (range.lowerBound, false)
    while index < range.upperBound, tokens.tokens[index].kind == .handle {
      let end = endOfMention(index, in: range)
      let name = end > index + 1 ? fullName(index..<end, presence) : declare(index..<end, presence)
      if end > index + 1, name != nil { isFull = true }
      if let name { names.append(name) }
      index = end
    }
    return isFull || range.count > 1 && index == range.upperBound ? names : nil
  }

  private func endOfMention(_ start: Int, in range: Range<Int>) -> Int {
    guard 0x41...0x5A ~= text.bytes[Int(tokens.tokens[start].start) + 1] else { return start + 1 }
    let rest = tokens.tokens[start + 1..<range.upperBound].prefix(NameReader.longestRest)
    return rest.firstIndex { $0.kind != .word || !$0.flags.contains(.capitalized) || $0.flags.contains(.lineStart) } ?? rest.endIndex
  }

  /// In words, behind the first.
  private static let longestRest = 3

  /// The name without its sign.
  private func fullName(_ range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    let first = Array(bytes(range.lowerBound).dropFirst())
    guard let last = declare(range.lowerBound + 1..<range.upperBound, presence) else { return nil }
    var name = DeclaredName(
      words: [first] + last.words, text: TextDecoding.string(first) + " " + last.text, presence: presence, span: span(range))
    name.hasGivenName = lists.isGivenName(lists.grammar.word(first))
    return name
  }
}
