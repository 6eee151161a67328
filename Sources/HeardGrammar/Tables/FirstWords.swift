/// What the matches of a pattern begin with, as few bits: words that they do not hold begin no match.
@frozen
public struct FirstWords: Sendable {
  /// 54 bits that words share, one for mentions of persons and one for dates.
  @usableFromInline var bits: UInt64

  @inlinable init(bits: UInt64) { self.bits = bits }

  static let none = FirstWords(bits: 0)
  /// Anything may begin a match.
  static let any = FirstWords(bits: anyBits)
  static let person = FirstWords(bits: 1 << 54)
  static let date = FirstWords(bits: 1 << 55)
  @inlinable static var anyBits: UInt64 { (1 << 56) - 1 }

  /// The two numbers of 28 bits that stand for it in tables.
  var numbers: [UInt32] { [UInt32(bits & 0xFFF_FFFF), UInt32(bits >> 28)] }

  @inlinable
  public init(_ low: UInt32, _ high: UInt32) { bits = UInt64(low) | UInt64(high) << 28 }

  @inlinable
  @inline(__always)
  static func bit(_ word: Int32) -> UInt64 {
    let spread = UInt32(bitPattern: word) &* 0x9E37_79B1 >> 16
    return 1 << UInt64(spread &* 54 >> 16)
  }

  /// What a token adds to the bits that a text holds.
  @inlinable
  @inline(__always)
  public static func bits(ofWord word: Int32, isPerson: Bool, isDate: Bool) -> UInt64 {
    (word > 0 ? bit(word) : 0) | (isPerson ? 1 << 54 : 0) | (isDate ? 1 << 55 : 0)
  }

  mutating func insert(_ word: Int32) { bits |= FirstWords.bit(word) }

  mutating func formUnion(_ other: FirstWords) { bits |= other.bits }

  /// Whether a match may begin at a token: its word, and whether a person or a date begins there.
  @inlinable
  @inline(__always)
  public func mayHold(_ word: Int32, isPerson: Bool, isDate: Bool) -> Bool {
    if word > 0, bits & FirstWords.bit(word) != 0 { return true }
    return isPerson && bits >> 54 & 1 != 0 || isDate && bits >> 55 & 1 != 0 || bits == FirstWords.anyBits
  }
}
