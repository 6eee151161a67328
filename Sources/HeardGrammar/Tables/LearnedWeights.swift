/// What features say about a sentence, learned from labelled notes: hundredths of log-odds for its being an action, and a decision.
///
/// A table of open addressing, read where it is packed: pairs of a feature's 28-bit fingerprint and action | decision << 14. Weights
/// are kept from 0 up by adding ``zero``. That a feature without weights has the fingerprint of another is once in a hundred million.
public struct LearnedWeights: Sendable {
  @usableFromInline let rows: PackedValues
  @usableFromInline let mask: Int
  /// The languages whose sentences are weighed.
  public let languages: LanguageSet

  @inlinable static var rowSize: Int { 2 }
  @inlinable static var zero: Int32 { 1 << 13 }

  /// The sums of weights, in hundredths.
  @frozen
  public struct Sum: Sendable, Equatable {
    public var action: Int32 = 0
    public var decision: Int32 = 0
    @inlinable public init() {}

    @inlinable
    public static func += (sum: inout Sum, other: Sum) {
      sum.action &+= other.action
      sum.decision &+= other.decision
    }
  }

  /// - Parameter values: a head of the languages' bits, then the rows, of which there are a power of two, or none.
  init(_ values: PackedValues) {
    languages = LanguageSet(bits: values.count > 0 ? UInt64(values[0]) : 0)
    rows = values
    mask = max(0, (values.count - 1) / LearnedWeights.rowSize - 1)
  }

  /// Adds what a feature says; most say nothing.
  @inlinable
  @inline(__always)
  public func add(_ feature: Feature, to sum: inout Sum) {
    let mixed = LearnedWeights.mixed(feature)
    let wanted = PackedValues.packed(LearnedWeights.fingerprint(mixed))
    var row = LearnedWeights.place(mixed) & mask
    while true {
      let pair = rows.rawPair(1 &+ row &* LearnedWeights.rowSize)
      if pair == 0 { return }
      if UInt32(truncatingIfNeeded: pair) == wanted {
        let values = PackedValues.unpacked(UInt32(truncatingIfNeeded: pair >> 32))
        sum.action &+= Int32(values & 0x3FFF) &- LearnedWeights.zero
        sum.decision &+= Int32(values >> 14) &- LearnedWeights.zero
        return
      }
      row = (row &+ 1) & mask
    }
  }

  @inlinable
  @inline(__always)
  static func mixed(_ feature: Feature) -> UInt64 {
    let symbols = UInt64(feature.kind.rawValue) << 56 | UInt64(feature.first) << 28 | UInt64(feature.second)
    let product = symbols &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// From 1 up: 0 is a row without a feature.
  @inlinable
  @inline(__always)
  static func fingerprint(_ mixed: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: mixed >> 36)) }

  @inlinable
  @inline(__always)
  static func place(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed & 0xFFF_FFFF) }

  /// The table of some weights, each two hundredths within ±81.
  static func values(_ weights: [(feature: Feature, hundredths: [Int32])], languages: UInt32) -> [UInt32] {
    guard !weights.isEmpty else { return [] }
    var capacity = 1
    while capacity < weights.count * 2 { capacity *= 2 }
    var values = [languages] + [UInt32](repeating: 0, count: capacity * rowSize)
    for (feature, hundredths) in weights {
      let mixed = mixed(feature)
      var row = place(mixed) & (capacity - 1)
      while values[1 + row * rowSize] != 0 { row = (row + 1) & (capacity - 1) }
      let numbers = hundredths.map { UInt32(max(0, min(2 * zero - 1, $0 + zero))) }
      values[1 + row * rowSize] = fingerprint(mixed)
      values[2 + row * rowSize] = numbers[0] | numbers[1] << 14
    }
    return values
  }
}
