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
    /// A place at a time, each once: most lists that are asked for together stand together.
    @usableFromInline var parts: [(place: Int, bits: UInt32)] = []

    public init() {}

    public mutating func insert(_ list: Grammar.ListID) {
      let bit = Bit(list)
      if let known = parts.firstIndex(where: { $0.place == bit.place }) {
        parts[known].bits |= bit.bits
      } else {
        parts.append((bit.place, bit.bits))
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
    for part in lists.parts where values.raw(row &+ part.place) & part.bits != 0 { return true }
    return false
  }

  /// Adds a word's list to rows of all words' bits.
  static func add(_ list: Int, _ word: Int, width: Int, to rows: inout [UInt32]) {
    guard word >= 0 else { return }
    rows[word * width + list / bitsOfNumber] |= 1 << UInt32(list % bitsOfNumber)
  }
}
