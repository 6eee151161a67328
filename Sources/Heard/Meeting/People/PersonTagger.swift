import HeardGrammar

/// Marks where people and groups are named among the tokens of a leaf.
struct PersonTagger {
  enum Mention: Equatable, Sendable {
    case none
    case person(Int)
    /// A first name or handle that no roster knows.
    case stranger
    case group
    /// Two people could be meant.
    case ambiguous
  }

  var lists: NameLists
  /// By token: who is named by the mention that begins there.
  private(set) var mentions: [Mention] = []

  init(_ grammar: Grammar) {
    lists = NameLists(grammar)
  }

  /// Fills `tokens.personEnd`.
  mutating func tag(_ tokens: inout TokenList, _ text: BlockText, _ roster: Roster) {
    mentions.removeAll(keepingCapacity: true)
    mentions.append(contentsOf: repeatElement(.none, count: tokens.tokens.count))
    var index = 0
    while index < tokens.tokens.count {
      let (length, mention) = mention(at: index, tokens, text, roster)
      if length > 0 {
        tokens.personEnd[index] = Int32(index + length)
        mentions[index] = mention
        index += length
      } else {
        index += 1
      }
    }
  }

  private func mention(at index: Int, _ tokens: TokenList, _ text: BlockText, _ roster: Roster) -> (Int, Mention) {
    let token = tokens.tokens[index]
    guard !token.flags.contains(.code) else { return (0, .none) }
    if token.kind == .handle { return (1, handle(token, text, roster)) }
    guard token.kind == .word else { return (0, .none) }
    let isCapital = token.flags.contains(.capitalized) || token.flags.contains(.allCaps)
    if isCapital || roster.hasLowercaseNames || text.bytes[Int(token.start)] >= 0xC3 {
      if let found = known(at: index, isCapital: isCapital, tokens, text, roster) { return found }
    }
    if isCapital, lists.isGivenName(token.word), !isOpenerInDoubt(index, tokens, text) {
      return (strangerLength(index, tokens, text), .stranger)
    }
    let length = lists.groupLength(at: index, tokens.tokens)
    return length > 0 ? (length, .group) : (0, .none)
  }

  private func handle(_ token: Token, _ text: BlockText, _ roster: Roster) -> Mention {
    switch roster.resolve([NameKey(text.bytes[Int(token.start) + 1..<Int(token.end)])]) {
    case .person(let person): .person(person)
    case .ambiguous: .ambiguous
    case .unknown: .stranger
    }
  }

  private func known(
    at index: Int, isCapital: Bool, _ tokens: TokenList, _ text: BlockText, _ roster: Roster
  ) -> (Int, Mention)? {
    let first = key(index, tokens, text)
    let words = roster.longestForm(first) { offset in
      position(ofWord: offset, from: index, tokens, text).map { key($0, tokens, text) }
    }
    guard words > 0 else { return nil }
    var keys = [first]
    var end = index + 1
    for offset in 1..<max(words, 1) {
      guard let position = position(ofWord: offset, from: index, tokens, text) else { break }
      keys.append(key(position, tokens, text))
      end = position + 1
    }
    if words == 1 {
      if !isCapital, tokens.tokens[index].word != 0 { return nil }
      if isOpenerInDoubt(index, tokens, text) { return nil }
    }
    switch roster.resolve(keys) {
    case .person(let person): return (end - index + initialLength(after: end, person, tokens, text, roster), .person(person))
    case .ambiguous: return (end - index, .ambiguous)
    case .unknown: return nil
    }
  }

  /// "Will", "May", "Mark" open sentences that name nobody.
  private func isOpenerInDoubt(_ index: Int, _ tokens: TokenList, _ text: BlockText) -> Bool {
    let token = tokens.tokens[index]
    guard token.word != 0, lists.isNeverName(token.word) else { return false }
    guard index + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[index + 1]
    return next.kind == .word && !next.flags.contains(.capitalized) && !lists.isAfterName(next.word)
  }

  /// "Jeff Lait" names the "Jeff L." of the roster; the second word belongs to the mention.
  private func initialLength(after end: Int, _ person: Int, _ tokens: TokenList, _ text: BlockText, _ roster: Roster) -> Int {
    guard end < tokens.tokens.count, let initial = roster.lastInitial(of: person) else { return 0 }
    let next = tokens.tokens[end]
    guard next.kind == .word, next.flags.contains(.capitalized), !next.flags.contains(.lineStart) else { return 0 }
    return key(end, tokens, text).initial == initial && next.word == 0 ? 1 : 0
  }

  private func strangerLength(_ index: Int, _ tokens: TokenList, _ text: BlockText) -> Int {
    let next = index + 1
    guard next < tokens.tokens.count else { return 1 }
    let token = tokens.tokens[next]
    let isSurname = token.kind == .word && token.flags.contains(.capitalized) && !token.flags.contains(.lineStart)
    guard isSurname, token.word == 0 || lists.isGivenName(token.word) || token.end - token.start == 1 else { return 1 }
    return 2
  }

  // MARK: Words of names, which hyphens and full stops join

  private func key(_ index: Int, _ tokens: TokenList, _ text: BlockText) -> NameKey {
    NameKey(text.bytes[Int(tokens.tokens[index].start)..<Int(tokens.tokens[index].end)])
  }

  /// The token that is the `offset`-th word from `index`, over hyphens and full stops that belong to a name.
  private func position(ofWord offset: Int, from index: Int, _ tokens: TokenList, _ text: BlockText) -> Int? {
    var position = index
    var remaining = offset
    while remaining > 0 {
      position += 1
      guard position < tokens.tokens.count else { return nil }
      let token = tokens.tokens[position]
      if token.kind == .word {
        remaining -= 1
      } else {
        let byte = text.bytes[Int(token.start)]
        guard token.end - token.start == 1, byte == 0x2D || byte == 0x2E, !token.flags.contains(.spaceBefore) else { return nil }
      }
    }
    return position
  }
}
