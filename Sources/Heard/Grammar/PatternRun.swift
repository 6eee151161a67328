/// Tries one compiled pattern at one place: a small machine that goes back to its last choice when it gets stuck.
///
/// The stack is its own, and steps are counted for each try and for the whole pass, so that no text can make it slow.
struct PatternRun {
  /// What a text slot leaves out at a range's end, and what the whole match may leave.
  struct Bounds {
    var range: Range<Int>
    /// Behind the last token that is not final punctuation.
    var contentEnd: Int
    /// A match may end here or further right; set for whole texts.
    var leastEnd = 0
    /// Where `^` holds.
    var start: Int
  }

  private enum Way: UInt8 { case go, widen, gap, slot, notAhead }

  private struct Choice {
    var way: Way
    var next: Int32
    var position: Int32
    /// Gap: tokens left. Slot: what was in it. Otherwise ``openEnd``.
    var first: Int32
    var second: Int32 = 0
  }

  private static let mostSteps = 1200
  private static let mostPeople = 64
  private static let builtIn = Grammar.Membered("conjunction", .builtIn)

  private let tables: GrammarTables
  private let conjunction: Grammar.Membered
  private var choices: [Choice] = []
  private var slotStarts: [Int32] = Array(repeating: -1, count: 6)
  private var slotEnds: [Int32] = Array(repeating: -1, count: 6)
  /// Where an open text slot ended last; a match must go further or be at the end of the content.
  private var openEnd: Int32 = -1
  private var steps = 0
  /// How many steps the whole pass may still take.
  var allowance = 0

  init(_ grammar: Grammar) {
    tables = grammar.tables
    conjunction = grammar.isBuiltIn ? PatternRun.builtIn : Grammar.Membered("conjunction", grammar)
  }

  /// The end of a match that begins at `start`; nil: there is none.
  mutating func end(
    code: Int, at start: Int, _ list: LeafTokens, _ bounds: Bounds, _ grammar: Grammar, _ languages: LanguageSet
  ) -> Int? {
    choices.removeAll(keepingCapacity: true)
    for i in 0..<6 { (slotStarts[i], slotEnds[i]) = (-1, -1) }
    openEnd = -1
    steps = 0
    var next = code
    var position = start
    defer { allowance -= steps }
    while steps < min(PatternRun.mostSteps, allowance) {
      steps += 1
      let instruction = Instruction.at(next, in: tables)
      if instruction.operation == .match, accepts(position, bounds) { return position }
      if let step = step(instruction, next, position, list, bounds, grammar, languages) {
        (next, position) = step
      } else if let step = goBack(bounds) {
        (next, position) = step
      } else {
        return nil
      }
    }
    return nil
  }

  /// The slots of the match that ``end(code:at:_:_:_:_:)`` found.
  func slot(_ index: Int) -> Range<Int32>? {
    let (start, end) = (slotStarts[index], slotEnds[index])
    return start >= 0 && end > start ? start..<end : nil
  }

  private func accepts(_ position: Int, _ bounds: Bounds) -> Bool {
    position >= bounds.leastEnd && (Int(openEnd) != position || position >= bounds.contentEnd)
  }

  private mutating func step(
    _ instruction: Instruction, _ next: Int, _ position: Int, _ list: LeafTokens, _ bounds: Bounds, _ grammar: Grammar,
    _ languages: LanguageSet
  ) -> (Int, Int)? {
    let isInside = position < bounds.range.upperBound
    switch instruction.operation {
    case .match: return nil
    case .word:
      return isInside && Int(list.tokens[position].word) == instruction.operand ? (next + 1, position + 1) : nil
    case .slotStart, .slotEnd: return (next + 1, keep(instruction, position))
    case .split:
      choices.append(
        Choice(way: .go, next: Int32(instruction.operand), position: Int32(position), first: openEnd))
      return (next + 1, position)
    case .jump: return (instruction.operand, position)
    case .text, .openText, .lastText, .gap: return stepText(instruction, next, position, bounds)
    case .rangeStart: return position == bounds.start ? (next + 1, position) : nil
    case .rangeEnd: return position >= bounds.contentEnd ? (next + 1, position) : nil
    case .utteranceStart:
      return isInside && list.tokens[position].flags.contains(.utteranceStart) ? (next + 1, position) : nil
    case .notAhead:
      choices.append(
        Choice(way: .notAhead, next: Int32(instruction.operand), position: Int32(position), first: openEnd))
      return (next + 1, position)
    case .notEnd:
      leaveNotAhead()
      return nil
    case .list, .person, .people, .date, .anyWord, .number, .handle:
      guard isInside, let end = taken(instruction, position, list, bounds, grammar, languages) else { return nil }
      return end <= bounds.range.upperBound ? (next + 1, end) : nil
    }
  }

  private mutating func keep(_ instruction: Instruction, _ position: Int) -> Int {
    let slot = min(instruction.operand, 5)
    choices.append(
      Choice(way: .slot, next: Int32(slot), position: 0, first: slotStarts[slot], second: slotEnds[slot]))
    if instruction.operation == .slotStart {
      slotStarts[slot] = Int32(position)
    } else {
      slotEnds[slot] = Int32(position)
    }
    return position
  }

  private mutating func stepText(
    _ instruction: Instruction, _ next: Int, _ position: Int, _ bounds: Bounds
  ) -> (Int, Int)? {
    switch instruction.operation {
    case .lastText: return position < bounds.contentEnd ? (next + 1, bounds.contentEnd) : nil
    case .gap:
      if position < bounds.range.upperBound {
        choices.append(
          Choice(way: .gap, next: Int32(next + 1), position: Int32(position), first: Int32(instruction.operand)))
      }
      return (next + 1, position)
    default:
      guard position < bounds.contentEnd else { return nil }
      let isOpen = instruction.operation == .openText
      let end = position + 1
      choices.append(
        Choice(way: .widen, next: Int32(next + 1), position: Int32(end), first: openEnd, second: isOpen ? 1 : 0))
      if isOpen { openEnd = Int32(end) }
      return (next + 1, end)
    }
  }

  private func taken(
    _ instruction: Instruction, _ position: Int, _ list: LeafTokens, _ bounds: Bounds, _ grammar: Grammar,
    _ languages: LanguageSet
  ) -> Int? {
    let token = list.tokens[position]
    switch instruction.operation {
    case .list:
      return grammar.member(
        of: Grammar.ListID(number: Int32(instruction.operand)), in: list.tokens, at: position,
        before: bounds.range.upperBound, languages: languages)?.end
    case .person: return PatternRun.end(list.personEnd, position)
    case .people: return peopleEnd(list, position, bounds.range.upperBound, grammar)
    case .date: return PatternRun.end(list.dateEnd, position)
    case .anyWord: return token.kind == .word ? position + 1 : nil
    case .number: return token.kind == .number || token.kind == .reference ? position + 1 : nil
    case .handle: return token.kind == .handle ? position + 1 : nil
    default: return nil
    }
  }

  private static func end(_ ends: Window<Int32>, _ position: Int) -> Int? {
    guard position < ends.count, Int(ends[position]) > position else { return nil }
    return Int(ends[position])
  }

  /// Behind persons that commas, slashes or words such as "and" join.
  func peopleEnd(_ list: LeafTokens, _ position: Int, _ limit: Int, _ grammar: Grammar) -> Int? {
    guard var end = PatternRun.end(list.personEnd, position), end <= limit else { return nil }
    for _ in 0..<PatternRun.mostPeople {
      var next = end
      for _ in 0..<2 where next < limit && isJoiner(list, next, grammar) { next += 1 }
      guard next > end, next < limit, let behind = PatternRun.end(list.personEnd, next), behind <= limit else { break }
      end = behind
    }
    return end
  }

  private func isJoiner(_ list: LeafTokens, _ i: Int, _ grammar: Grammar) -> Bool {
    let token = list.tokens[i]
    switch token.mark {
    case 0x2C, 0x2F, 0x26, 0x2B: return true
    default: break
    }
    return grammar.isMember(token.word, of: conjunction)
  }

  private mutating func goBack(_ bounds: Bounds) -> (Int, Int)? {
    while let choice = choices.popLast() {
      let (next, position) = (Int(choice.next), Int(choice.position))
      switch choice.way {
      case .slot: (slotStarts[next], slotEnds[next]) = (choice.first, choice.second)
      case .go, .notAhead:
        openEnd = choice.first
        return (next, position)
      case .widen:
        openEnd = choice.first
        guard position < bounds.contentEnd else { continue }
        var wider = choice
        wider.position += 1
        choices.append(wider)
        if choice.second == 1 { openEnd = wider.position }
        return (next, position + 1)
      case .gap:
        guard choice.first > 0, position < bounds.range.upperBound else { continue }
        var wider = choice
        wider.position += 1
        wider.first -= 1
        choices.append(wider)
        return (next, position + 1)
      }
    }
    return nil
  }

  /// What must not be here is here: everything since the look-ahead began is given up, and so is the look-ahead.
  private mutating func leaveNotAhead() {
    while let choice = choices.popLast() {
      if choice.way == .notAhead { return }
      if choice.way == .slot {
        (slotStarts[Int(choice.next)], slotEnds[Int(choice.next)]) = (choice.first, choice.second)
      }
    }
  }
}

extension Instruction {
  @inline(__always)
  static func at(_ index: Int, in tables: GrammarTables) -> Instruction {
    Instruction(raw: index < tables.code.count ? tables.code[index] : 0)
  }
}
