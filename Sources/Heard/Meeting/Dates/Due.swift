/// How exactly the notes say when something is due.
public enum Precision: String, Sendable { case day, week, month, quarter, year, vague, event }

/// When something is due, as the notes say it.
public struct Due: Sendable, Hashable {
  /// The day, where text and meeting date give exactly one.
  public var date: Day?
  /// First and last day of the period that is meant, where it is one.
  public var period: ClosedRange<Day>?
  public var precision: Precision
  /// The words of the notes.
  public var text: String
  public var span: Span
}
