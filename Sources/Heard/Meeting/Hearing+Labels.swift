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
      } else if isScribe(block), let label = reader.label(at: 0), labelKind(label) == .none, tokens.tokens[0].kind == .word
      {
        // Who only spoke and never wrote is in no list of the chat's.
        (lastSpeaker, chat.relayed, chat.isLine) = (nil, .name(string(label)), false)
        utterance.tokens = min(label.upperBound + 1, tokens.tokens.count)..<tokens.tokens.count
      }
    }
    if chat.voices.count < Hearing.mostVoices { chat.voices[writer] = (lastSpeaker, chat.relayed) }
    hear(utterance, place, speaker: lastSpeaker)
  }

  private static let mostVoices = 1000

  /// Lines of a paragraph that begin with a box, or the mark of a task and a dash: "[ ] Ana to …", "ACTION - Ana to …".
  func markedLines() -> [Int] {
    guard tokens.traits.hasLines else { return [] }
    let mayAssign = tokens.traits.mayHold(.assigning)
    return tokens.tokens.indices.dropFirst().filter { index in
      let token = tokens.tokens[index]
      guard token.flags.contains(.lineStart), index + 2 < tokens.tokens.count else { return false }
      if token.mark == 0x5B { return isBox(index) }
      return mayAssign && token.flags.contains(.capitalized) && tagger.lists.isAssigning(token.word)
        && tokens.tokens[index + 1].mark == 0x2D
    }
  }

  /// "[ ]", "[]" or "[x]".
  private func isBox(_ index: Int) -> Bool {
    if tokens.tokens[index + 1].mark == 0x5D { return true }
    let tick = tokens.tokens[index + 1].range
    return tokens.tokens[index + 2].mark == 0x5D && tick.count == 1 && text.bytes[tick.lowerBound] | 0x20 == 0x78
  }

  /// The first tokens of a paragraph's lines that begin with whoever will do something, and of those behind them, where the line above
  /// ends before it has to: a list of tasks that lacks its bullets.
  ///
  /// - Parameter isAmongTasks: a full stop at the end of the line above is enough.
  func taskLines(isAmongTasks: Bool) -> [Int] {
    guard tokens.traits.hasLines else { return [] }
    let starts = tokens.tokens.indices.filter { tokens.tokens[$0].flags.contains(.lineStart) }
    guard starts.count > 1, starts.count <= Hearing.mostLines else { return [] }
    let widest = zip(starts, starts.dropFirst()).map { width($0..<$1) }.max() ?? 0
    var (found, isTask): ([Int], Bool) = ([], opensTask(starts[0]))
    for (position, start) in starts.enumerated().dropFirst() {
      let wasTask = isTask
      isTask = opensTask(start)
      guard isTask || wasTask, opensLine(start) else { continue }
      // A line that the next word would have fitted on was ended by whoever wrote it.
      let next = tokens.tokens[start].length + 1
      let isEnded = width(starts[position - 1]..<start) + next + Hearing.slack <= max(widest, Hearing.narrowest)
      let isStopped = isAmongTasks && isTask && tokens.tokens[start - 1].mark == 0x2E
      if isEnded || isStopped || isTask && wasTask { found.append(start) }
    }
    return found
  }

  /// In lines; and in bytes: narrower is no paragraph's width, and how far short of it a wrapped line may end.
  private static let mostLines = 200
  private static let narrowest = 72
  private static let slack = 8

  private func width(_ line: Range<Int>) -> Int {
    guard let first = line.first, let last = line.last else { return 0 }
    return Int(tokens.tokens[last].end - tokens.tokens[first].start)
  }

  private func opensTask(_ start: Int) -> Bool {
    let behind = Int(tokens.personEnd[start])
    guard behind > start, behind + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[behind].word
    return tagger.lists.isPromising(next) || tagger.lists.isInfinitive(next, tokens.tokens[behind + 1].word)
  }

  /// A capital or a mark, and nothing at the end of the line above that goes on below.
  private func opensLine(_ start: Int) -> Bool {
    let first = tokens.tokens[start]
    guard first.kind != .word || first.flags.contains(.capitalized) || first.flags.contains(.allCaps) else { return false }
    guard start > 0 else { return true }
    let last = tokens.tokens[start - 1]
    let lists = tagger.lists
    return last.mark != 0x2C && !lists.isConjunction(last.word) && !lists.isArticle(last.word) && !lists.isBeforeOther(last.word)
  }

  /// The lines of a paragraph that begins with a line of nothing but somebody's name: tasks of theirs, as some recorders list them.
  func linesBehindName() -> ([Utterance], Party)? {
    guard let end = tokens.personEnd.first.map(Int.init), end > 0, end < tokens.tokens.count,
      tokens.tokens[end].flags.contains(.lineStart), let party = parties(in: 0..<end).first
    else { return nil }
    var lines: [Utterance] = []
    for index in end..<tokens.tokens.count where tokens.tokens[index].flags.contains(.lineStart) {
      if let last = lines.indices.last { lines[last].tokens = lines[last].tokens.lowerBound..<index }
      lines.append(Utterance(tokens: index..<tokens.tokens.count, label: 0..<0, isContinuation: false))
    }
    return (lines, party)
  }

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

  /// A heading that is a name and nothing else says whose the lines below are.
  mutating func readHeadingParties() {
    for scope in outline.scopes where scope.role == nil && scope.block >= 0 && scope.title.count < 80 {
      loadPeople(scope.block)
      guard let first = tokens.personEnd.firstIndex(where: { $0 > 0 }), first == 0 || opensReport(before: first) else { continue }
      // "June Meetup" is a month's, unless a roll has her.
      if tagger.mentions[first] == .stranger, tagger.lists.isNeverName(tokens.tokens[first].word) { continue }
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
      if isAlone, !parties.isEmpty { headingParties[scope.block] = parties }
    }
  }

  /// Lines of a paragraph can be a list in all but indentation: a name, then "- Next:", then its tasks.
  ///
  /// - Parameter heads: the words stand right above such lines.
  mutating func openLocalScope(_ words: Utterance, heads: Bool, _ place: inout Place) -> Bool {
    let range = words.tokens
    guard let first = range.first, let last = range.last else { return false }
    let end = Int(tokens.personEnd[first])
    if end == range.upperBound, words.label.isEmpty, tokens.tokens[first].kind == .handle {
      place.localOwner = parties(in: range).first
      place.role = nil
      return true
    }
    guard words.isListLine || heads, text.bytes[Int(tokens.tokens[last].start)] == 0x3A,
      let match = matcher.matchWhole(.section, tokens, range: range, preferring: spoken),
      let role = grammar.cues[Int(match.cue)].role.flatMap(SectionRole.init)
    else { return false }
    (place.role, place.sectionCue) = (role, match.cue)
    return true
  }
}
