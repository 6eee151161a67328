import HeardGrammar

/// The Grammar's lists that tell names from other words.
///
/// Names, and what parts or replaces them, are the same in notes of every language. What begins no name is not: "Die" and "Will"
/// are names here and words there.
struct NameLists: Sendable {
  private let grammar: Grammar
  /// Whose groups and words that begin no name count.
  var languages: LanguageSet
  private let placeholder: Grammar.ListID?
  private let particle: Grammar.ListID?
  private let conjunction: Grammar.ListID?
  private let never: Grammar.ListID?
  private let given: Grammar.ListID?
  private let group: Grammar.ListID?
  private let after: Grammar.ListID?
  private let done: Grammar.ListID?
  private let beforeOther: Grammar.ListID?
  private let yesOrNo: Grammar.ListID?
  private let doubt: Grammar.ListID?
  private let saying: Grammar.ListID?
  private let article: Grammar.ListID?
  private let beforeDate: Grammar.ListID?
  private let office: Grammar.ListID?

  init(_ grammar: Grammar, languages: LanguageSet = .all) {
    self.grammar = grammar
    self.languages = languages
    placeholder = grammar.list(named: "placeholder")
    particle = grammar.list(named: "name-particle")
    conjunction = grammar.list(named: "conjunction")
    never = grammar.list(named: "never-name")
    given = grammar.list(named: "given-name")
    group = grammar.list(named: "group")
    after = grammar.list(named: "after-name")
    done = grammar.list(named: "done-word")
    beforeOther = grammar.list(named: "before-other")
    yesOrNo = grammar.list(named: "yes-no")
    doubt = grammar.list(named: "doubt-word")
    saying = grammar.list(named: "say-verb")
    article = grammar.list(named: "article")
    beforeDate = grammar.list(named: "before-date")
    office = grammar.list(named: "office")
  }

  private func isMember(_ word: Int32, _ list: Grammar.ListID?) -> Bool {
    guard word != 0, let list else { return false }
    return grammar.lists(ofWord: word).contains { $0.list == list }
  }

  private func isSpokenMember(_ word: Int32, _ list: Grammar.ListID?) -> Bool {
    guard word != 0, let list else { return false }
    return grammar.lists(ofWord: word).contains { $0.list == list && languages.contains($0.language) }
  }

  /// "None", "TBD", "names": an entry that says nobody.
  func isPlaceholder(_ word: Int32) -> Bool { isMember(word, placeholder) }
  /// "@name" of a template.
  func isPlaceholder(handle: ArraySlice<UInt8>) -> Bool { isPlaceholder(grammar.word(Array(handle))) }
  /// "van", "de", "al".
  func isParticle(_ word: Int32) -> Bool { isMember(word, particle) }
  func isConjunction(_ word: Int32) -> Bool { isMember(word, conjunction) }
  /// A capitalised word that opens sentences, names months or heads sections, and so begins no name.
  func isNeverName(_ word: Int32) -> Bool { isSpokenMember(word, never) }
  /// "Ana", "Ben", "Carsten": a first name that needs no attendee list to be one.
  func isGivenName(_ word: Int32) -> Bool { isMember(word, given) }
  /// How many tokens a group's name takes that begins at a token: "everyone", "chairs", "the team"; 0 where none does.
  func groupLength(at index: Int, _ tokens: [Token]) -> Int {
    guard let group else { return 0 }
    let found = grammar.member(of: group, in: tokens, at: index, before: tokens.count, languages: languages)
    guard let found else { return 0 }
    return found.end - index
  }
  /// "to", "will": what shows that a doubtful first word is a name after all.
  func isAfterName(_ word: Int32) -> Bool { isSpokenMember(word, after) }
  /// "done", "completed", "closed" in a column of states.
  func isDone(_ word: Int32) -> Bool { isMember(word, done) }
  func isYesOrNo(_ word: Int32) -> Bool { isSpokenMember(word, yesOrNo) }
  /// "might", "would", "unclear": a statement with it leaves a question open.
  func isDoubt(_ word: Int32) -> Bool { isSpokenMember(word, doubt) }
  /// "with", "to", "ask": in front of somebody who is only a part of the task.
  func isBeforeOther(_ word: Int32) -> Bool { isSpokenMember(word, beforeOther) }
  /// "notes", "says": what stands between a speaker's name and a colon.
  func isSaying(_ word: Int32) -> Bool { isSpokenMember(word, saying) }
  /// "for", "on": what stands between a task and its date.
  func isBeforeDate(_ word: Substring) -> Bool { isSpokenMember(grammar.word(Array(word.utf8)), beforeDate) }
  /// "secretary", "chair": a word for a group's member that is one person.
  func isOffice(_ word: Int32) -> Bool { isMember(word, office) }
  /// "a", "the": belongs to the noun behind it.
  func isArticle(_ word: Int32) -> Bool { isSpokenMember(word, article) }
}
