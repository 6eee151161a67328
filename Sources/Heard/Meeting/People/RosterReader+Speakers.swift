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
    // A label opens what is said on its line, wherever in the paragraph that is.
    let flags = tokens.tokens[first].flags
    tokens.tokens[first].flags.insert(.utteranceStart)
    matcher.match(tokens, range: withColon, languages: languages, into: &matches)
    tokens.tokens[first].flags = flags
    return matches.contains { grammar.cues[Int($0.cue)].kind == .marker && $0.range.lowerBound == first }
  }

  /// "Q1:", "A2:": the number of a question or an answer.
  private func isNumbered(_ label: Range<Int>) -> Bool {
    let bytes = text.bytes[tokens.tokens[label.lowerBound].range]
    return label.count == 1 && bytes.count > 1 && 0x41...0x5A ~= bytes[bytes.startIndex]
      && bytes.dropFirst().allSatisfy { 0x30...0x39 ~= $0 }
  }

  mutating func noteSpeaker(_ label: Range<Int>, isCell: Bool = false) {
    if isCell, !isEvidentName(label) { return }
    let written = tokens.fingerprint(of: label, in: text)
    if speakers.addAgain(written) { return }
    speakers.note(written, as: readSpeaker(label))
  }

  /// "<ana> Ben: I'll ask": who speaks, where somebody writes down what others say.
  mutating func noteRelayed() {
    guard let label = UtteranceReader(text: text, tokens: tokens).label(at: 0) else { return }
    if lists.isScribing(tokens.tokens[label.lowerBound].word) {
      isScribed = true
    } else if isScribed, role(ofField: label) == nil {
      noteSpeaker(label)
    }
  }

  /// "Ana: order the spoons" among the actions.
  mutating func noteTasked(_ label: Range<Int>) {
    guard tasked.count < RosterReader.mostTasked, isEvidentName(label) else { return }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    tasked += reader.names(in: label, presence: .mentioned).filter { $0.words.count <= 4 }
  }

  /// "order the spoons", "to order the spoons", and no talk about what was ordered.
  func beginsTask(at index: Int) -> Bool {
    let word = tokens.tokens[index].word
    return lists.isTask(word) || index + 1 < tokens.tokens.count && lists.isInfinitive(word, tokens.tokens[index + 1].word)
  }

  private static let mostTasked = 200

  /// "Ana and Ben: …": two who share a label were both there.
  private mutating func readJoint(_ label: Range<Int>) {
    let names = NameReader(text: text, tokens: tokens, lists: lists).names(in: label, presence: .present)
    guard (2...3).contains(names.count),
      names.allSatisfy({ $0.words.count <= 3 && lists.isGivenName(grammar.word($0.words[0])) })
    else { return }
    for name in names { speakers.add(name, isKnownName: true) }
  }

  /// Takes a label for a speaker's where it looks like one; its words then.
  private mutating func readSpeaker(_ label: Range<Int>) -> [NameKey]? {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    if label.lowerBound > 0, reader.single(label.lowerBound - 1) == 0x3C {
      guard let name = reader.declare(label, .present) else { return nil }
      speakers.add(name, isKnownName: false, isInitials: true)
      return name.keys
    }
    if isNumbered(label) || opensItem(label) || label.count > 1 && lists.isAssigning(tokens.tokens[label.lowerBound].word) { return nil }
    let isSmallWord = label.count == 1 && lists.isInitials(tokens.tokens[label.lowerBound])
    let name = isSmallWord ? label : reader.nameRange(in: label)
    guard !name.isEmpty, name.upperBound == label.upperBound || reader.single(name.upperBound) == 0x28 else {
      if lists.isGivenName(tokens.tokens[label.lowerBound].word) { readJoint(label) }
      return nil
    }
    guard let declared = isSmallWord ? reader.declare(label, .present) : reader.entry(label, .present).first,
      declared.words.count <= 4
    else { return nil }
    let first = tokens.tokens[name.lowerBound]
    let isInitials = name.count == 1 && first.flags.contains(.allCaps) && (first.word == 0 || isSmallWord) && first.range.count <= 3
    // "Code section:": words of the language, none of which is anybody's name.
    let isPlain =
      name.count > 1
      && name.allSatisfy {
        tokens.tokens[$0].kind == .word && tokens.tokens[$0].word != 0 && !lists.isGivenName(tokens.tokens[$0].word)
      }
    if isPlain { return nil }
    let isUnheard = name.allSatisfy { index in
      let token = tokens.tokens[index]
      guard token.kind == .word, token.range.count > 1, !lists.isGivenName(token.word) else { return true }
      return token.word == 0 && (token.flags.contains(.capitalized) || name.count == 1)
    }
    // "14:02 Ana Silva: …"
    let isStamped = isUnheard && name.count > 1 && label.lowerBound > 2 && !first.flags.contains(.lineStart)
    speakers.add(
      declared, isKnownName: isEvidentName(name) || isStamped, isInitials: isInitials && declared.words[0].count > 1,
      isUnheard: isUnheard, isColoned: true)
    return declared.keys
  }

  /// "Ana - sent the list.", "Ben - will print it.": paragraphs and items that begin with a name and a dash, in notes where several do.
  mutating func readDashedTurns() {
    var turns: [(name: DeclaredName, isGiven: Bool)] = []
    for index in document.blocks.indices where document.blocks[index].kind == .paragraph {
      guard turns.count < RosterReader.mostTasked, mayBeTurn(index),
        document.blocks[index].stop - document.blocks[index].start > RosterReader.shortestTurn, !outline.isHeading[index]
      else { continue }
      // A look at the first bytes spares reading nearly all of them.
      let opening = document.notes[Int(document.blocks[index].start)..<Int(document.blocks[index].stop)].prefix(RosterReader.longestName)
      guard opening.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { continue }
      load(index)
      guard let end = tokens.tokens.prefix(4).firstIndex(where: { $0.mark == 0x2D }), (1...2).contains(end),
        tokens.tokens[end].flags.contains(.spaceBefore), end + 2 < tokens.tokens.count,
        tokens.tokens[end + 1].flags.contains(.spaceBefore), tokens.tokens[end + 1].kind == .word
      else { continue }
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      guard reader.nameRange(in: 0..<end) == 0..<end, let name = reader.declare(0..<end, .present) else { continue }
      let word = tokens.tokens[0].word
      if word == 0 || lists.isGivenName(word) { turns.append((name, lists.isGivenName(word))) }
    }
    let given = turns.count { $0.isGiven }
    guard given >= RosterReader.fewestTurns, given * 2 >= turns.count else { return }
    for turn in turns { speakers.add(turn.name, isKnownName: true) }
  }

  /// A paragraph of its own, or that of an item that is no task.
  private func mayBeTurn(_ index: Int) -> Bool {
    let parent = Int(document.blocks[index].parent)
    return parent < 0 || document.blocks[parent].kind == .item && index == parent + 1 && outline.role(of: index) == nil
  }

  private static let fewestTurns = 3
  /// In bytes.
  private static let shortestTurn: Int32 = 20
  private static let longestName = 48

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
    // "May:", "Jun:" may be months.
    let isWord = name.count == 1 && lists.isNeverName(first.word)
    return first.kind == .handle || lists.isGivenName(first.word) && !isWord
  }

  mutating func declareSpeaker(ofTurn block: Block) {
    guard !block.label.isEmpty else { return }
    let label = leaves.leaf(of: block.label)
    let reader = NameReader(text: label.text, tokens: label.tokens, lists: lists)
    guard let name = reader.speaker(.present), !isCaption(label.tokens) else { return }
    signIn(name)
    speakers.add(name, isKnownName: true, isLoneWord: isSubtitled && isLoneWord(label.tokens))
  }

  /// Subtitles have labels only by what their words look like: "Values: what do we want?" is no turn of somebody's.
  private var isSubtitled: Bool { document.format == .vtt || document.format == .srt }

  /// One word with a capital that is no first name.
  private func isLoneWord(_ label: LeafTokens) -> Bool {
    label.tokens.count == 1 && label.tokens[0].kind == .word && label.tokens[0].flags.contains(.capitalized)
      && !label.tokens[0].flags.contains(.allCaps) && !lists.isGivenName(label.tokens[0].word)
  }

  /// Whether the Grammar knows a word, or the notes have it in small letters as well, which no name is.
  func standsSmall(_ word: [UInt8]) -> Bool {
    guard word.count > 2, let first = word.first, 0x41...0x5A ~= first else { return false }
    if grammar.word([first | 0x20] + word.dropFirst()) != 0 { return true }
    let small = [first | 0x20] + word.dropFirst()
    var index = 0
    let notes = document.notes
    let last = min(notes.count, RosterReader.mostSmall)
    while index + small.count <= last {
      guard let found = Ascii.firstIndex(of: small[0], in: notes, index, last - small.count + 1) else { return false }
      let end = found + small.count
      let isApart = (found == 0 || !Ascii.isWordy(notes[found - 1])) && (end == notes.count || !Ascii.isWordy(notes[end]))
      if isApart, notes[found..<end].elementsEqual(small) { return true }
      index = found + 1
    }
    return false
  }

  /// In bytes of the notes: each look goes through them.
  private static let mostSmall = 1 << 17

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
