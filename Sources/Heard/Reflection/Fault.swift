/// One way in which a sentence says something else than the notes do.
public struct Fault: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A name that the notes do not have there.
    case name
    /// Somebody else does it than in the notes.
    case actor
    case number, unit, date
    /// A "not" that one side has and the other has not, or a word and its opposite.
    case negation
    /// A "might" that one side has and the other has not.
    case hedge
    /// An "if" that the sentence leaves out.
    case condition
    /// A proposal told as settled, or what was settled as a proposal or a question.
    case settled
    /// Done or still to be done.
    case status
    /// Something else is to be done than in the notes.
    case task
  }

  public var kind: Kind
  /// One sentence without a final full stop.
  public var message: String
  /// In the notes: what the sentence is at odds with; nil where nothing there is.
  public var span: Span?
  /// Of the sentence.
  public var words: String

  public init(kind: Kind, message: String, span: Span?, words: String) {
    (self.kind, self.message, self.span, self.words) = (kind, message, span, words)
  }
}
