/// Words that no roll declares but that the notes use as somebody's name.
import HeardGrammar

/// Minutes without a roll tell who somebody is by what they do: "Amritpal asked …", "Turan (@turan)", "Ana and Yorik". Where such a
/// word stands elsewhere it is the same person's name, though nobody is known by it.
struct Acquaintances: Sendable {
  private var names = NumberMap<Void>()
  /// Words alone in brackets at the ends of lines, and how often each.
  private var closing = NumberMap<Int>()
  /// A first name stands there as well.
  private var areOwnersClosing = false

  func contains(_ key: NameKey) -> Bool {
    names.place(of: key.hash) != nil || areOwnersClosing && closing[key.hash] ?? 0 > 1
  }

  /// Takes in the words of a leaf that are used as names.
  mutating func add(from tokens: LeafTokens, _ text: LeafText, _ lists: NameLists) {
    addClosing(tokens, text, lists)
    guard tokens.traits.mayHoldName else { return }
    for index in tokens.tokens.indices where Acquaintances.mayBeName(tokens.tokens[index]) {
      guard Acquaintances.isUsedAsName(index, tokens.tokens, lists) else { continue }
      let name = NameKey(text.bytes.part(tokens.tokens[index].range)).hash
      if names.place(of: name) == nil { names.add(name, ()) }
    }
  }

  /// "Draw the plan (Yorik)": one word in brackets at the end of the leaf.
  private mutating func addClosing(_ tokens: LeafTokens, _ text: LeafText, _ lists: NameLists) {
    let last = tokens.count - 1
    guard last > 4, tokens.tokens[last].mark == 0x29,
      let open = (last - 3..<last - 1).last(where: { tokens.tokens[$0].mark == 0x28 })
    else { return }
    if Acquaintances.isFirstName(open + 1, tokens.tokens, lists) { areOwnersClosing = true }
    guard open == last - 2, Acquaintances.mayBeName(tokens.tokens[last - 1]) else { return }
    let name = NameKey(text.bytes.part(tokens.tokens[last - 1].range)).hash
    closing.change(name, from: 0) { $0 += 1 }
  }

  /// A word with a capital that the Grammar does not know, and that is no code or abbreviation.
  static func mayBeName(_ token: Token) -> Bool {
    token.kind == .word && token.word == 0 && token.range.count > 2 && token.flags.contains(.capitalized)
      && !token.flags.contains(.allCaps) && !token.flags.contains(.code)
  }

  private static func isUsedAsName(_ index: Int, _ tokens: Window<Token>, _ lists: NameLists) -> Bool {
    var end = index + 1
    guard end < tokens.count else { return isBesideName(index, end, tokens, lists) }
    // The last name.
    if mayBeName(tokens[end]), !tokens[end].flags.contains(.lineStart) { end += 1 }
    guard end < tokens.count else { return isBesideName(index, end, tokens, lists) }
    if isSmall(tokens[end]), lists.isTelling(tokens[end].word), !isBehindArticle(index, tokens, lists) { return true }
    if tokens[end].mark == 0x28, end + 1 < tokens.count, tokens[end + 1].kind == .handle { return true }
    return isBesideName(index, end, tokens, lists)
  }

  private static func isSmall(_ token: Token) -> Bool { token.kind == .word && !token.flags.contains(.capitalized) }

  private static func isBehindArticle(_ index: Int, _ tokens: Window<Token>, _ lists: NameLists) -> Bool {
    index > 0 && !tokens[index].flags.contains(.lineStart) && lists.isArticle(tokens[index - 1].word)
  }

  /// "Ana and Yorik", "Yorik & Ana": beside a first name on one line.
  private static func isBesideName(_ index: Int, _ end: Int, _ tokens: Window<Token>, _ lists: NameLists) -> Bool {
    if index > 1, joins(index - 1, tokens, lists), isFirstName(index - 2, tokens, lists) { return true }
    guard end + 1 < tokens.count, joins(end, tokens, lists) else { return false }
    return isFirstName(end + 1, tokens, lists)
  }

  private static func joins(_ index: Int, _ tokens: Window<Token>, _ lists: NameLists) -> Bool {
    !tokens[index].flags.contains(.lineStart)
      && (tokens[index].mark == 0x26 || tokens[index].mark == 0x2F || lists.isConjunction(tokens[index].word))
  }

  private static func isFirstName(_ index: Int, _ tokens: Window<Token>, _ lists: NameLists) -> Bool {
    tokens[index].flags.contains(.capitalized) && lists.isGivenName(tokens[index].word)
      && !lists.isNeverName(tokens[index].word)
  }
}
