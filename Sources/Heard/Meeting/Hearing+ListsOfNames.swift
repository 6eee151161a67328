/// Knows lists whose lines end with whoever is to do them.
import HeardGrammar

extension Hearing {
  /// Whether the lines of the list that a leaf stands in end with names: "… - Ana", "… (Ben)". Half of them have to, and of these half
  /// with a first name.
  mutating func endsInNames(listOf index: Int) -> Bool {
    guard let list = document.list(around: index) else { return false }
    if let known = listsOfNames[list] { return known }
    let items = document.items(ofList: list, most: Hearing.mostItems)
    var (given, others) = (0, 0)
    for item in items {
      let leaf = leaves.leaf(item + 1).tokens.tokens
      if let name = closingWord(leaf) {
        if tagger.lists.isGivenName(name.word) { given += 1 } else if Acquaintances.mayBeName(name) { others += 1 }
      }
    }
    let endsInNames = given >= 2 && given >= others && (given + others) * 2 >= items.count
    listsOfNames.set(list, endsInNames)
    return endsInNames
  }

  private static let mostItems = 40

  /// Whether the lines of the list that a leaf stands in begin with whoever is to do something: half of them with a name, and two
  /// with a task behind it, "Ana Write the letter", "Ben Ask the printer".
  mutating func opensInNames(listOf index: Int) -> Bool {
    guard let list = document.list(around: index) else { return false }
    let opensInNames = opensInNames(list)
    listsWithNamesInFront.set(list, opensInNames)
    return opensInNames
  }

  private func opensInNames(_ list: Int) -> Bool {
    if let known = listsWithNamesInFront[list] { return known }
    let items = document.items(ofList: list, most: Hearing.mostItems)
    var (names, tasks) = (0, 0)
    for item in items {
      let leaf = leaves.leaf(item + 1)
      if let behind = nameEnd(leaf.tokens, leaf.text), behind < leaf.tokens.tokens.count {
        names += 1
        if tagger.lists.isTask(leaf.tokens.tokens[behind].word) { tasks += 1 }
      }
    }
    return tasks >= 2 && names * 2 >= items.count
  }

  /// Behind a name that the roll has, first in its line but for signs.
  private func nameEnd(_ tokens: LeafTokens, _ text: LeafText) -> Int? {
    guard let first = tokens.tokens.indices.first(where: { tokens.tokens[$0].kind != .symbol && tokens.tokens[$0].kind != .punctuation }),
      tokens.tokens[first].kind == .word
    else { return nil }
    let words = roster.longestForm(NameKey(text.bytes.part(tokens.tokens[first].range))) { offset in
      guard first + offset < tokens.tokens.count, tokens.tokens[first + offset].kind == .word else { return nil }
      return NameKey(text.bytes.part(tokens.tokens[first + offset].range))
    }
    return words > 0 ? first + words : nil
  }

  /// Behind the names that a line begins with, where its list begins its lines with names and a word with a capital follows: "Ana Poster
  /// for the fair".
  func openersEnd(_ unit: Unit) -> Int? {
    guard unit.place.role == .actions, unit.place.item != nil else { return nil }
    var end = Int(tokens.personEnd[unit.range.lowerBound])
    guard end > unit.range.lowerBound else { return nil }
    while end + 1 < unit.range.upperBound, isJoint(end), Int(tokens.personEnd[end + 1]) > end + 1 {
      end = Int(tokens.personEnd[end + 1])
    }
    guard end < unit.range.upperBound, tokens.tokens[end].kind == .word,
      tokens.tokens[end].flags.contains(.capitalized) || tagger.lists.isTask(tokens.tokens[end].word),
      let list = document.list(around: unit.place.block), opensInNames(list)
    else { return nil }
    return end
  }

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
