/// Finds the lines of a paragraph that each stand for themselves.
import HeardGrammar

extension Hearing {
  /// The first tokens of the leaf's lines; empty where it has only one.
  func lineStarts() -> [Int] {
    tokens.traits.hasLines ? tokens.tokens.indices.filter { tokens.tokens[$0].flags.contains(.lineStart) } : []
  }

  /// Lines of a paragraph that begin with a box, or the mark of a task and a dash: "[ ] Ana to …", "ACTION - Ana to …".
  func markedLines(_ starts: [Int]) -> [Int] {
    let mayAssign = tokens.traits.mayHold(.assigning)
    return starts.dropFirst().filter { index in
      let token = tokens.tokens[index]
      guard index + 2 < tokens.tokens.count else { return false }
      if token.mark == 0x5B { return isBox(index) }
      guard mayAssign, tagger.lists.isAssigning(token.word) else { return false }
      let next = tokens.tokens[index + 1]
      return next.kind == .handle || token.flags.contains(.capitalized) && next.mark == 0x2D
    }
  }

  /// Lines of a paragraph that begin with pictures, where more than one does: "📌 Ana to …" above "📌 Ben to …".
  func picturedLines(_ starts: [Int]) -> [Int] {
    guard starts.count > 1, isEmoji(starts[0]) else { return [] }
    return starts.dropFirst().filter { isEmoji($0) }
  }

  /// "… is due in May **Action Ana to pay it**": where bold words within a line begin with the mark of a task, so does what is said there.
  func markedRuns(_ reader: UtteranceReader) -> [Int] {
    guard tokens.traits.mayHold(.assigning) else { return [] }
    return marksBehindSentences() + boldMarks(reader)
  }

  /// "The tap drips. ACTION: Ana get a quote", "The tap drips. ACTION Ana get a quote": behind the end of a sentence, in front of whoever is
  /// to do it and what.
  private func marksBehindSentences() -> [Int] {
    tokens.tokens.indices.dropFirst().filter { index in
      let token = tokens.tokens[index]
      guard index + 3 < tokens.tokens.count, token.flags.contains(.allCaps), tagger.lists.isAssigning(token.word),
        !token.flags.contains(.lineStart), !token.flags.contains(.strong),
        [0x2E, 0x3F, 0x21].contains(tokens.tokens[index - 1].mark)
      else { return false }
      let owner = tokens.tokens[index + 1].mark == 0x3A ? index + 2 : index + 1
      let behind = Int(tokens.personEnd[owner])
      return behind > owner && behind + 1 < tokens.tokens.count && tagger.lists.isTask(tokens.tokens[behind].word)
    }
  }

  private func boldMarks(_ reader: UtteranceReader) -> [Int] {
    text.marks.prefix(UtteranceReader.mostLabels).compactMap { mark in
      guard mark.kind == .strong, let index = reader.token(from: Int(mark.range.lowerBound), in: 0..<tokens.tokens.count),
        index > 0, index + 2 < tokens.tokens.count,
        tokens.tokens[index].flags.contains(.capitalized), !tokens.tokens[index].flags.contains(.lineStart),
        tokens.tokens[index + 2].start < mark.range.upperBound, tagger.lists.isAssigning(tokens.tokens[index].word)
      else { return nil }
      return index
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
  func taskLines(_ starts: [Int], isAmongTasks: Bool) -> [Int] {
    guard starts.count > 1, starts.count <= Hearing.mostLines else { return [] }
    let widest = widest(starts)
    var (found, isTask): ([Int], Bool) = ([], opensTask(starts[0]))
    for (position, start) in starts.enumerated().dropFirst() {
      let wasTask = isTask
      isTask = opensTask(start)
      guard isTask || wasTask, opensLine(start) else { continue }
      let isEnded = isEnded(starts[position - 1]..<start, widest)
      let isStopped = isAmongTasks && isTask && tokens.tokens[start - 1].mark == 0x2E
      if isEnded || isStopped || isTask && wasTask { found.append(start) }
    }
    return found
  }

  /// The first tokens of lines that begin with what a task is called by: "A-31 Ana – …" above "A-32 Ben – …".
  func codedLines(_ starts: [Int]) -> [Int] {
    let coded = starts.filter { behindCode($0..<tokens.tokens.count).lowerBound > $0 }
    return coded.count > 1 ? coded.filter { $0 > 0 } : []
  }

  /// The first token behind a paragraph's first line, where that is a title: "AOB", "STATUS OF THE HALL" above what was said.
  mutating func lineBehindTitle(_ starts: [Int]) -> [Int] {
    guard starts.count > 1, case let title = starts[0]..<starts[1], title.count <= Hearing.longestTitleLine, opensLine(starts[1]),
      tokens.tokens[starts[1] - 1].kind == .word || tokens.tokens[starts[1] - 1].mark == 0x29, isEnded(title, widest(starts)),
      Int(tokens.personEnd[starts[0]]) == 0
    else { return [] }
    // "**Lamps**" above what was said of them.
    if UtteranceReader(text: text, tokens: tokens).boldLine == title { return [starts[1]] }
    let isShouted = title.allSatisfy { tokens.tokens[$0].kind != .word || tokens.tokens[$0].flags.contains(.allCaps) }
    guard isShouted || matcher.matchWhole(.section, tokens, range: title, preferring: spoken) != nil else { return [] }
    return [starts[1]]
  }

  /// The first tokens of a paragraph's lines, where most of them begin with a capital and end before they have to, or lines of these notes
  /// do: lines that were written one by one.
  ///
  /// - Parameter isInItem: what stands below the first line of an item goes on about it, whatever is usual in these notes.
  func ownLines(_ starts: [Int], isInItem: Bool) -> [Int] {
    guard starts.count <= Hearing.mostLines else { return [] }
    let opening = zip(starts, starts.dropFirst()).filter { opensLine($1) }
    if endsLinesByThought, !isInItem { return opening.map(\.1) }
    guard starts.count >= Hearing.fewestLines else { return [] }
    let widest = widest(starts)
    let ended = opening.filter { isEnded($0..<$1, widest) }
    guard ended.count * 4 >= (starts.count - 1) * 3 else { return [] }
    // The widest of them cannot end before it has to.
    return opening.filter { isEnded($0..<$1, widest) || Hearing.closers.contains(tokens.tokens[$1 - 1].mark) }.map(\.1)
  }

  /// Where lines tell who says what, the first tokens of those that begin anew behind one that is over.
  func linesBehindTurns(_ starts: [Int]) -> [Int] {
    guard starts.count > 1, starts.count <= Hearing.mostLines else { return [] }
    let widest = widest(starts)
    return zip(starts, starts.dropFirst()).filter {
      opensLine($1) && isEnded($0..<$1, widest) && Hearing.closers.contains(tokens.tokens[$1 - 1].mark)
    }.map(\.1)
  }

  /// The first tokens of lines behind one that is much shorter than its paragraph: nothing but the end of a thought ended it. Behind a capital
  /// at the beginning a small letter goes on with the line above.
  func linesBehindShort(_ starts: [Int]) -> [Int] {
    guard starts.count > 2, starts.count <= Hearing.mostLines else { return [] }
    let widest = max(widest(starts), width(starts[starts.count - 1]..<tokens.tokens.count))
    let writesSmall = !tokens.tokens[starts[0]].flags.contains(.capitalized)
    return zip(starts, starts.dropFirst()).filter { line, next in
      let first = tokens.tokens[next]
      return first.kind == .word && (writesSmall || first.flags.contains(.capitalized)) && !tagger.lists.isConjunction(first.word)
        && !isBroken(before: next)
        && width(line..<next) + tokens.tokens[next].length + Hearing.wideSlack <= widest
    }.map(\.1)
  }

  /// ")", ".", "?", "!"
  private static let closers: [UInt8] = [0x29, 0x2E, 0x3F, 0x21]

  /// A line that the next word would have fitted on was ended by whoever wrote it.
  private func isEnded(_ line: Range<Int>, _ widest: Int) -> Bool {
    width(line) + tokens.tokens[line.upperBound].length + 1 + Hearing.slack <= max(widest, Hearing.narrowest)
  }

  private static let fewestLines = 4

  /// In lines; and in bytes: narrower is no paragraph's width, and how far short of it a wrapped line may end.
  private static let mostLines = 200
  private static let narrowest = 72
  private static let slack = 8
  /// In bytes: so far short of the widest no wrapped line ends.
  private static let wideSlack = 24

  /// The width of the widest line but the last.
  private func widest(_ starts: [Int]) -> Int { zip(starts, starts.dropFirst()).map { width($0..<$1) }.max() ?? 0 }

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
    return start == 0 || !isBroken(before: start)
  }

  /// The line above goes on below: "…, and", "with the".
  private func isBroken(before start: Int) -> Bool {
    let last = tokens.tokens[start - 1]
    let lists = tagger.lists
    return last.mark == 0x2C || lists.isConjunction(last.word) || lists.isArticle(last.word) || lists.isBeforeOther(last.word)
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

  /// An utterance begins a line, by a bullet or by the label of whoever's it is.
  func beginsLine(_ utterance: Utterance) -> Bool {
    guard !utterance.isListLine else { return true }
    let first = utterance.label.isEmpty ? utterance.tokens.lowerBound : utterance.label.lowerBound
    return first < tokens.tokens.count && tokens.tokens[first].flags.contains(.lineStart)
  }

  /// Lines of a paragraph can be a list in all but indentation: a name, then "- Next:", then its tasks.
  ///
  /// - Parameter heads: the words stand right above such lines.
  /// - Parameter isOwn: the lines were written one by one, and a line that heads others needs no colon.
  mutating func openLocalScope(_ words: Utterance, heads: Bool, isOwn: Bool, _ place: inout Place) -> Bool {
    let range = words.tokens
    guard let first = range.first, let last = range.last else { return false }
    let end = Int(tokens.personEnd[first])
    if end == range.upperBound, words.label.isEmpty, tokens.tokens[first].kind == .handle {
      place.localOwner = parties(in: range).first
      place.role = nil
      return true
    }
    let isShouted = heads && range.allSatisfy { tokens.tokens[$0].flags.contains(.allCaps) }
    let hasColon = isShouted || text.bytes[Int(tokens.tokens[last].start)] == 0x3A
    let isTitle = isOwn && !words.isListLine && words.label.isEmpty && range.count <= Hearing.longestTitleLine
    guard isTitle || (words.isListLine || heads) && hasColon,
      let match = matcher.matchWhole(.section, tokens, range: range, preferring: spoken),
      let role = grammar.cues[Int(match.cue)].role.flatMap(SectionRole.init)
    else {
      // "Process:" heads the lines below it, and says nothing of what they are.
      return isTitle && hasColon
    }
    (place.role, place.sectionCue) = (role, match.cue)
    return true
  }

  /// In tokens.
  private static let longestTitleLine = 8
}
