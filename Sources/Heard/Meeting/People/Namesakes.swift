/// The people of a roster who share a first name, by what the last name begins with and by its letters without doubles.
struct Namesakes: Sendable {
  private var byInitial = NumberMap<[Int]>()
  /// Those of whose last name only the first letter is known.
  private var byLetter = NumberMap<[Int]>()
  private var byLetters = NumberMap<[Int]>()

  /// Enters a person of two words under the letter that the second begins with.
  mutating func add(_ person: Int, _ words: [NameKey]) {
    guard words.count == 2 else { return }
    let key = Namesakes.key(words[0], UInt64(words[1].initial))
    Namesakes.enter(person, key, &byInitial)
    if words[1] == NameKey([words[1].initial]) { Namesakes.enter(person, key, &byLetter) }
  }

  /// Enters a person of two words under the letters of the second.
  ///
  /// - Parameter letters: the words in small letters.
  mutating func add(_ person: Int, _ words: [NameKey], letters: [[UInt8]]) {
    guard words.count == 2, letters.count == 2 else { return }
    Namesakes.enter(person, Namesakes.key(words[0], Namesakes.undoubled(letters[1])), &byLetters)
  }

  /// Those whose last name begins with a letter, or is no more than that letter.
  func people(_ first: NameKey, initial: UInt8, isShort: Bool) -> [Int] {
    (isShort ? byLetter : byInitial)[Namesakes.key(first, UInt64(initial))] ?? []
  }

  /// Those whose last name has the same letters but for doubled ones.
  ///
  /// - Parameter last: in small letters.
  func people(_ first: NameKey, spelled last: [UInt8]) -> [Int] { byLetters[Namesakes.key(first, Namesakes.undoubled(last))] ?? [] }

  private static func enter(_ person: Int, _ key: UInt64, _ map: inout NumberMap<[Int]>) {
    map.change(key, from: []) { $0.append(person) }
  }

  private static func key(_ first: NameKey, _ rest: UInt64) -> UInt64 { (first.hash ^ rest) &* 0x9E37_79B9_7F4A_7C15 }

  /// A number for letters of which no two alike stand beside each other.
  private static func undoubled(_ word: [UInt8]) -> UInt64 {
    var (hash, last): (UInt64, UInt8) = (0xcbf2_9ce4_8422_2325, 0)
    for letter in word where letter != last {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
      last = letter
    }
    return hash
  }
}
