/// Which lists hold a word, a bit a list, so that one look tells whether a word is in one of those asked for.
///
/// Read where it is packed: most words are never asked for.
public struct ListBits: Sendable {
  @usableFromInline let values: PackedValues
  /// How many numbers a word has.
  @usableFromInline let width: Int

  init(_ values: PackedValues, words: Int) {
    self.values = values
    width = words > 0 ? values.count / words : 0
  }

  /// The bits of a number.
  static let bitsOfNumber = 28

  /// How many numbers a word needs for so many lists.
  static func width(lists: Int) -> Int { (lists + bitsOfNumber - 1) / bitsOfNumber }

  /// The bit of one list.
  @frozen
  public struct Bit: Sendable {
    @usableFromInline let place: Int
    /// As it is packed; 0: no list.
    @usableFromInline let bits: UInt32

    public init(_ list: Grammar.ListID?) {
      let number = Int(list?.number ?? -1)
      place = max(0, number) / ListBits.bitsOfNumber
      bits = number < 0 ? 0 : PackedValues.packed(1 << UInt32(number % ListBits.bitsOfNumber))
    }
  }

  /// The bits of some lists.
  public struct Mask: Sendable {
    @usableFromInline typealias Part = (place: Int, bits: UInt32)
    /// A place at a time, each once: most lists that are asked for together stand together, at two places or three.
    @usableFromInline var first: Part = (0, 0)
    @usableFromInline var second: Part = (0, 0)
    @usableFromInline var third: Part = (0, 0)
    @usableFromInline var others: [Part] = []

    public init() {}

    public mutating func insert(_ list: Grammar.ListID) {
      let bit = Bit(list)
      if first.bits == 0 || first.place == bit.place {
        first = (bit.place, first.bits | bit.bits)
      } else if second.bits == 0 || second.place == bit.place {
        second = (bit.place, second.bits | bit.bits)
      } else if third.bits == 0 || third.place == bit.place {
        third = (bit.place, third.bits | bit.bits)
      } else if let known = others.firstIndex(where: { $0.place == bit.place }) {
        others[known].bits |= bit.bits
      } else {
        others.append((bit.place, bit.bits))
      }
    }
  }

  /// Whether a word is in a list, in any language.
  @inlinable
  @inline(__always)
  public func holds(_ word: Int32, _ list: Bit) -> Bool {
    word > 0 && list.bits != 0 && values.raw(Int(word) &* width &+ list.place) & list.bits != 0
  }

  /// Whether a word is in one of some lists, in any language.
  @inlinable
  @inline(__always)
  public func holds(_ word: Int32, _ lists: Mask) -> Bool {
    guard word > 0 else { return false }
    let row = Int(word) &* width
    let found =
      values.raw(row &+ lists.first.place) & lists.first.bits | values.raw(row &+ lists.second.place) & lists.second.bits
      | values.raw(row &+ lists.third.place) & lists.third.bits
    if found != 0 { return true }
    for part in lists.others where values.raw(row &+ part.place) & part.bits != 0 { return true }
    return false
  }

  /// Adds a word's list to rows of all words' bits.
  static func add(_ list: Int, _ word: Int, width: Int, to rows: inout [UInt32]) {
    guard word >= 0 else { return }
    rows[word * width + list / bitsOfNumber] |= 1 << UInt32(list % bitsOfNumber)
  }
}
