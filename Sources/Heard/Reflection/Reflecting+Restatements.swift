/// Restates to each person what was heard of that person.
extension Reflecting {
  /// Open questions, and answered ones, that a restatement names at most.
  private static let (openQuestions, answeredQuestions) = (4, 1)

  mutating func restatements() -> [Restatement] {
    var people = meeting.people.map(\.name)
    var known = NumberMap<Bool>()
    for person in people { known.set(person, true) }
    for action in meeting.actions {
      for owner in action.owners where known[owner] == nil && !action.groups.contains(owner) && isNamed(owner) {
        people.append(owner)
        known.set(owner, true)
      }
    }
    if let wanted = options.person { people = people.filter { names(wanted, $0) } }
    for index in mentions.disputed {
      for objection in meeting.decisions[index].dissent { objections.append((index, objection, NamingWords(objection, grammar))) }
    }
    for index in mentions.unvoiced where isOfItsOwn(remark: index) {
      unvoiced.append((index, NamingWords(meeting.remarks[index].text, grammar)))
    }
    var restatements: [Restatement] = []
    for person in people { if let restatement = restatement(to: person) { restatements.append(restatement) } }
    return restatements
  }

  /// A handle, or a name that begins with a capital.
  private func isNamed(_ owner: String) -> Bool { owner.first == "@" || owner.first?.isUppercase ?? false }

  /// Whether a name on the command line means a person: a part of the name, an alias, in any case.
  func names(_ wanted: String, _ person: String) -> Bool {
    let aliases = meeting.people.first { $0.name == person }?.aliases ?? []
    let key = wanted.utf8.split(separator: 0x20).map { NameKey($0.drop { $0 == 0x40 }).hash }
    return ([person] + aliases).contains { name in
      let words = name.utf8.split(separator: 0x20).map { NameKey($0.drop { $0 == 0x40 }).hash }
      return words.starts(with: key) || key.count == 1 && words.last == key.first
    }
  }

  private mutating func restatement(to person: String) -> Restatement? {
    let items = mentions.items(of: person)
    if items.isEmpty, objections.isEmpty, unvoiced.isEmpty { return nil }
    let listener = Listener(
      person: person, forms: mentions.forms(of: person),
      others: items.actions.isEmpty && items.remarks.isEmpty && unvoiced.isEmpty ? SpokenNames([]) : mentions.forms(besides: person))
    var sentences: [Sentence] = []
    for index in items.actions {
      sentences.append(sentence(restated(meeting.actions[index], index, to: listener), meeting.actions[index].span, .action(index), person))
    }
    for index in items.decisions {
      let decision = meeting.decisions[index]
      sentences.append(sentence(frames.said("decided", [.quote: quote(decision.text)]), decision.span, .decision(index), person))
    }
    for (index, objection, words) in objections where words.name(listener.forms) {
      let decision = meeting.decisions[index]
      let text = frames.said(
        Quotations.hold(decision.text, objection) ? "was said" : "objected",
        [.decision: quote(decision.text, 14), .quote: quote(objection)])
      sentences.append(sentence(text, notes.rest(from: decision.span), .decision(index), person))
    }
    let disagreements = items.remarks.filter(isOfItsOwn) + unvoiced.filter { $0.words.begin(with: listener.forms) }.map(\.index)
    for index in disagreements.sorted() {
      sentences.append(sentence(restated(meeting.remarks[index], to: listener), meeting.remarks[index].span, .remark(index), person))
    }
    sentences += questions(of: person, items.questions)
    guard !sentences.isEmpty else { return nil }
    return Restatement(person: person, sentences: sentences, closing: frames.sentence("closing"))
  }

  private func sentence(_ said: Said, _ span: Span, _ subject: Sentence.Subject, _ person: String) -> Sentence {
    Sentence(said, span, subject, you: person)
  }

  private mutating func questions(of person: String, _ indices: [Int]) -> [Sentence] {
    var (open, answered) = (0, 0)
    var found: [Sentence] = []
    for index in indices {
      let question = meeting.questions[index]
      let quote = quote(verbatim(question.text, question.span))
      if question.to == person, !question.isAnswered {
        let text = frames.said("was asked", [.quote: quote])
        found.append(sentence(text, question.span, .question(index), person))
      } else if question.asker == person, !question.isAnswered, open < Reflecting.openQuestions {
        open += 1
        let text = frames.said(asks(quote) ? "asked" : "raised", [.quote: quote])
        found.append(sentence(text, question.span, .question(index), person))
      } else if question.asker == person, let answer = question.answer, answered < Reflecting.answeredQuestions {
        answered += 1
        let frame = asks(quote) ? "asked and got an answer" : "raised and got an answer"
        let text = frames.said(frame, [.quote: quote, .answer: self.quote(answer, 20)])
        found.append(sentence(text, question.span, .question(index), person))
      }
    }
    return found
  }

  func asks(_ quote: String) -> Bool { quote.hasSuffix("?") || quote.hasSuffix("…") }

  /// A disagreement that the person voiced, or that names the person as the one who disagrees.
  private mutating func restated(_ remark: Remark, to listener: Listener) -> Said {
    let voice: Restating.Voice = remark.by == listener.person ? .speaker : .named
    if let said = restating.sentence(remark.text, to: listener.forms, listener.others, voice) { return Said(text: said + ".") }
    return frames.said("disagreed", [.quote: quote(remark.text)])
  }

  // MARK: Actions

  private mutating func restated(_ action: Action, _ index: Int, to listener: Listener) -> Said {
    let sentence = sentence(at: action.span, else: action.text)
    let isSpeaker =
      speaker(of: action.span) == listener.person && (restating.hasFirstPerson(sentence) || notes.isTurn(at: action.span))
    if action.status == .done { return frames.said("has done", [.quote: quote(action.text)]) }
    if action.firmness == .asked, !isSpeaker { return asked(action, listener, sentence) }
    let others = action.owners.filter { $0 != listener.person }
    let isPlain = action.firmness != .hedged && !restating.isQualified(sentence, beyond: action.text)
    if !isPlain || isSpeaker && others.isEmpty, let said = whole(sentence, action, listener, isSpeaker), isFaithful(said, index, listener) {
      return said
    }
    if isPlain, let said = task(action, listener, isSpeaker, others), isFaithful(said, index, listener) { return said }
    let name = isSpeaker ? "said" : !isPlain ? "was said" : others.isEmpty ? "has to do" : "has to do with others"
    let words = isSpeaker || !isPlain || lacksItsVerb(action) ? sentence : action.text
    return frames.said(name, quoted(words, action, others))
  }

  /// The task begins inside a sentence ("schickt den Plan", "a limit on our side") and says nothing by itself.
  mutating func lacksItsVerb(_ action: Action) -> Bool {
    action.isHeardByVerb && action.text.first?.isLowercase ?? false && !restating.isTask(action.text)
  }

  /// What departs from the notes when it is reworded is quoted instead.
  private mutating func isFaithful(_ said: Said, _ index: Int, _ listener: Listener) -> Bool {
    fidelity.faults(in: sentence(said, meeting.actions[index].span, .action(index), listener.person)).isEmpty
  }

  /// The whole sentence, where the person speaks or is spoken of in it.
  private mutating func whole(
    _ sentence: String, _ action: Action, _ listener: Listener, _ isSpeaker: Bool
  ) -> Said? {
    if isSpeaker, !restating.hasFirstPerson(sentence) { return nil }
    // "Let's make that Wednesday" on a later line: the day that the sentence names holds no longer.
    if let due = action.due, due.span.start >= action.span.end { return nil }
    let voice: Restating.Voice = isSpeaker ? .speaker : .named
    if !isSpeaker, !listener.isNamed(in: sentence, grammar) { return nil }
    guard let said = restating.sentence(sentence, to: listener.forms, listener.others, voice) else { return nil }
    return Said(text: (action.due.flatMap { DueWords.dated(said, $0) } ?? said) + ".")
  }

  private mutating func task(
    _ action: Action, _ listener: Listener, _ isSpeaker: Bool, _ others: [String]
  ) -> Said? {
    let voice: Restating.Voice = isSpeaker ? .speaker : .named
    guard
      let task = restating.task(
        action.text, to: listener.forms, listener.others, voice, isSurelyVerb: action.isHeardByVerb)
    else { return nil }
    var words = dueSlots(action, in: task)
    // Joining a slice has the runtime look through all conformances first.
    words[.others] = Array(others.prefix(max(1, others.count - 1))).joined(separator: ", ")
    words[.last] = others.last
    let frame = others.isEmpty ? "takes on" : others.count == 1 ? "takes on with others" : "takes on with several"
    return frames.said(frame, words)
  }

  private mutating func asked(_ asked: Action, _ listener: Listener, _ sentence: String) -> Said {
    let yes = acceptance(of: asked, by: listener.person)
    var action = asked
    // A day that only the reply names is no part of what was asked, and stands in the reply as it is said back.
    if yes != nil, let due = asked.due, due.span.start >= asked.span.end { action.due = nil }
    let said = restating.task(
      action.text, to: listener.forms, listener.others, .asked, isSurelyVerb: action.isHeardByVerb)
    if let said {
      var words = dueSlots(action, in: said)
      words[.answer] = yes.map { quote($0, 12) }
      return frames.said(yes == nil ? "was asked to" : "was asked to and said yes", words)
    }
    var words = quoted(sentence, action, [])
    words[.answer] = yes.map { quote($0, 12) }
    return frames.said(yes == nil ? "was asked for" : "was asked for and said yes", words)
  }

  /// The slots of a task and its due words, which stand in the task already or follow it.
  private func dueSlots(_ action: Action, in task: String) -> Frames.Words {
    guard let due = action.due else { return [.task: task] }
    if let dated = DueWords.dated(task, due) { return [.task: dated] }
    return [.task: task, self.due.follows(due) ? .due : .day: self.due.dated(due)]
  }

  private func quoted(_ words: String, _ action: Action, _ others: [String]) -> Frames.Words {
    var slots: Frames.Words = [.quote: quote(words), .others: others.joined(separator: ", ")]
    guard let due = action.due else { return slots }
    if DueWords.dated(words, due) == nil {
      slots[.due] = self.due.dated(due)
    } else if DueWords.days(due) != Wordplay.trimmed(due.text) {
      slots[.days] = DueWords.days(due)
    }
    return slots
  }
}
