import HeardGrammar

/// A word, number or mark as the reading of dates sees it.
struct DatePiece {
  enum Kind { case word, number, mark }

  var start: Int
  var end: Int
  /// Index of the token that it is, or is a part of.
  var token: Int
  var kind: Kind
  /// Nothing stands between it and the piece before.
  var isGlued: Bool
  var isCapital = false
  var isAllCapitals = false
  /// The number, or the mark's byte.
  var value = 0
  /// How many digits the number is written with.
  var digits = 0
  var roles = DateRoles.none

  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && value == Int(mark.value) }
  var isWord: Bool { kind == .word }
  var isNumber: Bool { kind == .number }

  func has(_ role: DateRole) -> Bool { roles.has(role) }
  subscript(_ role: DateRole) -> Int? { roles[role] }
}

/// What a word can be in a date; the raw value is its place in ``DateRoles``.
enum DateRole: Int, CaseIterable {
  // These have a value each.
  case month, weekday, unit, count, ordinal, turn, edge, edgeOfUnit, day, relation, letter, feast, weekdays
  // These are so or not.
  case doubtful, working, ordinalEnding, capitals, dayEnd, now, of, article, hedge, fiscal, weekOf, recurring, clock,
    plural, dotted, dayFollows, latest
  case vague, event, numberOf, follow, daytime, half, eve, possessive, vagueLead, vagueEnd, not, meetingLead

  /// Its list in the Grammar's `dates.cues`.
  var list: String { DateListNames.all.indices.contains(rawValue) ? DateListNames.all[rawValue] : "" }

  /// Only a word with one of these, or a number, begins an attempt.
  var isTrigger: Bool {
    switch self {
    case .month, .weekday, .weekdays, .unit, .edgeOfUnit, .day, .vague, .event, .ordinal, .feast, .daytime, .dayEnd,
      .vagueEnd:
      true
    default: false
    }
  }

  /// Words that stand around dates without being part of one.
  var isBystander: Bool {
    self == .numberOf || self == .follow || self == .recurring || self == .not || self == .meetingLead
  }
}

/// All that one word can be in a date.
struct DateRoles: Hashable, Sendable {
  /// More than 32 roles: a shift past the width would lose one without a word.
  private var mask: UInt64 = 0
  private var values = SIMD16<Int16>()

  static let none = DateRoles()

  /// Any role that makes it part of a run.
  var isMember: Bool { mask & ~DateRoles.bystanders != 0 }
  var isTrigger: Bool { mask & DateRoles.triggers != 0 }
  var isEmpty: Bool { mask == 0 }

  func has(_ role: DateRole) -> Bool { mask & (1 << UInt64(role.rawValue)) != 0 }

  subscript(_ role: DateRole) -> Int? {
    guard has(role), role.rawValue < 16 else { return nil }
    return Int(values[role.rawValue])
  }

  /// The first meaning that a language gives a word within a role stays.
  mutating func add(_ role: DateRole, _ value: Int) {
    guard !has(role) else { return }
    mask |= 1 << UInt64(role.rawValue)
    if role.rawValue < 16 { values[role.rawValue] = Int16(truncatingIfNeeded: value) }
  }

  /// Alone, or with articles around it, the word makes no date: "the meeting", "week", "first".
  var isQuietTrigger: Bool { mask & ~DateRoles.quiet == 0 && self[.unit] != DateUnit.weekend.rawValue }
  /// An article or the like, which makes a date of nothing.
  var isQuiet: Bool { mask & ~DateRoles.light == 0 }

  private static let quiet = bits { $0 == .unit || $0 == .event || $0 == .ordinal || $0.isBystander }
  private static let light = bits { $0 == .article || $0 == .of || $0 == .hedge || $0.isBystander }
  private static let triggers = bits { $0.isTrigger }
  private static let bystanders = bits { $0.isBystander }

  private static func bits(where isIn: (DateRole) -> Bool) -> UInt64 {
    DateRole.allCases.reduce(0) { isIn($1) ? $0 | 1 << UInt64($1.rawValue) : $0 }
  }
}
