/// Numbers that matching asks for at every word: unpacked once, and given back with the tables that they are of.
public struct Numbers: Sendable {
  @usableFromInline let values: Window<UInt32>

  init(_ packed: PackedValues) { values = Window(packed.copied()) }

  func deallocate() { values.deallocate() }

  @inlinable public var count: Int { values.count }

  @inlinable
  public subscript(i: Int) -> UInt32 {
    @inline(__always) get { values[i] }
  }

  /// From where to where the rows of a number go, in an array of starts.
  @inlinable
  @inline(__always)
  public func rows(of number: Int) -> Range<Int> {
    guard number >= 0, number &+ 1 < values.count else { return 0..<0 }
    let (start, end) = (Int(values[number]), Int(values[number &+ 1]))
    return start..<max(start, end)
  }
}
