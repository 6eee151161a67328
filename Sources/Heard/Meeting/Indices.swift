/// A set of indices, a bit for each.
struct Indices: Sendable {
  private var bits: [UInt64] = []

  func contains(_ index: Int) -> Bool {
    let place = index >> 6
    return index >= 0 && place < bits.count && bits[place] >> UInt64(index & 63) & 1 == 1
  }

  mutating func insert(_ index: Int) {
    guard index >= 0 else { return }
    let place = index >> 6
    if place >= bits.count { bits += repeatElement(0, count: max(place + 1 - bits.count, bits.count)) }
    bits[place] |= 1 << UInt64(index & 63)
  }
}
