/// The people of a roster by their first names, for finding short, long and mistyped forms of one.
struct FirstNames: Sendable {
  private struct Entry {
    var letters: [UInt8]
    var people: [Int]
  }

  private struct Start {
    /// How many people there are.
    var count = 0
    var entries: [Int] = []
  }

  private var entries: [Entry] = []
  private var byLetters = NumberMap<Int>()
  /// By the first three letters, which a short form has in common with the long one.
  private var byStart = NumberMap<Start>()
  /// By all letters in any order, which two of them changing places does not change.
  private var byMixed = NumberMap<[Int]>()

  private static let start = 3
  private static let leastMistyped = 6

  /// - Parameter letters: small ones.
  /// - Returns: how many people's names begin alike now.
  mutating func add(_ letters: [UInt8], _ person: Int) -> Int {
    guard letters.count >= FirstNames.start else { return 0 }
    let key = FirstNames.key(letters.prefix(FirstNames.start))
    byStart.change(key, from: Start()) { $0.count += 1 }
    enter(letters, person, startingWith: key)
    return byStart[key]?.count ?? 0
  }

  private mutating func enter(_ letters: [UInt8], _ person: Int, startingWith start: UInt64) {
    let key = FirstNames.key(letters)
    if let known = byLetters[key] {
      entries[known].people.append(person)
      return
    }
    let entry = entries.count
    byLetters.add(key, entry)
    byStart.change(start, from: Start()) { $0.entries.append(entry) }
    if letters.count >= FirstNames.leastMistyped {
      byMixed.change(FirstNames.mixedKey(letters), from: []) { $0.append(entry) }
    }
    entries.append(Entry(letters: letters, people: [person]))
  }

  private static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Equal for the same letters in any order.
  private static func mixedKey(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { sum, letter in
      let spread = (UInt64(letter) &+ 1) &* 0x9E37_79B9_7F4A_7C15
      return sum &+ (spread ^ spread >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  /// The people, no more than `most`, whose first name is longer or shorter than this one and begins alike.
  func alike(_ letters: [UInt8], most: Int) -> [(person: Int, isLonger: Bool)] {
    guard letters.count >= FirstNames.start else { return [] }
    var found: [(person: Int, isLonger: Bool)] = []
    for entry in byStart[FirstNames.key(letters.prefix(FirstNames.start))]?.entries.prefix(most) ?? [] {
      let known = entries[entry].letters
      guard known != letters, known.starts(with: letters) || letters.starts(with: known) else { continue }
      for person in entries[entry].people.prefix(most - found.count) {
        found.append((person, known.count > letters.count))
      }
    }
    return found
  }

  /// The people, no more than `most`, whose first name has the same letters in another order behind the first.
  func mistyped(_ letters: [UInt8], most: Int) -> [Int] {
    guard letters.count >= FirstNames.leastMistyped else { return [] }
    var found: [Int] = []
    for entry in byMixed[FirstNames.mixedKey(letters)]?.prefix(most) ?? []
    where entries[entry].letters != letters && entries[entry].letters.first == letters.first {
      found += entries[entry].people.prefix(most - found.count)
    }
    return found
  }
}
