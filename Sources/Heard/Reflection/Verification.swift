/// What became of a summary that was held against notes: an answer for each of its claims, and what it leaves out.
public struct Verification: Sendable {
  public enum Answer: String, Sendable, CaseIterable {
    /// The notes say so.
    case supported
    /// The notes say otherwise.
    case contradicted
    /// The notes do not say so.
    case notFound = "not-found"
  }

  /// One claim of the summary: a sentence, an item, a row.
  public struct Checked: Sendable {
    public var answer: Answer
    /// The claim's words on one line.
    public var text: String
    /// In the summary.
    public var span: Span
    /// Where the notes speak of it; empty where they do not.
    public var places: [Span]
    /// Why it is not supported.
    public var faults: [Fault]
  }

  /// An action or a decision of the notes that the summary does not tell.
  public struct Omitted: Sendable {
    public enum Part: String, Sendable {
      /// All of it.
      case everything
      /// The task is told, but not who took it on.
      case owner
    }

    /// Never another than an action or a decision.
    public var subject: Sentence.Subject
    public var part: Part
    /// The item's words.
    public var text: String
    public var owners: [String]
    /// In the notes.
    public var span: Span
  }

  /// In the order of the summary.
  public internal(set) var claims: [Checked] = []
  /// In the order of the notes.
  public internal(set) var leftOut: [Omitted] = []

  public func count(_ answer: Answer) -> Int { claims.count { $0.answer == answer } }

  /// A contradiction is an error; what is not found, and what is left out, a warning; off: the summary holds.
  public var severity: Severity {
    if claims.contains(where: { $0.answer == .contradicted }) { return .error }
    return count(.notFound) > 0 || !leftOut.isEmpty ? .warning : .off
  }
}
