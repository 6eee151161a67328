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

  private static let mostSteps = 1200
  private static let mostPeople = 64
  private static let builtIn = Grammar.Membered("conjunction", .builtIn)

  private let grammar: Grammar
  private let code: PackedValues
  private let conjunction: Grammar.Membered
  private let choices = Choices(most: mostSteps + 1)
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
  private var languages: LanguageSet = []

  init(_ grammar: Grammar) {
    self.grammar = grammar
    code = grammar.tables.code
    conjunction = grammar.isBuiltIn ? PatternRun.builtIn : Grammar.Membered("conjunction", grammar)
    (slotStarts, slotEnds) = (choices.slotStarts, choices.slotEnds)
  }

  /// The end of a match that begins at `start`; nil: there is none.
  mutating func end(code first: Int, at start: Int, _ languages: LanguageSet) -> Int? {
    choices.removeAll()
    self.languages = languages
    openEnd = -1
    steps = 0
    var place = (next: first, position: start)
    defer { allowance -= steps }
    let most = min(PatternRun.mostSteps, allowance)
    while steps < most {
      steps += 1
      let instruction = instruction(at: place.next)
      if instruction.operation == .word {
        if place.position < bounds.range.upperBound,
          Int(list.tokens[place.position].word) == instruction.operand
        {
          place = (place.next + 1, place.position + 1)
          continue
        }
      } else if instruction.operation == .match {
        if accepts(place.position) { return place.position }
      } else if let behind = step(instruction, place) {
        place = behind
        continue
      }
      guard let back = goBack() else { return nil }
      place = back
    }
    return nil
  }

  @inline(__always)
  private func instruction(at index: Int) -> Instruction { Instruction(raw: index < code.count ? code[index] : 0) }

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
    case .match, .word: return nil
    case .slotStart, .slotEnd: return (next + 1, keep(instruction, position))
    case .split:
      choices.push(.init(way: .go, next: Int32(instruction.operand), position: Int32(position), first: openEnd))
      return (next + 1, position)
    case .jump: return (instruction.operand, position)
    case .text, .openText, .lastText, .gap: return stepText(instruction, next, position)
    case .rangeStart: return position == bounds.start ? (next + 1, position) : nil
    case .rangeEnd: return position >= bounds.contentEnd ? (next + 1, position) : nil
    case .utteranceStart:
      return isInside && list.tokens[position].flags.contains(.utteranceStart) ? (next + 1, position) : nil
    case .notAhead:
      choices.push(.init(way: .notAhead, next: Int32(instruction.operand), position: Int32(position), first: openEnd))
      return (next + 1, position)
    case .notEnd:
      leaveNotAhead()
      return nil
    case .list, .person, .people, .date, .anyWord, .number, .handle:
      guard isInside, let end = taken(instruction, position) else { return nil }
      return end <= bounds.range.upperBound ? (next + 1, end) : nil
    }
  }

  private mutating func keep(_ instruction: Instruction, _ position: Int) -> Int {
    let slot = min(instruction.operand, 5)
    choices.push(.init(way: .slot, next: Int32(slot), position: 0, first: slotStarts[slot], second: slotEnds[slot]))
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
        choices.push(
          .init(way: .gap, next: Int32(next + 1), position: Int32(position), first: Int32(instruction.operand)))
      }
      return (next + 1, position)
    default:
      guard position < bounds.contentEnd else { return nil }
      let isOpen = instruction.operation == .openText
      let end = position + 1
      choices.push(
        .init(way: .widen, next: Int32(next + 1), position: Int32(end), first: openEnd, second: isOpen ? 1 : 0))
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
    var end = position + 1
    while end < bounds.range.upperBound, end < bounds.contentEnd, Int(list.tokens[end].word) != following.operand {
      end += 1
    }
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
