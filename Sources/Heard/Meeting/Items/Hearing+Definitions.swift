/// Hears definition lists among the actions, where a term is a task and what defines it says who does it, and when.
import HeardGrammar

extension Hearing {
  /// More is no longer what defines a task.
  private static let mostDefinitions = 4

  /// "Paint the wall", and below it ": Otto" and ": by Friday".
  mutating func hear(term: Int) {
    guard outline.role(of: term)?.role == .actions, headingParties[term] == nil,
      outline.scopes[Int(outline.scopeOfBlock[term])].role == nil
    else { return }
    var definitions: [Int] = []
    var roles: [String] = []
    var next = Int(document.blocks[term].end)
    while next < document.blocks.count, document.blocks[next].kind == .definition,
      document.blocks[next].parent == document.blocks[term].parent
    {
      guard definitions.count < Self.mostDefinitions, let role = definitionRole(next) else { return }
      definitions.append(next)
      roles.append(role)
      next = Int(document.blocks[next].end)
    }
    guard !definitions.isEmpty, Set(roles).count == roles.count else { return }
    for definition in definitions { isConsumed[definition] = true }
    hear(actionCell: term, definitions, roles)
  }

  /// What a definition says of its task: people and nothing else, or a day.
  private mutating func definitionRole(_ index: Int) -> String? {
    load(index)
    currentDay = day(ofBlock: index)
    var end = 0
    let isOwner = tokens.tokens.indices.allSatisfy { index in
      end = max(end, Int(tokens.personEnd[index]))
      return index < end || tokens.tokens[index].kind != .word || tagger.lists.isConjunction(tokens.tokens[index].word)
    }
    if isOwner, end > 0 { return "owner" }
    return end == 0 && due(in: 0..<tokens.tokens.count, isAnswer: true) != nil ? "due" : nil
  }
}
