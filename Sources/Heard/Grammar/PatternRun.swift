/// Tries one compiled pattern at one place: a small machine that goes back to its last choice when it gets stuck.
///
/// The stack is its own, and steps are counted for each try and for the whole pass, so that no text can make it slow.
struct PatternRun {
  private static let mostSteps = 1200
  private static let mostPeople = 64
  private static let builtIn = Grammar.Membered("conjunction", .builtIn)

  private let grammar: Grammar
  private let code: PackedValues
  private let conjunction: Grammar.Membered
  let choices: Choices
  private let slotStarts: Window<Int32>
  private let slotEnds: Window<Int32>
  /// Where an open text slot ended last; a match must go further or be at the end of the content.
  private var openEnd: Int32 = -1
  private var steps = 0
  /// How many steps the whole pass may still take.
  var allowance = 0

  // What the pass at hand works on.
  var list = LeafTokens()
  var bounds = Bounds(range: 0..<0, contentEnd: 0, start: 0)
  /// By token of the range, from its first: what it is.
  var words = Window<FirstWords>()
  private var languages: LanguageSet = []

  init(_ grammar: Grammar) {
    self.grammar = grammar
    code = grammar.tables.code
    conjunction = grammar.isBuiltIn ? PatternRun.builtIn : Grammar.Membered("conjunction", grammar)
    choices = Choices(
      most: PatternRun.mostSteps + 1, patterns: grammar.tables.patterns.count / GrammarTables.patternSize)
    (slotStarts, slotEnds) = (choices.slotStarts, choices.slotEnds)
  }

  /// The end of a match that begins at `start`; nil: there is none.
  mutating func end(code first: Int, at start: Int, _ languages: LanguageSet) -> Int? {
    choices.removeAll()
    (self.languages, openEnd, steps) = (languages, -1, 0)
    var place = (next: first, position: start)
    // What an instruction has to be to take the word at a place.
    var (wantedAt, wanted) = (-1, UInt32.max)
    defer { allowance -= steps }
    let most = min(PatternRun.mostSteps, allowance)
    while steps < most {
      steps &+= 1
      if place.position != wantedAt { (wantedAt, wanted) = (place.position, self.wanted(place.position)) }
      let raw = code.raw(place.next)
      switch raw & PatternRun.operation {
      case PatternRun.word:
        if raw == wanted {
          place = (place.next &+ 1, place.position &+ 1)
          continue
        }
      case PatternRun.split:
        place.next = way(from: place.next, place.position, wanted)
        continue
      case PatternRun.anyOf:
        if holds(place.next, wanted) {
          place = (place.next &+ 1 &+ Instruction(raw: raw).operand, place.position &+ 1)
          continue
        }
      case PatternRun.match:
        if accepts(place.position) { return place.position }
      default:
        if let behind = step(Instruction(raw: raw), place) {
          place = behind
          continue
        }
      }
      guard let back = goBack() else { return nil }
      place = back
    }
    return nil
  }

  private static let operation: UInt32 = 0x7F
  private static let match = UInt32(Instruction.Operation.match.rawValue)
  private static let word = UInt32(Instruction.Operation.word.rawValue)
  private static let split = UInt32(Instruction.Operation.split.rawValue)
  private static let anyOf = UInt32(Instruction.Operation.anyOf.rawValue)

  /// The first way of a choice, with the other kept for later. Most ways are words that do not stand here: these are not
  /// even begun, and a choice of many is one walk past them.
  @inline(__always)
  private mutating func way(from split: Int, _ position: Int, _ wanted: UInt32) -> Int {
    var split = split
    while true {
      let (first, other) = (split &+ 1, split &+ instruction(at: split).operand)
      if isOut(first, wanted) {
        guard code.raw(other) & PatternRun.operation == PatternRun.split else { return other }
        (split, steps) = (other, steps &+ 1)
        continue
      }
      if !isOut(other, wanted) { choices.push(.init(way: .go, other, position, openEnd)) }
      return first
    }
  }

  /// The instruction that takes the word at a position; behind the range none does.
  @inline(__always)
  private func wanted(_ position: Int) -> UInt32 {
    position < bounds.range.upperBound ? Instruction.word(list.tokens[position].word) : .max
  }

  /// Whether one of the words behind an instruction for several is wanted.
  @inline(__always)
  private func holds(_ anyOf: Int, _ wanted: UInt32) -> Bool {
    var (low, high) = (anyOf &+ 1, anyOf &+ 1 &+ instruction(at: anyOf).operand)
    while low < high {
      let middle = (low &+ high) >> 1
      let word = code.raw(middle)
      if word == wanted { return true }
      if word < wanted { low = middle &+ 1 } else { high = middle }
    }
    return false
  }

  @inline(__always)
  private func instruction(at index: Int) -> Instruction { Instruction(raw: code.raw(index)) }

  /// The slots of the match that ``end(code:at:_:_:_:_:)`` found.
  func slot(_ index: Int) -> Range<Int32>? {
    let (start, end) = (slotStarts[index], slotEnds[index])
    return start >= 0 && end > start ? start..<end : nil
  }

  private func accepts(_ position: Int) -> Bool {
    position >= bounds.leastEnd && (Int(openEnd) != position || position >= bounds.contentEnd)
  }

  private typealias Place = (next: Int, position: Int)

  private mutating func step(_ instruction: Instruction, _ place: Place) -> Place? {
    let (next, position) = place
    let isInside = position < bounds.range.upperBound
    switch instruction.operation {
    case .match, .word, .anyOf, .split: return nil
    case .slotStart, .slotEnd: return (next + 1, keep(instruction, position))
    case .jump: return (next + instruction.operand, position)
    case .text, .openText, .lastText, .gap: return stepText(instruction, next, position)
    case .rangeStart: return position == bounds.start ? (next + 1, position) : nil
    case .rangeEnd: return position >= bounds.contentEnd ? (next + 1, position) : nil
    case .utteranceStart:
      return isInside && list.tokens[position].flags.contains(.utteranceStart) ? (next + 1, position) : nil
    case .notAhead:
      choices.push(.init(way: .notAhead, next + instruction.operand, position, openEnd))
      return (next + 1, position)
    case .notEnd:
      leaveNotAhead()
      return nil
    case .list, .person, .people, .date, .anyWord, .number, .handle:
      guard isInside, let end = taken(instruction, position) else { return nil }
      return end <= bounds.range.upperBound ? (next + 1, end) : nil
    }
  }

  /// Whether an instruction is a word, or several, and not the wanted one.
  @inline(__always)
  private func isOut(_ next: Int, _ wanted: UInt32) -> Bool {
    let raw = code.raw(next)
    if raw & PatternRun.operation == PatternRun.word { return raw != wanted }
    return raw & PatternRun.operation == PatternRun.anyOf && !holds(next, wanted)
  }

  private mutating func keep(_ instruction: Instruction, _ position: Int) -> Int {
    let slot = min(instruction.operand, 5)
    choices.push(.init(way: .slot, slot, 0, slotStarts[slot], slotEnds[slot]))
    choices.areFilled = true
    if instruction.operation == .slotStart {
      slotStarts[slot] = Int32(position)
    } else {
      slotEnds[slot] = Int32(position)
    }
    return position
  }

  private mutating func stepText(_ instruction: Instruction, _ next: Int, _ position: Int) -> Place? {
    switch instruction.operation {
    case .lastText: return position < bounds.contentEnd ? (next + 1, bounds.contentEnd) : nil
    case .gap:
      if position < bounds.range.upperBound {
        choices.push(.init(way: .gap, next + 1, position, Int32(instruction.operand)))
      }
      return (next + 1, position)
    default:
      guard position < bounds.contentEnd else { return nil }
      let isOpen = instruction.operation == .openText
      let end = position + 1
      choices.push(.init(way: .widen, next + 1, end, openEnd, isOpen ? 1 : 0))
      if isOpen { openEnd = Int32(end) }
      return (next + 1, end)
    }
  }

  private func taken(_ instruction: Instruction, _ position: Int) -> Int? {
    let token = list.tokens[position]
    switch instruction.operation {
    case .list:
      let number = Int32(instruction.operand)
      guard token.word > 0 else { return nil }
      return grammar.member(
        of: Grammar.ListID(number: number), in: list.tokens, at: position, before: bounds.range.upperBound,
        languages: languages)?.end
    case .person: return PatternRun.end(list.personEnd, position)
    case .people: return peopleEnd(position)
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
  func peopleEnd(_ position: Int) -> Int? {
    let limit = bounds.range.upperBound
    guard var end = PatternRun.end(list.personEnd, position), end <= limit else { return nil }
    for _ in 0..<PatternRun.mostPeople {
      var next = end
      for _ in 0..<2 where next < limit && isJoiner(next) { next += 1 }
      guard next > end, next < limit, let behind = PatternRun.end(list.personEnd, next), behind <= limit else { break }
      end = behind
    }
    return end
  }

  private func isJoiner(_ i: Int) -> Bool {
    let token = list.tokens[i]
    switch token.mark {
    case 0x2C, 0x2F, 0x26, 0x2B: return true
    default: return grammar.isMember(token.word, of: conjunction)
    }
  }

  private mutating func goBack() -> Place? {
    while let choice = choices.pop() {
      let (next, position) = (Int(choice.next), Int(choice.position))
      switch choice.way {
      case .slot: (slotStarts[next], slotEnds[next]) = (choice.first, choice.second)
      case .go, .notAhead:
        openEnd = choice.first
        return (next, position)
      case .widen:
        openEnd = choice.first
        guard let end = end(widened: position, before: next) else { continue }
        var wider = choice
        wider.position = Int32(end)
        choices.push(wider)
        if choice.second == 1 { openEnd = wider.position }
        return (next, end)
      case .gap:
        guard choice.first > 0, position < bounds.range.upperBound else { continue }
        var wider = choice
        wider.position += 1
        wider.first -= 1
        choices.push(wider)
        return (next, position + 1)
      }
    }
    return nil
  }

  /// The next place where a text may end: where a word must follow, in front of that word.
  private func end(widened position: Int, before next: Int) -> Int? {
    guard position < bounds.contentEnd else { return nil }
    var following = instruction(at: next)
    if following.operation == .slotEnd { following = instruction(at: next + 1) }
    guard following.operation == .word else { return position + 1 }
    let word = Int32(following.operand)
    let last = min(bounds.range.upperBound, bounds.contentEnd)
    var end = position + 1
    while end < last, list.tokens[end].word != word { end &+= 1 }
    return end
  }

  /// What must not be here is here: everything since the look-ahead began is given up, and so is the look-ahead.
  private mutating func leaveNotAhead() {
    while let choice = choices.pop() {
      if choice.way == .notAhead { return }
      if choice.way == .slot {
        (slotStarts[Int(choice.next)], slotEnds[Int(choice.next)]) = (choice.first, choice.second)
      }
    }
  }
}
