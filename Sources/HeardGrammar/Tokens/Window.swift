/// A look at a row of values in memory that somebody else keeps: copying it costs nothing, and no index leads outside.
@frozen
public struct Window<Element>: RandomAccessCollection, @unchecked Sendable {
  // Sound to share as far as its keeper is: a window only looks.
  @usableFromInline let first: UnsafeMutablePointer<Element>?
  public let count: Int

  @inlinable
  public init(_ buffer: UnsafeMutableBufferPointer<Element>) { (first, count) = (buffer.baseAddress, buffer.count) }

  /// Nothing to look at.
  @inlinable public init() { (first, count) = (nil, 0) }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(i: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: i) < UInt(bitPattern: count))
      return first.unsafelyUnwrapped[i]
    }
    @inline(__always) nonmutating set {
      precondition(UInt(bitPattern: i) < UInt(bitPattern: count))
      first.unsafelyUnwrapped[i] = newValue
    }
  }

  @inlinable
  public func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R? {
    try body(UnsafeBufferPointer(start: first, count: count))
  }
}
