/// Finds out whose words an utterance holds.
import HeardGrammar

/// Whose words an utterance holds, from the label in front of it or the line above it.
extension Hearing {
  func labelKind(_ label: Range<Int>) -> UtteranceReader.LabelKind {
    let first = tokens.tokens[label.lowerBound]
    let end = Int(tokens.personEnd[label.lowerBound])
    if end > label.lowerBound {
      switch tagger.mentions[label.lowerBound] {
      case .person, .stranger, .ambiguous:
        if end >= label.upperBound || isBracketOrJoin(end) { return .speaker }
      case .group, .none: break
      }
    }
    return first.word != 0 && tagger.lists.isNeverName(first.word) ? .mark : .none
  }

  func isOnePerson(_ range: Range<Int>) -> Bool {
    guard Int(tokens.personEnd[range.lowerBound]) == range.upperBound else { return false }
    if case .person = tagger.mentions[range.lowerBound] { return true }
    return false
  }

  /// A name that the notes' rolls do not hold, in front of one turn of several.
  func isStranger(_ range: Range<Int>) -> Bool {
    guard Int(tokens.personEnd[range.lowerBound]) == range.upperBound else { return false }
    if case .stranger = tagger.mentions[range.lowerBound] { return true }
    return false
  }

  /// "Ana (Acme):", "Ana and Ben:", "Ana/Ben:".
  private func isBracketOrJoin(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    let byte = text.bytes[Int(token.start)]
    return byte == 0x28 || byte == 0x2F || byte == 0x26 || byte == 0x2C || tagger.lists.isConjunction(token.word)
  }

  /// Who says an utterance. Where one label follows another ("Ana: ben: I'll do it"), the first relays the second's words.
  mutating func speaker(of utterance: Utterance, _ reader: UtteranceReader) -> (Utterance, Party?) {
    if utterance.isContinuation { return (utterance, lastSpeaker) }
    lastSpeaker = nil
    labelParties.removeAll()
    chat.isLine = utterance.label.first.map { $0 > 0 && tokens.tokens[$0 - 1].mark == 0x3C } ?? false
    guard !utterance.label.isEmpty else { return (utterance, nil) }
    // Two names share a label: which of them speaks is not told.
    var named = parties(in: utterance.label)
    if named.isEmpty, utterance.isDashed, let letter = utterance.label.first { named = [lettered(letter)] }
    labelParties = named
    lastSpeaker = named.count == 1 ? named[0] : nil
    guard let inner = reader.label(at: utterance.tokens.lowerBound), inner.count == 1, labelKind(inner) != .mark
    else { return (utterance, lastSpeaker) }
    let relayed = parties(in: inner)
    noteScribe(utterance.tokens)
    if chat.isLine, !chat.isScribed, labelParties.count == 1 {
      chat.addressed = relayed.count == 1 ? relayed[0] : nil
    } else {
      lastSpeaker = relayed.count == 1 ? relayed[0] : nil
    }
    var words = utterance
    words.tokens = min(inner.upperBound + 1, utterance.tokens.upperBound)..<utterance.tokens.upperBound
    return (words, lastSpeaker)
  }

  /// Whom a letter in front of a dash stands for: the one whose name begins with it, or somebody of that letter.
  private func lettered(_ index: Int) -> Party {
    let letter = NameKey(text.bytes[tokens.tokens[index].range]).initial
    let bearers = roster.people.indices.filter { person in
      roster.people[person].presence == .present && NameKey(roster.people[person].name.utf8).initial == letter
    }
    return bearers.count == 1 ? .person(bearers[0]) : .name(string(index..<index + 1))
  }

  private func turnSpeaker(_ block: Block) -> Party? {
    guard !block.label.isEmpty else { return nil }
    let label = leaves.leaf(of: block.label)
    let reader = NameReader(text: label.text, tokens: label.tokens, lists: tagger.lists)
    guard let name = reader.speaker(.present) else { return nil }
    switch roster.resolve(name.keys) {
    case .person(let index): return .person(index)
    case .ambiguous: return nil
    case .unknown: return isSubtitled ? nil : .name(name.text)
    }
  }

  /// Whoever speaks in subtitles is on the roster, since their labels are only by their looks what they are.
  private var isSubtitled: Bool { document.format == .vtt || document.format == .srt }

  /// A scribe writes down what others say ("Ben: I'll do it") and goes on with dots; whose words a line that only begins with
  /// somebody's name holds is not told.
  mutating func hear(turn block: Block, _ place: Place, _ reader: UtteranceReader) {
    var utterance = Utterance(tokens: 0..<tokens.tokens.count, label: 0..<0, isContinuation: reader.isEllipsis(0))
    chat.isLine = document.format == .irc
    let writer = NameKey(nickname(block)).hash
    if !utterance.isContinuation { chat.relayed = nil }
    if utterance.isContinuation {
      utterance.tokens = 1..<tokens.tokens.count
      if let voice = chat.voices[writer] { (lastSpeaker, chat.relayed) = voice }
    } else {
      lastSpeaker = turnSpeaker(block)
      noteScribe(0..<tokens.tokens.count)
      if let label = reader.label(at: 0), labelKind(label) == .speaker {
        let named = parties(in: label)
        if named != lastSpeaker.map({ [$0] }) {
          let one = named.count == 1 ? named[0] : nil
          if chat.isLine, !chat.isScribed, !isScribe(block), writes(label) {
            chat.addressed = one
          } else {
            (lastSpeaker, chat.relayed, chat.isLine) = (nil, one, false)
          }
        }
        utterance.tokens = min(label.upperBound + 1, tokens.tokens.count)..<tokens.tokens.count
      } else if isScribe(block), let label = reader.label(at: 0), labelKind(label) == .none, tokens.tokens[0].kind == .word {
        // Who only spoke and never wrote is in no list of the chat's.
        (lastSpeaker, chat.relayed, chat.isLine) = (nil, .name(string(label)), false)
        utterance.tokens = min(label.upperBound + 1, tokens.tokens.count)..<tokens.tokens.count
      }
    }
    if chat.voices.count < Hearing.mostVoices { chat.voices[writer] = (lastSpeaker, chat.relayed) }
    hear(utterance, place, speaker: lastSpeaker)
  }

  private static let mostVoices = 1000

  /// Behind the last of several names: "Ana and Ben:", "Ana/Ben".
  private func jointEnd(behind first: Int) -> Int {
    var end = first
    while end + 1 < tokens.tokens.count, isJoint(end), Int(tokens.personEnd[end + 1]) > end + 1 {
      end = Int(tokens.personEnd[end + 1])
    }
    return end
  }

  /// "Updates from Ana", "Report by Ben".
  private func opensReport(before index: Int) -> Bool {
    index == 2 && tagger.lists.isReportWord(tokens.tokens[0].word) && tagger.lists.isReporting(tokens.tokens[1].word)
  }

  /// "Next steps (Ana)", "Ana's tasks", "Tasks for Ana": whose the tasks below are, where they name nobody else. "Review of the actions
  /// (Ana)" says who spoke of them.
  private mutating func readOwners(inTitleOf scope: Scope) {
    guard scope.cue >= 0, !grammar.cues[Int(scope.cue)].yields.contains("carried") else { return }
    loadPeople(scope.block)
    guard let named = ownersInTitle, choice(around: named.lowerBound) == nil, namesOnly(named) else { return }
    let parties = parties(in: named)
    // A title says of which group the tasks are; only brackets and "for" say that all of them are to do them.
    if case .group = parties.first, !isAddressed(named) { return }
    if !parties.isEmpty { headingParties.set(scope.block, parties) }
  }

  private func isAddressed(_ named: Range<Int>) -> Bool {
    guard named.lowerBound > 0 else { return false }
    let before = tokens.tokens[named.lowerBound - 1]
    return before.mark == 0x28 || tagger.lists.isBeforeOther(before.word)
  }

  /// Where a title of tasks names somebody: at its end, in brackets or behind a word or a mark, or at its beginning.
  private var ownersInTitle: Range<Int>? {
    var end = tokens.tokens.count
    while end > 0, tokens.tokens[end - 1].kind == .punctuation { end -= 1 }
    if end < tokens.tokens.count, tokens.tokens[end].mark == 0x29 {
      let open = tokens.tokens[..<end].lastIndex { $0.mark == 0x28 }
      return open.flatMap { $0 > 0 && $0 + 1 < end ? $0 + 1..<end : nil }
    }
    guard let first = tokens.personEnd[..<end].firstIndex(where: { $0 > 0 }) else { return nil }
    let behind = jointEnd(behind: Int(tokens.personEnd[first]))
    // "Tasks from Ana" were hers to give.
    if behind == end { return first > 0 && !tagger.lists.isReporting(tokens.tokens[first - 1].word) ? first..<behind : nil }
    return first == 0 ? first..<behind : nil
  }

  /// A heading that is a name and nothing else says whose the lines below are.
  mutating func readHeadingParties() {
    for scope in outline.scopes where scope.role == .actions && scope.block >= 0 && scope.title.count > 2 { readOwners(inTitleOf: scope) }
    for scope in outline.scopes where scope.role == nil && scope.block >= 0 && scope.title.count < 80 {
      loadPeople(scope.block)
      var start = scope.isLastLine ? tokens.tokens.lastIndex { $0.flags.contains(.lineStart) } ?? 0 : 0
      // "##Ana", as some write their headings.
      while start + 1 < tokens.tokens.count, tokens.tokens[start].mark == 0x23, tokens.tokens[start].kind == .punctuation { start += 1 }
      guard let first = tokens.personEnd[start...].firstIndex(where: { $0 > 0 }), first == start || opensReport(before: first) else {
        continue
      }
      // "June Meetup" is a month's, unless a roll has her; "Will Lund" is somebody.
      if tagger.mentions[first] == .stranger, tagger.lists.isNeverName(tokens.tokens[first].word),
        tokens.personEnd[first] < first + 2 || tagger.lists.isMonth(tokens.tokens[first].word)
      {
        continue
      }
      if choice(around: first) != nil {
        headingChoices.insert(scope.block)
        continue
      }
      let behind = jointEnd(behind: Int(tokens.personEnd[first]))
      let rest = behind..<tokens.tokens.count
      let saysNext = rest.contains { tagger.lists.isSaying(tokens.tokens[$0].word) && $0 + 2 == tokens.tokens.count }
      let isAlone =
        rest.isEmpty || saysNext || text.bytes[Int(tokens.tokens[rest.lowerBound].start)] == 0x28
        || !rest.contains { tokens.tokens[$0].kind != .punctuation }
      let parties = parties(in: first..<behind)
      if isAlone, !parties.isEmpty { headingParties.set(scope.block, parties) }
    }
  }

  /// Items that are names, with what each said below, in a list that comes back to some of them: "Ana", "Ben", "Ana".
  mutating func readTurnsOfItems() {
    var turns = NumberMap<[(scope: Int, party: Party)]>()
    for (index, scope) in outline.scopes.enumerated() where scope.kind == .person && scope.block >= 0 && !scope.isLastLine {
      guard let parties = headingParties[scope.block], parties.count == 1, let list = document.list(around: scope.block) else { continue }
      turns.change(UInt64(list), from: []) { $0.append((index, parties[0])) }
    }
    for turns in turns.values where Set(turns.map(\.party)).count < turns.count {
      for turn in turns { tellerOfScope.set(turn.scope, turn.party) }
    }
  }
}
