/// Holds a sentence that one of heard's frames made to what was heard, slot by slot.
extension Fidelity {
  /// How a frame with these words in its slots departs from the places that the sentence rests on.
  mutating func faults(of use: Frames.Use, in sentence: Sentence) -> [Fault] {
    if use.frame == "central" { return faults(ofCentral: use, in: sentence) }
    if use.frame == "no outcome" { return hasOutcome(sentence) ? [otherwise(use, sentence)] : [] }
    var closest: [Fault]?
    for subject in subjects(of: sentence) where FrameStanding(use, sentence.you, of: subject, in: meeting).isSo {
      let faults = faults(ofSlots: use, about: subject, in: sentence)
      if faults.isEmpty { return [] }
      if closest == nil { closest = faults }
    }
    return closest ?? [otherwise(use, sentence)]
  }

  private func otherwise(_ use: Frames.Use, _ sentence: Sentence) -> Fault {
    Fault(kind: .status, message: "The notes do not have it so", span: sentence.spans.first, words: sentence.text)
  }

  private mutating func faults(ofSlots use: Frames.Use, about subject: Sentence.Subject, in sentence: Sentence) -> [Fault] {
    for (slot, text) in use.words.all where !text.isEmpty {
      switch slot {
      case .quote, .decision: if !isVerbatim(text, at: sentence.spans) { return [unsaid(text)] }
      case .due, .day, .days: if let fault = faultOfDay(text, about: subject) { return [fault] }
      case .answer, .reason: if !isNear(text, sentence.spans) { return [unsaid(text)] }
      // Who it is was looked at with what was heard.
      default: break
      }
    }
    let isAsked = if case .action(let index) = subject { meeting.actions[index].firmness == .asked } else { false }
    if let task = use.words[.task] { return faults(ofTask: task, isAsked, in: sentence) }
    guard let words = use.words[.words], !words.isEmpty else { return [] }
    if let fault = faultOfQuotes(in: words, of: sentence) { return [fault] }
    let isCut = words.hasSuffix("…")
    let text = isCut ? String(words.dropLast()) : words
    let place = self.words(at: sentence.spans)
    if own.hold(withoutDays(text, sentence), at: place, isToSomebody: false, isCut: isCut, isAsked: isAsked) { return [] }
    return isAsked ? [unsaid(words)] : comparison(of: use.claim ?? words, at: sentence.spans, isAllTheirs: true)
  }

  private mutating func faults(ofTask task: String, _ isAsked: Bool, in sentence: Sentence) -> [Fault] {
    let place = words(at: sentence.spans)
    if own.hold(withoutDays(task, sentence), at: place, isToSomebody: true, isAsked: isAsked) { return [] }
    return isAsked ? [unsaid(task)] : comparison(of: sentence.text, at: sentence.spans)
  }

  private func faultOfDay(_ text: String, about subject: Sentence.Subject) -> Fault? {
    guard case .action(let index) = subject, let due = meeting.actions[index].due,
      text == self.due.dated(due) || text == DueWords.days(due)
    else { return Fault(kind: .date, message: "The notes do not name that day", span: nil, words: text) }
    return nil
  }

  /// What is said of a topic that nothing came of: in the notes' words, by whoever speaks there.
  private mutating func faults(ofCentral use: Frames.Use, in sentence: Sentence) -> [Fault] {
    guard let quote = use.words[.quote], isVerbatim(quote, at: sentence.spans) else { return [unsaid(sentence.text)] }
    guard let person = use.words[.person], !person.isEmpty else { return [] }
    let isSpeaker = sentence.spans.allSatisfy { meeting.turn(of: $0)?.label == person }
    return isSpeaker ? [] : [Fault(kind: .actor, message: "\(person) does not speak there", span: sentence.spans.first, words: person)]
  }

  /// Something was settled, taken on, left open or not agreed under the topic.
  private mutating func hasOutcome(_ sentence: Sentence) -> Bool {
    let named = sentence.subjects.compactMap { if case .topic(let topic) = $0 { topic } else { nil } }.min()
    let topic =
      sentence.subjects.isEmpty
      ? meeting.topics.firstIndex { sentence.spans.contains($0.span) } : named
    guard let topic else { return sentence.spans.isEmpty && !meeting.decisions.isEmpty }
    // Every topic may be asked for, and each would go through all items.
    let known = outcomes ?? meeting.topicsWithOutcome
    outcomes = known
    return known.contains(topic)
  }

  /// Leaves behind a place in which its reason or its answer may stand.
  private static let reach = 40

  /// Whether words stand in a place or soon behind it.
  private mutating func isNear(_ words: String, _ spans: [Span]) -> Bool {
    let head = words.hasSuffix("…") ? String(words.dropLast()) : words
    return spans.contains { span in notes.leaves(from: span.start, Fidelity.reach) { Quotations.hold($0, head) } }
  }
}

extension Meeting {
  /// Topics on which something was settled, taken on, asked and not answered, or not agreed.
  fileprivate var topicsWithOutcome: Set<Int> {
    var topics = Set((decisions.map(\.topic) + actions.map(\.topic)).compactMap { $0 })
    for question in questions where !question.isAnswered { if let topic = question.topic { topics.insert(topic) } }
    for remark in remarks where remark.kind == .disagreement { if let topic = remark.topic { topics.insert(topic) } }
    return topics
  }

  /// The last turn that begins before a span ends, where it reaches into it.
  func turn(of span: Span) -> Turn? {
    var low = 0
    var high = turns.count
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].span.start < span.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, turns[low - 1].span.overlaps(span) else { return nil }
    return turns[low - 1]
  }
}
