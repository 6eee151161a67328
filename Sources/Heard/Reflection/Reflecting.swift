import HeardGrammar

/// What every part of a reflection is made with: the meeting, its notes' words, the frames, and how words are restated.
struct Reflecting {
  let meeting: Meeting
  let document: Document
  let grammar: Grammar
  let options: ReflectionOptions
  let registry: Registry
  var fidelity: Fidelity
  var restating: Restating
  let mentions: Mentions
  var titles: Titles
  /// Made when it is first asked what became of a question.
  var checking: Checking?
  /// Decisions and firm actions, as the summary would say them.
  var owed: [Sentence] = []
  /// Objections to decisions, and disagreements, whose speaker the notes may name in their words.
  var objections: [(index: Int, text: String, words: NamingWords)] = []
  var unvoiced: [(index: Int, words: NamingWords)] = []

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
    restating = Restating(grammar, language: meeting.language)
    mentions = Mentions(in: meeting)
    titles = Titles(meeting, grammar)
  }

  var frames: Frames { fidelity.frames }
  var due: DueWords { fidelity.due }
  var notes: NotesWords {
    get { fidelity.notes }
    _modify { yield &fidelity.notes }
  }

  /// A text from the notes as it is quoted.
  func quote(_ text: String, _ limit: Int = Reflecting.quoted) -> String {
    Wordplay.clipped(Wordplay.unbracketed(Wordplay.trimmed(NotesWords.onOneLine(text))), words: limit)
  }

  /// An item's text, or what stands where it was heard, where its text was put together of several places.
  mutating func verbatim(_ text: String, _ span: Span) -> String {
    let words = notes.words(of: span)
    return words.isEmpty || Quotations.hold(words, NotesWords.onOneLine(text)) ? text : words
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
    let next = meeting.turns.lastIndex(startingBefore: action.span.end).map { $0 + 1 } ?? 0
    guard let reply = meeting.turns[next...].prefix(3).first(where: { $0.label == person }) else { return nil }
    let words = notes.words(of: reply.span)
    return restating.saysYes(words) ? words : nil
  }

  /// The speaker of the turn that holds a span.
  func speaker(of span: Span) -> String? { meeting.turn(of: span)?.label }
}
