import HeardGrammar

/// The Grammar's lists that tell names from other words.
///
/// Names, and what parts or replaces them, are the same in notes of every language. What begins no name is not: "Die" and "Will"
/// are names here and words there.
struct NameLists: Sendable {
  let grammar: Grammar
  /// Whose groups and words that begin no name count.
  var languages: LanguageSet
  private let known: Known

  init(_ grammar: Grammar, languages: LanguageSet = .all) {
    self.grammar = grammar
    self.languages = languages
    known = .of(grammar)
  }

  private func isMember(_ word: Int32, _ list: Grammar.Membered) -> Bool { grammar.isMember(word, of: list) }

  private func isSpokenMember(_ word: Int32, _ list: Grammar.Membered) -> Bool {
    grammar.isMember(word, of: list, in: languages)
  }

  /// "None", "TBD", "names": an entry that says nobody.
  func isPlaceholder(_ word: Int32) -> Bool { isMember(word, known.placeholder) }
  /// "@name" of a template.
  func isPlaceholder(handle: some Sequence<UInt8>) -> Bool { isPlaceholder(grammar.word(Array(handle))) }
  /// "van", "de", "al".
  func isParticle(_ word: Int32) -> Bool { isMember(word, known.particle) }
  func isConjunction(_ word: Int32) -> Bool { isMember(word, known.conjunction) }
  /// "or": between names of which one is meant.
  func isChoice(_ word: Int32) -> Bool { isSpokenMember(word, known.choice.word) }
  /// "tbd", "maybe": whoever is named beside it may not be meant.
  func isOwnerDoubt(_ word: Int32) -> Bool { isSpokenMember(word, known.choice.doubt) }
  /// How many tokens take words that stand in front of names of which only some are meant: "one of", "either".
  func openerLength(at index: Int, _ tokens: Window<Token>) -> Int {
    guard let opener = known.choice.opener.list else { return 0 }
    let found = grammar.member(of: opener, in: tokens, at: index, before: tokens.count, languages: languages)
    return found.map { $0.end - index } ?? 0
  }
  /// A capitalised word that opens sentences, names months or heads sections, and so begins no name.
  func isNeverName(_ word: Int32) -> Bool { isSpokenMember(word, known.never) }
  /// "Ana", "Ben", "Carsten": a first name that needs no attendee list to be one.
  func isGivenName(_ word: Int32) -> Bool { isMember(word, known.given) }
  /// A small word of the Grammar that may begin the name of somebody or of several, wherever it stands.
  @inline(__always)
  func mayName(_ word: Int32) -> Bool { grammar.isWord(word, .naming) }
  /// How many tokens a group's name takes that begins at a token: "everyone", "chairs", "the team"; 0 where none does.
  @inline(__always)
  func groupLength(at index: Int, _ tokens: Window<Token>) -> Int {
    grammar.isWord(tokens[index].word, .grouping) ? lengthOfGroup(at: index, tokens) : 0
  }
  private func lengthOfGroup(at index: Int, _ tokens: Window<Token>) -> Int {
    guard let group = known.group.list else { return 0 }
    let found = grammar.member(of: group, in: tokens, at: index, before: tokens.count, languages: languages)
    guard let found else { return 0 }
    return found.end - index
  }
  /// "action", "todo": what marks a task in front of whoever is to do it.
  @inline(__always)
  func isAssigning(_ word: Int32) -> Bool { grammar.isWord(word, .assigning) }
  /// "item", "for": between the mark of a task and whoever is to do it.
  func isMarkFiller(_ word: Int32) -> Bool { isMember(word, known.markFiller) }
  /// "be": behind "to", what is to become of a thing.
  func isPassive(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.passive) }
  /// "the", "next": behind "to", no verb.
  func isNoVerb(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.none) }
  /// "Status", "Comment": in front of a colon, what is said of the task above.
  func isTalkLabel(_ word: Int32) -> Bool { isSpokenMember(word, known.talkLabel) }
  /// "treasurer", "chair": what one person of a meeting is.
  func isOffice(_ word: Int32) -> Bool { isSpokenMember(word, known.office) }
  /// "will": between a name and what its bearer promises.
  func isPromising(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.promising) }
  /// "email", "talk": what only people do.
  func isHuman(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.human) }
  /// "write", "review": what somebody whose name opens a sentence will do, and a thing hardly.
  func isWork(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.work) }
  /// "asked": in front of whoever is to do it.
  func isAsking(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.asking) }
  /// "to", "will": what shows that a doubtful first word is a name after all.
  func isAfterName(_ word: Int32) -> Bool { isSpokenMember(word, known.after) }
  /// "done", "completed", "closed" in a column of states.
  func isDone(_ word: Int32) -> Bool { isMember(word, known.done) }
  func isDoneSign(_ word: Int32) -> Bool { isMember(word, known.doneSign) }
  /// "Updates", "report": in front of "from" and whose it is.
  func isReportWord(_ word: Int32) -> Bool { isSpokenMember(word, known.report.word) }
  func isReporting(_ word: Int32) -> Bool { isSpokenMember(word, known.report.by) }
  /// "book", "reserve": a day behind it is that of what is booked.
  func isBooking(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.booking) }
  /// "done", "in progress": what stands in square brackets for a box.
  func isBoxWord(at index: Int, _ tokens: Window<Token>) -> Bool {
    guard let box = known.box.list, grammar.tables.first.holds(tokens[index].word, known.box.bit) else { return false }
    return grammar.member(of: box, in: tokens, at: index, before: tokens.count, languages: languages) != nil
  }
  /// How many tokens take words that say how a task stands: "done", "in progress"; 0 where none do.
  func stateLength(at index: Int, _ tokens: Window<Token>) -> Int {
    guard let state = known.state.list, grammar.tables.first.holds(tokens[index].word, known.state.bit) else { return 0 }
    let found = grammar.member(of: state, in: tokens, at: index, before: tokens.count, languages: languages)
    return found.map { $0.end - index } ?? 0
  }
  func isYesOrNo(_ word: Int32) -> Bool { isSpokenMember(word, known.yesOrNo) }
  /// "might", "would", "unclear": a statement with it leaves a question open.
  func isDoubt(_ word: Int32) -> Bool { isSpokenMember(word, known.doubt) }
  /// "think", "about", "thing": tells nothing of what is spoken of.
  func isLight(_ word: Int32) -> Bool { isSpokenMember(word, known.light) }
  /// "scribe", "scribenick": somebody writes down what others say.
  func isScribing(_ word: Int32) -> Bool { isMember(word, known.scribing) }
  /// "with", "to", "ask": in front of somebody who is only a part of the task.
  func isBeforeOther(_ word: Int32) -> Bool { isSpokenMember(word, known.beforeOther) }
  /// "notes", "says": what stands between a speaker's name and a colon.
  func isSaying(_ word: Int32) -> Bool { isSpokenMember(word, known.saying) }
  /// "tomorrow" tells a time, "she" a person, "enough" an amount.
  func tells(_ word: Int32, of kind: UtteranceRecord.Told) -> Bool {
    isSpokenMember(word, kind == .time ? known.telling.time : kind == .person ? known.telling.person : known.telling.amount)
  }
  /// "presented", "proposes": what minutes tell that somebody at the meeting did.
  func isTelling(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.narrating) }
  /// "for", "on": what stands between a task and its date.
  func isBeforeDate(_ word: Int32) -> Bool { isSpokenMember(word, known.beforeDate) }
  func isBeforeDate(_ word: Substring) -> Bool { isSpokenMember(grammar.word(Array(word.utf8)), known.beforeDate) }
  /// "of", "dated": in front of a day that tells of which day something is.
  func isOfDate(_ word: Int32) -> Bool { isSpokenMember(word, known.ofDate) }
  /// "secretary", "chair": a word for a group's member that is one person.
  func isOneOffice(_ word: Int32) -> Bool { isMember(word, known.oneOffice) }
  /// "Mayor", "Director": a word of an office, which stands in front of names.
  func isTitle(_ word: Int32) -> Bool { isSpokenMember(word, known.title) }
  /// "Mrs", "Frau": stays in front of a surname alone.
  func isHonorific(_ word: Int32) -> Bool { isSpokenMember(word, known.honorific) }
  /// "of": between an office and what it is over.
  func isOfficeParticle(_ word: Int32) -> Bool { isSpokenMember(word, known.officeParticle) }
  /// "ends", "starts": what a date behind it is about.
  func isDatedVerb(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.datedVerb) }
  /// "No" in a column of who was there.
  func isNo(_ word: Int32) -> Bool { isMember(word, known.no) }
  /// "Zakim": a program that talks in chats.
  func isBot(_ word: Int32) -> Bool { isMember(word, known.bot) }
  /// "not", "n't", "never"
  func isNegation(_ word: Int32) -> Bool { isSpokenMember(word, known.negation) }
  /// "have", "has": in front of what was or was not done so far.
  func isPerfect(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.perfect) }
  /// "presented by": in front of whoever spoke about a matter.
  @inline(__always)
  func isPresentedBy(_ verb: Int32, _ by: Int32) -> Bool {
    grammar.isWord(verb, .presenting) && isSpokenMember(verb, known.presented) && isSpokenMember(by, known.by)
  }
  /// What a row of a table is by the word in a column for that: 1 an action, 2 something settled, 3 neither.
  func rowKind(_ tokens: Window<Token>) -> Int32? {
    known.rowKind.list.flatMap { grammar.member(of: $0, in: tokens, at: 0, before: 1) }?.value
  }
  /// "team", "committee": behind a name, several people.
  func isTeam(_ word: Int32) -> Bool { isSpokenMember(word, known.team) }
  /// "members", "workstream"; "all", "each": the last word of a group's name, and the first.
  func isCollective(_ word: Int32, opens: Bool) -> Bool { isSpokenMember(word, opens ? known.collective.opener : known.collective.word) }
  /// "Team", "Foundation", "Ltd": the last word of what is no person.
  func isOrganisation(_ word: Int32) -> Bool { isMember(word, known.organisation) }
  /// "to send", "to review".
  func isInfinitive(_ to: Int32, _ verb: Int32) -> Bool {
    isSpokenMember(to, known.infinitive) && isSpokenMember(verb, known.verbs.task)
  }
  /// "send", "review".
  func isTask(_ word: Int32) -> Bool { isSpokenMember(word, known.verbs.task) }
  /// "we", "they": with a verb behind it a clause of its own.
  func isSubject(_ word: Int32) -> Bool { isSpokenMember(word, known.subject) }
  /// "since", "as": in front of a reason for what the main clause says.
  func isReason(_ word: Int32) -> Bool { isSpokenMember(word, known.reason) }
  /// "AS:", "BE:": small words that in capitals are somebody's initials.
  func isInitials(_ token: Token) -> Bool {
    token.flags.contains(.allCaps) && token.range.count > 1 && isMember(token.word, known.initials)
  }
  /// "Jr", "PhD": behind a name.
  func isSuffix(_ word: Int32) -> Bool { isMember(word, known.suffix) }
  /// "from", "representing": between a name and whom its bearer is with.
  func isAffiliating(_ word: Int32) -> Bool { isMember(word, known.affiliating) }
  /// "website", "events": what a team is called by, though it begins no name.
  func isTeamTopic(_ word: Int32) -> Bool { isSpokenMember(word, known.teamTopic) }
  /// "now", "moved": in front of the date that holds instead of the one before it.
  func isReplacing(_ word: Int32) -> Bool { isSpokenMember(word, known.replacing) }
  /// "feedback": what others give until a day, on which the task itself is not due.
  func isResponse(_ word: Int32) -> Bool { isSpokenMember(word, known.response) }
  func isWeekday(_ word: Int32) -> Bool { isSpokenMember(word, known.weekday) }
  func isMonth(_ word: Int32) -> Bool { isSpokenMember(word, known.month) }
  /// "a", "the": belongs to the noun behind it.
  func isArticle(_ word: Int32) -> Bool { isSpokenMember(word, known.article) }
}
