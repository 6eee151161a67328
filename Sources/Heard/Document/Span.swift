/// A half-open range of UTF-8 bytes of the notes.
///
/// Line and column are computed only when something is printed: see ``LineIndex``.
public struct Span: Hashable, Sendable {
  /// Offset of the first byte, from 0.
  public var start: Int
  /// Offset behind the last byte.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var isEmpty: Bool { end <= start }
  public var count: Int { end - start }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}
