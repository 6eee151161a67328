/// A word of a name, folded so that spellings that differ only in case, accents or apostrophes are equal.
///
/// The key is a 64-bit FNV-1a hash of the folded bytes; names are compared by sequences of keys.
struct NameKey: Hashable, Sendable {
  let hash: UInt64
  /// The folded first letter, for initials; 0 where the word does not begin with an ASCII letter.
  let initial: UInt8

  init(_ bytes: some Sequence<UInt8>) { self.init(bytes, EmptyCollection()) }

  /// The key of two parts that are written as one word.
  init(_ start: some Sequence<UInt8>, _ end: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var first: UInt8 = 0
    var lead: UInt8 = 0
    NameKey.add(start, &hash, &first, &lead)
    NameKey.add(end, &hash, &first, &lead)
    self.hash = hash
    self.initial = first >= 0x61 && first <= 0x7A ? first : 0
  }

  @inline(__always)
  private static func add(
    _ bytes: some Sequence<UInt8>, _ hash: inout UInt64, _ first: inout UInt8, _ lead: inout UInt8
  ) {
    // Bytes in a row are gone through without a look at the bounds.
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { addEach($0, &hash, &first, &lead) }
    if isDone == nil { addEach(bytes, &hash, &first, &lead) }
  }

  @inline(__always)
  private static func addEach(
    _ bytes: some Sequence<UInt8>, _ hash: inout UInt64, _ first: inout UInt8, _ lead: inout UInt8
  ) {
    // Of its own while it is worked on, so that it stays in a register.
    var mixed = hash
    for byte in bytes {
      var folded = byte
      // Nearly all letters are these, unless they follow the first byte of a longer one.
      if byte &- 0x61 >= 26 || lead != 0 {
        guard let letter = NameKey.fold(byte, after: &lead) else { continue }
        folded = letter
      }
      if first == 0 { first = folded }
      mixed = (mixed ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    hash = mixed
  }

  /// The folded bytes themselves, where parts of words are compared.
  static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var lead: UInt8 = 0
    return bytes.compactMap { fold($0, after: &lead) }
  }

  /// The folded byte, or nil where the byte does not tell one spelling from another: apostrophes, full stops, hyphens,
  /// underscores and combining accents, so that composed and decomposed forms are one.
  private static func fold(_ byte: UInt8, after lead: inout UInt8) -> UInt8? {
    switch lead {
    case 0xC3, 0xC4, 0xC5:
      defer { lead = 0 }
      return letter(lead, byte)
    case 0xCC, 0xCD:
      lead = 0
      return nil
    default: break
    }
    switch byte {
    case 0xC3, 0xC4, 0xC5, 0xCC, 0xCD:
      lead = byte
      return nil
    case 0x41...0x5A: return byte | 0x20
    case 0x27, 0x2E, 0x2D, 0x5F, 0xE2, 0x80, 0x99, 0x98: return nil
    default: return byte
    }
  }

  /// U+00C0…U+017F by base letter.
  private static let latin1: StaticString = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy"
  private static let extendedA: StaticString =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

  private static func letter(_ lead: UInt8, _ byte: UInt8) -> UInt8 {
    guard byte >= 0x80, byte < 0xC0 else { return byte }
    let table = lead == 0xC3 ? latin1 : extendedA
    let index = (lead == 0xC5 ? 64 : 0) + Int(byte) - 0x80
    return index < table.utf8CodeUnitCount ? table.utf8Start[index] : byte
  }
}
