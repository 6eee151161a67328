/// The distinct words of some text as numbers, for telling what two texts have in common.
struct WordKeys: Equatable, Sendable {
  /// Ascending.
  private(set) var all: [UInt64] = []

  init() {}

  init(_ keys: consuming [UInt64]) {
    all = consume keys
    if all.count > WordKeys.few { all.sort() } else { WordKeys.sort(few: &all) }
    var kept = 0
    // By place: walking through what is written to would copy it.
    for place in all.indices where kept == 0 || all[kept - 1] != all[place] {
      all[kept] = all[place]
      kept += 1
    }
    all.removeLast(all.count - kept)
  }

  private static let few = 24

  /// A sentence has so few words that putting each in its place is the quickest.
  private static func sort(few keys: inout [UInt64]) {
    for next in keys.indices.dropFirst() {
      let key = keys[next]
      var place = next
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  var count: Int { all.count }
  var isEmpty: Bool { all.isEmpty }

  /// How many words two texts share.
  func shared(with other: WordKeys) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < all.count, j < other.all.count {
      let (a, b) = (all[i], other.all[j])
      if a == b { shared += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return shared
  }
}
