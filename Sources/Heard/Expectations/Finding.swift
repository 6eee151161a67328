/// An expectation that was not met: where, what is missing, and the question that would meet it.
public struct Finding: Sendable, Hashable {
  /// The name of an ``Expectation``.
  public var expectation: String
  /// Never ``Severity/off``.
  public var severity: Severity
  /// One sentence without a final full stop; quotes the notes.
  public var message: String
  /// In the notes.
  public var span: Span
  public var related: [Related] = []
  public var question: Asked?
  public var subject: Subject
  /// Made of the expectation and the words it is about, not of their place: 11 letters and digits at most, then `-2`, `-3` … where
  /// the same words are found at fault again.
  public var fingerprint = ""

  /// Another place that bears on it.
  public struct Related: Sendable, Hashable {
    /// In the notes.
    public var span: Span
    public var message: String
    public init(span: Span, message: String) { (self.span, self.message) = (span, message) }
  }

  /// The question that would meet the expectation.
  public struct Asked: Sendable, Hashable {
    public var text: String
    /// Who can answer, as in ``Meeting/people`` or the registry; nil where neither tells.
    public var to: String?
    public init(text: String, to: String?) { (self.text, self.to) = (text, to) }
  }

  /// What it is about: an index into the list of that name in ``Meeting``; areas and deliverables into those of ``Registry``.
  public enum Subject: Sendable, Hashable {
    case meeting
    case topic(Int)
    case action(Int)
    case decision(Int)
    case question(Int)
    case remark(Int)
    case person(Int)
    case area(Int)
    case deliverable(Int)
  }

  public init(
    expectation: String, severity: Severity, message: String, span: Span, related: [Related] = [],
    question: Asked? = nil,
    subject: Subject = .meeting, fingerprint: String = ""
  ) {
    (self.expectation, self.severity, self.message, self.span) = (expectation, severity, message, span)
    (self.related, self.question, self.subject, self.fingerprint) = (related, question, subject, fingerprint)
  }
}
