/// Reads lines that begin with a label: who was there, and who says something.
import HeardGrammar

extension RosterReader {
  /// Reads `Present: …`, `Chair: …`, `Topic: …` and speakers' labels; true where every line of the leaf was such a field.
  mutating func readLabelledLines(_ index: Int) -> Bool {
    let labels = labels()
    guard !labels.isEmpty else { return readBoldLabel(index) || readBareLabels(index) }
    if readGroupedLines(labels, index) { return true }
    readDashedField(before: labels[0].lowerBound)
    // "Present:" over "Chair: Ana" and the like awaits no more names behind them.
    if tokens.tokens.count > labels[0].upperBound + 1 { awaited = nil }
    var areAllFields = labels[0].lowerBound == 0
    for (position, label) in labels.enumerated() {
      let end = position + 1 < labels.count ? labels[position + 1].lowerBound : tokens.tokens.count
      let value = min(label.upperBound + 1, end)..<end
      // "Who: Ana to …" among the actions says whose task it is, not who was there.
      if outline.role(of: index)?.role == .actions || !readField(label: label, value: value) {
        areAllFields = false
        // Nobody says an address and nothing else: "Per: https://…".
        let isAddress = value.count == 1 && tokens.tokens[value.lowerBound].kind == .url
        let isOfRoll = outline.role(of: index)?.role.presence != nil && isRollByOrganisation(document.blocks[index])
        if isAddress || isOfRoll { continue }
        if let presence = outline.role(of: index)?.role.presence, document.blocks[index].kind == .paragraph,
          readIntroduction(label, presence)
        {
          continue
        }
        let isTask = outline.role(of: index)?.role == .actions && value.first.map { beginsTask(at: $0) } ?? false
        if isTask { noteTasked(label) } else { noteSpeaker(label, isCell: document.blocks[index].kind == .cell) }
      }
    }
    if areAllFields { isConsumed[index] = true }
    return areAllFields
  }

  /// The labels of a leaf in order; what they say begins behind the colon.
  private mutating func labels() -> [Range<Int>] {
    guard tokens.traits.hasColon || tokens.traits.hasAngle else { return [] }
    let reader = UtteranceReader(text: text, tokens: tokens)
    var labels: [Range<Int>] = []
    for first in tokens.tokens.indices {
      let isFirst = first == 0 || tokens.tokens[first].flags.contains(.lineStart)
      guard isFirst || mayOpenInside(first) else { continue }
      // The colon of a definition list, the bullet of a list that is text.
      let isSign = [0x3A, 0x2D, 0x2A].contains(tokens.tokens[first].mark) || text.isBullet(tokens.tokens[first])
      let start = isSign && first + 1 < tokens.tokens.count ? first + 1 : first
      if let label = reader.label(at: start), isFirst || isOfRoll(label) { labels.append(label) }
    }
    return labels
  }

  /// "**Attendees** Ana, Ben": bold words instead of a colon.
  private mutating func readBoldLabel(_ index: Int) -> Bool {
    guard tokens.tokens.count > 2, let bold = UtteranceReader(text: text, tokens: tokens).boldOpening else { return false }
    let end = bold.upperBound
    guard tokens.tokens[end].kind == .word || tokens.tokens[end].kind == .handle,
      let match = matcher.matchWhole(.field, tokens, range: bold, preferring: languages),
      let role = grammar.cues[Int(match.cue)].role, SectionRole(rawValue: role)?.presence != nil,
      take(role: role, end..<tokens.tokens.count)
    else { return false }
    isConsumed[index] = true
    return true
  }

  /// "Present: Ana. Guest: Ben", "Votes: In favour: Ana", "**Chair**: Ana **Scribe**: Ben", "Chair: Ana Scribe: Ben": a capitalised word behind
  /// a full stop or a colon, or near in front of one, or one that begins what is bold.
  private func mayOpenInside(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard token.flags.contains(.capitalized), index > 1 else { return false }
    let before = tokens.tokens[index - 1].mark
    // The letter of "Ana S. Regrets: Ben".
    if token.range.count == 1 { return false }
    return before == 0x2E || before == 0x3A || tokens.tokens[index...].prefix(RosterReader.longestInnerLabel).contains { $0.mark == 0x3A }
      || token.flags.contains(.strong) && !tokens.tokens[index - 1].flags.contains(.strong)
  }

  /// In tokens, with the colon.
  private static let longestInnerLabel = 4

  /// The label says who was there.
  private mutating func isOfRoll(_ label: Range<Int>) -> Bool {
    guard let match = matcher.matchWhole(.field, tokens, range: label, preferring: languages) else { return false }
    let role = grammar.cues[Int(match.cue)].role ?? ""
    return role == "voters" || role == "chair" || SectionRole(rawValue: role)?.presence != nil
  }
}
