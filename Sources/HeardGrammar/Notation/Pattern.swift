/// What a `match` line says, as a tree.
indirect enum Pattern: Sendable, Equatable {
  /// One token, folded.
  case word([UInt8])
  /// One member of a list.
  case list(String)
  case sequence([Pattern])
  case choice([Pattern])
  case optional(Pattern)
  case slot(String, SlotKind)
  /// Up to so many tokens.
  case gap(Int)
  case rangeStart
  case utteranceStart
  case rangeEnd
  /// Not here.
  case not(Pattern)
}

/// What a slot takes.
enum SlotKind: Sendable, Equatable {
  case text, person, people, date, word, number, handle
  case list(String)

  static let named: [(String, SlotKind)] = [
    ("text", .text), ("person", .person), ("people", .people), ("date", .date), ("word", .word), ("number", .number),
    ("handle", .handle),
  ]
}

extension Pattern {
  /// How many tokens a match has: at least, and at most (`Pattern.many`: no bound).
  var length: ClosedRange<Int> {
    switch self {
    case .word: 1...1
    case .list: 1...Pattern.longestPhrase
    case .sequence(let parts):
      parts.reduce(0...0) {
        $0.lowerBound + $1.length.lowerBound...min(Pattern.many, $0.upperBound + $1.length.upperBound)
      }
    case .choice(let parts):
      (parts.map(\.length.lowerBound).min() ?? 0)...(parts.map(\.length.upperBound).max() ?? 0)
    case .optional(let part): 0...part.length.upperBound
    case .slot(_, .text): 1...Pattern.many
    case .slot(_, .people): 1...Pattern.longestMention * 5
    case .slot(_, .person), .slot(_, .date): 1...Pattern.longestMention
    case .slot(_, .list): 1...Pattern.longestPhrase
    case .slot: 1...1
    case .gap(let count): 0...count
    case .rangeStart, .utteranceStart, .rangeEnd, .not: 0...0
    }
  }

  static let many = 1 << 20
  /// The most tokens that a list's entry may have.
  static let longestPhrase = 6
  /// How far left of an anchor a mention of a person, or a date, is looked for.
  static let longestMention = 8

  /// Slot names in order of appearance.
  var slotNames: [String] {
    var names: [String] = []
    collectSlots(&names)
    return names
  }

  private func collectSlots(_ names: inout [String]) {
    switch self {
    case .slot(let name, _): if !names.contains(name) { names.append(name) }
    case .sequence(let parts), .choice(let parts): for part in parts { part.collectSlots(&names) }
    case .optional(let part), .not(let part): part.collectSlots(&names)
    default: break
    }
  }

  /// Names of the lists that are used.
  var listNames: [String] {
    switch self {
    case .list(let name), .slot(_, .list(let name)): [name]
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.listNames)
    case .optional(let part), .not(let part): part.listNames
    default: []
    }
  }
}
