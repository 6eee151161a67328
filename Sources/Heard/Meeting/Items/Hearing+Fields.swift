/// Finds the owner of a line whose parts are fields: "Draft the leaflet | Ana | 15 August", "Order lamps (Ben - sent)".
import HeardGrammar

extension Hearing {
  /// A line that is parted into fields, one of them nothing but names.
  struct Fields {
    var owners: [Party]
    /// The words of the task.
    var task: Range<Int>
  }

  /// What one field says.
  private enum Field {
    case names, day, state, number, blank, words
  }

  /// "Draft the leaflet | Ana | 15 August", "Ana | draft the leaflet".
  func barredFields(_ range: Range<Int>) -> Fields? {
    guard range.contains(where: { tokens.tokens[$0].mark == 0x7C }) else { return nil }
    let parts = split(range) { tokens.tokens[$0].mark == 0x7C ? 1 : 0 }
    let named = parts.filter { field($0) == .names }
    guard parts.count > 1, named.count == 1, let task = parts.first(where: { field($0) == .words }) else { return nil }
    return Fields(owners: parties(in: named[0]), task: task)
  }

  /// "Order lamps - Ana - 5 April", "Order lamps (Ana, 5 April)": the owner with a day or a word on how the task stands behind or
  /// beside the name.
  func closingFields(_ range: Range<Int>) -> Fields? { bracketedFields(range) ?? partedFields(range) ?? listedFields(range) }

  /// "Repair the lamp, Ana", "Repair the lamp / Ana, Ben, 5 April": names behind all that a task says. "Invite Kaya, Ana" and "Talk to
  /// kaya, Ana" may be more of those in front of the comma, and "Email the editors, Ana and Ben" those who are meant.
  private func listedFields(_ range: Range<Int>) -> Fields? {
    guard let first = range.first, tagger.lists.isTask(tokens.tokens[first].word), !tagger.lists.isHuman(tokens.tokens[first].word),
      !tagger.lists.isBeforeOther(tokens.tokens[first].word), range.contains(where: { isListing($0) })
    else { return nil }
    let parts = split(range) { isListing($0) ? 1 : 0 }
    let kinds = parts.map { field($0) }
    guard let task = kinds.lastIndex(of: .words), let name = kinds[(task + 1)...].firstIndex(of: .names), name == task + 1,
      let last = parts[task].last, tokens.tokens[last].kind == .word, !tokens.tokens[last].flags.contains(.capitalized),
      last == parts[task].lowerBound || !tagger.lists.isBeforeOther(tokens.tokens[last - 1].word)
    else { return nil }
    return Fields(owners: owners(in: parts, kinds), task: range.lowerBound..<parts[task].upperBound)
  }

  /// A comma, or a slash between spaces.
  private func isListing(_ index: Int) -> Bool {
    tokens.tokens[index].mark == 0x2C || tokens.tokens[index].mark == 0x2F && tokens.isSpaced(index)
  }

  /// All whom the parts name that are nothing but names.
  private func owners(in parts: [Range<Int>], _ kinds: [Field]) -> [Party] {
    var owners: [Party] = []
    for (part, kind) in zip(parts, kinds) where kind == .names { owners += parties(in: part).filter { !owners.contains($0) } }
    return owners
  }

  private func partedFields(_ range: Range<Int>) -> Fields? {
    let parts = split(range) { parting(at: $0, in: range) }
    guard parts.count > 1, let last = parts.lastIndex(where: { [.names, .words].contains(field($0)) }), last > 0,
      field(parts[last]) == .names, last < parts.count - 1 || isDoubleColon(parts[last].lowerBound - 2)
    else { return nil }
    let task = parts[0].lowerBound..<parts[last - 1].upperBound
    guard parts[..<last].contains(where: { field($0) == .words }) else { return nil }
    return Fields(owners: parties(in: parts[last]), task: task)
  }

  private func bracketedFields(_ range: Range<Int>) -> Fields? {
    guard let close = range.last(where: { closes($0) }), field(close + 1..<range.upperBound) != .words,
      field(close + 1..<range.upperBound) != .names,
      let open = (max(range.lowerBound, close - Hearing.longestBracket)..<close).last(where: { opens($0) }),
      open > range.lowerBound
    else { return nil }
    let parts = split(open + 1..<close) { index in
      let mark = tokens.tokens[index].mark
      return [0x2C, 0x3B, 0x3A, 0x7C].contains(mark) || isDash(index) ? 1 : 0
    }
    let kinds = parts.map { field($0) }
    // A number beside a name is the time at which a chat had the line from them.
    guard kinds.contains(.names), !kinds.contains(.words), !kinds.contains(.number), kinds.contains(where: { $0 != .names }),
      !isChoice(in: open + 1..<close), field(range.lowerBound..<open) == .words
    else { return nil }
    return Fields(owners: owners(in: parts, kinds), task: range.lowerBound..<open)
  }

  /// In tokens.
  private static let longestBracket = 24

  private func opens(_ index: Int) -> Bool { tokens.tokens[index].mark == 0x28 || tokens.tokens[index].mark == 0x5B }

  /// The parts of a range between what parts them, which takes as many tokens as `parting` says.
  private func split(_ range: Range<Int>, parting: (Int) -> Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, index) = (range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      let length = parting(index)
      if length > 0 {
        parts.append(start..<index)
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(min(start, range.upperBound)..<range.upperBound)
    return parts
  }

  /// How many tokens part two fields of a line without bars: " - ", " :: ", " / ", "; ".
  private func parting(at index: Int, in range: Range<Int>) -> Int {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return 0 }
    if isDoubleColon(index) { return 2 }
    let token = tokens.tokens[index]
    return token.mark == 0x3B || tokens.isSpaced(index) && (token.mark == 0x2D || token.mark == 0x2F) ? 1 : 0
  }

  private func isDoubleColon(_ index: Int) -> Bool {
    index >= 0 && index + 1 < tokens.tokens.count && tokens.tokens[index].mark == 0x3A && tokens.tokens[index + 1].mark == 0x3A
  }

  private func isDash(_ index: Int) -> Bool {
    tokens.tokens[index].mark == 0x2D && tokens.tokens[index].flags.contains(.spaceBefore)
  }

  private func field(_ part: Range<Int>) -> Field {
    var (hasName, hasDay, hasState, hasNumber) = (false, false, false, false)
    var index = part.lowerBound
    // "owner: Ana", "Due: 5 April", "Status: open"
    if let label = UtteranceReader(text: text, tokens: tokens).label(at: index), label.upperBound < part.upperBound,
      label.count <= 3, isColumnName(label)
    {
      index = label.upperBound + 1
    }
    while index < part.upperBound {
      let token = tokens.tokens[index]
      let day = Int(tokens.dateEnd[index])
      let state = tagger.lists.stateLength(at: index, tokens.tokens)
      if Int(tokens.personEnd[index]) > index {
        hasName = true
        index = Int(tokens.personEnd[index])
      } else if day > index {
        hasDay = true
        index = day
      } else if state > 0 {
        hasState = true
        index += state
      } else if token.kind == .punctuation || token.kind == .symbol || token.kind == .url || tagger.lists.isBeforeDate(token.word) {
        index += 1
      } else if token.kind == .number || token.kind == .reference {
        hasNumber = true
        index += 1
      } else if tagger.lists.isConjunction(token.word), hasName {
        index += 1
      } else {
        return .words
      }
    }
    if hasName { return hasDay || hasState || hasNumber || isChoice(in: part) ? .words : .names }
    return hasDay ? .day : hasState ? .state : hasNumber ? .number : .blank
  }

  /// A label that a column of a table could have.
  private func isColumnName(_ label: Range<Int>) -> Bool {
    var matcher = self.matcher
    return matcher.matchWhole(.column, tokens, range: label, preferring: spoken) != nil
  }
}
