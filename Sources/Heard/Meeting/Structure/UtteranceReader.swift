/// Parts the words of one leaf into utterances.
struct UtteranceReader {
  /// At most this many tokens make a label.
  private static let longestLabel = 12

  let text: LeafText
  let tokens: LeafTokens

  /// "[ana] …" and "Ana - …" at the start of a line: the tokens of the name, where `isName` takes them for one, and the place
  /// where the words begin.
  func looseLabel(at start: Int, isName: (Range<Int>) -> Bool) -> (label: Range<Int>, words: Int)? {
    let end = tokens.tokens.count
    if tokens.tokens[start].mark == 0x5B {
      let close = (start + 1..<min(end, max(start + 1, start + 5))).first { tokens.tokens[$0].mark == 0x5D }
      guard let close, close > start + 1, close + 1 < end, isName(start + 1..<close) else { return nil }
      return (start + 1..<close, close + 1)
    }
    if isBoldLetter(start), start + 2 < end, isDash(start + 1) { return (start..<start + 1, start + 2) }
    if start == 0, let line = boldLine, isName(line) { return (line, line.upperBound) }
    let behind = Int(tokens.personEnd[start])
    guard behind > start, behind + 1 < end, isDash(behind), isName(start..<behind) else { return nil }
    return (start..<behind, behind + 1)
  }

  /// "**Ana Silva**", bold to the end of the leaf's first line, with lines below it.
  var boldLine: Range<Int>? {
    guard tokens.traits.hasLines, let bold = boldOpening, tokens.tokens[bold.upperBound].flags.contains(.lineStart) else { return nil }
    return bold
  }

  /// The few words in bold that the leaf begins with, where others follow.
  var boldOpening: Range<Int>? {
    guard let bold = text.marks.first(where: { $0.kind == .strong && $0.range.lowerBound == 0 }),
      let end = tokens.tokens.prefix(UtteranceReader.longestName + 1).firstIndex(where: { Int($0.start) >= bold.range.upperBound }), end > 0
    else { return nil }
    return 0..<end
  }

  /// In tokens.
  private static let longestName = 4

  /// Whether line after line begins with a name and a dash, as some write down who says what.
  var hasDashedTurns: Bool {
    guard tokens.traits.hasLines else { return false }
    var turns = 0
    for index in tokens.tokens.indices where index == 0 || tokens.tokens[index].flags.contains(.lineStart) {
      let behind = Int(tokens.personEnd[index])
      if behind > index, behind < tokens.tokens.count, isDash(behind) { turns += 1 }
    }
    return turns >= UtteranceReader.fewestTurns
  }

  private static let fewestTurns = 3

  /// Whether the words begin as somebody's turn, so that others may go on with theirs in the same paragraph.
  func opensWithTurn(kind: (Range<Int>) -> LabelKind) -> Bool { label(at: 0).map { kind($0) == .speaker } ?? false }

  /// "<ana> …", as chats show who says a line.
  func bracketed(at start: Int) -> Range<Int>? {
    guard single(start) == 0x3C, tokens.tokens[start].flags.contains(.lineStart) else { return nil }
    let close = (start + 1..<min(tokens.tokens.count, start + 7)).first { single($0) == 0x3E }
    guard let close, close > start + 1, close + 1 < tokens.tokens.count,
      !(start + 1...close).contains(where: { tokens.tokens[$0].flags.contains(.spaceBefore) }),
      tokens.tokens[close + 1].flags.contains(.spaceBefore), tokens.tokens[start + 1].kind == .word
    else { return nil }
    return start + 1..<close
  }

  /// "**A** - …": a letter that stands for a speaker's name.
  private func isBoldLetter(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.range.count == 1 && token.flags.contains(.capitalized)
      && text.marks.contains { $0.kind == .strong && $0.range.contains(token.start) && $0.range.count <= 2 }
  }

  private func isDash(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.mark == 0x2D || isRightArrow(token), token.flags.contains(.spaceBefore), index + 1 < tokens.tokens.count else {
      return false
    }
    let next = tokens.tokens[index + 1]
    return !token.flags.contains(.lineStart) && !next.flags.contains(.lineStart) && next.flags.contains(.spaceBefore)
  }

  /// "→"
  func isRightArrow(_ token: Token) -> Bool {
    token.kind != .word && token.length == 3 && text.bytes[token.range].elementsEqual([0xE2, 0x86, 0x92])
  }

  /// The label that begins at a token: the tokens in front of a colon that is followed by a space or the line's end.
  func label(at start: Int) -> Range<Int>? {
    guard start < tokens.tokens.count, tokens.traits.hasColon || tokens.traits.hasAngle else { return nil }
    if let nickname = bracketed(at: start) { return nickname }
    let start = behindTime(at: start)
    guard hasColon(behind: start) else { return nil }
    var index = start
    var depth = 0
    while index < tokens.tokens.count, index - start <= UtteranceReader.longestLabel {
      let token = tokens.tokens[index]
      if index > start, token.flags.contains(.lineStart) { return nil }
      switch single(index) {
      case 0x3A:
        // "Ana (10:04:31): …"
        if depth > 0 { break }
        guard index > start, isOpen(after: index) || isWithinWord(index) || isDoubled(index) else { return nil }
        if !isOpen(after: index), !isDoubled(index) { break }
        return start..<index
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth -= 1
      case 0x2E where closesSentence(index): return nil
      case 0x2E, 0x2D, 0x2F, 0x26, 0x2C, 0x27, 0x2B, 0x5F: break
      case .some(let byte) where token.kind == .punctuation && byte < 0x80: return nil
      default: if token.kind == .url || token.kind == .reference { return nil }
      }
      index += 1
    }
    return nil
  }

  /// Behind "14:02", "[14:02:31]" in front of a line, as chats and captions have it.
  private func behindTime(at start: Int) -> Int {
    let first = tokens.tokens[start].mark == 0x5B || tokens.tokens[start].mark == 0x28 ? start + 1 : start
    guard tokens.tokens[start].flags.contains(.lineStart), first + 4 < tokens.tokens.count, isTwoDigits(first) else { return start }
    var end = first + 1
    while end + 1 < tokens.tokens.count, single(end) == 0x3A, isTwoDigits(end + 1), !tokens.tokens[end + 1].flags.contains(.spaceBefore) {
      end += 2
    }
    if first > start { end = single(end) == 0x5D || single(end) == 0x29 ? end + 1 : start }
    guard end > first + 2, end < tokens.tokens.count, tokens.tokens[end].kind == .word, !tokens.tokens[end].flags.contains(.lineStart)
    else { return start }
    return end
  }

  private func isTwoDigits(_ index: Int) -> Bool { tokens.tokens[index].kind == .number && tokens.tokens[index].range.count <= 2 }

  /// "… to the March meeting. ACTION: …", and no "Prof. Silva: …"
  private func closesSentence(_ index: Int) -> Bool {
    guard index > 0, isOpen(after: index) else { return false }
    let before = tokens.tokens[index - 1]
    return before.kind == .word && before.length > UtteranceReader.longestShortened && !before.flags.contains(.capitalized)
  }

  /// In bytes: "prof.", "asst."
  private static let longestShortened = 4

  /// Whether a label that begins at a token can end: most lines have no colon so near.
  @inline(__always)
  private func hasColon(behind start: Int) -> Bool {
    var index = start
    let end = min(tokens.tokens.count, start + UtteranceReader.longestLabel + 1)
    while index < end {
      if tokens.tokens[index].mark == 0x3A { return true }
      index &+= 1
    }
    return false
  }

  /// What a label in front of a colon is.
  enum LabelKind {
    /// No label: the colon is a part of the sentence.
    case none
    case speaker
    /// "ACTION:", "Topic:": begins an utterance and belongs to its words.
    case mark
  }

  /// Replaces what was found by the utterances of a range, parted where a line begins with a label or an ellipsis.
  ///
  /// - Parameters:
  ///   - lines: the first tokens of lines that each stand for themselves.
  ///   - runs: the first tokens of what does so within a line; a few.
  func utterances(
    in range: Range<Int>, lines: [Int] = [], runs: [Int] = [], into found: inout [Utterance], kind: (Range<Int>) -> LabelKind,
    isName: (Range<Int>) -> Bool
  ) {
    found.removeAll(keepingCapacity: true)
    var next = Utterance(tokens: range.lowerBound..<range.lowerBound, label: 0..<0, isContinuation: false)
    // Most leaves have no colon, and so no label within.
    let hasColon = tokens.traits.hasColon && range.contains { tokens.tokens[$0].mark == 0x3A }
    var (inner, closed) = (boldLabels(in: range, kind) + runs, lines + runs)
    if hasColon { inner += turnLabels(in: range, kind, isName) }
    if hasColon, tokens.traits.hasLines { closed += linesBehindOwners(in: range, kind) }
    // Most leaves are one line.
    let last = tokens.traits.hasLines || !inner.isEmpty ? range.upperBound : min(range.lowerBound + 1, range.upperBound)
    for index in range.lowerBound..<last
    where index == range.lowerBound || tokens.tokens[index].flags.contains(.lineStart) || inner.contains(index) {
      let isListLine = index > range.lowerBound && isBullet(index)
      let isContinuation = isEllipsis(index) || index > range.lowerBound && isNumbering(index) || isListLine
      var label = isContinuation ? nil : self.label(at: index)
      var labelKind = label.map(kind) ?? .none
      let loose = isContinuation || labelKind != .none ? nil : looseLabel(at: index, isName: isName)
      if let loose { (label, labelKind) = (loose.label, .speaker) }
      let isNew = isContinuation || labelKind != .none || closed.contains(index)
      guard isNew || index > range.lowerBound && isArrow(index) else { continue }
      next.tokens = min(next.tokens.lowerBound, index)..<index
      if !next.tokens.isEmpty { found.append(next) }
      var start = index
      if isContinuation {
        let isBare = isEllipsis(index) || isListLine || isBareNumber(index)
        start = index + (isBare || isClauseNumber(index) && single(index + 1) != 0x2E ? 1 : 2)
      }
      if labelKind == .speaker, let label { start = loose?.words ?? label.upperBound + 1 }
      start = min(start, range.upperBound)
      next = Utterance(
        tokens: start..<start, label: labelKind == .speaker ? label ?? 0..<0 : 0..<0, isListLine: isListLine,
        isContinuation: isContinuation, isDashed: loose != nil)
    }
    next.tokens = next.tokens.lowerBound..<range.upperBound
    if !next.tokens.isEmpty { found.append(next) }
  }

  /// Labels in bold behind the end of a sentence: "The old paint is gone. **Decision:** …" begins another utterance there.
  private func boldLabels(in range: Range<Int>, _ kind: (Range<Int>) -> LabelKind) -> [Int] {
    var found: [Int] = []
    for mark in text.marks where mark.kind == .strong && found.count < UtteranceReader.mostLabels {
      guard let index = token(from: Int(mark.range.lowerBound), in: range.dropFirst()),
        Int(tokens.tokens[index].end) <= mark.range.upperBound, tokens.tokens[index - 1].kind == .punctuation,
        let label = label(at: index), Int(tokens.tokens[label.upperBound].end) <= mark.range.upperBound + 1,
        kind(label) != .none, !closesLine(mark, behind: label.upperBound)
      else { continue }
      found.append(index)
    }
    return found
  }

  /// The first token that begins there or behind it.
  func token(from offset: Int, in range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(tokens.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound ? low : nil
  }

  /// "… **Action: Ana**" at the end of a line: what it says is wholly bold, and belongs to what stands before it.
  private func closesLine(_ mark: BlockText.Mark, behind colon: Int) -> Bool {
    guard Int(tokens.tokens[colon].end) < mark.range.upperBound else { return false }
    let next = token(from: Int(mark.range.upperBound), in: colon..<tokens.tokens.count)
    return next.map { tokens.tokens[$0].flags.contains(.lineStart) } ?? true
  }

  /// Labels of speakers behind the end of a sentence: "Who has the key? Ana: I'll ask."
  private func turnLabels(in range: Range<Int>, _ kind: (Range<Int>) -> LabelKind, _ isName: (Range<Int>) -> Bool)
    -> [Int]
  {
    var found: [Int] = []
    for index in range.dropFirst() where Int(tokens.personEnd[index]) > index && found.count < UtteranceReader.mostLabels {
      let end = Int(tokens.personEnd[index])
      guard end + 1 < range.upperBound, single(end) == 0x3A, isOpen(after: end),
        let mark = single(index - 1), mark == 0x2E || mark == 0x3F || mark == 0x21, isName(index..<end),
        kind(index..<end) == .speaker
      else { continue }
      found.append(index)
    }
    return found
  }

  /// Lines behind one that ends with an owner: "… will be posted. Action: Ana" is over where its line is.
  private func linesBehindOwners(in range: Range<Int>, _ kind: (Range<Int>) -> LabelKind) -> [Int] {
    var found: [Int] = []
    for index in range.dropFirst() where tokens.tokens[index].flags.contains(.lineStart) {
      guard tokens.tokens[index].flags.contains(.capitalized) else { continue }
      let colon = (max(range.lowerBound, index - 8)..<index).last { single($0) == 0x3A }
      guard let colon, colon > range.lowerBound + 1, colon + 1 < index, kind(colon - 1..<colon) == .mark,
        Int(tokens.personEnd[colon + 1]) > colon + 1,
        tokens.tokens[colon + 1..<index].allSatisfy({ $0.kind == .punctuation || $0.flags.contains(.capitalized) || $0.range.count <= 3 })
      else { continue }
      found.append(index)
    }
    return found
  }

  /// What begins within one leaf besides its lines.
  static let mostLabels = 16

  private func isOpen(after index: Int) -> Bool {
    guard index + 1 < tokens.tokens.count else { return true }
    let next = tokens.tokens[index + 1]
    return next.flags.contains(.spaceBefore) || next.flags.contains(.lineStart)
  }

  /// "**Present:**: …": a colon in bold, and another one behind it.
  private func isDoubled(_ index: Int) -> Bool {
    index + 1 < tokens.tokens.count && single(index + 1) == 0x3A && isOpen(after: index + 1)
  }

  /// "Teilnehmer:innen: …": a colon between two halves of a word, and the label's own behind it.
  private func isWithinWord(_ index: Int) -> Bool {
    guard index + 2 < tokens.tokens.count, single(index + 2) == 0x3A, isOpen(after: index + 2) else { return false }
    let next = tokens.tokens[index + 1]
    return next.kind == .word && !next.flags.contains(.capitalized)
      && !tokens.tokens[index].flags.contains(.spaceBefore)
  }

  func single(_ index: Int) -> UInt8? {
    let token = tokens.tokens[index]
    return token.end - token.start == 1 ? text.bytes[Int(token.start)] : nil
  }
}
