/// What the words of the Grammar can be in a date, by their numbers there.
struct DateWords: Sendable {
  let grammar: Grammar
  private let lists: DateLists
  /// Whose words count: "am" and "die" mean other things elsewhere.
  private let languages: LanguageSet

  struct Reach: OptionSet, Sendable {
    let rawValue: UInt8
    static let member = Reach(rawValue: 1)
    static let trigger = Reach(rawValue: 2)
  }

  init(_ grammar: Grammar, languages: LanguageSet) {
    self.grammar = grammar
    self.languages = languages
    lists = .of(grammar)
  }

  @inline(__always)
  func roles(ofWord word: Int32) -> DateRoles {
    grammar.tables.single.holds(word, lists.mask) ? listedRoles(ofWord: word) : .none
  }

  private func listedRoles(ofWord word: Int32) -> DateRoles {
    var roles = DateRoles.none
    grammar.forEachList(ofWord: word, in: languages) { list, value in
      // Behind the lists of dates stand the others.
      guard let role = lists.roles[Int(list.number)] else { return false }
      roles.add(role, Int(value ?? 0))
      return true
    }
    return roles
  }

  private static func reach(of roles: DateRoles) -> Reach {
    (roles.isMember ? Reach.member : []).union(roles.isTrigger ? .trigger : [])
  }

  /// Whether a token can begin an attempt, which most cannot.
  @inline(__always)
  func isTrigger(_ token: Token, _ bytes: Window<UInt8>) -> Bool {
    if grammar.isWord(token.word, .dating) { return reach(of: token, bytes).contains(.trigger) }
    let last = bytes[Int(token.end) - 1]
    return (last == 0x27 || last == 0x99) && reach(of: token, bytes).contains(.trigger)
  }

  @inline(__always)
  func reach(of token: Token, _ bytes: Window<UInt8>) -> Reach {
    let known = DateWords.reach(of: roles(ofWord: token.word))
    if !known.isEmpty { return known }
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
    range.count <= 16 ? roles(ofWord: grammar.word(bytes, range)) : .none
  }
}

/// The Grammar's lists of date words by number.
final class DateLists: GrammarLookup {
  /// By list: what its words can be in a date.
  let roles: [DateRole?]
  /// All of them.
  let mask: ListBits.Mask

  static let builtIn = DateLists(.builtIn)

  init(_ grammar: Grammar) {
    var roles: [DateRole?] = Array(repeating: nil, count: grammar.listCount)
    var mask = ListBits.Mask()
    for role in DateRole.allCases {
      guard let list = grammar.list(named: role.list) else { continue }
      roles[Int(list.number)] = role
      mask.insert(list)
    }
    (self.roles, self.mask) = (roles, mask)
  }
}
