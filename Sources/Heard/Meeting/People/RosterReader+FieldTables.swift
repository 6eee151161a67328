/// Reads tables whose rows or columns are fields of the meeting: "Present | Ana, Ben", "Present" above names and "Apologies" beside it.
import HeardGrammar

extension RosterReader {
  private static let mostRows = 24

  /// True where rows or columns of the table said who was there.
  mutating func readFieldTable(_ table: Int) -> Bool {
    let rows = document.rows(ofTable: table, most: RosterReader.mostRows)
    guard let head = rows.first else { return false }
    if readColumns(cells(of: head), rows.dropFirst()) { return true }
    var isRead = false
    for row in rows where readFieldRow(cells(of: row)) { isRead = true }
    return isRead
  }

  func cells(of row: Int) -> [Int] {
    ((row + 1)..<Int(document.blocks[row].end)).filter { document.blocks[$0].kind == .cell }
  }

  private mutating func role(ofCell cell: Int) -> String? {
    load(cell)
    guard !tokens.tokens.isEmpty, tokens.tokens.count <= 12 else { return nil }
    let end = tokens.tokens.last?.mark == 0x3A ? tokens.tokens.count - 1 : tokens.tokens.count
    let match = matcher.matchWhole(.field, tokens, range: 0..<end, preferring: languages)
    return match.flatMap { grammar.cues[Int($0.cue)].role }
  }

  private static func isRole(_ role: String?) -> Bool {
    role == "chair" || role.flatMap { SectionRole(rawValue: $0)?.presence } != nil
  }

  /// "Present | Ana Silva, Ben Okafor": two cells, and the second heads no column.
  private mutating func readFieldRow(_ cells: [Int]) -> Bool {
    guard cells.count == 2, let role = role(ofCell: cells[0]), RosterReader.isRole(role), columnRole(cells[1]).isEmpty else { return false }
    load(cells[1])
    let before = declared.count
    guard !tokens.tokens.isEmpty, take(role: role, 0..<tokens.tokens.count), declared.count > before else { return false }
    isConsumed[cells[0]] = true
    isConsumed[cells[1]] = true
    return true
  }

  /// "Present | Apologies" above cells with names.
  private mutating func readColumns(_ head: [Int], _ rows: ArraySlice<Int>) -> Bool {
    guard head.count > 1 else { return false }
    let roles = head.map { role(ofCell: $0) }
    guard roles.allSatisfy({ RosterReader.isRole($0) }) else { return false }
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
