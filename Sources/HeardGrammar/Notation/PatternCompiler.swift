/// Turns one pattern into instructions.
struct PatternCompiler {
  private(set) var code: [Instruction] = []
  /// Slot names in the order of their numbers.
  let slots: [String]
  private let word: ([UInt8]) -> Int
  private let list: (String) -> Int

  /// What follows a part.
  private enum Tail { case nothing, maybe, something }

  init(_ pattern: Pattern, word: @escaping ([UInt8]) -> Int, list: @escaping (String) -> Int) {
    (self.word, self.list) = (word, list)
    slots = pattern.slotNames
    emit(pattern, .nothing)
    code.append(Instruction(.match))
  }

  private mutating func emit(_ pattern: Pattern, _ tail: Tail) {
    switch pattern {
    case .word(let bytes): code.append(Instruction(.word, word(bytes)))
    case .list(let name): code.append(Instruction(.list, list(name)))
    case .sequence(let parts): emitSequence(parts, tail)
    case .choice(let parts): emitChoice(parts, tail)
    case .optional(let part):
      let split = reserve()
      emit(part, tail)
      patch(split, .split)
    case .slot(let name, let kind): emitSlot(name, kind, tail)
    case .gap(let count): code.append(Instruction(.gap, count))
    case .rangeStart: code.append(Instruction(.rangeStart))
    case .utteranceStart: code.append(Instruction(.utteranceStart))
    case .rangeEnd: code.append(Instruction(.rangeEnd))
    case .not(let part):
      let ahead = reserve()
      emit(part, .something)
      code.append(Instruction(.notEnd))
      patch(ahead, .notAhead)
    }
  }

  private mutating func emitSequence(_ parts: [Pattern], _ tail: Tail) {
    for (i, part) in parts.enumerated() {
      var behind = tail
      for next in parts[(i + 1)...].reversed() {
        if next.length.lowerBound > 0 {
          behind = .something
        } else if behind != .something, next.length.upperBound > 0 {
          behind = .maybe
        }
      }
      emit(part, behind)
    }
  }

  private mutating func emitChoice(_ parts: [Pattern], _ tail: Tail) {
    // Ascending, for a search that halves.
    let words = parts.compactMap { if case .word(let bytes) = $0 { word(bytes) } else { nil } }.sorted()
    if words.count == parts.count {
      code.append(Instruction(.anyOf, words.count))
      for word in words { code.append(Instruction(.word, word)) }
      return
    }
    var jumps: [Int] = []
    let parts = PatternCompiler.joined(parts)
    for (i, part) in parts.enumerated() {
      guard i + 1 < parts.count else {
        emit(part, tail)
        break
      }
      let split = reserve()
      emit(part, tail)
      jumps.append(reserve())
      patch(split, .split)
    }
    for jump in jumps { patch(jump, .jump) }
  }

  /// Words that stand side by side among the parts of a choice are one part.
  private static func joined(_ parts: [Pattern]) -> [Pattern] {
    var joined: [Pattern] = []
    var words: [Pattern] = []
    func flush() {
      if let word = words.first { joined.append(words.count == 1 ? word : .choice(words)) }
      words = []
    }
    for part in parts {
      if case .word = part {
        words.append(part)
      } else {
        flush()
        joined.append(part)
      }
    }
    flush()
    return joined
  }

  private mutating func emitSlot(_ name: String, _ kind: SlotKind, _ tail: Tail) {
    let number = slots.firstIndex(of: name) ?? 0
    code.append(Instruction(.slotStart, number))
    switch kind {
    case .text: code.append(Instruction(tail == .nothing ? .lastText : tail == .maybe ? .openText : .text))
    case .person: code.append(Instruction(.person))
    case .people: code.append(Instruction(.people))
    case .date: code.append(Instruction(.date))
    case .word: code.append(Instruction(.anyWord))
    case .number: code.append(Instruction(.number))
    case .handle: code.append(Instruction(.handle))
    case .list(let name): code.append(Instruction(.list, list(name)))
    }
    code.append(Instruction(.slotEnd, number))
  }

  private mutating func reserve() -> Int {
    code.append(Instruction(.match))
    return code.count - 1
  }

  private mutating func patch(_ index: Int, _ operation: Instruction.Operation) {
    code[index] = Instruction(operation, code.count - index)
  }
}

extension Pattern {
  /// How every match begins.
  var traits: PatternTraits {
    switch self {
    case .rangeStart, .slot(_, .text): .startsAtRange
    case .utteranceStart: .startsUtterance
    case .slot(_, .person): .startsWithPerson
    case .slot(_, .people): .startsWithPeople
    case .slot(_, .date): .startsWithDate
    case .sequence(let parts):
      // A look-ahead takes nothing, so that the next part still begins the match.
      parts.first { if case .not = $0 { false } else { true } }?.traits ?? PatternTraits(bits: 0)
    case .choice(let parts):
      PatternTraits(bits: parts.reduce(.max) { $0 & $1.traits.bits })
    default: PatternTraits(bits: 0)
    }
  }
}
