/// People whom somebody declared before the notes were read: silent until the notes name them.
import HeardGrammar

extension Roster {
  /// Takes in people whom the notes have not named so far.
  ///
  /// Of a silent person's forms only those count that are hardly ever anything else: the name, the first name, the declared
  /// aliases and the handle. Last names and initials are words as well ("Price", "IT"), and count once the person is named.
  init(knowing people: [KnownPerson], _ grammar: Grammar) {
    self.init()
    for person in people.prefix(Guards.declaredPeople) {
      guard let name = Roster.declared(person.name, grammar) else { continue }
      let index = addSilent(name, of: person.organisation)
      for alias in person.aliases {
        if let alias = Roster.declared(alias, grammar) { addForm(alias.keys, index, .alias) }
      }
      if let handle = person.handle { addForm([NameKey(handle.utf8)], index, .alias) }
    }
  }

  /// A name in the words that the notes' names are read in.
  private static func declared(_ name: String, _ grammar: Grammar) -> DeclaredName? {
    var text = BlockText()
    let bytes = Array(name.utf8)
    text.append(bytes, 0, bytes.count)
    var tokens = TokenList()
    tokens.read(text, grammar)
    var words: [[UInt8]] = []
    for token in tokens.tokens where token.kind == .word || token.kind == .handle {
      words.append(Array(bytes[token.range].drop { $0 == 0x40 }))
    }
    guard !words.isEmpty else { return nil }
    return DeclaredName(words: words, text: name, presence: .mentioned, span: Span(0, 0))
  }

  /// Makes the silent people whom a leaf names part of the meeting.
  mutating func wake(by mentions: [PersonTagger.Mention], _ tokens: LeafTokens, _ text: LeafText) {
    guard isAnybodySilent else { return }
    for (index, mention) in mentions.enumerated() {
      guard case .person(let person) = mention, isSilent(person) else { continue }
      let end = max(index, Int(tokens.personEnd[index]) - 1)
      let range = Int(tokens.tokens[index].start)..<Int(tokens.tokens[end].end)
      wake(person, as: TextDecoding.string(text.bytes[range]), at: text.span(of: range))
    }
  }

  /// The organisation that the notes give somebody is none of a known person's: whoever shares a first name is another.
  func contradicts(_ name: DeclaredName, _ index: Int) -> Bool {
    guard isSilent(index), name.text != people[index].name, let theirs = name.organisation,
      let known = people[index].organisation
    else { return false }
    func words(_ text: String) -> Set<NameKey> { Set(text.utf8.split { $0 == 0x20 }.map { NameKey($0) }) }
    return words(theirs).isDisjoint(with: words(known))
  }
}
