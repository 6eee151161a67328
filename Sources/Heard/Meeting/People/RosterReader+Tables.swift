/// Reads rolls that are tables.
import HeardGrammar

extension RosterReader {
  mutating func readTable(_ table: Int) {
    var roles: [String] = []
    var ticks: Ticks?
    for row in (table + 1)..<Int(document.blocks[table].end) where Int(document.blocks[row].parent) == table {
      let cells = cells(of: row)
      if document.blocks[row].flags.contains(.header) || roles.isEmpty {
        roles = cells.map { columnRole($0) }
        ticks = nil
        if roles.contains("name") || roles.contains("given") || document.blocks[row].flags.contains(.header) { continue }
      }
      if let column = tickColumn(table, roles) { roles[column] = "present" }
      let told = ticks ?? self.ticks(table, roles)
      ticks = told
      let name = readRow(cells, roles, told)
      if roles.allSatisfy(\.isEmpty) { readBeside(cells.dropFirst(), isFullNameInFront: name.map { $0.words.count > 1 } ?? false) }
    }
  }

  /// A column without a head whose cells hold a sign or nothing, beside one of names.
  private mutating func tickColumn(_ table: Int, _ roles: [String]) -> Int? {
    guard roles.contains("name"), !roles.contains("present"), let column = roles.firstIndex(of: "") else { return nil }
    var ticks = 0
    for cell in (table + 1)..<Int(document.blocks[table].end) {
      let block = document.blocks[cell]
      guard block.kind == .cell, Int(block.level) == column else { continue }
      let length = document.notes[Int(block.start)..<Int(block.stop)].count { $0 != 0x20 && $0 != 0x7C }
      guard length <= RosterReader.longestTick, !block.flags.contains(.header) || length == 0 else { return nil }
      if length > 0 { ticks += 1 }
    }
    return ticks > 0 ? column : nil
  }

  /// In bytes.
  private static let longestTick = 4

  mutating func columnRole(_ cell: Int) -> String {
    load(cell)
    let match = matcher.matchWhole(.column, tokens, range: 0..<tokens.tokens.count, preferring: languages)
    return match.flatMap { grammar.cues[Int($0.cue)].role } ?? ""
  }

  /// How a column of who was there tells it.
  private enum Ticks {
    case none
    /// Some cells say something: then an empty one says that its bearer was not.
    case signs
    /// "P" stands for present, and so "A" for absent.
    case letters
  }

  private mutating func ticks(_ table: Int, _ roles: [String]) -> Ticks {
    guard let column = roles.firstIndex(of: "present") else { return .none }
    var ticks = Ticks.none
    for cell in (table + 1)..<Int(document.blocks[table].end) {
      let block = document.blocks[cell]
      guard block.kind == .cell, Int(block.level) == column, !block.flags.contains(.header),
        document.notes[Int(block.start)..<Int(block.stop)].contains(where: { $0 != 0x20 && $0 != 0x7C })
      else { continue }
      ticks = .signs
      load(cell)
      if isLetter(of: "present-letter") { return .letters }
    }
    return ticks
  }

  /// The cell at hand is a letter that stands for whether somebody was there.
  private mutating func isLetter(of role: String) -> Bool {
    var matches: [CueMatch] = []
    matcher.match(Cue.Kinds(.presence), tokens, range: 0..<tokens.tokens.count, languages: languages, into: &matches)
    return matches.contains { isPresence($0, role) }
  }

  /// The one whom a row is of; nil where it is of nobody or of several.
  private mutating func readRow(_ cells: [Int], _ roles: [String], _ ticks: Ticks) -> DeclaredName? {
    let nameColumn = roles.firstIndex(of: "name") ?? roles.firstIndex(of: "given") ?? roles.firstIndex { $0 != "organisation" } ?? 0
    guard nameColumn < cells.count else { return nil }
    load(cells[nameColumn])
    isConsumed[cells[nameColumn]] = true
    let presence: Person.Presence = .present
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    if let several = severalNames(reader) {
      declared += several
      return nil
    }
    guard var name = reader.invertedName(presence) ?? reader.entry(0..<tokens.tokens.count, presence).first else { return nil }
    if let column = roles.firstIndex(of: "surname"), column < cells.count, column != nameColumn {
      load(cells[column])
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      if let last = reader.declare(0..<tokens.tokens.count, presence) { name = last.behind(name) }
    }
    for (column, cell) in cells.enumerated() where column < roles.count && roles[column] == "nick" {
      load(cell)
      guard let alias = tokens.wholeWord(in: text) else { continue }
      name.aliases.append(.init(text: TextDecoding.string(alias), keys: [NameKey(alias)], isHandle: true))
      isConsumed[cell] = true
    }
    if let column = roles.firstIndex(of: "organisation"), column < cells.count {
      load(cells[column])
      if !tokens.tokens.isEmpty { name.organisation = TextDecoding.string(text.bytes) }
    }
    readPresence(cells, roles, ticks, of: &name)
    declared.append(name)
    return name
  }

  /// What the other cells of a row say about whether its bearer was there.
  private mutating func readPresence(_ cells: [Int], _ roles: [String], _ ticks: Ticks, of name: inout DeclaredName) {
    if ticks != .none, let column = roles.firstIndex(of: "present"), column < cells.count {
      load(cells[column])
      isConsumed[cells[column]] = true
      if tokens.tokens.isEmpty || saysAway || ticks == .letters && isLetter(of: "absent-letter") { name.presence = .absent }
    }
    if let column = roles.firstIndex(of: "absent"), column < cells.count {
      load(cells[column])
      isConsumed[cells[column]] = true
      if !tokens.tokens.isEmpty, !saysNo { name.presence = .absent }
    }
    if let column = roles.firstIndex(of: "status"), column < cells.count {
      load(cells[column])
      if saysAway { name.presence = .absent }
    }
  }

  /// Names side by side in a roll whose columns have no heads: full names by their first word, and behind a full name also those whose
  /// words nobody knows.
  private mutating func readBeside(_ cells: ArraySlice<Int>, isFullNameInFront: Bool) {
    for cell in cells {
      load(cell)
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      let whole = 0..<tokens.tokens.count
      let names = reader.entry(whole, .present)
      guard let name = names.first else { continue }
      let isKnown = names.count == 1 && name.hasGivenName && name.words.count > 1
      let isAlone = isFullNameInFront && (2...3).contains(whole.count) && reader.nameRange(in: whole) == whole
      guard isKnown || isAlone && (name.hasGivenName || name.words.allSatisfy { grammar.word($0.map { $0 | 0x20 }) == 0 })
      else { continue }
      declared.append(name)
      isConsumed[cell] = true
    }
  }

  /// "Ana Silva, Ben Okafor" in one cell.
  private func severalNames(_ reader: NameReader) -> [DeclaredName]? {
    let isParted = tokens.tokens.contains { token in
      [0x2C, 0x3B, 0x26].contains(token.mark) || lists.isConjunction(token.word) || token.flags.contains(.lineStart)
    }
    guard isParted else { return nil }
    let names = reader.names(in: 0..<tokens.tokens.count, presence: .present)
    guard names.count > 1, names.allSatisfy({ $0.words.count > 1 || $0.hasGivenName }), names.contains(where: \.hasGivenName) else {
      return nil
    }
    return names
  }

  /// "Sent apologies", "on leave": also what would head a list of those who were not there.
  private var saysAway: Bool {
    mutating get { saysNo || role(ofHeading: 0..<tokens.tokens.count) == .absentees }
  }

  /// "No", "-", "❌", "[ ]": somebody was not there.
  private var saysNo: Bool {
    if tokens.tokens.count == 1, NameReader(text: text, tokens: tokens, lists: lists).isCross(0) { return true }
    let words = tokens.tokens.filter { $0.kind == .word }
    return words.isEmpty && tokens.tokens.allSatisfy { [0x2D, 0x5B, 0x5D].contains($0.mark) }
      || words.count == 1 && lists.isNo(words[0].word)
  }
}

extension LeafTokens {
  /// The bytes of the text without outer spaces, where it is one word or handle.
  func wholeWord(in text: LeafText) -> [UInt8]? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let start = Int(first.start) + (first.kind == .handle ? 1 : 0)
    let bytes = text.bytes[start..<Int(last.end)]
    return bytes.contains(0x20) ? nil : Array(bytes)
  }
}
