/// Values by numbers that are hashes already, so that no look has to hash them once more, or that need none.
///
/// The library's own dictionaries and sets look through all conformances of the program the first time that each is used, which on a
/// short page takes as long as hearing a good part of it; see `Decisions.md`.
struct NumberMap<Stored: Sendable>: Sendable {
  private(set) var keys: [UInt64] = []
  private(set) var values: [Stored] = []
  /// By a key's first bits: its place in the order of arrival, or -1. A power of two, at least twice as many as there are keys.
  private var places: [Int32] = []

  init(most: Int = 0) {
    guard most > 0 else { return }
    keys.reserveCapacity(most)
    values.reserveCapacity(most)
    makeRoom(for: most)
  }

  var count: Int { keys.count }

  /// The place of a key's value; nil: there is none.
  func place(of key: UInt64) -> Int? {
    guard !places.isEmpty else { return nil }
    let place = places[slot(of: key)]
    return place < 0 ? nil : Int(place)
  }

  subscript(key: UInt64) -> Stored? { place(of: key).map { values[$0] } }

  /// By a text.
  subscript(text: String) -> Stored? { self[Self.key(of: text)] }

  mutating func set(_ text: String, _ value: Stored) { set(Self.key(of: text), value) }

  mutating func change(_ text: String, from value: Stored, _ body: (inout Stored) -> Void) {
    change(Self.key(of: text), from: value, body)
  }

  private static func key(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// By an index.
  subscript(index: Int) -> Stored? { self[UInt64(truncatingIfNeeded: index)] }

  mutating func set(_ index: Int, _ value: Stored) { set(UInt64(truncatingIfNeeded: index), value) }

  /// Changes the value at a place.
  mutating func change(_ place: Int, _ body: (inout Stored) -> Void) { body(&values[place]) }

  /// Adds the value of a key that has none yet.
  mutating func add(_ key: UInt64, _ value: Stored) {
    if 2 * (keys.count + 1) > places.count { makeRoom(for: max(8, 2 * keys.count)) }
    places[slot(of: key)] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    values.append(value)
  }

  /// Gives a key a value, whether it has one or not.
  mutating func set(_ key: UInt64, _ value: Stored) {
    if let place = place(of: key) { values[place] = value } else { add(key, value) }
  }

  /// Changes the value of a key, which has another one before it has its own.
  mutating func change(_ key: UInt64, from value: Stored, _ body: (inout Stored) -> Void) {
    guard let place = place(of: key) else {
      var value = value
      body(&value)
      return add(key, value)
    }
    body(&values[place])
  }

  /// Where the key stands, or would.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count &- 1)
    while places[slot] >= 0, keys[Int(places[slot])] != key { slot = (slot &+ 1) & (places.count &- 1) }
    return slot
  }

  private mutating func makeRoom(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    places = Array(repeating: -1, count: size)
    for place in keys.indices { places[slot(of: keys[place])] = Int32(truncatingIfNeeded: place) }
  }
}
