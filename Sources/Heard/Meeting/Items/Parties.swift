/// Numbers for parties, so that what is kept of every utterance holds no words.
struct Parties {
  /// Those who are not in the roster, in the order in which they were heard.
  private var named: [Party] = []
  private var numbers = NumberMap<Number>()

  /// A person's index in the roster, ``none``, or below it for whoever has only words.
  typealias Number = Int32
  static let none: Number = -1

  mutating func number(_ party: Party?) -> Number {
    guard let party else { return Parties.none }
    if let known = known(party) { return known }
    let number = Parties.none - 1 - Int32(named.count)
    named.append(party)
    numbers.add(Parties.hash(of: party), number)
    return number
  }

  /// A number for the words and whether they name a group.
  private static func hash(of party: Party) -> UInt64 {
    let (words, isGroup) =
      switch party {
      case .person: ("", false)
      case .name(let name): (name, false)
      case .group(let name): (name, true)
      }
    return words.utf8.reduce(isGroup ? 0x6c62_272e_07bb_0142 : 0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
  }

  /// The number of a party that was heard; nil for others.
  func known(_ party: Party) -> Number? {
    if case .person(let index) = party { return Int32(truncatingIfNeeded: index) }
    return numbers[Parties.hash(of: party)]
  }

  subscript(_ number: Number) -> Party? {
    if number >= 0 { return .person(Int(number)) }
    let index = Int(Parties.none - 1 - number)
    return named.indices.contains(index) ? named[index] : nil
  }
}
