/// What the words of the Grammar can be in a date, by their numbers there.
struct DateWords: Sendable {
  let grammar: Grammar
  /// By word: its place in `roles`. Few words are date words, and most pages ask for every word.
  private var places: [UInt16]
  private var roles: [DateRoles] = [.none]
  /// By word: whether it belongs to dates at all, which is asked for every word of the notes.
  private var reach: [Reach]

  struct Reach: OptionSet, Sendable {
    let rawValue: UInt8
    static let member = Reach(rawValue: 1)
    static let trigger = Reach(rawValue: 2)
  }

  /// - Parameter languages: whose words count: "am" and "die" mean other things elsewhere.
  init(_ grammar: Grammar, languages: LanguageSet) {
    self.grammar = grammar
    places = [UInt16](repeating: 0, count: grammar.wordCount + 1)
    reach = [Reach](repeating: [], count: grammar.wordCount + 1)
    var lists = [DateRole?](repeating: nil, count: grammar.listCount)
    for role in DateRole.allCases {
      if let list = grammar.list(named: role.list) { lists[Int(list.number)] = role }
    }
    var found: [(word: Int, roles: DateRoles)] = []
    grammar.eachMember(ofLists: lists.map { $0 != nil }, languages: languages) { word, member in
      guard let role = lists[Int(member.list.number)] else { return }
      if found.last?.word != Int(word) { found.append((Int(word), .none)) }
      found[found.count - 1].roles.add(role, Int(member.value ?? 0))
    }
    var known: [DateRoles: Int] = [:]
    for (word, roles) in found where !roles.isEmpty {
      places[word] = place(of: roles, among: &known)
      reach[word] = DateWords.reach(of: roles)
    }
  }

  /// Words that mean the same share a place.
  private mutating func place(of found: DateRoles, among known: inout [DateRoles: Int]) -> UInt16 {
    if let place = known[found] { return UInt16(truncatingIfNeeded: place) }
    guard roles.count < 1 << 16 else { return 0 }
    known[found] = roles.count
    roles.append(found)
    return UInt16(truncatingIfNeeded: roles.count - 1)
  }

  @inline(__always)
  func roles(ofWord word: Int32) -> DateRoles {
    let index = Int(word)
    return index > 0 && index < places.count ? roles[Int(places[index])] : .none
  }

  private static func reach(of roles: DateRoles) -> Reach {
    (roles.isMember ? Reach.member : []).union(roles.isTrigger ? .trigger : [])
  }

  @inline(__always)
  func reach(of token: Token, _ bytes: Window<UInt8>) -> Reach {
    let index = Int(token.word)
    if index > 0, index < reach.count, !reach[index].isEmpty { return reach[index] }
    let last = bytes[Int(token.end) - 1]
    return last == 0x27 || last == 0x99 ? DateWords.reach(of: roles(of: token, bytes)) : []
  }

  @inline(__always)
  func roles(of token: Token, _ bytes: Window<UInt8>) -> DateRoles {
    let known = roles(ofWord: token.word)
    guard known.isEmpty, token.kind == .word, token.end - token.start > 1 else { return known }
    return elided(token, bytes)
  }

  /// "jusqu'", "d'": a word before its apostrophe, which is one byte or three.
  private func elided(_ token: Token, _ bytes: Window<UInt8>) -> DateRoles {
    let range = token.range
    switch bytes[range.upperBound - 1] {
    case 0x27: return roles(of: bytes, range.dropLast())
    case 0x99 where range.count > 3 && bytes[range.upperBound - 3] == 0xE2: return roles(of: bytes, range.dropLast(3))
    default: return .none
    }
  }

  /// "@December 3, 2026" is how some tools write a day; shorter handles than "@June" are people.
  func roles(ofHandle token: Token, _ bytes: Window<UInt8>) -> DateRoles {
    let name = (token.range.lowerBound + 1)..<token.range.upperBound
    return name.count >= 4 ? roles(of: bytes, name) : .none
  }

  /// For the parts of words that the Grammar does not know as a whole: "14april".
  func roles(of bytes: Window<UInt8>, _ range: Range<Int>) -> DateRoles {
    range.count <= 16 ? roles(ofWord: grammar.word(Array(bytes[range]))) : .none
  }
}
