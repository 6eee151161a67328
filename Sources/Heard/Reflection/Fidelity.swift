/// Checks what is said about notes against the places in the notes that it rests on.
import HeardGrammar

public struct Fidelity: Sendable {
  let grammar: Grammar
  let meeting: Meeting
  let document: Document
  let registry: Registry
  let frames: Frames
  var notes: NotesWords
  var own: OwnWords
  let due: DueWords
  /// Made when a sentence is first read that came without the frame it was made by.
  private var reader: FrameReader?
  /// Made when words are first compared claim by claim.
  private var claims: NearClaims?
  /// Topics with an outcome; made when a sentence first says that one has none.
  var outcomes: Set<Int>?
  /// Made when a sentence first comes without what it is about.
  private var items: ItemIndex?

  /// - Parameters:
  ///   - document: the document that the meeting was heard in.
  ///   - registry: its names may be used where the notes have another form of them.
  public init(meeting: Meeting, document: Document, registry: Registry = Registry(), _ grammar: Grammar = .builtIn) {
    (self.meeting, self.document, self.registry, self.grammar) = (meeting, document, registry, grammar)
    frames = Frames(grammar, language: meeting.language)
    notes = NotesWords(document)
    own = OwnWords(grammar, language: meeting.language)
    due = DueWords(grammar, language: meeting.language)
  }

  /// Everybody who is named in the notes and the registry.
  var cast: Cast { claims?.cast ?? Cast(meeting, registry, grammar) }

  /// How a sentence departs from the places that it rests on; empty: it is faithful.
  ///
  /// All of its text is held to the notes. A sentence that one of heard's frames can have made is what the frame says about the words in
  /// its slots: quoted ones have to be the notes' own, letter by letter; names, days and reasons those of what was heard there; and what
  /// the frame itself says ("Done", "nobody named", "I heard no answer") has to be so. Any other sentence may have words of its own;
  /// held to the notes are its names, numbers, units, dates, "not", "might", "if" and who does it.
  public mutating func faults(in sentence: Sentence) -> [Fault] {
    if let use = sentence.use { return faults(of: use, in: sentence) }
    if sentence.isQuestion { return faults(inQuestion: sentence) }
    // Whoever says what a sentence is about says it in words of their own; what is only read again may be a frame's.
    guard sentence.subjects.isEmpty else { return faults(inWords: sentence.text, of: sentence) }
    var closest: [Fault]?
    for use in uses(of: sentence.text) {
      let faults = faults(of: use, in: sentence)
      if faults.isEmpty { return [] }
      // "You'll" may be the notes' "I'll".
      if closest == nil, !use.frame.hasPrefix("takes on") { closest = faults }
    }
    if isLeftOut(sentence) { return [] }
    if let closest { return closest }
    if sentence.text.hasSuffix("?"), !Quotations.all(in: sentence.text).isEmpty { return faults(inQuestion: sentence) }
    return faults(inWords: sentence.text, of: sentence, isAllTheirs: true)
  }

  /// The sentence only names an action, behind those who took it on.
  private mutating func isLeftOut(_ sentence: Sentence) -> Bool {
    for subject in subjects(of: sentence) {
      guard case .action(let index) = subject else { continue }
      let owners = meeting.actions[index].owners.joined(separator: ", ")
      guard !owners.isEmpty, sentence.text.hasPrefix(owners + ": ") else { continue }
      let words = String(sentence.text.dropFirst(owners.count + 2))
      if faults(of: Frames.Use(frame: "left out", words: [.owners: owners, .words: words]), in: sentence).isEmpty { return true }
    }
    return false
  }

  /// A question claims nothing but what it quotes; whom its own words name has to be named there too.
  private mutating func faults(inQuestion sentence: Sentence) -> [Fault] {
    if let fault = faultOfQuotes(in: sentence.text, of: sentence) { return [fault] }
    let names = Quotations.outside(sentence.text).split { $0 <= 0x2F || $0 &- 0x3A < 7 }.dropFirst().filter {
      $0.first.map { $0 &- 0x41 < 26 } ?? false
    }
    for name in names.map({ TextDecoding.string($0) }) where !isVerbatim(name, at: sentence.spans) {
      let known = self.names(of: subjects(of: sentence)) + registry.names
      guard known.contains(where: { Quotations.hold($0, name) }) else {
        return [Fault(kind: .name, message: "The notes do not name that there", span: sentence.spans.first, words: name)]
      }
    }
    return []
  }

  private mutating func uses(of text: String) -> [Frames.Use] {
    let reader =
      self.reader ?? FrameReader(frames.templates) { $0 != "left out" && $0 != "closing" && $0 != "everybody" && !$0.hasPrefix("why: ") }
    self.reader = reader
    return reader.uses(of: text).map(\.use)
  }

  /// How a sentence in words of its own departs from the notes.
  ///
  /// - Parameter isAllTheirs: it has to have all its words from them.
  mutating func faults(inWords text: String, of sentence: Sentence, isAllTheirs: Bool = false) -> [Fault] {
    if let fault = faultOfQuotes(in: text, of: sentence) { return [fault] }
    let isOwn = own.hold(withoutDays(text, sentence), at: words(at: sentence.spans), isToSomebody: sentence.you != nil)
    return isOwn ? [] : comparison(of: text, at: sentence.spans, isAllTheirs: isAllTheirs)
  }

  /// What holding words against their places, claim by claim, finds.
  mutating func comparison(of text: String, at spans: [Span], isAllTheirs: Bool = false) -> [Fault] {
    let claims = self.claims ?? NearClaims(meeting, document, registry, grammar)
    let faults = claims.faults(in: text, at: spans, isAllTheirs: isAllTheirs)
    self.claims = claims
    return faults
  }

  // MARK: Places

  /// The words of some places, one behind the other.
  mutating func words(at spans: [Span]) -> String {
    guard spans.count != 1 else { return notes.words(of: spans[0]) }
    return spans.map { notes.words(of: $0) }.joined(separator: " ")
  }

  /// What a sentence is about: as it says itself, or else all that was heard where it rests.
  mutating func subjects(of sentence: Sentence) -> [Sentence.Subject] {
    if !sentence.subjects.isEmpty { return sentence.subjects }
    let items = self.items ?? ItemIndex(meeting)
    self.items = items
    return sentence.spans.flatMap { items.touched(by: $0) }
  }

  /// A text without the days that were put behind its words in brackets, where they are those of what is due there.
  mutating func withoutDays(_ text: String, _ sentence: Sentence) -> String {
    guard text.utf8.contains(0x28) else { return text }
    var text = text
    for subject in subjects(of: sentence) {
      guard case .action(let index) = subject, let due = meeting.actions[index].due else { continue }
      let days = DueWords.days(due)
      if !days.isEmpty { text = Quotations.without(" (" + days + ")", text) }
    }
    return text
  }

  /// Every quotation in a text has to stand in the places that it rests on, or to be what somebody or something is called.
  mutating func faultOfQuotes(in text: String, of sentence: Sentence) -> Fault? {
    for quote in Quotations.all(in: text) where !isVerbatim(quote, at: sentence.spans) {
      if !names(of: subjects(of: sentence)).contains(quote), !registry.names.contains(quote) { return unsaid(quote) }
    }
    return nil
  }

  /// Owners and days of what was heard, which can stand elsewhere than its task.
  private func names(of subjects: [Sentence.Subject]) -> [String] {
    subjects.flatMap { subject -> [String] in
      guard case .action(let index) = subject else { return [] }
      return meeting.actions[index].owners + (meeting.actions[index].due.map { [$0.text] } ?? [])
    }
  }

  /// Whether words stand in a place as they are; "…" stands for what is left out behind them.
  mutating func isVerbatim(_ words: String, at spans: [Span]) -> Bool {
    let head = words.hasSuffix("…") ? String(words.dropLast()) : words
    return spans.contains { Quotations.hold(notes.words(of: $0), head) }
  }

  func unsaid(_ words: String) -> Fault {
    Fault(kind: .task, message: "The notes do not say it in these words there", span: nil, words: words)
  }
}

extension Registry {
  /// What the partners call their people, areas, goals and deliverables.
  var names: [String] {
    people.map(\.name) + areas.map(\.name) + goals.map(\.name) + deliverables.map(\.name)
  }
}
