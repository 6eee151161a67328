/// A day of the proleptic Gregorian calendar, without time or zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  public init(number: Int) { self.number = number }
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

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
