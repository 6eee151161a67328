/// Asks about what the notes leave open: few questions, one matter each, first those on whose answer most hangs.
extension Reflecting {
  /// What hangs on an answer, in points.
  private enum Weight {
    static let (soon, near, dated) = (4, 3, 2)
    static let (owner, asked, hedged, oneOwner) = (4, 3, 3, 2)
    static let (open, openTo, disagreement, vague, undated) = (3, 4, 3, 2, 1)
    static let (sure, unsure, addressed, pointing, short) = (1, -2, 1, -2, 4)
    static let telling = 3
    static let (error, warning, note, declared) = (4, 2, -1, 2)
    static let (fairlySure, barelySure) = (0.7, 0.55)
  }

  mutating func questions(_ findings: [Finding]) -> [ClarifyingQuestion] {
    var all: [ClarifyingQuestion] = []
    for index in meeting.actions.indices { if let question = question(aboutAction: index) { all.append(question) } }
    for index in meeting.questions.indices { if let question = question(aboutQuestion: index) { all.append(question) } }
    for index in meeting.remarks.indices { if let question = question(aboutRemark: index) { all.append(question) } }
    // What is asked already in the words of the notes' language is not asked again because it is expected.
    let subjects = Set(all.flatMap(\.subjects))
    all += findings.compactMap { question(about: $0) }.filter { subjects.isDisjoint(with: $0.subjects) }
    all = all.filter { !$0.text.isEmpty && $0.quote.contains(" ") }
    if let person = options.person { all = all.filter { $0.to.map { names(person, $0) } ?? false } }
    for index in all.indices {
      weigh(&all[index])
      if all[index].to != nil { all[index].rank += Weight.addressed }
      if restating.pointsOutside(all[index].quote, mentions.everybody) { all[index].rank += Weight.pointing }
    }
    let order = all.indices.sorted {
      (-all[$0].rank, all[$0].spans[0].start, $0) < (-all[$1].rank, all[$1].spans[0].start, $1)
    }
    return Reflecting.chosen(order.map { all[$0] }, max(0, options.questionLimit))
  }

  /// What the registry declares about the matter makes the question more pressing, and tells who answers for it.
  private func weigh(_ question: inout ClarifyingQuestion) {
    guard !registry.areas.isEmpty || !registry.deliverables.isEmpty else { return }
    let areas = registry.areas(touching: question.quote).map { registry.areas[$0] }
    let accountable = areas.flatMap(\.accountable)
    if !accountable.isEmpty { question.rank += Weight.declared }
    if !registry.deliverables(touching: question.quote).isEmpty { question.rank += Weight.declared }
    if question.to == nil, accountable.count == 1 { (question.to, question.addressee) = (accountable[0], accountable[0]) }
  }

  /// A question that is asked, and the words that say what it is about.
  private struct Asked {
    var question: ClarifyingQuestion
    var words: [UInt64]
    var place: Int
  }

  /// The first of all questions, no two about one matter; of one sort at most half, unless there is no other.
  private static func chosen(_ all: [ClarifyingQuestion], _ limit: Int) -> [ClarifyingQuestion] {
    var asked: [Asked] = []
    for pass in 0..<2 {
      for (place, next) in all.enumerated() {
        if asked.count >= limit { break }
        if pass == 0, asked.count(where: { $0.question.why == next.why }) >= (limit + 1) / 2 { continue }
        if pass == 1, asked.contains(where: { $0.place == place }) { continue }
        let words = words(of: next.quote)
        if !asked.contains(where: { isOneMatter(next, words, $0) }) { asked.append(Asked(question: next, words: words, place: place)) }
      }
    }
    return asked.sorted { $0.place < $1.place }.map(\.question)
  }

  /// Two items in one sentence are one matter, and so are two that say the same.
  private static func isOneMatter(_ next: ClarifyingQuestion, _ words: [UInt64], _ asked: Asked) -> Bool {
    let other = asked.question
    if other.spans[0].overlaps(next.spans[0]) || other.subjects.contains(where: next.subjects.contains) || other.quote == next.quote {
      return true
    }
    guard other.to == next.to else { return false }
    let fewest = min(words.count, asked.words.count)
    return fewest > 0 && words.count(where: asked.words.contains) * 4 >= fewest * 3
  }

  /// The longer words of a text, which say what it is about, each once.
  private static func words(of text: String) -> [UInt64] {
    var words: [UInt64] = []
    let isPart = { (byte: UInt8) in byte &- 0x30 < 10 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }
    for word in text.utf8.split(whereSeparator: { !isPart($0) }) where word.count > 3 {
      let key = NameKey(word).hash
      if !words.contains(key) { words.append(key) }
    }
    return words
  }

  // MARK: Actions

  /// What is asked about an action: frames of the question and of what its answer changes, and the words in them.
  private struct Ask {
    var frame: String
    var why: String
    var to: String?
    var quote: String
    var points: Int
    var words = Frames.Words()
  }

  private mutating func question(aboutAction index: Int) -> ClarifyingQuestion? {
    let action = meeting.actions[index]
    guard action.status == .open, let ask = ask(about: action) else { return nil }
    return asked(ask, action.span, .action(index), stakes(of: action))
  }

  private func asked(_ ask: Ask, _ span: Span, _ subject: Sentence.Subject, _ points: Int) -> ClarifyingQuestion {
    var words = ask.words
    words[.quote] = ask.quote
    let said = frames.said(ask.frame, words)
    return ClarifyingQuestion(
      to: ask.to, addressee: ask.to ?? frames.sentence("everybody"), text: said.text, quote: ask.quote,
      why: frames.sentence(ask.why), spans: [span], subjects: [subject],
      rank: ask.points + points, use: said.use)
  }

  private mutating func ask(about action: Action) -> Ask? {
    let sentence = sentence(at: action.span, else: action.text)
    let said = quote(sentence, Reflecting.quotedInQuestion)
    // "will help" says nothing of what it is about.
    let isBare = action.text.wordCount < Weight.telling && action.text.first?.isLowercase ?? false && !restating.isTask(action.text)
    let task = isBare || lacksItsVerb(action) ? said : quote(action.text, Reflecting.quotedInQuestion)
    let people = action.owners.filter { !action.groups.contains($0) }
    if let absent = people.first, people.count == 1, mentions.isAbsent(absent) {
      return Ask(frame: "given in absence", why: "why: asked", to: absent, quote: task, points: Weight.asked)
    }
    switch action.firmness {
    case .asked: return askForYes(action, people, said)
    case .hedged:
      return people.first.map {
        Ask(frame: "will you", why: "why: hedge", to: $0, quote: said, points: Weight.hedged)
      }
    case .firm, .unknown: break
    }
    guard !action.owners.isEmpty else {
      let isTask = restating.isTask(action.text)
      guard isTask || action.isMeant || action.confidence >= Weight.barelySure else { return nil }
      return Ask(
        frame: "who takes it on", why: "why: owner", to: meeting.chair, quote: isTask ? task : said,
        points: isTask ? Weight.owner : Weight.owner - 1)
    }
    switch people.count {
    case 0: return nil
    case 1: return askForDay(action, people[0], task)
    case 2:
      return Ask(
        frame: "you or another", why: "why: one owner", to: people[0], quote: task, points: Weight.oneOwner,
        words: [.owner: people[0], .other: people[1]])
    default:
      return Ask(
        frame: "which of them", why: "why: one owner", quote: task, points: Weight.oneOwner,
        words: [.owners: people.joined(separator: ", ")])
    }
  }

  private mutating func askForYes(_ action: Action, _ people: [String], _ said: String) -> Ask? {
    for person in people where acceptance(of: action, by: person) != nil { return nil }
    switch people.count {
    // "If you have remarks": whoever has some.
    case 0 where restating.isConditional(said): return nil
    case 0: return Ask(frame: "who was meant", why: "why: asked", to: asker(of: action), quote: said, points: Weight.asked - 1)
    case 1: return Ask(frame: "do you take it on", why: "why: asked", to: people[0], quote: said, points: Weight.asked)
    default: return nil
    }
  }

  /// Whoever asked for it, or else the chair.
  private func asker(of action: Action) -> String? {
    let speaker = speaker(of: action.span)
    return meeting.people.first { $0.name == speaker }?.name ?? meeting.chair
  }

  private func askForDay(_ action: Action, _ person: String, _ task: String) -> Ask? {
    guard !action.isCarriedOver else { return nil }
    guard let due = action.due else {
      return Ask(frame: "by when", why: "why: due", to: person, quote: task, points: Weight.undated)
    }
    guard due.precision == .vague, frames.has("which day") else { return nil }
    return Ask(
      frame: "which day", why: "why: due", to: person, quote: task, points: Weight.vague,
      words: [.due: self.due.dated(due)])
  }

  /// What hangs on an action: how soon it is due, and how surely it was heard.
  private func stakes(of action: Action) -> Int {
    var points = action.confidence >= 0.8 ? Weight.sure : action.confidence < 0.65 ? Weight.unsure : 0
    if let due = action.due {
      let last = due.date ?? due.period?.upperBound
      if let last, let day = meeting.date, last >= day {
        points += last - day <= 7 ? Weight.soon : last - day <= 21 ? Weight.near : Weight.dated
      } else {
        points += 1
      }
    }
    return points
  }

  // MARK: Questions and disagreements

  private mutating func question(aboutQuestion index: Int) -> ClarifyingQuestion? {
    let question = meeting.questions[index]
    guard !question.isAnswered, question.text.utf8.count(where: { $0 == 0x20 }) + 1 >= Weight.short else { return nil }
    // Where others take it up, nobody waits for an answer.
    guard left().isLeft(question: index) else { return nil }
    let quote = quote(verbatim(question.text, question.span), Reflecting.quotedInQuestion)
    var (to, frame, points) = (question.to, "your answer", Weight.openTo)
    let asks = asks(quote)
    if to == nil { (to, frame, points) = (question.asker, asks ? "did you get an answer" : "is it still open", Weight.open) }
    if to == nil { (to, frame) = (meeting.chair, asks ? "who can answer" : "who can say") }
    points += question.confidence >= 0.8 ? Weight.sure : question.confidence < 0.65 ? Weight.unsure : 0
    return asked(
      Ask(frame: frame, why: "why: open", to: to, quote: quote, points: points), question.span, .question(index), 0)
  }

  /// What became of what was said.
  private mutating func left() -> Checking {
    let checking = self.checking ?? Checking(registry, meeting, document)
    self.checking = checking
    return checking
  }

  private mutating func question(aboutRemark index: Int) -> ClarifyingQuestion? {
    let remark = meeting.remarks[index]
    guard remark.kind == .disagreement, isOfItsOwn(remark: index) else { return nil }
    // Under no heading nobody can tell what a later outcome is about.
    guard remark.topic == nil || left().isLeft(remark: index) else { return nil }
    let quote = quote(remark.text, Reflecting.quotedInQuestion)
    let to = dissenter(in: remark)
    if to == nil, isHearsay(remark) { return nil }
    let frame = to == nil ? "how was it settled" : "what would settle it"
    let addressee = to ?? meeting.chair
    let points = Weight.disagreement + (remark.confidence < Weight.fairlySure ? Weight.unsure : 0)
    return asked(
      Ask(frame: frame, why: "why: disagreement", to: addressee, quote: quote, points: points), remark.span, .remark(index), 0)
  }

  /// Somebody talks about what others may think.
  private func isHearsay(_ remark: Remark) -> Bool { remark.by != nil && remark.confidence < Weight.fairlySure }

  /// Whoever says "I" in it, or is named in front.
  private mutating func dissenter(in remark: Remark) -> String? {
    if let speaker = remark.by, restating.hasFirstPerson(remark.text) { return speaker }
    let words = NamingWords(remark.text, grammar)
    guard words.begin(with: mentions.everybody) else { return nil }
    return meeting.people.first { words.begin(with: mentions.forms(of: $0.name)) }?.name
  }

  // MARK: Findings

  /// The notes answer it after all, or another remark in the same words stands for it.
  private mutating func isMet(_ finding: Finding) -> Bool {
    switch finding.subject {
    case .action(let index):
      let action = meeting.actions[index]
      guard action.firmness == .asked else { return false }
      for owner in action.owners where acceptance(of: action, by: owner) != nil { return true }
      return false
    case .remark(let index):
      return !isOfItsOwn(remark: index) || isHearsay(meeting.remarks[index]) && dissenter(in: meeting.remarks[index]) == nil
    default: return false
    }
  }

  /// The question that would meet an expectation.
  private mutating func question(about finding: Finding) -> ClarifyingQuestion? {
    guard frames.has("why: expectation"), !isMet(finding) else { return nil }
    if case .topic(let index) = finding.subject, titles.isRoutine(meeting.topics[index].title) { return nil }
    guard let asked = finding.question, let claim = Expectation.named(finding.expectation)?.claim else { return nil }
    let (subject, points): (Sentence.Subject?, Int) =
      switch finding.subject {
      case .topic(let index): (.topic(index), 0)
      case .action(let index): (.action(index), stakes(of: meeting.actions[index]))
      case .decision(let index): (.decision(index), 0)
      case .question(let index): (.question(index), 0)
      case .remark(let index): (.remark(index), 0)
      case .area, .deliverable: (nil, Weight.declared)
      case .meeting, .person: (nil, 0)
      }
    let span: Span = if case .action(let index) = finding.subject { meeting.actions[index].span } else { finding.span }
    let quoted = Quotations.all(in: asked.text).first { fidelity.isVerbatim($0, at: [span]) }
    // What does not say which words it is about is left to the list of findings.
    guard let quoted else { return nil }
    let severity = finding.severity == .error ? Weight.error : finding.severity == .warning ? Weight.warning : Weight.note
    return ClarifyingQuestion(
      to: asked.to, addressee: asked.to ?? frames.sentence("everybody"), text: asked.text, quote: quoted,
      why: frames.sentence("why: expectation", [.claim: claim]), spans: [span],
      subjects: subject.map { [$0] } ?? [], rank: severity + points)
  }
}
