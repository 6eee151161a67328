/// Knows lists whose lines end with whoever is to do them.
import HeardGrammar

extension Hearing {
  /// Whether the lines of the list that a leaf stands in end with names: "… - Ana", "… (Ben)". Half of them have to, and of these half
  /// with a first name.
  mutating func endsInNames(listOf index: Int) -> Bool {
    let item = Int(document.blocks[index].parent)
    guard item >= 0, document.blocks[item].kind == .item, document.blocks[item].parent >= 0 else { return false }
    let list = Int(document.blocks[item].parent)
    if let known = listsOfNames[list] { return known }
    var (items, given, others) = (0, 0, 0)
    var next = list + 1
    while next + 1 < Int(document.blocks[list].end), items < Hearing.mostItems {
      items += 1
      let leaf = leaves.leaf(next + 1).tokens.tokens
      if let name = closingWord(leaf) {
        if tagger.lists.isGivenName(name.word) { given += 1 } else if Acquaintances.mayBeName(name) { others += 1 }
      }
      next = max(next + 1, Int(document.blocks[next].end))
    }
    let endsInNames = given >= 2 && given >= others && (given + others) * 2 >= items
    listsOfNames[list] = endsInNames
    return endsInNames
  }

  private static let mostItems = 40

  /// The one word that closes a line behind a dash or in brackets.
  private func closingWord(_ tokens: Window<Token>) -> Token? {
    guard tokens.count > 3, let last = tokens.last else { return nil }
    if last.mark == 0x29 || last.mark == 0x5D {
      let open = tokens[tokens.count - 3].mark
      return open == 0x28 || open == 0x5B ? tokens[tokens.count - 2] : nil
    }
    let before = tokens[tokens.count - 2]
    return last.kind == .word && before.mark == 0x2D && before.flags.contains(.spaceBefore) ? last : nil
  }
}
