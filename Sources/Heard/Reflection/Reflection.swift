/// What heard says back: a summary by topic, a restatement for each person, and questions about what was left unclear.
public struct Reflection: Sendable {
  /// In the order of the notes.
  public internal(set) var summary: [TopicSummary] = []
  /// In the order of ``Meeting/people``; only for people of whom something was heard.
  public internal(set) var restatements: [Restatement] = []
  /// What hangs most on its answer first.
  public internal(set) var questions: [ClarifyingQuestion] = []
  /// Decisions and firm actions that the summary had no room for, each named.
  public internal(set) var leftOut: [Sentence] = []
  /// Wordings that were offered from outside and not taken.
  public internal(set) var refusals: [Rewording.Refusal] = []
  /// What was not said, because it would not have said what the notes say.
  public internal(set) var dropped: [Dropped] = []
}

/// A sentence that is not shown, and why.
public struct Dropped: Sendable {
  public var sentence: Sentence
  /// Never empty.
  public var faults: [Fault]
}

/// What was said on one topic.
public struct TopicSummary: Sendable {
  /// Index into ``Meeting/topics``; nil: what stands under no heading of its own.
  public var topic: Int?
  public var title: String
  /// What was settled, then what is to be done, then what is open.
  public var sentences: [Sentence]
  /// Something was settled, taken on or left open.
  public var hasOutcome: Bool
  /// Nothing is said of it but that it has no outcome.
  public var isSilent: Bool { !hasOutcome && sentences.count == 1 && sentences[0].use?.frame == "no outcome" }
}

/// What was heard from one person, said to that person.
public struct Restatement: Sendable {
  /// As in ``Meeting/people``, or as the notes name an owner who is not among them.
  public var person: String
  /// Each addresses the person as "you".
  public var sentences: [Sentence]
  /// The opening to correct.
  public var closing: String
}

/// One question that would settle what the notes leave open.
public struct ClarifyingQuestion: Sendable {
  /// Who can answer; nil where neither notes nor registry tell, so that it is put to everybody.
  public var to: String?
  /// Whom it is put to, as it is printed: ``to``, or the language's word for everybody.
  public var addressee: String
  /// What is asked, quote included.
  public var text: String
  /// The notes' words that it is about.
  public var quote: String
  /// What the answer would change, in a sentence.
  public var why: String
  public var spans: [Span]
  public var subjects: [Sentence.Subject]
  /// What hangs on the answer: a sum of points, the higher the sooner it is asked.
  public var rank: Int
  /// How heard made it; nil: it is that of a finding.
  var use: Frames.Use?
}

/// How much is said back, and to whom.
public struct ReflectionOptions: Sendable {
  /// Only this person's restatement and questions; matched as names are.
  public var person: String?
  /// Sentences of the summary at most; nil: as many as there is something to say.
  public var length: Int?
  /// Clarifying questions at most.
  public var questionLimit = 7

  public init() {}
}
