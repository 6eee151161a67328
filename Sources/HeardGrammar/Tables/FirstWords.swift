/// What a token is, what a text holds, or what the matches of a pattern begin with, as few bits: a pattern that shares none with
/// a token does not begin there.
///
/// Words share bits, each two in two halves, so that hardly any is taken for another in both. Of each byte seven bits are used, as
/// numbers are packed in tables, so that these are compared where they stand.
@frozen
public struct FirstWords: Sendable, Equatable {
  @usableFromInline var one: UInt64
  @usableFromInline var other: UInt64

  @inlinable
  @inline(__always)
  init(one: UInt64, other: UInt64) { (self.one, self.other) = (one, other) }

  /// The bits of some tables, from a number on that is the first of ``size``.
  @inlinable
  @inline(__always)
  public init(_ values: PackedValues, _ index: Int) {
    self.init(one: values.rawPair(index), other: values.rawPair(index &+ 2))
  }

  /// A token, and whether a mention of a person or a date begins there.
  @inlinable
  @inline(__always)
  public init(_ token: Token, isPerson: Bool, isDate: Bool) {
    self = token.word > 0 ? .word(token.word) : .unknown
    if isPerson { formUnion(.person) }
    if isDate { formUnion(.date) }
    if token.kind == .number || token.kind == .reference { formUnion(.number) }
  }

  /// How many numbers it is in tables.
  public static let size = 4

  @inlinable public static var none: FirstWords { FirstWords(one: 0, other: 0) }
  /// All bits: any token may begin a match.
  static let any = FirstWords(one: 0x7F7F_7F7F_7F7F_7F7F, other: 0x7F7F_7F7F_7F7F_7F7F)
  // Behind those of words.
  @inlinable static var person: FirstWords { FirstWords(place: words, words) }
  @inlinable static var date: FirstWords { FirstWords(place: words &+ 1, words &+ 1) }
  @inlinable static var number: FirstWords { FirstWords(place: words &+ 2, words &+ 2) }
  /// A word that the Grammar does not know.
  @inlinable static var unknown: FirstWords { FirstWords(place: words &+ 3, words &+ 3) }

  /// How many bits words share in each half.
  @usableFromInline static let words: UInt64 = 52

  @inlinable
  @inline(__always)
  static func word(_ word: Int32) -> FirstWords {
    let spread = UInt64(UInt32(bitPattern: word) &* 0x9E37_79B1)
    return FirstWords(place: ((spread >> 16) &* words) >> 16, ((spread & 0xFFFF) &* words) >> 16)
  }

  @inlinable
  @inline(__always)
  init(place one: UInt64, _ other: UInt64) {
    self.init(one: 1 << (one &+ one / 7), other: 1 << (other &+ other / 7))
  }

  /// The numbers of 28 bits that stand for it in tables.
  var numbers: [UInt32] {
    [one, one >> 32, other, other >> 32].map { PackedValues.unpacked(UInt32(truncatingIfNeeded: $0)) }
  }

  @inlinable
  @inline(__always)
  public mutating func formUnion(_ more: FirstWords) {
    one |= more.one
    other |= more.other
  }

  /// Whether both have something in common, as far as bits tell.
  @inlinable
  @inline(__always)
  public func meets(_ others: FirstWords) -> Bool { one & others.one != 0 && other & others.other != 0 }
}
