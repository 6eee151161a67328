/// Hears tables, a row an item.
import HeardGrammar

extension Hearing {
  /// The roles of a table's columns, from its header row; empty where no header is known.
  mutating func columnRoles(ofTable table: Int) -> [String] {
    if let known = columns[table] { return known }
    var roles: [String] = []
    if let head = head(ofTable: table) {
      let cells = cells(ofRow: head)
      for cell in cells.prefix(Guards.tableColumns) { roles.append(columnRole(ofCell: cell)) }
      if cells.count > Guards.tableColumns {
        let message = "What the columns of a table are for was only asked of the first \(Guards.tableColumns)"
        omissions.append(.init(message: message, span: document.blocks[cells[Guards.tableColumns]].span))
      }
    }
    // Among the actions a name is whose task it is.
    if !roles.contains("owner"), outline.role(of: table)?.role == .actions, let name = roles.firstIndex(of: "name") {
      roles[name] = "owner"
    }
    // Every row asks, and most tables are of something else.
    if roles.allSatisfy(\.isEmpty) { roles = [] }
    columns[table] = roles
    return roles
  }

  /// The first row; the one below it where that is empty, as some write tables that have no head.
  func head(ofTable table: Int) -> Int? {
    let first = table + 1
    guard first < document.blocks.count, document.blocks[first].kind == .row, Int(document.blocks[first].parent) == table
    else { return nil }
    let next = Int(document.blocks[first].end)
    guard next < Int(document.blocks[table].end), document.blocks[next].kind == .row,
      cells(ofRow: first).allSatisfy({ leaves.leaf($0).tokens.tokens.isEmpty })
    else { return first }
    return next
  }

  private func isHead(_ row: Int, ofTable table: Int) -> Bool {
    // Every row asks.
    (row == table + 1 || row == Int(document.blocks[table + 1].end)) && row == head(ofTable: table)
  }

  /// The role that a head cell's words give; empty where they give none.
  mutating func columnRole(ofCell cell: Int) -> String {
    load(cell)
    let match = matcher.matchWhole(.column, tokens, range: 0..<tokens.tokens.count, preferring: spoken)
    return match.map { grammar.cues[Int($0.cue)].role ?? "" } ?? ""
  }

  func cells(ofRow row: Int) -> [Int] {
    ((row + 1)..<Int(document.blocks[row].end)).filter {
      document.blocks[$0].kind == .cell && Int(document.blocks[$0].parent) == row
    }
  }

  /// Whether a cell is heard with its row, by the role of its column.
  mutating func isColumned(cell: Int) -> Bool {
    let row = Int(document.blocks[cell].parent)
    guard row >= 0, let roles = columns[Int(document.blocks[row].parent)] else { return false }
    // A row can have many thousand cells, which all ask.
    if row == columnedRow.row { return columnedRow.isColumned && cell != columnedRow.talk }
    let isColumned =
      turnedTables[Int(document.blocks[row].parent)].map { !$0.isEmpty } ?? false
      || roles.contains { ["task", "decision", "either", "question"].contains($0) }
      || document.blocks[row].flags.contains(.header)
      || isActionTable(roles, row) || label(ofRow: cells(ofRow: row), roles) != nil
    columnedRow = (row, isColumned, isColumned ? talk(among: cells(ofRow: row), roles) ?? -1 : -1)
    return isColumned && cell != columnedRow.talk
  }

  private func isActionTable(_ roles: [String], _ row: Int) -> Bool {
    guard roles.contains("owner") else { return false }
    return outline.role(of: row)?.role == .actions || roles.contains("due") && roles.contains("description")
  }

  /// What a cell says of its row: an action, something settled, or neither.
  private func rowKind(_ cell: Int) -> Int32? {
    let leaf = leaves.leaf(cell)
    return leaf.tokens.tokens.count <= 2 ? tagger.lists.rowKind(leaf.tokens.tokens) : nil
  }

  /// "Action 1", "D2": a word for what the row is, and a number, in front of a description.
  private func label(ofRow cells: [Int], _ roles: [String]) -> Int32? {
    guard let first = cells.first, roles.dropFirst().contains("description") else { return nil }
    let tokens = leaves.leaf(first).tokens.tokens
    guard tokens.count == 2, tokens[1].kind == .number else { return nil }
    return rowKind(first)
  }

  /// "72.1": what a task is called by, where another column says what it is.
  private func isNumberOnly(_ cell: Int) -> Bool {
    let leaf = leaves.leaf(cell).tokens
    return !leaf.tokens.isEmpty && !leaf.tokens.contains { $0.kind == .word || $0.kind == .handle || $0.kind == .url }
  }

  /// A row below "Action | Owner | Due" is one action; so is a row in a section of actions that has an owner's column.
  mutating func hear(row: Int) {
    let table = Int(document.blocks[row].parent)
    guard table >= 0 else { return }
    if let roles = rowRoles(ofTable: table) {
      if columns[table] == nil {
        columns[table] = []
        hear(turnedTable: table, roles)
      }
      return
    }
    let roles = columnRoles(ofTable: table)
    guard !document.blocks[row].flags.contains(.header), !isHead(row, ofTable: table) || !roles.contains(where: { !$0.isEmpty })
    else { return }
    let cells = self.cells(ofRow: row)
    if let decision = cell("decision", cells, roles), cell("task", cells, roles) == nil {
      hear(wholeCell: decision, .decision, of: cells.first)
    }
    if let question = cell("question", cells, roles) { hear(wholeCell: question, .question) }
    if let either = cell("either", cells, roles) {
      if isSettled(either) { hear(wholeCell: either, .decision, of: cells.first) } else { hear(actionCell: either, cells, roles) }
      return
    }
    var task = cell("task", cells, roles).flatMap { isNumberOnly($0) ? nil : $0 }
    let label = label(ofRow: cells, roles)
    if task == nil, roles.contains("task") || isActionTable(roles, row) || label != nil {
      task = description(label == nil ? cells[...] : cells.dropFirst(), roles)
    }
    if task != nil, let kind = label ?? cell("kind", cells, roles).flatMap({ rowKind($0) }), kind != 1 {
      if kind == 2, let task { hear(wholeCell: task, .decision) }
      return
    }
    if task == nil, isActionTable(roles, row) {
      task = zip(cells, roles).filter { $0.1.isEmpty }.map(\.0).max {
        document.blocks[$0].stop - document.blocks[$0].start < document.blocks[$1].stop - document.blocks[$1].start
      }
    }
    guard let task else { return }
    if let talk = talk(among: cells, roles), hear(ownersIn: task, besides: talk) { return }
    hear(actionCell: task, cells, roles)
  }

  /// Below "Action / Decision" the words tell which of them it is.
  private mutating func isSettled(_ cell: Int) -> Bool {
    load(cell)
    guard !tokens.tokens.isEmpty else { return false }
    beginUtterance(at: 0)
    var heard: [SentenceCues] = []
    hearSentences(in: 0..<tokens.tokens.count, into: &heard)
    guard let first = heard.first, let decision = weigh(.decision, first) else { return false }
    return decision.score > (weigh(.action, first)?.score ?? 0)
  }

  /// "Item | Description": the first of them may only number the other.
  private func description(_ cells: ArraySlice<Int>, _ roles: [String]) -> Int? {
    zip(cells, roles.dropFirst(cells.startIndex)).first { $0.1 == "description" && !isNumberOnly($0.0) }?.0
  }

  private func cell(_ role: String, _ cells: [Int], _ roles: [String]) -> Int? {
    roles.firstIndex(of: role).flatMap { $0 < cells.count ? cells[$0] : nil }
  }

  mutating func unit(ofCell cell: Int) -> Unit? {
    load(cell)
    currentDay = day(ofBlock: cell)
    guard !tokens.tokens.isEmpty else { return nil }
    beginUtterance(at: 0)
    let range = 0..<tokens.tokens.count
    var heard: [SentenceCues] = []
    hearSentences(in: range, into: &heard)
    hearLate(Unit.late, &heard)
    let place = Place(of: cell, in: leaves, outline, grammar)
    utterances.append(
      UtteranceRecord(
        block: cell, span: span(range), topic: Int(outline.scopeOfBlock[cell]), depth: -1, words: range.count,
        openingBytes: bytes(range), leaves: leaves))
    var unit = Unit(utterance: utterances.count - 1, place: place, speaker: nil, range: range, sentences: heard)
    unit.blockVetoes = blockVetoes(in: heard)
    return unit
  }

  /// - Parameter title: the cell that says what "Adopted" alone is said of.
  private mutating func hear(wholeCell cell: Int, _ kind: Candidate.Kind, of title: Int? = nil) {
    guard let unit = unit(ofCell: cell), unit.range.contains(where: { tokens.tokens[$0].kind == .word }) else { return }
    let evidence = [Evidence(cue: "place/column", weight: Weights.column, span: span(unit.range))]
    let vetoes = blockVetoes(against: kind == .decision ? .decision : .question, unit)
    var candidate = make(kind, unit.range, unit, Weights.column + sum(vetoes), evidence)
    if let title, title < cell, unit.sentences.count == 1, namesNothing(unit.sentences[0]) || isOutcome(unit.sentences[0]) {
      load(title)
      let whole = 0..<tokens.tokens.count
      if whole.contains(where: { tokens.tokens[$0].kind == .word }) {
        candidate.text = trimmed(whole) + ": " + candidate.text
        candidate.span = span(whole).union(candidate.span)
      }
    }
    candidates.append(candidate)
    if kind == .question { noteAsked(utterances[unit.utterance]) }
  }

  mutating func hear(actionCell task: Int, _ cells: [Int], _ roles: [String]) {
    guard let unit = unit(ofCell: task), unit.range.contains(where: { tokens.tokens[$0].kind == .word }) else { return }
    let weighed = unit.sentences.first.flatMap { weigh(.action, $0) }
    let evidence = [Evidence(cue: "place/column", weight: Weights.column, span: span(unit.range))]
    let vetoes = blockVetoes(against: .action, unit)
    var candidate = make(.action, unit.range, unit, Weights.column + sum(vetoes), evidence)
    candidate.firmness = weighed?.firmness ?? .firm
    candidate.owners = owners(unit, weighed?.best, in: unit.sentences, isWhole: true)
    candidate.due = due(in: unit.range)
    if let owner = cell("owner", cells, roles) {
      load(owner)
      if tokens.tokens.contains(where: { $0.kind == .word || $0.kind == .handle }) { candidate.owners = cellOwners() }
    }
    if let due = cell("due", cells, roles) {
      load(due, isAnswer: true)
      currentDay = day(ofBlock: due)
      let isEmpty = tokens.tokens.allSatisfy { tagger.lists.isPlaceholder($0.word) }
      if saysDone(0..<tokens.tokens.count) { candidate.status = .done }
      if !isEmpty, let found = self.due(in: 0..<tokens.tokens.count, isAnswer: true) ?? undashedDue() { candidate.due = found }
    }
    if let status = cell("status", cells, roles) {
      load(status)
      if saysDone(0..<tokens.tokens.count) { candidate.status = .done }
    }
    if document.blocks[task].flags.contains(.struck) { candidate.status = .done }
    candidates.append(candidate)
  }

  /// Whoever an owner's cell names: people of the roster, or names that it alone gives.
  func cellOwners() -> [Party] {
    let range = 0..<tokens.tokens.count
    if isChoice(in: range) { return [] }
    let known = parties(in: range)
    // "Steering Committee" is one group, by all of its words.
    if known.count == 1, case .group = known[0], range.count <= 4,
      !range.contains(where: { tokens.tokens[$0].kind != .word })
    {
      return [.group(string(range))]
    }
    if tagger.mentions.contains(.ambiguous) { return [] }
    let names = NameReader(text: text, tokens: tokens, lists: tagger.lists).names(in: range, presence: .mentioned)
    // "Ana, Brynn", where the roll has only one of them.
    if !known.isEmpty, names.count <= known.count || known.contains(where: { isGroup($0) }) { return known }
    return names.map { name in
      if case .person(let person) = roster.resolve(name.keys) { .person(person) } else { .name(name.text) }
    }
  }

  private func isGroup(_ party: Party) -> Bool {
    if case .group = party { true } else { false }
  }
}
