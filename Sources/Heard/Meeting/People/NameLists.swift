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
  private let oneOffice: Grammar.ListID?
  private let telling: [Grammar.ListID?]
  private let assigning: Grammar.ListID?
  private let office: Grammar.ListID?
  private let infinitive: Grammar.ListID?
  private let task: Grammar.ListID?
  private let title: Grammar.ListID?
  private let officeParticle: Grammar.ListID?
  private let no: Grammar.ListID?
  private let datedVerb: Grammar.ListID?

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
    telling = ["tells-time", "tells-person", "tells-amount"].map { grammar.list(named: $0) }
    beforeDate = grammar.list(named: "before-date")
    oneOffice = grammar.list(named: "one-office")
    assigning = grammar.list(named: "assigning-word")
    office = grammar.list(named: "office")
    infinitive = grammar.list(named: "before-infinitive")
    task = grammar.list(named: "task-verb")
    title = grammar.list(named: "title-word")
    officeParticle = grammar.list(named: "office-particle")
    no = grammar.list(named: "no-word")
    datedVerb = grammar.list(named: "dated-verb")
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
  /// "action", "todo": what marks a task in front of whoever is to do it.
  func isAssigning(_ word: Int32) -> Bool { isMember(word, assigning) }
  /// "treasurer", "chair": what one person of a meeting is.
  func isOffice(_ word: Int32) -> Bool { isSpokenMember(word, office) }
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
  /// "tomorrow" tells a time, "she" a person, "enough" an amount.
  func tells(_ word: Int32, of kind: UtteranceRecord.Told) -> Bool {
    switch kind {
    case .time: isSpokenMember(word, telling[0])
    case .person: isSpokenMember(word, telling[1])
    case .amount: isSpokenMember(word, telling[2])
    }
  }
  /// "for", "on": what stands between a task and its date.
  func isBeforeDate(_ word: Substring) -> Bool { isSpokenMember(grammar.word(Array(word.utf8)), beforeDate) }
  /// "secretary", "chair": a word for a group's member that is one person.
  func isOneOffice(_ word: Int32) -> Bool { isMember(word, oneOffice) }
  /// "Mayor", "Director": a word of an office, which stands in front of names.
  func isTitle(_ word: Int32) -> Bool { isSpokenMember(word, title) }
  /// "of": between an office and what it is over.
  func isOfficeParticle(_ word: Int32) -> Bool { isSpokenMember(word, officeParticle) }
  /// "ends", "starts": what a date behind it is about.
  func isDatedVerb(_ word: Int32) -> Bool { isSpokenMember(word, datedVerb) }
  /// "No" in a column of who was there.
  func isNo(_ word: Int32) -> Bool { isSpokenMember(word, no) }
  /// "to send", "to review".
  func isInfinitive(_ to: Int32, _ verb: Int32) -> Bool { isSpokenMember(to, infinitive) && isSpokenMember(verb, task) }
  /// "a", "the": belongs to the noun behind it.
  func isArticle(_ word: Int32) -> Bool { isSpokenMember(word, article) }
}
