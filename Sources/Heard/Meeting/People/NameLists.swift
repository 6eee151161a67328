import HeardGrammar

/// The Grammar's lists that tell names from other words.
struct NameLists: Sendable {
  private let grammar: Grammar
  private let placeholder: ListID?
  private let particle: ListID?
  private let conjunction: ListID?
  private let never: ListID?
  private let given: ListID?
  private let group: ListID?
  private let pronoun: ListID?
  private let after: ListID?

  init(_ grammar: Grammar) {
    self.grammar = grammar
    placeholder = grammar.list(named: "placeholder")
    particle = grammar.list(named: "name-particle")
    conjunction = grammar.list(named: "conjunction")
    never = grammar.list(named: "never-name")
    given = grammar.list(named: "given-name")
    group = grammar.list(named: "group")
    pronoun = grammar.list(named: "first-person")
    after = grammar.list(named: "after-name")
  }

  private func isMember(_ word: Int32, _ list: ListID?) -> Bool {
    guard word != 0, let list else { return false }
    return grammar.lists(ofWord: word).contains { $0.list == list }
  }

  /// "None", "TBD", "names": an entry that says nobody.
  func isPlaceholder(_ word: Int32) -> Bool { isMember(word, placeholder) }
  /// "van", "de", "al".
  func isParticle(_ word: Int32) -> Bool { isMember(word, particle) }
  func isConjunction(_ word: Int32) -> Bool { isMember(word, conjunction) }
  /// A capitalised word that opens sentences, names months or heads sections, and so begins no name.
  func isNeverName(_ word: Int32) -> Bool { isMember(word, never) }
  /// "Ana", "Ben", "Carsten": a first name that needs no attendee list to be one.
  func isGivenName(_ word: Int32) -> Bool { isMember(word, given) }
  /// "everyone", "chairs", "the team".
  func isGroup(_ word: Int32) -> Bool { isMember(word, group) }
  /// "to", "will": what shows that a doubtful first word is a name after all.
  func isAfterName(_ word: Int32) -> Bool { isMember(word, after) }
  func isFirstPerson(_ word: Int32) -> Bool { isMember(word, pronoun) }
}
