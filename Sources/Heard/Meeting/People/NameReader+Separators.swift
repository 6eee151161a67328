import HeardGrammar

/// Parts names by signs that within an entry would part a name from what belongs to it.
extension NameReader {
  /// "Ana - Ben - Carla", "Ana Silva | Ben Okafor", "• Ana • Ben", "AS BO CR", "AS, BO, CR": entries where neither commas nor lines
  /// part them, or initials that may be words as well.
  func looseEntries(of range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard range.count > 1, range.count <= NameReader.longestLoose else { return nil }
    if let initials = initials(in: range) { return initials.compactMap { declare($0..<$0 + 1, presence) } }
    if let names = semicolonEntries(of: range, presence) { return names }
    guard let parts = looseParts(of: range) else { return nil }
    return parts.flatMap { entry($0, presence) }
  }

  /// "Ana Silva of Hart & Lund LLP": behind whom somebody is with, the sign joins no second person.
  func joinsFirm(_ index: Int, from start: Int) -> Bool {
    guard single(index) == 0x26, index - start <= NameReader.longestFirm,
      (start..<index).dropFirst().contains(where: { lists.isAffiliating(tokens.tokens[$0].word) })
    else { return false }
    let behind = tokens.tokens[(index + 1)...].prefix(NameReader.longestFirm)
    let last = behind.prefix { $0.mark != 0x2C && $0.mark != 0x3B }.last
    return !lists.isGivenName(tokens.tokens[index + 1].word) || last.map { lists.isOrganisation($0.word) } ?? false
  }

  /// In tokens, on either side of the sign.
  private static let longestFirm = 12

  /// In tokens.
  private static let longestLoose = 300
  private static let fewestInitials = 3

  /// Three or more words of two or three capitals and nothing else.
  private func initials(in range: Range<Int>) -> [Int]? {
    var (found, depth): ([Int], Int) = ([], 0)
    for index in range {
      let token = tokens.tokens[index]
      if token.mark == 0x28 || token.mark == 0x5B { depth += 1 }
      if token.mark == 0x29 || token.mark == 0x5D { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      if token.kind == .word, lists.isConjunction(token.word), !token.flags.contains(.capitalized) { continue }
      guard token.kind == .word else {
        if [0x2C, 0x3B, 0x2F, 0x26, 0x2E, 0x28, 0x29, 0x5B, 0x5D].contains(token.mark) { continue }
        return nil
      }
      guard token.flags.contains(.allCaps), (2...3).contains(token.range.count), !lists.isGivenName(token.word) else { return nil }
      found.append(index)
    }
    return found.count >= NameReader.fewestInitials ? found : nil
  }

  /// "Ana Silva, CEO; Ben Okafor, counsel": one person between semicolons, and what they are behind the comma.
  private func semicolonEntries(of range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    let marks = range.filter { tokens.tokens[$0].mark == 0x3B }
    guard !marks.isEmpty, range.contains(where: { tokens.tokens[$0].mark == 0x2C }) else { return nil }
    if let inverted = invertedEntries(of: range, marks, presence) { return inverted }
    var (found, start): ([DeclaredName], Int) = ([], range.lowerBound)
    for mark in marks + [range.upperBound] {
      let names = start < mark ? names(in: start..<mark, presence: presence) : []
      // "Ana Silva, Acme Builders; Ben Okafor, Daily News"
      let isWithFirm = names.count == 2 && areEntriesOfTwo(range, marks) && !names[1].hasGivenName && names[1].words.count > 1
      let isOne =
        names.count > 1 && names[0].words.count > 1
        && (isWithFirm || names.dropFirst().allSatisfy { isNote($0, isShort: marks.count < 2) })
      found += isOne ? Array(names.prefix(1)) : names
      start = mark + 1
    }
    return found
  }

  /// Between semicolons there is one comma at most, and more than once there is one.
  private func areEntriesOfTwo(_ range: Range<Int>, _ marks: [Int]) -> Bool {
    let commas = zip([range.lowerBound] + marks, marks + [range.upperBound]).map { start, end in
      (start..<end).count { tokens.tokens[$0].mark == 0x2C }
    }
    return commas.allSatisfy { $0 <= 1 } && commas.reduce(0, +) > 1
  }

  /// "Silva, Ana; Okafor, Ben": surnames first, each with one comma behind it and nothing but a first name behind that.
  private func invertedEntries(of range: Range<Int>, _ marks: [Int], _ presence: Person.Presence) -> [DeclaredName]? {
    var (found, start): ([DeclaredName], Int) = ([], range.lowerBound)
    for mark in marks + [range.upperBound] where start < mark {
      let part = start..<mark
      guard let comma = part.first(where: { single($0) == 0x2C }), (1...2).contains(comma - start), (1...2).contains(mark - comma - 1),
        !lists.isGivenName(tokens.tokens[start].word), areNameWords(start..<comma), areNameWords(comma + 1..<mark),
        let name = name(inverted: (start..<comma, comma + 1..<mark), presence)
      else { return nil }
      found.append(name)
      start = mark + 1
    }
    return found
  }

  /// Words with a capital that are first names or none of the language.
  func areNameWords(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let token = tokens.tokens[index]
      return token.kind == .word && token.flags.contains(.capitalized) && (token.word == 0 || lists.isGivenName(token.word))
        && !(token.flags.contains(.allCaps) && token.range.count > 1 && token.range.count < 4)
    }
  }

  /// One word, or, between several semicolons, words of the language: what somebody is, and no name.
  private func isNote(_ name: DeclaredName, isShort: Bool) -> Bool {
    guard !name.hasGivenName, let last = name.words.last else { return false }
    return name.words.count == 1 || !isShort && lists.grammar.word(Roster.small(last)) != 0
  }

  /// "[Ana Silva, Ben Okafor]", "(Ana, Ben)": brackets around all that is listed.
  func bracketed(_ range: Range<Int>) -> Range<Int>? {
    guard range.count > 2, let open = single(range.lowerBound), open == 0x5B || open == 0x28 else { return nil }
    let close: UInt8 = open == 0x5B ? 0x5D : 0x29
    let inner = range.dropFirst().dropLast()
    guard single(range.upperBound - 1) == close, !inner.contains(where: { single($0) == open || single($0) == close }) else { return nil }
    return inner.contains { isSeparator($0) } ? inner : nil
  }

  private func looseParts(of range: Range<Int>) -> [Range<Int>]? {
    if let links = linkedNames(in: range) { return links }
    var (marks, sign): ([Int], UInt8) = ([], 0)
    for index in range {
      let token = tokens.tokens[index]
      if token.mark == 0x2C || token.mark == 0x3B || index > range.lowerBound && token.flags.contains(.lineStart) { return nil }
      guard let found = looseSign(index, in: range) else { continue }
      if sign != 0, found != sign { return nil }
      sign = found
      marks.append(index)
    }
    guard sign != 0 else { return nil }
    var (parts, start): ([Range<Int>], Int) = ([], range.lowerBound)
    for mark in marks + [range.upperBound] {
      if mark > start { parts.append(start..<mark) }
      start = sign == 0x23 ? mark + 2 : mark + 1
    }
    guard parts.count > 1, parts.allSatisfy(isNameAndNote) else { return nil }
    let given = parts.count { lists.isGivenName(tokens.tokens[$0.lowerBound].word) }
    // "Ana Silva - Acme - Rome" is one person.
    let isGiven = sign == 0x2D || sign == 0x2F ? given > 1 && given * 2 >= parts.count : given > 1
    let areMany = parts.count > 3 && parts.allSatisfy { nameRange(in: $0).count == 1 }
    let areFull = sign != 0x2D && parts.count > 2 && parts.allSatisfy(isUnheardName)
    return isGiven || areMany || areFull || sign == 0x95 || sign == 0x23 ? parts : nil
  }

  /// A first and a last name, none of whose words is one of the language.
  private func isUnheardName(_ part: Range<Int>) -> Bool {
    (2...3).contains(part.count) && nameRange(in: part) == part
      && part.allSatisfy { tokens.tokens[$0].word == 0 || lists.isGivenName(tokens.tokens[$0].word) }
  }

  /// Links side by side, each of which is a name, and nothing else.
  private func linkedNames(in range: Range<Int>) -> [Range<Int>]? {
    guard let first = range.first, let last = range.last else { return nil }
    let links = text.marks.filter {
      $0.kind == .link && $0.range.lowerBound >= tokens.tokens[first].start && $0.range.upperBound <= tokens.tokens[last].end
    }
    guard links.count > 1 else { return nil }
    var (parts, start): ([Range<Int>], Int) = ([], range.lowerBound)
    for link in links {
      var end = start
      while end < range.upperBound, tokens.tokens[end].start < link.range.upperBound { end += 1 }
      guard end > start, tokens.tokens[start].start >= link.range.lowerBound, nameRange(in: start..<end) == start..<end else { return nil }
      parts.append(start..<end)
      start = end
    }
    return start == range.upperBound ? parts : nil
  }

  /// The sign that may part two names: a bar, a dash or slash with spaces around it; 0x95 for bullets and raised dots, 0x23 for numbers.
  private func looseSign(_ index: Int, in range: Range<Int>) -> UInt8? {
    let token = tokens.tokens[index]
    guard token.kind != .word else { return nil }
    // "1. Ana 2. Ben"
    if token.kind == .number {
      let next = index + 1 < range.upperBound ? tokens.tokens[index + 1].mark : 0
      return next == 0x2E || next == 0x29 ? 0x23 : nil
    }
    if text.isBullet(token) || token.range.count == 2 && bytes(index) == [0xC2, 0xB7] { return 0x95 }
    guard index > range.lowerBound, index + 1 < range.upperBound, tokens.isSpaced(index) else { return nil }
    if token.mark == 0x2D || token.mark == 0x2F { return token.mark }
    return single(index) == 0x7C ? 0x7C : nil
  }

  /// A short name, and behind it nothing but a bracket.
  private func isNameAndNote(_ part: Range<Int>) -> Bool {
    let name = nameRange(in: part)
    guard !name.isEmpty, name.lowerBound == part.lowerBound, name.count <= 4 else { return false }
    return name.upperBound == part.upperBound || single(name.upperBound) == 0x28
      || name.upperBound + 1 == part.upperBound && single(name.upperBound) == 0x2E
  }

  /// "❌ Ana": a sign in front of a name that says its bearer was not there.
  func isCross(_ index: Int) -> Bool {
    switch bytes(index) {
    case [0xE2, 0x9D, 0x8C], [0xE2, 0x9D, 0x8E], [0xE2, 0x9C, 0x97], [0xE2, 0x9C, 0x98], [0xE2, 0x9C, 0x96], [0xE2, 0x9B, 0x94],
      [0xF0, 0x9F, 0x9A, 0xAB]:
      return true
    default: return false
    }
  }
}
