/// Which lists hold a word, a bit a list, so that one look tells that a word is in none of those asked for.
@frozen
public struct ListBits: Sendable {
  @usableFromInline let values: PackedValues

  init(_ values: PackedValues) { self.values = values }

  /// A number holds 28 bits; lists beyond the last of these numbers are told by ``Grammar/lists(ofWord:)`` alone.
  public static let size = 3
  static let bitsOfNumber = 28

  /// Some lists.
  @frozen
  public struct Mask: Sendable {
    @usableFromInline var bits: (UInt32, UInt32, UInt32) = (0, 0, 0)
    /// One of the lists has no bit: everything may be in it.
    @usableFromInline var isOpen = false

    public init() {}

    public init(_ list: Grammar.ListID?) { if let list { insert(list) } }

    public mutating func insert(_ list: Grammar.ListID) {
      let bit = UInt32(1) << UInt32(list.number % Int32(ListBits.bitsOfNumber))
      switch Int(list.number) / ListBits.bitsOfNumber {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: isOpen = true
      }
    }
  }

  /// Whether a word may be in one of some lists; where it says no, the word is in none.
  @inlinable
  @inline(__always)
  public func mayHold(_ word: Int32, _ mask: Mask) -> Bool {
    guard word > 0 else { return false }
    if mask.isOpen { return true }
    let row = Int(word) &* 3
    guard row &+ 2 < values.count else { return false }
    if mask.bits.0 != 0, values[row] & mask.bits.0 != 0 { return true }
    if mask.bits.1 != 0, values[row &+ 1] & mask.bits.1 != 0 { return true }
    return mask.bits.2 != 0 && values[row &+ 2] & mask.bits.2 != 0
  }

  /// Adds a word's list to rows of all words' bits.
  static func add(_ list: Int, _ word: Int, to rows: inout [UInt32]) {
    guard list < bitsOfNumber * size, word >= 0 else { return }
    rows[word * size + list / bitsOfNumber] |= 1 << UInt32(list % bitsOfNumber)
  }
}
