/// One sentence that heard says back, and the places in the notes that it rests on.
public struct Sentence: Sendable, Hashable {
  /// What a sentence is about: an index into the list of that name in ``Meeting``.
  public enum Subject: Sendable, Hashable {
    case topic(Int)
    case action(Int)
    case decision(Int)
    case question(Int)
    case remark(Int)
  }

  /// Plain words, without markup and without a line break; ends with its mark.
  public var text: String
  /// In the order of the notes; never empty, but for a sentence that says that nothing was heard.
  public var spans: [Span]
  public var subjects: [Subject]
  /// The person, as in ``Meeting/people``, whom "you" in the text means, where the notes' words say "I" or name that person.
  public var you: String?
  /// The part that says what the notes say, where the rest ("To do, nobody named", "I heard no answer") is heard's own word about
  /// them; nil: all of the text; empty: none of it.
  public var claim: String? {
    get { use.map(\.claim) ?? statedClaim }
    set { statedClaim = newValue }
  }
  /// What whoever made it says of it; heard's frames say it themselves, when somebody asks.
  private var statedClaim: String?
  /// It asks about what it quotes, and so says nothing else of the notes.
  var isQuestion = false
  /// How heard made it; nil: in the notes' words, or somebody else did.
  var use: Frames.Use?

  public init(text: String, spans: [Span], subjects: [Subject] = [], you: String? = nil, claim: String? = nil) {
    (self.text, self.spans, self.subjects, self.you, statedClaim) = (text, spans, subjects, you, claim)
  }

  init(_ said: Said, _ span: Span, _ subject: Subject, you: String? = nil) {
    self.init(text: said.text, spans: [span], subjects: [subject], you: you)
    use = said.use
  }
}
