/// The people of a roster by their first names, for finding short, long and mistyped forms of one.
struct FirstNames: Sendable {
  private struct Entry {
    var letters: [UInt8]
    var people: [Int]
  }

  private var entries: [Entry] = []
  private var byLetters: [[UInt8]: Int] = [:]
  /// By the first three letters, which a short form has in common with the long one.
  private var byStart: [[UInt8]: [Int]] = [:]
  /// How many people there are for each of those.
  private var counts: [[UInt8]: Int] = [:]
  /// By all letters in their order, which two of them changing places does not change.
  private var bySorted: [[UInt8]: [Int]] = [:]

  private static let start = 3
  private static let leastMistyped = 6

  /// - Parameter letters: small ones.
  /// - Returns: how many people's names begin alike now.
  mutating func add(_ letters: [UInt8], _ person: Int) -> Int {
    guard letters.count >= FirstNames.start else { return 0 }
    let start = Array(letters.prefix(FirstNames.start))
    counts[start, default: 0] += 1
    defer { enter(letters, person) }
    return counts[start, default: 0]
  }

  private mutating func enter(_ letters: [UInt8], _ person: Int) {
    if let known = byLetters[letters] {
      entries[known].people.append(person)
      return
    }
    byLetters[letters] = entries.count
    byStart[Array(letters.prefix(FirstNames.start)), default: []].append(entries.count)
    if letters.count >= FirstNames.leastMistyped { bySorted[letters.sorted(), default: []].append(entries.count) }
    entries.append(Entry(letters: letters, people: [person]))
  }

  /// The people, no more than `most`, whose first name is longer or shorter than this one and begins alike.
  func alike(_ letters: [UInt8], most: Int) -> [(person: Int, isLonger: Bool)] {
    guard letters.count >= FirstNames.start else { return [] }
    var found: [(person: Int, isLonger: Bool)] = []
    for entry in byStart[Array(letters.prefix(FirstNames.start))]?.prefix(most) ?? [] {
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
    for entry in bySorted[letters.sorted()]?.prefix(most) ?? []
    where entries[entry].letters != letters && entries[entry].letters.first == letters.first {
      found += entries[entry].people.prefix(most - found.count)
    }
    return found
  }
}
