/// Reads who speaks by the labels in front of what is said, and who signs in to a chat.
import HeardGrammar

extension RosterReader {
  /// "Outcome:", "Next step:": labels an item, however often it stands there.
  private mutating func opensItem(_ label: Range<Int>) -> Bool {
    guard let first = label.first, tokens.tokens[first].word != 0, !lists.isGivenName(tokens.tokens[first].word) else {
      return false
    }
    var matches: [CueMatch] = []
    let withColon = first..<min(label.upperBound + 1, tokens.tokens.count)
    matcher.match(tokens, range: withColon, languages: languages, into: &matches)
    return matches.contains { grammar.cues[Int($0.cue)].kind == .marker && $0.range.lowerBound == first }
  }

  mutating func noteSpeaker(_ label: Range<Int>) {
    let written = tokens.fingerprint(of: label, in: text)
    if speakers.addAgain(written) { return }
    speakers.note(written, as: readSpeaker(label))
  }

  /// Takes a label for a speaker's where it looks like one; its words then.
  private mutating func readSpeaker(_ label: Range<Int>) -> [NameKey]? {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    if label.lowerBound > 0, reader.single(label.lowerBound - 1) == 0x3C {
      guard let name = reader.declare(label, .present) else { return nil }
      speakers.add(name, isKnownName: false, isInitials: true)
      return name.keys
    }
    if opensItem(label) { return nil }
    let name = reader.nameRange(in: label)
    guard !name.isEmpty, name.upperBound == label.upperBound || reader.single(name.upperBound) == 0x28 else {
      return nil
    }
    guard let declared = reader.entry(label, .present).first, declared.words.count <= 4 else { return nil }
    let first = tokens.tokens[name.lowerBound]
    let isInitials = name.count == 1 && first.flags.contains(.allCaps) && first.word == 0 && first.range.count <= 3
    let isUnheard = name.allSatisfy { index in
      let token = tokens.tokens[index]
      guard token.kind == .word, token.range.count > 1, !lists.isGivenName(token.word) else { return true }
      return token.word == 0 && (token.flags.contains(.capitalized) || name.count == 1)
    }
    speakers.add(
      declared, isKnownName: isEvidentName(name), isInitials: isInitials && declared.words[0].count > 1,
      isUnheard: isUnheard)
    return declared.keys
  }

  /// "Notes: Ben has rung the bank and waits for an answer" names nobody who took them.
  func isSentence(_ value: Range<Int>) -> Bool {
    var (depth, words) = (0, 0)
    for index in value {
      let token = tokens.tokens[index]
      if token.mark == 0x28 || token.mark == 0x5B { depth += 1 }
      if token.mark == 0x29 || token.mark == 0x5D { depth = max(0, depth - 1) }
      guard depth == 0, token.kind == .word, token.word != 0, !token.flags.contains(.capitalized) else { continue }
      if !lists.isConjunction(token.word), !lists.isParticle(token.word), !lists.isOffice(token.word) { words += 1 }
    }
    let beginsWithName = !NameReader(text: text, tokens: tokens, lists: lists).nameRange(in: value).isEmpty
    return words >= (beginsWithName ? 5 : 3)
  }

  private func isEvidentName(_ name: Range<Int>) -> Bool {
    let first = tokens.tokens[name.lowerBound]
    return first.kind == .handle || lists.isGivenName(first.word)
  }

  mutating func declareSpeaker(ofTurn block: Block) {
    guard !block.label.isEmpty else { return }
    let label = leaves.leaf(of: block.label)
    let reader = NameReader(text: label.text, tokens: label.tokens, lists: lists)
    guard let name = reader.speaker(.present), !isCaption(label.tokens) else { return }
    signIn(name)
    speakers.add(name, isKnownName: true)
  }

  /// "zakim", "lampbot", "lamp-bot": programs, which talk and are counted in chats.
  func isBot(_ name: DeclaredName) -> Bool {
    guard name.words.count == 1, let word = name.words.first else { return false }
    return lists.isBot(grammar.word(word)) || word.count > 5 && word.suffix(3).elementsEqual("bot".utf8)
  }

  /// "10:30 Meeting: …": a capitalised word that begins no name says what there is at that time.
  private func isCaption(_ label: LeafTokens) -> Bool {
    guard label.tokens.count == 1 else { return false }
    let word = label.tokens[0]
    return word.flags.contains(.capitalized) && lists.isNeverName(word.word) && !lists.isGivenName(word.word)
  }

  /// "present+ Ana_Silva" in a chat: the one named is there, under this name or the nickname that says so.
  private mutating func signIn(_ speaker: DeclaredName) {
    guard tokens.tokens.count >= 2, tokens.tokens.count < 40 else { return }
    var matches: [CueMatch] = []
    matcher.match(
      Cue.Kinds(.presence), tokens, range: 0..<tokens.tokens.count, languages: languages, into: &matches)
    guard let match = matches.first(where: { isPresence($0, "present") || isPresence($0, "off") }) else { return }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let presence: Person.Presence = isPresence(match, "present") ? .present : .absent
    var names = reader.names(in: match.range.upperBound..<tokens.tokens.count, presence: presence)
    guard presence == .present else {
      declared += names
      return
    }
    if names.count == 1, names[0].keys.first?.initial == speaker.keys.first?.initial {
      names[0].aliases.append(.init(text: speaker.text, keys: speaker.keys, isHandle: true))
    }
    declared += names
  }

  func isPresence(_ match: CueMatch, _ role: String) -> Bool {
    let cue = grammar.cues[Int(match.cue)]
    return cue.kind == .presence && cue.role == role
  }
}
