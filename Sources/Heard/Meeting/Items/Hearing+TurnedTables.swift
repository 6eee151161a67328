/// Hears tables that lie on their side: what a row holds stands in its first cell, and a column is an item.
import HeardGrammar

extension Hearing {
  /// More rows than anything is told of one action.
  private static let mostTurnedRows = 12

  /// The roles of a table's rows, from their first cells; nil where the table stands upright.
  mutating func rowRoles(ofTable table: Int) -> [String]? {
    if let known = turnedTables[table] { return known.isEmpty ? nil : known }
    turnedTables[table] = []
    let rows = self.rows(ofTable: table)
    guard (2...Self.mostTurnedRows).contains(rows.count) else { return nil }
    var roles: [String] = []
    for row in rows {
      guard let first = cells(ofRow: row).first else { return nil }
      roles.append(columnRole(ofCell: first))
    }
    // People head the columns, and nothing says that they do.
    if !roles.contains("owner"), roles[0].isEmpty, areOwners(cells(ofRow: rows[0])) { roles[0] = "owner" }
    let kinds = Set(roles).intersection(["owner", "due", "status"])
    guard roles.filter({ $0 == "task" }).count == 1, !kinds.isEmpty else { return nil }
    // A head of "Task | Owner" stands upright, whatever its rows begin with.
    guard let head = rows.first, Set(cells(ofRow: head).map { columnRole(ofCell: $0) }.filter { !$0.isEmpty }).count < 2
    else { return nil }
    turnedTables[table] = roles
    return roles
  }

  /// An empty cell, and behind it somebody in each.
  private mutating func areOwners(_ cells: [Int]) -> Bool {
    guard let first = cells.first, cells.count > 1 else { return false }
    load(first)
    guard tokens.tokens.isEmpty else { return false }
    return cells.dropFirst().allSatisfy {
      load($0)
      return !tokens.tokens.isEmpty && namesOnly(0..<tokens.tokens.count)
    }
  }

  func rows(ofTable table: Int) -> [Int] {
    document.rows(ofTable: table, most: Self.mostTurnedRows + 1)
  }

  /// Every column behind the first is an action.
  mutating func hear(turnedTable table: Int, _ roles: [String]) {
    let rows = self.rows(ofTable: table).map { cells(ofRow: $0) }
    for column in 1..<max(rows.map(\.count).max() ?? 1, 1) {
      var cells: [Int] = []
      var named: [String] = []
      for (row, role) in zip(rows, roles) where column < row.count {
        cells.append(row[column])
        named.append(role)
      }
      guard let task = named.firstIndex(of: "task") else { continue }
      hear(actionCell: cells[task], cells, named)
    }
  }
}
