/// Reads the pattern of one `match` line.
struct PatternReader {
  /// A list that the pattern names, and where.
  struct ListUse {
    var name: String
    var column: Int
  }

  struct Trouble: Error {
    var column: Int
    var message: String
  }

  private(set) var listUses: [ListUse] = []
  private let bytes: [UInt8]
  /// The column of the first byte.
  private let column: Int
  private var i = 0
  private var depth = 0

  static let deepest = 12
  static let widestGap = 12
  static let mostSlots = 6

  init(_ bytes: [UInt8], column: Int) { (self.bytes, self.column) = (bytes, column) }

  /// The pattern, which has something to anchor it.
  mutating func read() throws(Trouble) -> Pattern {
    let pattern = try readChoice(until: nil)
    guard pattern.hasAnchor else {
      throw trouble(0, "nothing anchors this pattern; add a word or a <list> that every match must contain")
    }
    guard pattern.slotNames.count <= PatternReader.mostSlots else {
      throw trouble(0, "a pattern has at most \(PatternReader.mostSlots) slots; split it into two cues")
    }
    return pattern
  }

  private func trouble(_ at: Int, _ message: String) -> Trouble { Trouble(column: column + at, message: message) }

  private func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func readChoice(until close: UInt8?) throws(Trouble) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    let start = i
    guard depth <= PatternReader.deepest else { throw trouble(i, "too deeply nested; split the pattern") }
    var choices: [[Pattern]] = [[]]
    while true {
      while byte(i) == 0x20 || byte(i) == 0x09 { i += 1 }
      if i >= bytes.count { break }
      if byte(i) == 0x7C {
        guard let last = choices.last, !last.isEmpty else {
          throw trouble(i, "nothing before this |; write a word there")
        }
        choices.append([])
        i += 1
      } else if byte(i) == close {
        break
      } else {
        let part = try readPart()
        choices[choices.count - 1].append(part)
      }
    }
    if close != nil, i >= bytes.count {
      throw trouble(start - 1, "this bracket is not closed; add \(close == 0x29 ? ")" : "]")")
    }
    guard let last = choices.last, !last.isEmpty else {
      throw trouble(
        min(i, bytes.count),
        choices.count > 1 ? "nothing behind the last |; write a word there" : "nothing here to match; write a word")
    }
    return Pattern.choosing(choices.map { $0.count == 1 ? $0[0] : .sequence($0) })
  }

  private mutating func readPart() throws(Trouble) -> Pattern {
    let start = i
    switch byte(i) {
    case 0x28: return try readGroup(0x29)
    case 0x5B: return .optional(try readGroup(0x5D))
    case 0x29, 0x5D:
      throw trouble(i, "this bracket was not opened; remove it, or quote it to match the mark itself")
    case 0x22: return try readQuoted()
    case 0x7B: return try readSlot()
    case 0x3C where isNameStart(byte(i + 1)): return .list(try readListName())
    case 0x21 where !isSpaceOrEnd(i + 1):
      i += 1
      let part = try readPart()
      guard !part.hasSlot else { throw trouble(start, "a slot cannot stand behind !; use a word, a <list> or (…)") }
      return .not(part)
    case 0x5E:
      i += 1
      guard byte(i) == 0x5E else { return .rangeStart }
      i += 1
      return .utteranceStart
    case 0x24 where isSpaceOrEnd(i + 1) || byte(i + 1) == 0x29 || byte(i + 1) == 0x5D || byte(i + 1) == 0x7C:
      i += 1
      return .rangeEnd
    default: return try readGapOrWord()
    }
  }

  private mutating func readGroup(_ close: UInt8) throws(Trouble) -> Pattern {
    i += 1
    let pattern = try readChoice(until: close)
    i += 1
    return pattern
  }

  private mutating func readGapOrWord() throws(Trouble) -> Pattern {
    let start = i
    while !isSpaceOrEnd(i), !isBracket(byte(i)) { i += 1 }
    if i == start { i += 1 }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    if text.hasPrefix("...") || text.hasPrefix("…") {
      let digits = text.drop { $0 == "." || $0 == "…" }
      if digits.isEmpty { return .gap(4) }
      guard let count = Int(digits), count > 0, count <= PatternReader.widestGap else {
        throw trouble(start, "a gap is ... or ...N with N from 1 to \(PatternReader.widestGap)")
      }
      return .gap(count)
    }
    return try literal(text, at: start)
  }

  private mutating func readQuoted() throws(Trouble) -> Pattern {
    let start = i
    i += 1
    while i < bytes.count, bytes[i] != 0x22 { i += 1 }
    guard i < bytes.count else { throw trouble(start, "this quotation mark is not closed; add \"") }
    i += 1
    return try literal(String(decoding: bytes[(start + 1)..<(i - 1)], as: UTF8.self), at: start)
  }

  private func literal(_ text: String, at start: Int) throws(Trouble) -> Pattern {
    let spellings = Literal.spellings(of: text)
    guard !spellings[0].isEmpty, spellings.allSatisfy({ $0.allSatisfy { !$0.isEmpty && !$0.contains(0) } }) else {
      throw trouble(start, "nothing to match in \"\(text)\"; write a word or a mark")
    }
    return Pattern.choosing(
      spellings.map { words in words.count == 1 ? .word(words[0]) : .sequence(words.map(Pattern.word)) })
  }

  private mutating func readSlot() throws(Trouble) -> Pattern {
    let start = i
    i += 1
    let name = readName()
    guard !name.isEmpty else { throw trouble(i, "a slot needs a name of small letters, as in {task:text}") }
    var kind = SlotKind.text
    if byte(i) == 0x3A {
      i += 1
      kind = try readSlotKind()
    }
    guard byte(i) == 0x7D else { throw trouble(start, "this slot is not closed; write {name} or {name:kind}") }
    i += 1
    return .slot(name, kind)
  }

  private mutating func readSlotKind() throws(Trouble) -> SlotKind {
    if byte(i) == 0x3C { return .list(try readListName()) }
    let start = i
    let name = readName()
    guard let kind = SlotKind.named.first(where: { $0.0 == name })?.1 else {
      let hint = Spelling.hint(for: name, among: SlotKind.named.map(\.0))
      throw trouble(start, "unknown slot kind “\(name)”\(hint)")
    }
    return kind
  }

  private mutating func readListName() throws(Trouble) -> String {
    let start = i
    i += 1
    let name = readName()
    guard !name.isEmpty, byte(i) == 0x3E else { throw trouble(start, "this list is not closed; write <name>") }
    i += 1
    listUses.append(ListUse(name: name, column: column + start))
    return name
  }

  private mutating func readName() -> String {
    let start = i
    while isNameStart(byte(i)) || i > start && (byte(i) == 0x2D || byte(i) &- 0x30 < 10) { i += 1 }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private func isNameStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private func isSpaceOrEnd(_ at: Int) -> Bool { at >= bytes.count || bytes[at] == 0x20 || bytes[at] == 0x09 }

  private func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7C, 0x22: true
    case 0x3C: i + 1 < bytes.count && isNameStart(bytes[i + 1])
    default: false
    }
  }
}

extension Pattern {
  /// A choice whose longer ways are tried first, so that `(item | item list)` takes all it can.
  static func choosing(_ ways: [Pattern]) -> Pattern {
    if ways.count == 1 { return ways[0] }
    let order = ways.indices.sorted {
      let (a, b) = (ways[$0].length.lowerBound, ways[$1].length.lowerBound)
      return a == b ? $0 < $1 : a > b
    }
    return .choice(order.map { ways[$0] })
  }

  /// Every match contains a word that is known beforehand.
  var hasAnchor: Bool {
    switch self {
    case .word, .list, .slot(_, .list): true
    case .sequence(let parts): parts.contains(where: \.hasAnchor)
    case .choice(let parts): parts.allSatisfy(\.hasAnchor)
    default: false
    }
  }

  var hasSlot: Bool { !slotNames.isEmpty }
}
