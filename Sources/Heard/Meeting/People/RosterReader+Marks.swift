/// Reads what a roll says behind a name about whether its bearer was there.
import HeardGrammar

extension RosterReader {
  /// Takes in the names of the leaf at hand; "Ana (absent)", "Ben - regrets", "Dana, not present" were not there, nor was "Carla: no".
  mutating func enter(_ names: [DeclaredName]) {
    var names = names
    guard tokens.tokens.contains(where: { $0.mark == 0x28 || $0.mark == 0x2D || $0.mark == 0x3A || $0.mark == 0x2C }) else {
      declared += names
      return
    }
    var matches: [CueMatch] = []
    matcher.match(Cue.Kinds(.presence), tokens, range: 0..<tokens.tokens.count, languages: .all, into: &matches)
    for match in matches where isPresence(match, "absent") {
      markAbsent(&names, before: match.range.lowerBound)
    }
    for index in tokens.tokens.indices where closesWithNo(index) {
      let line = tokens.tokens[..<index].lastIndex { $0.flags.contains(.lineStart) } ?? 0
      markAbsent(&names, before: index, behind: line)
    }
    declared += names
  }

  /// "Carla: no", "Carla - N": the last word of a line, and in front of it a colon or a dash.
  private func closesWithNo(_ index: Int) -> Bool {
    guard index > 1, lists.isNo(tokens.tokens[index].word),
      index + 1 == tokens.tokens.count || tokens.tokens[index + 1].flags.contains(.lineStart)
    else { return false }
    let before = tokens.tokens[index - 1]
    return before.mark == 0x3A || before.mark == 0x2D && tokens.isSpaced(index - 1)
  }

  /// The last name in front of a token: "Reviewed: no" on a line of its own says nothing of the one above it.
  private func markAbsent(_ names: inout [DeclaredName], before token: Int, behind start: Int = 0) {
    let words = text.span(of: Int(tokens.tokens[start].start)..<Int(tokens.tokens[token].start))
    guard let index = names.lastIndex(where: { $0.span.start < words.end }), names[index].span.start >= words.start else { return }
    names[index].presence = .absent
  }

  /// Whom a line with a label names below a heading for a roll: "Ana Silva: works on lamps", "Ben Okafor: no".
  mutating func readIntroduction(_ label: Range<Int>, _ presence: Person.Presence) -> Bool {
    guard label.lowerBound == 0, !lists.isTitle(tokens.tokens[0].word) else { return false }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let name = reader.nameRange(in: label)
    guard name == label, name.count <= 4, !lists.isOrganisation(tokens.tokens[name.upperBound - 1].word),
      lists.isGivenName(tokens.tokens[name.lowerBound].word)
        || name.count > 1 && name.allSatisfy({ tokens.tokens[$0].kind != .word || tokens.tokens[$0].word == 0 }),
      let declared = reader.declare(name, presence)
    else { return false }
    enter([declared])
    return true
  }

  /// "Ana Silva, Acme, present", "Ben Okafor, excused": an entry of a roll that says itself whether its bearer was there.
  mutating func entryWithState(_ reader: NameReader, _ presence: Person.Presence) -> DeclaredName? {
    guard let state = stateOfEntry(), let first = tokens.tokens.firstIndex(where: { $0.mark == 0x2C }),
      var name = reader.entry(0..<first, presence).first
    else { return nil }
    if first < state.comma { name.organisation = reader.spelled(first + 1..<state.comma) }
    if state.role == .absentees { name.presence = .absent }
    return name
  }

  /// What the last of one or two commas parts, where it would head a roll if it stood alone.
  mutating func stateOfEntry() -> (role: SectionRole, comma: Int)? {
    let commas = tokens.tokens.indices.filter { tokens.tokens[$0].mark == 0x2C }
    guard (1...2).contains(commas.count), let last = commas.last, last + 1 < tokens.tokens.count,
      let role = role(ofHeading: last + 1..<tokens.tokens.count), role == .attendees || role == .absentees
    else { return nil }
    return (role, last)
  }
}
