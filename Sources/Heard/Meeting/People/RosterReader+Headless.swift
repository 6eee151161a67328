/// Reads rolls that nothing announces, at the top of the notes or by the heads of their columns.
import HeardGrammar

extension RosterReader {
  /// More entries than these need not be looked at to tell a roll.
  private static let mostCompared = 24
  private static let fewest = 3
  /// Among so many names one may be no name by its looks.
  private static let mostOthers = 6

  /// The notes' first list, where nothing but a title and lines about the meeting stands above it, and each of its items is a name,
  /// most of them full and with an organisation or initials behind them.
  mutating func readHeadlessRoll() {
    guard let list = document.blocks.firstIndex(where: { $0.kind == .list }), outline.role(of: list) == nil,
      !document.blocks[..<list].contains(where: { $0.kind == .table || $0.kind == .turn || $0.kind == .code }),
      outline.chain(of: list).allSatisfy({ $0.level <= 1 })
    else { return }
    var (names, full, others): ([(item: Int, name: DeclaredName)], Int, Int) = ([], 0, 0)
    var item = list + 1
    while item < Int(document.blocks[list].end) {
      let block = document.blocks[item]
      guard Int(block.end) == item + 2, document.blocks[item + 1].kind == .paragraph else { return }
      load(item + 1)
      guard tokens.tokens.count <= RosterReader.mostCompared else { return }
      if let declared = headlessEntry() {
        if declared.words.count > 1, tokens.tokens.last?.mark == 0x29 { full += 1 }
        names.append((item + 1, declared))
      } else {
        // "Ana Board (secretary)": a name that could be something else.
        guard tokens.tokens.last?.mark == 0x29 else { return }
        others += 1
      }
      item = Int(block.end)
    }
    guard others * RosterReader.mostOthers <= names.count else { return }
    guard full >= RosterReader.fewest, full * 3 >= names.count * 2 else { return }
    for (item, name) in names {
      isConsumed[item] = true
      declared.append(name)
    }
  }

  /// A name and nothing else, or with brackets behind it.
  private func headlessEntry() -> DeclaredName? {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let name = reader.nameRange(in: 0..<tokens.tokens.count)
    guard !name.isEmpty, name.count <= 4, name.lowerBound == 0,
      let declared = reader.entry(0..<tokens.tokens.count, .present).first
    else { return nil }
    let hasMore = name.upperBound < tokens.tokens.count
    guard !hasMore || tokens.tokens[name.upperBound].mark == 0x28 && tokens.tokens.last?.mark == 0x29 else { return nil }
    return declared
  }

  /// Lines at the top of the notes that are full names and hardly more, as letterheads have them: "Ana Silva, Chair". Those above them
  /// may say of what body they are.
  mutating func readHeadlessLines() {
    var leaves = 0
    for index in document.blocks.indices where document.blocks[index].isLeaf {
      leaves += 1
      guard leaves <= RosterReader.topmost, document.blocks[index].kind != .turn else { return }
      guard document.blocks[index].kind == .paragraph, document.blocks[index].parent < 0, outline.role(of: index) == nil
      else { continue }
      load(index)
      guard tokens.tokens.count <= RosterReader.longestHead, text.bytes.contains(0x0A) else { continue }
      let names = headlessNames()
      guard names.count >= RosterReader.fewest else { continue }
      isConsumed[index] = true
      declared += names
    }
  }

  /// Full names and nothing else right below a heading with a day in it: who was there then.
  mutating func readNamesBelowDays() {
    for index in document.blocks.indices.dropLast() where document.blocks[index].kind == .heading && outline.role(of: index) == nil {
      guard let leaf = document.blocks[(index + 1)...].prefix(RosterReader.nearest).firstIndex(where: \.isLeaf),
        document.blocks[leaf].kind == .paragraph, !outline.isHeading[leaf]
      else { continue }
      load(index)
      guard tokens.tokens.contains(where: { $0.kind == .number }) else { continue }
      load(leaf)
      guard let names = onlyNames() else { continue }
      isConsumed[leaf] = true
      declared += names
    }
  }

  /// In blocks: a list and its first item stand between.
  private static let nearest = 4

  /// The names of the leaf at hand, where it is names and commas.
  private func onlyNames() -> [DeclaredName]? {
    guard tokens.tokens.count <= RosterReader.longestHead, tokens.tokens.contains(where: { $0.mark == 0x2C }),
      tokens.tokens.allSatisfy({
        $0.mark == 0x2C || $0.mark == 0x2D || $0.kind == .word && ($0.flags.contains(.capitalized) || lists.isConjunction($0.word))
      })
    else { return nil }
    let names = names(.present)
    let given = names.count { $0.hasGivenName }
    return names.count >= RosterReader.fewest && names.allSatisfy { (2...3).contains($0.words.count) } && given * 2 >= names.count
      ? names : nil
  }

  /// "9 June 2026 · Hana, Piotr, Rob (late)": the day of the meeting, and behind a sign who was there.
  mutating func readNamesBehindDay() -> Bool {
    guard tokens.tokens.count <= RosterReader.longestHead, tokens.tokens.contains(where: { $0.mark == 0x2C }),
      let sign = tokens.tokens.indices.prefix(RosterReader.longestDay).last(where: { partsDay($0) }),
      tokens.tokens[..<sign].contains(where: { $0.kind == .number && $0.length >= RosterReader.shortestYear })
    else { return false }
    let list = sign + 1..<tokens.tokens.count
    let names = NameReader(text: text, tokens: tokens, lists: lists).names(in: list, presence: .present)
    let others = list.count { tokens.tokens[$0].kind == .word && !tokens.tokens[$0].flags.contains(.capitalized) }
    guard names.count >= RosterReader.fewest, others * 2 <= names.count, names.allSatisfy({ $0.words.count <= 3 }),
      names.count(where: \.hasGivenName) * 2 >= names.count
    else { return false }
    declared += names
    return true
  }

  /// In tokens; and in digits: a smaller number counts votes.
  private static let longestDay = 12
  private static let shortestYear = 4

  /// "·", "|", ":" or a dash with space around it.
  private func partsDay(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    guard index > 0, index + 1 < tokens.tokens.count, tokens.tokens[index + 1].flags.contains(.spaceBefore) else { return false }
    return token.mark == 0x7C || token.mark == 0x3A || token.mark == 0x2D && token.flags.contains(.spaceBefore)
      || text.bytes[token.range].elementsEqual("·".utf8)
  }

  private func headlessNames() -> [DeclaredName] {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    var names: [DeclaredName] = []
    var known = 0
    for (position, line) in tokens.lines(in: 0..<tokens.tokens.count).enumerated() {
      let name = reader.nameRange(in: line)
      let isName =
        (2...4).contains(name.count) && name.lowerBound == line.lowerBound && mayBeName(name)
        && (name.upperBound == line.upperBound || [0x2C, 0x28].contains(tokens.tokens[name.upperBound].mark))
        && line.count <= RosterReader.longestLine
      if isName, let declared = reader.entry(line, .present).first {
        if lists.isGivenName(tokens.tokens[line.lowerBound].word) { known += 1 }
        names.append(declared)
      } else if position >= RosterReader.mostTitles || !names.isEmpty || tokens.tokens[line.upperBound - 1].mark == 0x3A {
        // What a colon closes says itself who those below are: "Apologies:".
        return []
      }
    }
    return known * 5 >= names.count * 3 ? names : []
  }

  private func mayBeName(_ name: Range<Int>) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    let isFirst = tokens.tokens[first].word == 0 || lists.isGivenName(tokens.tokens[first].word)
    return isFirst && !lists.isOrganisation(tokens.tokens[last].word)
  }

  /// In leaves, tokens of a paragraph, and tokens of a line.
  private static let topmost = 8
  private static let mostTitles = 2
  private static let longestHead = 200
  private static let longestLine = 10

  /// "Name | Company | GitHub", "Attendees": a table about people and nothing else.
  mutating func isRollTable(_ table: Int) -> Bool {
    let row = table + 1
    guard row < document.blocks.count, document.blocks[row].kind == .row, outline.role(of: table) == nil else {
      return false
    }
    let cells = cells(of: row)
    let roles = cells.map { columnRole($0) }
    // "Attendees", where "Name" may head anything.
    if roles == ["name"] {
      load(cells[0])
      return role(ofHeading: 0..<tokens.tokens.count) == .attendees
    }
    return roles.count > 1 && (roles.contains("name") || roles.contains("given"))
      && roles.allSatisfy { ["name", "given", "surname", "nick", "organisation", "present", "absent"].contains($0) }
  }
}
