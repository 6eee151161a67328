/// Tells where the notes leave it open which of several people shall do something.
import HeardGrammar

extension Hearing {
  /// "One of Ana and Ben will …", "Ana or the printer to …", "… (Ana/Ben, tbd)", "Ben or I": no owner may be told, not even whoever
  /// governs the line.
  func leavesOwnerOpen(_ unit: Unit, _ best: CueMatch?, in sentences: [SentenceCues], isWhole: Bool) -> Bool {
    if isWhole, let slot = unit.marker?[slots.owner], isChoice(in: slot) { return true }
    if let best {
      if let slot = best[slots.owner] {
        if isChoice(in: slot) { return true }
      } else if cue(best).yields.contains("speaker"), isChosen(before: best.range.lowerBound) {
        return true
      }
    }
    for match in sentences.lazy.flatMap(\.matches) where cue(match).kind == .owner {
      if cue(match).role == "alternative" { return true }
      if cue(match).role == nil, let slot = match[slots.owner], isChoice(in: slot) { return true }
    }
    return isWhole && unit.range.contains { isOwnersChoice($0, in: unit.range) }
  }

  /// Whether one who is named in a range belongs to a choice.
  func isChoice(in range: Range<Int>) -> Bool {
    range.contains { Int(tokens.personEnd[$0]) > $0 && choice(around: $0) != nil }
  }

  /// "… or I'll ask": the words before a token are the other half of a choice.
  private func isChosen(before index: Int) -> Bool {
    index >= 2 && tagger.lists.isChoice(tokens.tokens[index - 1].word) && nameStart(before: index - 1) != nil
  }

  /// A choice that stands where a line has its owner: in front of it, in brackets, or behind a dash or a colon at its end.
  private func isOwnersChoice(_ index: Int, in range: Range<Int>) -> Bool {
    guard Int(tokens.personEnd[index]) > index, let choice = choice(around: index) else { return false }
    if choice.lowerBound - range.lowerBound <= 1 { return true }
    let before = tokens.tokens[choice.lowerBound - 1].mark
    let isLast = choice.upperBound >= range.upperBound || closes(choice.upperBound)
    if tokens.tokens[index].kind == .handle, isLast { return true }
    return isLast && (before == 0x28 || before == 0x5B || before == 0x2D || before == 0x3A)
  }

  func closes(_ index: Int) -> Bool { tokens.tokens[index].mark == 0x29 || tokens.tokens[index].mark == 0x5D }

  /// The names of which only some are meant, with what says so in front of them; nil where everybody is meant, or no name begins there.
  func choice(around mention: Int) -> Range<Int>? {
    guard Int(tokens.personEnd[mention]) > mention else { return nil }
    let (start, opens) = choiceStart(mention)
    let (end, goesOn) = choiceEnd(mention)
    let opener = openerStart(before: start)
    let isOpen = opens || goesOn || opener < start && tagger.mentions[mention] != .group || isDoubted(start..<end)
    return isOpen ? opener..<end : nil
  }

  /// Where the names begin of which one is a part, and whether one of the joints between them is a choice. "Ask Ana or Ben, Carla
  /// will …" leaves nothing open of Carla.
  private func choiceStart(_ mention: Int) -> (start: Int, isChoice: Bool) {
    var (start, isChoice, hasComma) = (mention, false, false)
    for _ in 0..<Hearing.mostChosen {
      var joint = start
      var isOr = false
      while joint > 0, start - joint < Hearing.longestJoint,
        isJoint(joint - 1) || tagger.lists.isChoice(word(joint - 1))
      {
        joint -= 1
        isOr = isOr || tagger.lists.isChoice(word(joint))
      }
      guard joint < start else { break }
      isChoice = isChoice || isOr && !hasComma
      guard let name = nameStart(before: joint) else { break }
      hasComma = hasComma || !isOr && tokens.tokens[joint].mark == 0x2C
      start = name
    }
    return (start, isChoice)
  }

  private func choiceEnd(_ mention: Int) -> (end: Int, isChoice: Bool) {
    var (end, isChoice) = (Int(tokens.personEnd[mention]), false)
    for _ in 0..<Hearing.mostChosen {
      var next = end
      var isOr = false
      while next < tokens.tokens.count, next - end < Hearing.longestJoint,
        isJoint(next) || tagger.lists.isChoice(word(next))
          || opensChoice(next) || isOr && tagger.lists.isOwnerDoubt(word(next))
      {
        isOr = isOr || tagger.lists.isChoice(word(next))
        next += 1
      }
      guard next > end, next < tokens.tokens.count, isOr || Int(tokens.personEnd[next]) > next else { break }
      isChoice = isChoice || isOr
      end = max(Int(tokens.personEnd[next]), next + 1)
      if end < tokens.tokens.count, closes(end),
        tokens.tokens[next - 1].mark == 0x28 || next > 1 && opensChoice(next - 2)
      {
        end += 1
      }
    }
    return (end, isChoice)
  }

  /// "(or Ana)"
  private func opensChoice(_ index: Int) -> Bool {
    tokens.tokens[index].mark == 0x28 && index + 1 < tokens.tokens.count && tagger.lists.isChoice(word(index + 1))
  }

  /// "One of", "either" in front of the names.
  private func openerStart(before start: Int) -> Int {
    for begin in max(0, start - Hearing.longestOpener)..<start
    where tagger.lists.openerLength(at: begin, tokens.tokens) == start - begin {
      return begin
    }
    return start
  }

  /// "Ana (tbd)", "(Ana?)", "(maybe Ana)".
  private func isDoubted(_ names: Range<Int>) -> Bool {
    let isSetApart =
      names.lowerBound == 0 || [0x28, 0x5B, 0x2D, 0x3A].contains(tokens.tokens[names.lowerBound - 1].mark)
    if names.lowerBound > 1, tagger.lists.isOwnerDoubt(word(names.lowerBound - 1)),
      tokens.tokens[names.lowerBound - 2].mark == 0x28 || tokens.tokens[names.lowerBound - 2].mark == 0x5B
    {
      return true
    }
    // A bracket in front of the task belongs to the mention: "Ana (tbd) to …".
    if let word = names.dropFirst().last, tokens.tokens[word].mark == 0x29,
      tagger.lists.isOwnerDoubt(self.word(word - 1))
    {
      return true
    }
    guard names.upperBound < tokens.tokens.count else { return false }
    let behind = tokens.tokens[names.upperBound]
    if behind.mark == 0x3F { return isSetApart }
    guard behind.mark == 0x28 || behind.mark == 0x2C, names.upperBound + 1 < tokens.tokens.count else { return false }
    let next = tokens.tokens[names.upperBound + 1]
    return tagger.lists.isOwnerDoubt(next.word) || behind.mark == 0x28 && next.mark == 0x3F
  }

  private func word(_ index: Int) -> Int32 { tokens.tokens[index].word }

  func isJoint(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard !token.flags.contains(.lineStart) else { return false }
    return token.mark == 0x2C || token.mark == 0x2F || token.mark == 0x26 || tagger.lists.isConjunction(token.word)
  }

  /// Where the name begins that ends in front of a token.
  private func nameStart(before end: Int) -> Int? {
    (max(0, end - Hearing.longestName)..<end).first { Int(tokens.personEnd[$0]) == end }
  }

  /// In names.
  private static let mostChosen = 6
  /// In tokens.
  private static let longestJoint = 4
  private static let longestOpener = 3
  private static let longestName = 8
}
