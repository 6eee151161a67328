/// Hears tables in which a column holds what was said, and the one behind it what came of that: "Item | Discussion | Action".
import HeardGrammar

extension Hearing {
  /// The cell of a row that is talk, heard like any other: of a column that is called so, in front of the one for tasks or decisions;
  /// where none is, the description, if it says that much and nothing else tells of the task.
  func talk(among cells: [Int], _ roles: [String]) -> Int? {
    guard let outcome = roles.firstIndex(where: { ["task", "decision", "either"].contains($0) }) else { return nil }
    if let talk = roles[..<outcome].lastIndex(of: "talk") { return talk < cells.count ? cells[talk] : nil }
    guard !roles.contains("owner"), let told = roles[..<outcome].lastIndex(of: "description"), told < cells.count,
      leaves.leaf(cells[told]).tokens.tokens.count >= Hearing.shortestTalk
    else { return nil }
    return cells[told]
  }

  /// In tokens: less is a title.
  private static let shortestTalk = 10

  /// "AS, by 2 March" in the column for tasks: whose the task is that the talk beside it ends with, or those that
  /// the talk itself tells of.
  ///
  /// - Returns: the cell says no more than that.
  mutating func hear(ownersIn cell: Int, besides talk: Int) -> Bool {
    load(cell, isAnswer: true)
    let whole = 0..<tokens.tokens.count
    guard namesOwnersOnly(whole) else { return false }
    let owners = cellOwners()
    currentDay = day(ofBlock: cell)
    let due = due(in: whole, isAnswer: true)
    guard !owners.isEmpty, let unit = unit(ofCell: talk), let last = unit.sentences.last(where: { holdsWord($0.range) }) else {
      return true
    }
    let isNamed = unit.sentences.contains { (weigh(.action, $0)?.score ?? 0) >= 2 }
    guard !isNamed else {
      ownersOfTalk[talk] = owners.count == 1 ? owners[0] : nil
      return true
    }
    let evidence = [Evidence(cue: "place/column", weight: Weights.column, span: span(last.range))]
    var candidate = make(.action, last.range, unit, Weights.column, evidence)
    (candidate.owners, candidate.due) = (owners, due)
    candidates.append(candidate)
    return true
  }

  private func holdsWord(_ range: Range<Int>) -> Bool { range.contains { tokens.tokens[$0].kind == .word } }

  /// Names, initials and groups, and at most a date.
  private func namesOwnersOnly(_ range: Range<Int>) -> Bool {
    var (index, hasOwner) = (range.lowerBound, false)
    while index < range.upperBound {
      let token = tokens.tokens[index]
      let behind = Int(tokens.personEnd[index])
      if behind > index {
        (index, hasOwner) = (behind, true)
        continue
      }
      let isInitials = token.flags.contains(.allCaps) && token.word == 0 && (2...3).contains(token.length)
      let isBeside =
        token.kind == .punctuation || dates.contains { $0.tokens.contains(index) } || tagger.lists.isConjunction(token.word)
        || tagger.lists.isBeforeDate(token.word)
      guard isInitials || isBeside else { return false }
      if isInitials { hasOwner = true }
      index += 1
    }
    return hasOwner
  }
}
