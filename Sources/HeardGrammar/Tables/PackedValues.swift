/// Numbers of 28 bits, each in four bytes of seven bits, read where they stand.
///
/// As ASCII they can stand in a string literal, so that a grammar is ready without being read: only what is asked for
/// is ever touched.
public struct PackedValues: @unchecked Sendable {
  // Sound to share: the bytes do not change, and whoever hands this out keeps them alive.
  @usableFromInline let base: UnsafeRawPointer
  public let count: Int

  init(_ base: UnsafeRawPointer, count: Int) { (self.base, self.count) = (base, count) }

  /// No numbers.
  static let none = PackedValues(UnsafeRawPointer(("" as StaticString).utf8Start), count: 0)

  @inlinable
  public subscript(i: Int) -> UInt32 {
    precondition(i >= 0 && i < count)
    return PackedValues.unpacked(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 4 &* i, as: UInt32.self)))
  }

  /// The number that ``raw(_:)`` tells.
  @inlinable
  @inline(__always)
  public static func unpacked(_ x: UInt32) -> UInt32 {
    x & 0x7F | x >> 1 & 0x3F80 | x >> 2 & 0x1F_C000 | x >> 3 & 0xFE0_0000
  }

  /// A number as it is packed, for looks at its bits; 0 where there is none.
  @inlinable
  @inline(__always)
  public func raw(_ i: Int) -> UInt32 {
    UInt(bitPattern: i) < UInt(bitPattern: count)
      ? UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 4 &* i, as: UInt32.self)) : 0
  }

  /// Two numbers that stand side by side, as they are packed; 0 where there are none.
  @inlinable
  @inline(__always)
  public func rawPair(_ i: Int) -> UInt64 {
    i >= 0 && i &+ 1 < count ? UInt64(littleEndian: base.loadUnaligned(fromByteOffset: 4 &* i, as: UInt64.self)) : 0
  }

  /// A number as ``raw(_:)`` tells it.
  @inlinable
  @inline(__always)
  public static func packed(_ value: UInt32) -> UInt32 {
    value & 0x7F | (value & 0x3F80) << 1 | (value & 0x1F_C000) << 2 | (value & 0xFE0_0000) << 3
  }

  /// From where to where the rows of a number go, in an array of starts.
  @inlinable
  @inline(__always)
  public func rows(of number: Int) -> Range<Int> {
    let both = rawPair(number)
    // Most numbers have none, which shows without unpacking.
    if UInt32(truncatingIfNeeded: both) == UInt32(truncatingIfNeeded: both >> 32) { return 0..<0 }
    let rows = PackedValues.unpacked(pair: both)
    return Int(rows & 0xFFFF_FFFF)..<Int(rows >> 32)
  }

  /// Two numbers at once.
  @inlinable
  @inline(__always)
  static func unpacked(pair x: UInt64) -> UInt64 {
    x & 0x7F_0000_007F | x >> 1 & 0x3F80_0000_3F80 | x >> 2 & 0x1F_C000_001F_C000 | x >> 3 & 0xFE0_0000_0FE0_0000
  }

  @usableFromInline static let limit: UInt32 = 0xFFF_FFFF

  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift: UInt32 in [0, 7, 14, 21] { bytes.append(UInt8(value >> shift & 0x7F)) }
  }
}
