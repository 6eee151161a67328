/// Asks about what the notes leave open: few questions, one matter each, first those on whose answer most hangs.
extension Reflecting {
  /// What hangs on an answer, in points.
  private enum Weight {
    static let (soon, near, dated) = (4, 3, 2)
    static let (owner, asked, hedged, oneOwner) = (4, 3, 3, 2)
    static let (open, openTo, disagreement, vague, undated) = (3, 4, 3, 2, 1)
    static let (sure, unsure, addressed, pointing, short) = (1, -2, 1, -2, 4)
    static let (error, warning, declared) = (4, 2, 2)
  }

  mutating func questions(_ findings: [Finding]) -> [ClarifyingQuestion] {
    var all: [ClarifyingQuestion] = []
    for index in meeting.actions.indices { if let question = question(aboutAction: index) { all.append(question) } }
    for index in meeting.questions.indices { if let question = question(aboutQuestion: index) { all.append(question) } }
    for index in meeting.remarks.indices { if let question = question(aboutRemark: index) { all.append(question) } }
    all += findings.compactMap { question(about: $0) }
    all = all.filter { !$0.text.isEmpty && $0.quote.contains(" ") }
    if let person = options.person { all = all.filter { $0.to.map { names(person, $0) } ?? false } }
    let everybody = NameForms(meeting.people.map(\.name))
    for index in all.indices {
      if all[index].to != nil { all[index].rank += Weight.addressed }
      if restating.pointsOutside(all[index].quote, everybody) { all[index].rank += Weight.pointing }
    }
    let order = all.indices.sorted {
      (-all[$0].rank, all[$0].spans[0].start, $0) < (-all[$1].rank, all[$1].spans[0].start, $1)
    }
    return Reflecting.chosen(order.map { all[$0] }, max(0, options.questionLimit))
  }

  /// The first of all questions, no two about one matter; of one sort at most half, unless there is no other.
  private static func chosen(_ all: [ClarifyingQuestion], _ limit: Int) -> [ClarifyingQuestion] {
    var asked: [ClarifyingQuestion] = []
    var put: [Int] = []
    for pass in 0..<2 {
      for (index, next) in all.enumerated() where asked.count < limit && !put.contains(index) {
        if pass == 0, asked.count(where: { $0.why == next.why }) >= (limit + 1) / 2 { continue }
        if isAsked(next, asked) { continue }
        asked.append(next)
        put.append(index)
      }
    }
    return zip(put, asked).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Two items in one sentence are one matter, and so are two that say the same.
  private static func isAsked(_ next: ClarifyingQuestion, _ asked: [ClarifyingQuestion]) -> Bool {
    asked.contains {
      $0.spans[0].overlaps(next.spans[0]) || $0.quote == next.quote || !Set($0.subjects).isDisjoint(with: next.subjects)
    }
  }

  // MARK: Actions

  private mutating func question(aboutAction index: Int) -> ClarifyingQuestion? {
    let action = meeting.actions[index]
    guard action.status == .open else { return nil }
    let sentence = sentence(at: action.span, else: action.text)
    let task = quote(lacksItsVerb(action) ? sentence : action.text, Reflecting.quotedInQuestion)
    let people = action.owners.filter { !meeting.isGroup($0, grammar) }
    let rank = stakes(of: action)
    func ask(
      _ frame: String, _ why: String, _ words: Frames.Words, to: String?, _ quote: String, _ points: Int
    ) -> ClarifyingQuestion {
      var words = words
      words["quote"] = quote
      return ClarifyingQuestion(
        to: to, text: frames.sentence(frame, words), quote: quote, why: frames.sentence(why), spans: [action.span],
        subjects: [.action(index)], rank: points + rank)
    }
    let said = quote(sentence, Reflecting.quotedInQuestion)
    if action.firmness == .asked {
      let isTaken = people.contains { acceptance(of: action, by: $0) != nil }
      if isTaken { return nil }
      guard let person = people.first, people.count == 1 else {
        return people.isEmpty ? ask("who was meant", "why: asked", [:], to: nil, said, Weight.asked - 1) : nil
      }
      return ask("do you take it on", "why: asked", [:], to: person, said, Weight.asked)
    }
    if action.owners.isEmpty, !restating.isTask(action.text) {
      return action.firmness == .hedged ? nil : ask("who takes it on", "why: owner", [:], to: nil, said, Weight.owner - 1)
    }
    if action.owners.isEmpty {
      return action.firmness == .hedged ? nil : ask("who takes it on", "why: owner", [:], to: nil, task, Weight.owner)
    }
    if action.firmness == .hedged, let person = people.first {
      return ask("will you", "why: hedge", [:], to: person, said, Weight.hedged)
    }
    if people.count == 2 {
      return ask("you or another", "why: one owner", ["owner": people[0], "other": people[1]], to: people[0], task, Weight.oneOwner)
    }
    if people.count > 2 {
      let all = people.joined(separator: ", ")
      return ask("which of them", "why: one owner", ["owners": all], to: nil, task, Weight.oneOwner)
    }
    return dueQuestion(action, people, task, ask)
  }

  private func dueQuestion(
    _ action: Action, _ people: [String], _ task: String,
    _ ask: (String, String, Frames.Words, String?, String, Int) -> ClarifyingQuestion
  ) -> ClarifyingQuestion? {
    guard people.count == 1, !action.isCarriedOver else { return nil }
    guard let due = action.due else { return ask("by when", "why: due", [:], people[0], task, Weight.undated) }
    guard due.precision == .vague, frames.has("which day") else { return nil }
    return ask("which day", "why: due", ["due": self.due.dated(due)], people[0], task, Weight.vague)
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

  private func question(aboutQuestion index: Int) -> ClarifyingQuestion? {
    let question = meeting.questions[index]
    guard !question.isAnswered, question.text.utf8.count(where: { $0 == 0x20 }) + 1 >= Weight.short else { return nil }
    let quote = quote(question.text, Reflecting.quotedInQuestion)
    var (to, frame, points) = (question.to, "your answer", Weight.openTo)
    let asks = asks(quote)
    if to == nil { (to, frame, points) = (question.asker, asks ? "did you get an answer" : "is it still open", Weight.open) }
    if to == nil { frame = asks ? "who can answer" : "who can say" }
    points += question.confidence >= 0.8 ? Weight.sure : question.confidence < 0.65 ? Weight.unsure : 0
    return ClarifyingQuestion(
      to: to, text: frames.sentence(frame, ["quote": quote]), quote: quote, why: frames.sentence("why: open"),
      spans: [question.span], subjects: [.question(index)], rank: points)
  }

  private func question(aboutRemark index: Int) -> ClarifyingQuestion? {
    let remark = meeting.remarks[index]
    guard remark.kind == .disagreement, isOfItsOwn(remark: index) else { return nil }
    let quote = quote(remark.text, Reflecting.quotedInQuestion)
    let to = remark.by ?? meeting.people.first { Listener(
      person: $0.name, forms: forms(of: $0.name), others: NameForms([])).isNamed(inFrontOf: remark.text, grammar) }?.name
    let frame = to == nil ? "how was it settled" : "what would settle it"
    return ClarifyingQuestion(
      to: to, text: frames.sentence(frame, ["quote": quote]), quote: quote, why: frames.sentence("why: disagreement"),
      spans: [remark.span], subjects: [.remark(index)],
      rank: Weight.disagreement + (remark.confidence < 0.7 ? Weight.unsure : 0))
  }

  // MARK: Findings

  /// The question that would meet an expectation.
  private mutating func question(about finding: Finding) -> ClarifyingQuestion? {
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
    let severity = finding.severity == .error ? Weight.error : finding.severity == .warning ? Weight.warning : 0
    return ClarifyingQuestion(
      to: asked.to, text: asked.text, quote: quote(notes.words(of: finding.span), Reflecting.quotedInQuestion),
      why: frames.sentence("why: expectation", ["claim": claim]), spans: [finding.span],
      subjects: subject.map { [$0] } ?? [], rank: severity + points)
  }
}
