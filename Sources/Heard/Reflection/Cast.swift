/// Everybody who is named in the notes and the registry, so that two texts can be asked whether they mean the same person.
import HeardGrammar

struct Cast {
  /// Somebody as one text names them.
  struct Member {
    /// Index into the cast; nil where it does not know them.
    var person: Int?
    var keys: [NameKey]
    var text: String
    /// "the team", "everyone".
    var isGroup = false
    /// Two people could be meant.
    var isAmbiguous = false
    var span = Span(0, 0)

    func isSame(_ other: Member) -> Bool {
      if let person, let theirs = other.person { return person == theirs }
      let (short, long) = keys.count < other.keys.count ? (keys, other.keys) : (other.keys, keys)
      return !short.isEmpty && short.allSatisfy { long.contains($0) }
    }
  }

  private(set) var roster = Roster()
  private let grammar: Grammar

  init(_ meeting: Meeting, _ registry: Registry, _ grammar: Grammar) {
    self.grammar = grammar
    for person in registry.people {
      add(person.name, person.aliases + (person.handle.map { ["@" + $0] } ?? []))
    }
    for person in meeting.people { add(person.name, person.aliases) }
    for action in meeting.actions {
      for name in action.owners where !action.groups.contains(name) && roster.resolve(Cast.keys(of: name)) == .unknown {
        add(name, [])
      }
    }
  }

  private mutating func add(_ name: String, _ aliases: [String]) {
    var declared = Cast.declared(name)
    guard !declared.keys.isEmpty else { return }
    declared.aliases = aliases.compactMap { alias in
      let keys = Cast.keys(of: alias)
      return keys.isEmpty ? nil : DeclaredName.Alias(text: alias, keys: keys, isHandle: alias.hasPrefix("@"))
    }
    roster.add(declared)
  }

  private static func declared(_ name: String) -> DeclaredName {
    DeclaredName(words: words(of: name), text: name, presence: .mentioned, span: Span(0, 0))
  }

  private static func words(of name: String) -> [[UInt8]] {
    name.utf8.split { $0 == 0x20 || $0 == 0x40 || $0 == 0x2D || $0 == 0x2E }.map(Array.init)
  }

  static func keys(of name: String) -> [NameKey] { words(of: name).map { NameKey($0) } }

  /// "The team" decides too, and no list of the meeting says that it is one.
  private func isWordForMany(_ name: String) -> Bool {
    var tokens = TokenList()
    tokens.read(Array(name.utf8), grammar)
    let lists = NameLists(grammar)
    return tokens.lent { lists.groupLength(at: 0, $0.tokens) > 0 }
  }

  /// Whom an action's owners are, as the meeting stage gave them.
  func owners(of action: Action) -> [Member] { action.owners.map { member(named: $0, isGroup: action.groups.contains($0)) } }

  /// Whom a name means that the meeting stage gave.
  func member(named name: String, isGroup: Bool = false) -> Member {
    let keys = Cast.keys(of: name)
    var member = Member(person: nil, keys: keys, text: name)
    switch roster.resolve(keys) {
    case .person(let person): member.person = person
    case .ambiguous: member.isAmbiguous = true
    case .unknown: member.isGroup = isGroup || isWordForMany(name)
    }
    return member
  }
}
