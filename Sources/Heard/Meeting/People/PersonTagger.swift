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
  /// The leaf stands among the actions or behind a box, where a word that nobody knows in front of "to" is who shall do it.
  var isAmongTasks = false
  /// The lines of the list at hand end with whoever is to do it, so that one word there that nobody knows is a name as well.
  var endsInNames = false
  /// The lines of the list at hand begin with whoever is to do them, so that what follows a first name is the task.
  var opensInNames = false
  /// A line of todo.txt: "@home" is where something is to be done, and nobody.
  var handlesArePlaces = false
  /// By token: who is named by the mention that begins there.
  private(set) var mentions: [Mention] = []
  /// Last names that the text writes out where the roster has a letter: person and word.
  private(set) var lastNames: [(person: Int, word: [UInt8])] = []

  init(_ grammar: Grammar) { lists = NameLists(grammar) }

  /// Fills `tokens.personEnd`.
  mutating func tag(_ tokens: LeafTokens, _ text: LeafText, _ roster: Roster) {
    mentions.removeAll(keepingCapacity: true)
    mentions.append(contentsOf: repeatElement(.none, count: tokens.tokens.count))
    lastNames.removeAll(keepingCapacity: true)
    var index = 0
    while index < tokens.tokens.count {
      guard mayBegin(index, tokens) else {
        index += 1
        continue
      }
      let (length, mention) = mention(at: index, tokens, text, roster)
      if length > 0 {
        tokens.personEnd[index] = Int32(index + length + tailLength(behind: index + length, mention, tokens))
        mentions[index] = mention
        index += length
      } else {
        index += 1
      }
    }
  }

  /// Most words are small, known to the Grammar and none of those that name anybody; only in front of a line one of them can
  /// still be a label.
  @inline(__always)
  private func mayBegin(_ index: Int, _ tokens: LeafTokens) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .word else { return token.kind == .handle }
    if token.word == 0 || token.flags.contains(.capitalized) || token.flags.contains(.allCaps) { return true }
    if token.flags.contains(.lineStart) || index > 0 && tokens.tokens[index - 1].flags.contains(.lineStart) {
      return true
    }
    return lists.mayName(token.word)
  }

  private mutating func mention(at index: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster) -> (
    Int, Mention
  ) {
    let token = tokens.tokens[index]
    guard !token.flags.contains(.code) else { return (0, .none) }
    if token.flags.contains(.capitalized), lists.isTitle(token.word),
      let found = titled(at: index, tokens, text, roster)
    {
      return found
    }
    if token.kind == .handle { return handlesArePlaces ? (0, .none) : handle(at: index, tokens, text, roster) }
    guard token.kind == .word else { return (0, .none) }
    let group = max(openingGroup(index, tokens), bracketedGroup(index, tokens))
    if group > 0 { return (group, .group) }
    let isCapital = token.flags.contains(.capitalized) || token.flags.contains(.allCaps) || isLabel(index, tokens, text)
    // Nicknames are written small, and then they are no words of the language but first names.
    if isCapital || token.word == 0 || lists.isGivenName(token.word), roster.mayName(text.bytes[Int(token.start)]) {
      if let found = known(at: index, isCapital: isCapital, tokens, text, roster) { return found }
    }
    if isCapital, lists.isGivenName(token.word), !isOpenerInDoubt(index, tokens, text) {
      return (strangerLength(index, tokens, text), .stranger)
    }
    if Acquaintances.mayBeName(token), roster.acquaintances.contains(key(index, tokens, text)) {
      return (strangerLength(index, tokens, text), .stranger)
    }
    if token.word == 0, isCode(index, tokens), opensTask(index, tokens) || sharesTask(index, tokens) { return (1, .stranger) }
    let mayBeAssigned = token.word == 0 || lists.isGivenName(token.word)
    if opensMark(initials: index, tokens)
      || mayBeAssigned && (isAssigned(index, tokens) || isAssignedInitials(index, tokens) || joinsInitials(index, tokens))
    {
      return (1, .stranger)
    }
    if isAmongTasks, opensItsTask(index, tokens) { return (1, .stranger) }
    // What a name that nobody declared is told by holds of no word of the Grammar.
    let undeclared = token.word == 0 ? undeclaredName(index, tokens, text) : 0
    if undeclared > 0 { return (undeclared, .stranger) }
    let named = namedGroup(at: index, tokens)
    let length = named > 0 ? named : lists.groupLength(at: index, tokens.tokens)
    return length > 0 ? (length, .group) : (0, .none)
  }

  /// "ACTION: ana to …", "#action ana to …": nicknames are written small, and nobody else stands there.
  private func isAssigned(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard tokens.traits.mayHold(.assigning), index >= 1, index + 1 < tokens.tokens.count else { return false }
    let before = tokens.tokens[index - 1]
    // "(AnaS) AI: …"
    if before.mark == 0x28, before.flags.contains(.lineStart), tokens.tokens[index].flags.contains(.capitalized) {
      return isBeforeMark(index + 1, tokens)
    }
    guard index >= 2 else { return false }
    // "AI(XY): …", "TODO(ana): …", "ACTION[Ana]: …": initials and names that nobody spelled out.
    if before.mark == 0x28 && tokens.tokens[index + 1].mark == 0x29 || before.mark == 0x5B && tokens.tokens[index + 1].mark == 0x5D,
      !before.flags.contains(.spaceBefore) || tokens.tokens[index].flags.contains(.allCaps)
    {
      return lists.isAssigning(tokens.tokens[index - 2].word)
    }
    guard lists.isAfterName(tokens.tokens[index + 1].word),
      index + 2 >= tokens.tokens.count || !lists.isNoVerb(tokens.tokens[index + 2].word)
    else { return false }
    if before.mark == 0x3A { return lists.isAssigning(tokens.tokens[index - 2].word) }
    return lists.isAssigning(before.word) && tokens.tokens[index - 2].mark == 0x23
  }

  /// ") AI:"
  private func isBeforeMark(_ index: Int, _ tokens: LeafTokens) -> Bool {
    index + 2 < tokens.tokens.count && tokens.tokens[index].mark == 0x29
      && lists.isAssigning(tokens.tokens[index + 1].word) && tokens.tokens[index + 2].mark == 0x3A
  }

  /// "ana:" in front of a line is a name, however it is written.
  private func isLabel(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    guard index + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[index + 1]
    if tokens.tokens[index].flags.contains(.lineStart) { return next.mark == 0x3A }
    // "[ana] …", "<ana> …"
    guard index > 0, tokens.tokens[index - 1].flags.contains(.lineStart) else { return false }
    let before = tokens.tokens[index - 1]
    return before.mark == 0x5B && next.mark == 0x5D || before.mark == 0x3C && next.mark == 0x3E
  }

  mutating func known(
    at index: Int, isCapital: Bool, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster
  ) -> (Int, Mention)? {
    let first = key(index, tokens, text)
    let words = roster.longestForm(first) { offset in
      position(ofWord: offset, from: index, tokens, text).map { key($0, tokens, text) }
    }
    guard words > 0 else { return nil }
    var (keys, end) = ([first], index + 1)
    for offset in 1..<max(words, 1) {
      guard let position = position(ofWord: offset, from: index, tokens, text) else { break }
      keys.append(key(position, tokens, text))
      end = position + 1
    }
    if endsInSmallLetter(keys, end, tokens) {
      guard let first = position(ofWord: keys.count - 2, from: index, tokens, text) else { return nil }
      (end, keys) = (first + 1, keys.dropLast())
    }
    let isBare = !isCapital && !isBracketed(index, tokens)
    if keys.count == 1 {
      if isBare, tokens.tokens[index].word != 0, !isNickname(keys, index, tokens, text, roster) { return nil }
      if !isJoinedInitials(index, tokens), isOpenerInDoubt(index, tokens, text) { return nil }
    }
    let isBeforeTask = opensInNames && opensLine(index, tokens)
    switch roster.resolve(keys) {
    case .person(let person) where keys.count == 1 && isSurname(end, tokens) && !isBeforeTask:
      return surnamed(person, index, end, tokens, text, roster)
    // A small word that names nobody of the notes is a word.
    case .person(let person)
    where words == 1 && isBare && roster.isSilent(person) && !lists.isGivenName(tokens.tokens[index].word):
      return nil
    case .person(let person):
      let extra = isBeforeTask ? 0 : initialLength(after: end, person, tokens, text, roster)
      if extra > 0 { lastNames.append((person, Array(text.bytes[tokens.tokens[end].range]))) }
      return (end - index + max(extra, shortenedLength(behind: end, person, tokens, text, roster)), .person(person))
    case .ambiguous: return (end - index, .ambiguous)
    case .unknown: return nil
    }
  }

  /// A capitalised word that the Grammar does not know, right behind a first name.
  func isSurname(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard index < tokens.tokens.count else { return false }
    let token = tokens.tokens[index]
    return token.kind == .word && token.word == 0 && token.flags.contains(.capitalized)
      && !token.flags.contains(.allCaps)
      && !token.flags.contains(.lineStart) && token.end - token.start > 1
  }

  /// "Ben Weiss" is the roster's "Ben" or "Ben W.", but not its "Ben Kerr": then he is somebody else.
  private mutating func surnamed(
    _ person: Int, _ index: Int, _ end: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster
  ) -> (Int, Mention) {
    let surname = key(end, tokens, text)
    let length = end - index + 1
    guard !roster.isOneWord(person) else {
      lastNames.append((person, Array(text.bytes[tokens.tokens[end].range])))
      return (length, .person(person))
    }
    if let initial = roster.lastInitial(of: person) {
      guard initial == surname.initial else { return (length, .stranger) }
      lastNames.append((person, Array(text.bytes[tokens.tokens[end].range])))
      return (length, .person(person))
    }
    return roster.hasWord(surname, person) ? (length, .person(person)) : (length, .stranger)
  }

  /// A first name that somebody writes small throughout, as chats do.
  private func isNickname(_ keys: [NameKey], _ index: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster)
    -> Bool
  {
    guard lists.isGivenName(tokens.tokens[index].word), case .person(let person) = roster.resolve(keys) else {
      return false
    }
    let word = TextDecoding.string(text.bytes[tokens.tokens[index].range])
    return roster.people[person].name == word || roster.people[person].aliases.contains(word)
  }

  /// "AS and CR": initials of the roll, which are also a word.
  private func isJoinedInitials(_ index: Int, _ tokens: LeafTokens) -> Bool {
    guard tokens.tokens[index].flags.contains(.allCaps), tokens.tokens[index].range.count > 1 else { return false }
    return index + 1 < tokens.tokens.count && lists.isConjunction(tokens.tokens[index + 1].word)
  }

  /// "Will", "May", "Mark" open sentences that name nobody.
  private func isOpenerInDoubt(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Bool {
    let token = tokens.tokens[index]
    guard token.word != 0, lists.isNeverName(token.word) else { return false }
    guard index + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[index + 1]
    return next.kind == .word && !next.flags.contains(.capitalized) && !lists.isAfterName(next.word)
  }

  /// "Otto Lund" names the "Otto L." of the roster; the second word belongs to the mention.
  private func initialLength(after end: Int, _ person: Int, _ tokens: LeafTokens, _ text: LeafText, _ roster: Roster)
    -> Int
  {
    guard end < tokens.tokens.count, let initial = roster.lastInitial(of: person) else { return 0 }
    let next = tokens.tokens[end]
    guard next.kind == .word, next.flags.contains(.capitalized), !next.flags.contains(.lineStart) else { return 0 }
    return key(end, tokens, text).initial == initial && next.word == 0 ? 1 : 0
  }

  // MARK: Words of names, which hyphens and full stops join

  func key(_ index: Int, _ tokens: LeafTokens, _ text: LeafText) -> NameKey {
    NameKey(text.bytes.part(tokens.tokens[index].range))
  }

  /// The token that is the `offset`-th word from `index`, over hyphens and full stops that belong to a name.
  private func position(ofWord offset: Int, from index: Int, _ tokens: LeafTokens, _ text: LeafText) -> Int? {
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
        guard token.end - token.start == 1, byte == 0x2D || byte == 0x2E, !token.flags.contains(.spaceBefore) else {
          return nil
        }
      }
    }
    return position
  }
}
