import HeardGrammar

/// What every part of a reflection is made with: the meeting, its notes' words, the frames, and how words are restated.
struct Reflecting {
  let meeting: Meeting
  let document: Document
  let grammar: Grammar
  let options: ReflectionOptions
  let registry: Registry
  let fidelity: Fidelity
  let frames: Frames
  let due: DueWords
  var notes: NotesWords
  var restating: Restating

  /// Words of a quotation at most, and of one in a question.
  static let (quoted, quotedInQuestion) = (36, 24)

  init(
    _ meeting: Meeting, _ document: Document, _ grammar: Grammar, _ options: ReflectionOptions, _ registry: Registry
  ) {
    self.meeting = meeting
    self.document = document
    self.grammar = grammar
    self.options = options
    self.registry = registry
    fidelity = Fidelity(meeting: meeting, document: document, registry: registry, grammar)
    frames = Frames(grammar, language: meeting.language)
    due = DueWords(grammar, language: meeting.language)
    notes = NotesWords(document)
    restating = Restating(grammar, language: meeting.language)
  }

  /// A text from the notes as it is quoted.
  func quote(_ text: String, _ limit: Int = Reflecting.quoted) -> String {
    Wordplay.clipped(Wordplay.trimmed(NotesWords.onOneLine(text.utf8)), words: limit)
  }

  /// What is left to check of a claim: nothing where it is what the notes say, from its first word on.
  mutating func unchecked(_ claim: String?, at span: Span) -> String? {
    guard let claim, !claim.isEmpty else { return claim }
    let words = Wordplay.trimmed(notes.words(of: span))
    return words.hasPrefix(claim.hasSuffix("…") ? String(claim.dropLast()) : claim) ? "" : claim
  }

  /// The sentence or line of an item, in the notes' words.
  mutating func sentence(at span: Span, else text: String) -> String {
    let words = Wordplay.trimmed(notes.words(of: span))
    return words.isEmpty ? text : words
  }

  /// Remarks of one kind in one leaf are one matter: only the first stands for it.
  func isOfItsOwn(remark index: Int) -> Bool {
    guard index > 0 else { return true }
    let (remark, before) = (meeting.remarks[index], meeting.remarks[index - 1])
    return remark.kind != before.kind || notes.leaf(at: remark.span.start) != notes.leaf(at: before.span.start)
  }

  /// How the one who was asked says yes in one of the next turns; nil: the notes have no yes.
  mutating func acceptance(of action: Action, by person: String) -> String? {
    let next = meeting.turns.filter { $0.span.start >= action.span.end }.prefix(3)
    guard let reply = next.first(where: { $0.label == person }) else { return nil }
    let words = notes.words(of: reply.span)
    return restating.saysYes(words) ? words : nil
  }

  /// The speaker of the turn that holds a span.
  func speaker(of span: Span) -> String? { turn(of: span)?.label }

  /// The last turn that begins before a span ends, where it reaches into it.
  func turn(of span: Span) -> Turn? {
    let turns = meeting.turns
    var low = 0
    var high = turns.count
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].span.start < span.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, turns[low - 1].span.overlaps(span) else { return nil }
    return turns[low - 1]
  }

  /// The ways to name somebody, as the notes do.
  func forms(of person: String) -> NameForms {
    guard let known = meeting.people.first(where: { $0.name == person || $0.aliases.contains(person) }) else {
      return NameForms([person])
    }
    let first = known.name.split(separator: " ").first.map(String.init)
    let isOnly = meeting.people.filter { $0.name.split(separator: " ").first.map(String.init) == first }.count == 1
    return NameForms([known.name, person] + known.aliases + (isOnly ? [first].compactMap { $0 } : []))
  }

  /// The ways to name everybody else.
  func forms(besides person: String) -> NameForms {
    let others = meeting.people.filter { $0.name != person && !$0.aliases.contains(person) }
    return NameForms(others.flatMap { [$0.name] + $0.aliases + $0.name.split(separator: " ").prefix(1).map(String.init) })
  }
}
