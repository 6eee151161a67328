/// Finds people by a name that is cut short, spelt otherwise or left to the surname.
extension Roster {
  /// In letters: fewer begin too many words.
  private static let shortest = 4

  /// "Stef" for Stefan Lund: the first letters of a first name, unless they are a word or a name of their own.
  ///
  /// - Parameter isWord: whether the Grammar knows a word, in small letters.
  mutating func addShortForms(unless isWord: ([UInt8]) -> Bool) {
    for index in people.indices where !isSilent(index) {
      guard let first = firstName(of: index), first.count > Roster.shortest else { continue }
      for count in Roster.shortest..<first.count where !isWord(Array(first[..<count])) {
        addForm([NameKey(first[..<count])], index, .part)
      }
    }
  }

  /// "Ms. Silva" is Ana Silva while there is one of that name.
  func honoured(_ name: DeclaredName) -> Int? {
    guard name.isHonoured, name.keys.count == 2, let last = name.keys.last, case .person(let index) = resolve([last]),
      words[index].count > 1, words[index].last == last
    else { return nil }
    return index
  }

  /// "Otto Keler" is Otto Keller: a letter is doubled or is not.
  func respelled(_ name: DeclaredName) -> Int? {
    guard name.words.count == 2, let first = name.keys.first, let last = name.words.last, last.count > 4 else { return nil }
    let written = Roster.undoubled(Roster.small(last))
    return only(byFirst[first.hash]?.prefix(Guards.namesAlike) ?? []) { index in
      words[index].count == 2 && letters[index].last.map { Roster.undoubled($0) == written } ?? false
    }
  }

  /// Letters with no two alike beside each other.
  private static func undoubled(_ word: [UInt8]) -> [UInt8] {
    word.reduce(into: []) { letters, letter in
      if letters.last != letter { letters.append(letter) }
    }
  }
}
