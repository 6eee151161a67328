import HeardGrammar

/// The lists by their names, which are looked for once.
extension NameLists {
  final class Known: GrammarLookup {
    let placeholder: Grammar.Membered
    let particle: Grammar.Membered
    let conjunction: Grammar.Membered
    let never: Grammar.Membered
    let given: Grammar.Membered
    let group: Grammar.Membered
    let after: Grammar.Membered
    let done, doneSign: Grammar.Membered
    let state: Grammar.Membered
    let box: Grammar.Membered
    let beforeOther: Grammar.Membered
    let yesOrNo: Grammar.Membered
    let doubt: Grammar.Membered
    let saying: Grammar.Membered
    let article: Grammar.Membered
    let weekday, month: Grammar.Membered
    let beforeDate: Grammar.Membered
    let ofDate: Grammar.Membered
    let oneOffice: Grammar.Membered
    let markFiller: Grammar.Membered
    let talkLabel: Grammar.Membered
    let office: Grammar.Membered
    let infinitive: Grammar.Membered
    let title: Grammar.Membered
    let honorific: Grammar.Membered
    let officeParticle: Grammar.Membered
    let no: Grammar.Membered
    let telling: (time: Grammar.Membered, person: Grammar.Membered, amount: Grammar.Membered)
    let report: (word: Grammar.Membered, by: Grammar.Membered)
    let choice: (word: Grammar.Membered, doubt: Grammar.Membered, opener: Grammar.Membered)
    let verbs: Verbs
    let subject, reason: Grammar.Membered
    let light: Grammar.Membered
    let scribing: Grammar.Membered
    let organisation: Grammar.Membered
    let team: Grammar.Membered
    let collective: (word: Grammar.Membered, opener: Grammar.Membered)
    let rowKind: Grammar.Membered
    let bot: Grammar.Membered
    let presented: Grammar.Membered
    let by: Grammar.Membered
    let negation: Grammar.Membered
    let initials: Grammar.Membered
    let suffix: Grammar.Membered
    let affiliating: Grammar.Membered
    let teamTopic, replacing, response: Grammar.Membered

    static let builtIn = Known(.builtIn)

    init(_ grammar: Grammar) {
      (placeholder, particle) = (Grammar.Membered("placeholder", grammar), Grammar.Membered("name-particle", grammar))
      (conjunction, never) = (Grammar.Membered("conjunction", grammar), Grammar.Membered("never-name", grammar))
      (given, group) = (Grammar.Membered("given-name", grammar), Grammar.Membered("group", grammar))
      after = Grammar.Membered("after-name", grammar)
      (done, doneSign) = (Grammar.Membered("done-word", grammar), Grammar.Membered("done-sign", grammar))
      (state, box) = (Grammar.Membered("state-word", grammar), Grammar.Membered("box-word", grammar))
      (beforeOther, saying) = (Grammar.Membered("before-other", grammar), Grammar.Membered("say-verb", grammar))
      (yesOrNo, doubt) = (Grammar.Membered("yes-no", grammar), Grammar.Membered("doubt-word", grammar))
      (weekday, month) = (Grammar.Membered("weekday", grammar), Grammar.Membered("month", grammar))
      (beforeDate, ofDate) = (Grammar.Membered("before-date", grammar), Grammar.Membered("of-date", grammar))
      (article, oneOffice) = (Grammar.Membered("article", grammar), Grammar.Membered("one-office", grammar))
      markFiller = Grammar.Membered("mark-filler", grammar)
      talkLabel = Grammar.Membered("talk-label", grammar)
      office = Grammar.Membered("office", grammar)
      infinitive = Grammar.Membered("before-infinitive", grammar)
      (title, honorific) = (Grammar.Membered("title-word", grammar), Grammar.Membered("honorific", grammar))
      (officeParticle, no) = (Grammar.Membered("office-particle", grammar), Grammar.Membered("no-word", grammar))
      (subject, reason) = (Grammar.Membered("clause-subject", grammar), Grammar.Membered("reason-word", grammar))
      (light, scribing) = (Grammar.Membered("light-word", grammar), Grammar.Membered("scribing-word", grammar))
      (negation, bot) = (Grammar.Membered("negation-word", grammar), Grammar.Membered("chat-bot", grammar))
      initials = Grammar.Membered("initials-word", grammar)
      (suffix, affiliating) = (Grammar.Membered("name-suffix", grammar), Grammar.Membered("affiliating-word", grammar))
      (presented, by) = (Grammar.Membered("presented-word", grammar), Grammar.Membered("by-word", grammar))
      organisation = Grammar.Membered("organisation-word", grammar)
      collective = (Grammar.Membered("collective-word", grammar), Grammar.Membered("collective-opener", grammar))
      (team, rowKind) = (Grammar.Membered("team-word", grammar), Grammar.Membered("row-kind", grammar))
      telling = (
        Grammar.Membered("tells-time", grammar), Grammar.Membered("tells-person", grammar),
        Grammar.Membered("tells-amount", grammar)
      )
      report = (Grammar.Membered("report-word", grammar), Grammar.Membered("report-by", grammar))
      choice = (
        Grammar.Membered("choice-word", grammar), Grammar.Membered("owner-doubt", grammar),
        Grammar.Membered("choice-opener", grammar)
      )
      teamTopic = Grammar.Membered("team-topic", grammar)
      (replacing, response) = (Grammar.Membered("replacing-word", grammar), Grammar.Membered("response-word", grammar))
      verbs = Verbs(grammar)
    }
  }

  /// What people do, by how they are told apart from things by it.
  struct Verbs {
    let promising: Grammar.Membered
    let human: Grammar.Membered
    let work: Grammar.Membered
    let asking: Grammar.Membered
    let task: Grammar.Membered
    let datedVerb: Grammar.Membered
    let booking: Grammar.Membered
    let narrating: Grammar.Membered
    let perfect: Grammar.Membered
    let none: Grammar.Membered
    let passive: Grammar.Membered

    init(_ grammar: Grammar) {
      promising = Grammar.Membered("promising-word", grammar)
      human = Grammar.Membered("human-verb", grammar)
      work = Grammar.Membered("work-verb", grammar)
      asking = Grammar.Membered("asking-verb", grammar)
      task = Grammar.Membered("task-verb", grammar)
      datedVerb = Grammar.Membered("dated-verb", grammar)
      booking = Grammar.Membered("booking-verb", grammar)
      narrating = Grammar.Membered("telling-verb", grammar)
      perfect = Grammar.Membered("perfect-verb", grammar)
      (none, passive) = (Grammar.Membered("no-verb", grammar), Grammar.Membered("passive-word", grammar))
    }
  }
}
