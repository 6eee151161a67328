/// Reads rolls that are sentences: "Council members present were …", "… also present", "Ana Silva (AS), Ben Okafor (BO), …".
import HeardGrammar

extension RosterReader {
  private static let mostProse = 12

  /// True where the paragraph was a roll and nothing else.
  mutating func readProse(_ index: Int) -> Bool {
    // Whoever took the notes signs at their end.
    let isEnd = proseRead >= RosterReader.mostProse
    guard !isEnd || index + RosterReader.mostProse > document.blocks.count else { return false }
    proseRead += 1
    let isEntry = outline.role(of: index)?.role.presence != nil && enclosingItem(of: document.blocks[index]) != nil
    if !isEnd && !isEntry && readInitialled(outline.role(of: index)?.role.presence ?? .present)
      || proseRead <= RosterReader.mostAbove && (readBareNames() || readNamesBehindDay())
    {
      isConsumed[index] = true
      return true
    }
    if isEntry, stateOfEntry() != nil { return false }
    let told = isEnd ? ["chaired", "below"] : RosterReader.toldBySentences
    var start = 0
    for end in tokens.tokens.indices where endsSentence(end) {
      readRollSentence(start..<(end + 1), told)
      start = end + 1
    }
    if start < tokens.tokens.count { readRollSentence(start..<tokens.tokens.count, told) }
    return false
  }

  /// Paragraphs among which a roll that nothing announces may stand.
  private static let mostAbove = 3
  private static let fewestBare = 5

  /// "Silva, Okafor, Ruiz, Lund, Keller (Frey)": a line at the top that holds nothing but words with capitals that are no
  /// other words, each behind a comma.
  private mutating func readBareNames() -> Bool {
    guard tokens.tokens.lazy.filter({ $0.mark == 0x2C }).count >= RosterReader.fewestBare - 1 else { return false }
    let words = tokens.tokens.filter { $0.kind == .word }
    let known = words.filter { $0.word != 0 && !lists.isGivenName($0.word) }
    guard words.allSatisfy({ $0.flags.contains(.capitalized) }), known.count * 5 <= words.count,
      tokens.tokens.allSatisfy({ $0.kind == .word || [0x2C, 0x28, 0x29, 0x2E, 0x26, 0x2D].contains($0.mark) })
    else { return false }
    let names = NameReader(text: text, tokens: tokens, lists: lists).names(
      in: 0..<tokens.tokens.count, presence: .present)
    guard names.count >= RosterReader.fewestBare, names.allSatisfy({ $0.words.count <= 3 }) else { return false }
    declared += names
    return true
  }

  /// A line of names without a label, each with its initials, can be nothing but a roll.
  private mutating func readInitialled(_ presence: Person.Presence) -> Bool {
    guard tokens.tokens.lazy.filter({ $0.mark == 0x28 }).count >= 2 else { return false }
    // Lines with labels of their own are read by them.
    let lines = UtteranceReader(text: text, tokens: tokens)
    let isLabelled = tokens.tokens.indices.dropFirst().contains {
      tokens.tokens[$0].flags.contains(.lineStart) && lines.label(at: $0) != nil
    }
    if isLabelled { return false }
    let names = NameReader(text: text, tokens: tokens, lists: lists).names(
      in: 0..<tokens.tokens.count, presence: presence)
    let initialled = names.filter { $0.words.count > 1 && $0.aliases.contains { !$0.isHandle } }
    guard names.count >= 3 || names.count == 2 && initialled.allSatisfy(\.isInitialled),
      initialled.count * 5 >= names.count * 4
    else { return false }
    declared += names
    return true
  }

  /// "1:1 Ana / Ben", "Notes of today's call (Ana, Ben; Carla couldn't make it):" above what was said in it.
  mutating func readHeadingRoll() {
    let leads = tokens.tokens.last?.mark == 0x3A
    readRollSentence(0..<tokens.tokens.count, leads ? RosterReader.toldByLeads : RosterReader.toldByTitles)
  }

  private static let toldByTitles: Set = ["pair", "paired"]
  private static let toldByLeads: Set = ["pair", "paired", "bracketed", "excused"]
  private static let toldBySentences: Set = ["roll", "rolled", "chaired", "regrets", "excused", "below", "bracketed"]

  private mutating func readRollSentence(_ range: Range<Int>, _ told: Set<String>) {
    var matches: [CueMatch] = []
    matcher.match(Cue.Kinds(.presence), tokens, range: range, languages: languages, into: &matches)
    for match in matches {
      let cue = grammar.cues[Int(match.cue)]
      guard cue.kind == .presence, let role = cue.role else { continue }
      guard told.contains(role) else { continue }
      if role == "below" {
        if range.last.map({ tokens.tokens[$0].mark == 0x3A }) ?? false { awaited = .present }
        continue
      }
      if role == "pair" || role == "paired" {
        enterPair(role == "pair" ? match.range.upperBound..<range.upperBound : range.lowerBound..<match.range.lowerBound)
        continue
      }
      let isInFront = role == "rolled" || role == "excused"
      let presence: Person.Presence = role == "regrets" || role == "excused" ? .absent : .present
      var names = isInFront ? part(of: range, before: match) : match.range.upperBound..<end(of: match, in: range)
      // Behind "sous la présidence de" stands one name, and its bearer's office behind a comma.
      if role == "chaired" {
        names = names.lowerBound..<endOfName(in: names)
      }
      if role == "roll" || role == "regrets" || role == "bracketed" { names = withoutTail(names) }
      // "Item 12/3 present" is no list of names.
      guard !isInFront || names.last.map({ tokens.tokens[$0].kind != .number }) ?? false else { continue }
      enter(
        NameReader(text: text, tokens: tokens, lists: lists).names(in: names, presence: presence).filter { name in
          isNameOfSomebody(name) && (!isInFront || name.words.count > 1 || name.hasGivenName || areNamesAlone(names))
        })
    }
  }

  /// Where the names behind a cue end: with its brackets, where it opens them.
  private func end(of match: CueMatch, in range: Range<Int>) -> Int {
    guard let last = match.range.last, tokens.tokens[last].mark == 0x28 else { return range.upperBound }
    let end = (match.range.upperBound..<range.upperBound).first { [0x29, 0x3B].contains(tokens.tokens[$0].mark) }
    return end ?? range.upperBound
  }

  /// "Ana, Ben; Carla couldn't make it": who stands in front of a cue, up to what parts them from others.
  private func part(of range: Range<Int>, before match: CueMatch) -> Range<Int> {
    let start = (range.lowerBound..<match.range.lowerBound).last { tokens.tokens[$0].mark == 0x3B }
    return (start.map { $0 + 1 } ?? range.lowerBound)..<match.range.lowerBound
  }

  /// "Silva and Okafor were present": nothing but names, what joins them and offices stands in front.
  private func areNamesAlone(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let token = tokens.tokens[index]
      guard token.kind == .word, token.word != 0, !token.flags.contains(.capitalized) else { return true }
      return lists.isConjunction(token.word) || lists.isParticle(token.word) || lists.isTitle(token.word)
    }
  }

  /// The names of a sentence without its end.
  func withoutTail(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, range.count > 1, isTail(last, from: range.lowerBound) { range.removeLast() }
    return range
  }

  /// What may follow the last name of a sentence: "…, who came late.", the verb of a German one.
  private func isTail(_ index: Int, from start: Int) -> Bool {
    let token = tokens.tokens[index]
    if token.mark == 0x2E || token.mark == 0x2C { return true }
    // The "l" of "ana.l" is no word.
    return token.kind == .word && token.word != 0 && token.flags.contains(.spaceBefore) && !token.flags.contains(.capitalized)
      && !lists.isGivenName(token.word) && (start..<index).contains { tokens.tokens[$0].flags.contains(.capitalized) }
  }

  /// A comma, a full stop at the end, and a small word that no name has ("at", "in") end it.
  private func endOfName(in range: Range<Int>) -> Int {
    let end = range.first { index in
      let token = tokens.tokens[index]
      if token.mark == 0x2C || token.mark == 0x2E && index + 1 == range.upperBound { return true }
      return index > range.lowerBound && token.kind == .word && !token.flags.contains(.capitalized) && !lists.isParticle(token.word)
        && !lists.isTitle(token.word)
    }
    return end ?? range.upperBound
  }

  /// In a sentence other words have capitals as well: a name has one that the Grammar does not know, or a first name.
  func isNameOfSomebody(_ name: DeclaredName) -> Bool {
    name.words.count <= 4 && (name.words.count > 1 || name.hasGivenName || !(0x61...0x7A ~= name.words[0].first ?? 0))
      && name.words.contains { word in
        let known = grammar.word(word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
        return known == 0 || lists.isGivenName(known)
      }
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard tokens.tokens[index].mark == 0x2E, index > 0, index + 1 < tokens.tokens.count else { return false }
    let before = tokens.tokens[index - 1]
    // "Dr. Silva", "7 pm. Ana Silva …"
    return (before.range.count > 2 || before.kind == .word && before.range.count == 2 && !before.flags.contains(.capitalized))
      && tokens.tokens[index + 1].flags.contains(.capitalized)
  }
}
