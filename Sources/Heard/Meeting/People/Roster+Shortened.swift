/// Finds people by a name that is cut short, spelt otherwise or left to the surname.
extension Roster {
  /// In letters: fewer begin too many words; a name of its own may be shorter.
  private static let shortest = 4
  private static let shortestName = 3

  /// "Stef" for Stefan Lund: the first letters of a first name. "Chris" for Christopher is a name of its own as well, and his while nobody
  /// else has it.
  mutating func addShortForms(_ lists: NameLists) {
    var found: [(form: NameKey, person: Int)] = []
    for index in people.indices where !isSilent(index) {
      guard let first = firstName(of: index), first.count > Roster.shortest else { continue }
      for count in Roster.shortestName..<first.count where isShortForm(Array(first[..<count]), of: first.count, lists) {
        found.append((NameKey(first[..<count]), index))
      }
    }
    for (form, person) in found { addForm([form], person, .part) }
  }

  private func isShortForm(_ letters: [UInt8], of length: Int, _ lists: NameLists) -> Bool {
    let word = lists.grammar.word(letters)
    guard lists.isGivenName(word) else { return word == 0 && letters.count >= Roster.shortest }
    return !lists.isNeverName(word) && length - letters.count > Roster.longestEnding && resolve([NameKey(letters)]) == .unknown
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
    return only(namesakes.people(first, spelled: Roster.small(last))) { words[$0].count == 2 && words[$0][0] == first }
  }

  /// "silva" is @asilva2: an initial in front of a name and a number behind it make a nickname.
  func nicknamed(_ name: DeclaredName) -> Int? {
    guard name.words.count == 1, let word = name.words.first, word.count >= Roster.shortest else { return nil }
    return only(nicknames[NameKey(Roster.small(word)).hash] ?? []) { !isSilent($0) }
  }

  /// Keeps what a nickname of one word has behind its first letter and in front of a number.
  mutating func noteNickname(_ index: Int, _ name: [[UInt8]]) {
    guard name.count == 1, let first = name[0].first, !(0x41...0x5A ~= first) else { return }
    let letters = Roster.small(name[0])
    let end = letters.lastIndex { !(0x30...0x39 ~= $0) } ?? 0
    guard end >= Roster.shortest else { return }
    nicknames.change(NameKey(letters[1...end]).hash, from: []) { if $0.count < Guards.namesAlike { $0.append(index) } }
  }
}
