/// Reads tables whose rows or columns are fields of the meeting: "Present | Ana, Ben", "Present" above names and "Apologies" beside it.
import HeardGrammar

extension RosterReader {
  private static let mostRows = 24

  /// True where rows or columns of the table said who was there.
  mutating func readFieldTable(_ table: Int) -> Bool {
    let rows = document.rows(ofTable: table, most: RosterReader.mostRows)
    guard let head = rows.first else { return false }
    if readColumns(cells(of: head), rows.dropFirst()) { return true }
    if isHeadOfNames(rows) { return false }
    var isRead = false
    var above: String?
    for row in rows {
      let cells = cells(of: row)
      above = fieldRole(of: cells, above)
      if let above, readFieldRow(cells, above) { isRead = true }
    }
    return isRead
  }

  /// "Attendee | Moniker", "Role | Name" above full names: the heads of columns, and no label of a field.
  private mutating func isHeadOfNames(_ rows: [Int]) -> Bool {
    guard rows.count > 2, document.blocks[rows[0]].flags.contains(.header) else { return false }
    let heads = cells(of: rows[0]).map { columnRole($0) }
    guard let column = heads.firstIndex(of: "name"), column == 0 || !heads[0].isEmpty else { return false }
    var names = 0
    for row in rows.dropFirst() {
      let cells = cells(of: row)
      guard column < cells.count else { continue }
      if column == 0, let role = role(ofCell: cells[0]), RosterReader.presence(ofRole: role) != nil { return false }
      load(cells[column])
      let whole = 0..<tokens.tokens.count
      if whole.count > 1, NameReader(text: text, tokens: tokens, lists: lists).nameRange(in: whole) == whole { names += 1 }
    }
    return names * 2 >= rows.count
  }

  func cells(of row: Int) -> [Int] {
    ((row + 1)..<Int(document.blocks[row].end)).filter { document.blocks[$0].kind == .cell }
  }

  private mutating func role(ofCell cell: Int) -> String? {
    load(cell)
    guard !tokens.tokens.isEmpty, tokens.tokens.count <= 12 else { return nil }
    let end = tokens.tokens.last?.mark == 0x3A ? tokens.tokens.count - 1 : tokens.tokens.count
    return role(ofField: 0..<end)
  }

  /// What a field is for whose name the words are; nil: the Grammar knows no such field.
  mutating func role(ofField name: Range<Int>) -> String? {
    let match = matcher.matchWhole(.field, tokens, range: name, preferring: languages)
    return match.flatMap { grammar.cues[Int($0.cue)].role }
  }

  /// What stands under a heading of these words; nil: the Grammar knows no such heading.
  mutating func role(ofHeading words: Range<Int>) -> SectionRole? {
    let match = matcher.matchWhole(.section, tokens, range: words, preferring: languages)
    return match.flatMap { grammar.cues[Int($0.cue)].role }.flatMap(SectionRole.init)
  }

  /// What a field says of those whom it names; nil: it names nobody.
  static func presence(ofRole role: String) -> Person.Presence? {
    role == "chair" ? .present : SectionRole(rawValue: role)?.presence
  }

  /// What the first cell of a row says the others are; an empty one goes on with the row above.
  private mutating func fieldRole(of cells: [Int], _ above: String?) -> String? {
    guard cells.count > 1 else { return nil }
    load(cells[0])
    if tokens.tokens.isEmpty { return above }
    guard let role = role(ofCell: cells[0]), RosterReader.presence(ofRole: role) != nil, columnRole(cells[1]).isEmpty else { return nil }
    return role
  }

  /// "Present | Ana Silva, Ben Okafor", "Present | Ana Silva | Ben Okafor": a label, and cells that head no columns.
  private mutating func readFieldRow(_ cells: [Int], _ role: String) -> Bool {
    var isRead = false
    for cell in cells.dropFirst() {
      load(cell)
      let before = declared.count
      guard !tokens.tokens.isEmpty, take(role: role, 0..<tokens.tokens.count), declared.count > before else { continue }
      isConsumed[cell] = true
      isRead = true
    }
    if isRead { isConsumed[cells[0]] = true }
    return isRead
  }

  /// "Present | Apologies" above cells with names.
  private mutating func readColumns(_ head: [Int], _ rows: ArraySlice<Int>) -> Bool {
    guard head.count > 1 else { return false }
    let roles = head.map { role(ofCell: $0) }
    guard roles.allSatisfy({ $0.flatMap(RosterReader.presence(ofRole:)) != nil }) else { return false }
    for row in rows {
      for (column, cell) in cells(of: row).enumerated() where column < roles.count {
        load(cell)
        if !tokens.tokens.isEmpty, let role = roles[column] { _ = take(role: role, 0..<tokens.tokens.count) }
        isConsumed[cell] = true
      }
    }
    return true
  }
}
