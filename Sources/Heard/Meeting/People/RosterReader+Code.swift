/// Reads rolls that stand in code: set in too far by hasty hands, or preformatted on a page.
import HeardGrammar

extension RosterReader {
  /// A roll that hasty indentation made code: most of its lines are somebody's name.
  mutating func readCodeRoll(_ index: Int) {
    if document.format == .html { readCodeFields(index) }
    guard let presence = outline.role(of: index)?.role.presence else { return }
    load(index)
    guard tokens.tokens.count <= RosterReader.longestRoll else { return }
    let reader = NameReader(text: text, tokens: tokens, lists: lists, readsCode: true)
    let lines = tokens.lines(in: 0..<tokens.tokens.count)
    var (names, named): ([DeclaredName], Int) = ([], 0)
    for line in lines {
      let found = reader.names(in: line, presence: presence)
      if found.contains(where: { $0.words.count > 1 }) { named += 1 }
      names += found
    }
    guard named > 1, named * 4 >= lines.count * 3 else { return }
    declared += names
  }

  /// In tokens.
  private static let longestRoll = 2000
  private static let topmost = 1200

  /// "Present: Ana, Ben" on a line of preformatted minutes, and "Attendees:" above a name a line.
  private mutating func readCodeFields(_ index: Int) {
    load(index)
    let lines = tokens.lines(in: 0..<min(tokens.tokens.count, RosterReader.topmost))
    let labels = UtteranceReader(text: text, tokens: tokens)
    var position = 0
    while position < lines.count {
      let line = lines[position]
      position += 1
      guard let label = labels.label(at: line.lowerBound), let role = role(ofField: label),
        RosterReader.presence(ofRole: role) != nil
      else { continue }
      var end = line.upperBound
      // The field goes on up to an empty line or the next label.
      while position < lines.count, !isParted(lines[position].lowerBound) || end == label.upperBound + 1,
        labels.label(at: lines[position].lowerBound) == nil
      {
        end = lines[position].upperBound
        position += 1
      }
      guard label.upperBound + 1 < end else { continue }
      readsCode = true
      _ = take(role: role, label.upperBound + 1..<end)
      (readsCode, awaited) = (false, nil)
    }
  }

  /// An empty line stands in front of the token.
  private func isParted(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return text.bytes[Int(tokens.tokens[index - 1].end)..<Int(tokens.tokens[index].start)].count { $0 == 0x0A } > 1
  }
}
