/// Reads rolls that are tables.
import HeardGrammar

extension RosterReader {
  mutating func readTable(_ table: Int) {
    var roles: [String] = []
    for row in (table + 1)..<Int(document.blocks[table].end) where Int(document.blocks[row].parent) == table {
      let cells = ((row + 1)..<Int(document.blocks[row].end)).filter { document.blocks[$0].kind == .cell }
      if document.blocks[row].flags.contains(.header) || roles.isEmpty {
        roles = cells.map { columnRole($0) }
        if roles.contains("name") || document.blocks[row].flags.contains(.header) { continue }
      }
      readRow(cells, roles)
    }
  }

  private mutating func columnRole(_ cell: Int) -> String {
    load(cell)
    let match = matcher.matchWhole(.column, tokens, range: 0..<tokens.tokens.count, preferring: languages)
    return match.flatMap { grammar.cues[Int($0.cue)].role } ?? ""
  }

  private mutating func readRow(_ cells: [Int], _ roles: [String]) {
    let nameColumn = roles.firstIndex(of: "name") ?? 0
    guard nameColumn < cells.count else { return }
    load(cells[nameColumn])
    isConsumed[cells[nameColumn]] = true
    let presence: Person.Presence = .present
    guard var name = NameReader(text: text, tokens: tokens, lists: lists).entry(0..<tokens.tokens.count, presence).first
    else {
      return
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
    declared.append(name)
  }
}
