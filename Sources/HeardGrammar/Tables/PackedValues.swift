/// Numbers of 28 bits, each in four bytes of seven bits, read where they stand.
///
/// As ASCII they can stand in a string literal, so that a grammar is ready without being read: only what is asked for
/// is ever touched.
public struct PackedValues: @unchecked Sendable {
  // Sound to share: the bytes do not change, and whoever hands this out keeps them alive.
  @usableFromInline let base: UnsafeRawPointer
  public let count: Int

  init(_ base: UnsafeRawPointer, count: Int) { (self.base, self.count) = (base, count) }

  @inlinable
  public subscript(i: Int) -> UInt32 {
    precondition(i >= 0 && i < count)
    let x = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: 4 &* i, as: UInt32.self))
    return x & 0x7F | x >> 1 & 0x3F80 | x >> 2 & 0x1F_C000 | x >> 3 & 0xFE0_0000
  }

  /// From where to where the rows of a number go, in an array of starts.
  @inlinable
  public func rows(of number: Int) -> Range<Int> {
    guard number >= 0, number + 1 < count else { return 0..<0 }
    return Int(self[number])..<Int(self[number + 1])
  }

  /// All of them, unpacked.
  var unpacked: [UInt32] {
    Array(unsafeUninitializedCapacity: count) { memory, initialized in
      for i in 0..<count { memory[i] = self[i] }
      initialized = count
    }
  }

  /// The same numbers in memory that the caller gives back.
  func copied() -> UnsafeMutableBufferPointer<UInt32> {
    let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(1, count))
    for i in 0..<count { memory.initializeElement(at: i, to: self[i]) }
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }

  static let limit: UInt32 = 0xFFF_FFFF

  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    for shift: UInt32 in [0, 7, 14, 21] { bytes.append(UInt8(value >> shift & 0x7F)) }
  }
}
