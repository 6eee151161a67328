/// Tells "Ana Silva, Acme" from two people.
import HeardGrammar

extension RosterReader {
  /// Whom an item of a roll names: one person with an organisation, or all that commas part.
  mutating func entries(ofItem block: Block, _ presence: Person.Presence) -> [DeclaredName] {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    var whole = 0..<tokens.tokens.count
    if let name = entryWithState(reader, presence) { return [name] }
    if let name = reader.initialledName(in: whole, presence) { return [name] }
    if let name = nicknamed(reader, presence) { return [name] }
    if isSurnameFirst(block), let comma = whole.first(where: { tokens.tokens[$0].mark == 0x2C }),
      let name = reader.name(inverted: (0..<comma, reader.nameRange(in: comma + 1..<whole.upperBound)), presence)
    {
      return [name]
    }
    // "Wednesday morning: Ana Silva": when or as what somebody was there.
    if let label = UtteranceReader(text: text, tokens: tokens).label(at: 0), label.upperBound + 1 < whole.upperBound,
      reader.nameRange(in: label).isEmpty || isRollByOrganisation(block)
    {
      whole = label.upperBound + 1..<whole.upperBound
    }
    if isDashedRoll(block), let dash = organisationDash, dash + 1 < whole.upperBound {
      return reader.names(in: dash + 1..<whole.upperBound, presence: presence)
    }
    if let comma = affiliationComma(whole, block, reader), var name = reader.entry(whole.lowerBound..<comma, presence).first {
      name.organisation = reader.spelled(comma + 1..<whole.upperBound)
      return [name]
    }
    guard let organisation = reader.affiliation(whole, isSure: isRollWithAffiliations(block)),
      isOneOfSeveral(block) || organisation.count == 1,
      var name = reader.entry(whole, presence).first
    else { return reader.names(in: whole, presence: presence) }
    name.organisation = reader.spelled(organisation)
    return [name]
  }

  /// "asilva: Ana Silva": a nickname in small letters, and its bearer's full name.
  private func nicknamed(_ reader: NameReader, _ presence: Person.Presence) -> DeclaredName? {
    let whole = 0..<tokens.tokens.count
    guard whole.count > 3, tokens.tokens[0].kind == .word, tokens.tokens[0].word == 0, tokens.tokens[1].mark == 0x3A,
      text.bytes[tokens.tokens[0].range].allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }),
      reader.nameRange(in: 2..<whole.upperBound) == 2..<whole.upperBound, var name = reader.declare(2..<whole.upperBound, presence)
    else { return nil }
    let nickname = reader.bytes(0)
    name.aliases.append(.init(text: TextDecoding.string(nickname), keys: [NameKey(nickname)], isHandle: true))
    return name
  }

  /// "Acme: Ana Silva, Ben Okafor", "Bolt: Carla Ruiz": every item has a label, and some have several names behind it, or most a full
  /// name that begins with a first name. Few labels begin with one, "Max Communications", and behind those stands a full name as well.
  mutating func isRollByOrganisation(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block) else { return false }
    let shown = (text, tokens)
    defer { (text, tokens) = shown }
    var (count, several, given, full) = (0, 0, 0, 0)
    for entry in entries(of: Int(document.blocks[item].parent)) {
      load(entry + 1)
      guard document.blocks[entry].kind == .item, let label = UtteranceReader(text: text, tokens: tokens).label(at: 0),
        label.upperBound + 1 < tokens.tokens.count
      else { return false }
      if lists.isGivenName(tokens.tokens[label.lowerBound].word) {
        let reader = NameReader(text: text, tokens: tokens, lists: lists)
        guard label.count > 1, reader.nameRange(in: label.upperBound + 1..<tokens.tokens.count).count > 1 else { return false }
        given += 1
      }
      if tokens.tokens[label.upperBound...].contains(where: { $0.mark == 0x2C }) { several += 1 }
      if isFullName(label.upperBound + 1..<tokens.tokens.count) { full += 1 }
      count += 1
    }
    return count >= 2 && (several > 0 || full * 2 > count) && given * 3 <= count
  }

  /// A first name and a last one, and nothing else.
  private func isFullName(_ range: Range<Int>) -> Bool {
    range.count > 1 && lists.isGivenName(tokens.tokens[range.lowerBound].word)
      && NameReader(text: text, tokens: tokens, lists: lists).nameRange(in: range) == range
  }

  /// All of several items have one comma each.
  private func isRollWithAffiliations(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block) else { return false }
    var count = 0
    for entry in document.children(of: Int(document.blocks[item].parent)).prefix(RosterReader.mostEntries) {
      let block = document.blocks[entry]
      let commas = document.notes[Int(block.start)..<Int(block.stop)].count { $0 == 0x2C }
      guard block.kind == .item, commas == 1 else { return false }
      count += 1
    }
    return count >= 3
  }

  /// The paragraph of an item that is not alone in its list.
  private func isOneOfSeveral(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block) else { return false }
    let list = document.blocks[Int(document.blocks[item].parent)]
    return Int(document.blocks[item].end) < Int(list.end) || item > 0 && document.blocks[item - 1].kind != .list
  }

  /// "Silva, Ana", "Okafor, Ben": each of several items has one comma, most a first name behind it, and none one in front.
  private mutating func isSurnameFirst(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block) else { return false }
    let list = Int(document.blocks[item].parent)
    if let known = rollLists.surnameFirst[list] { return known }
    let shown = (text, tokens)
    defer { (text, tokens) = shown }
    var (given, count, isOne, areNames) = (0, 0, true, true)
    for entry in entries(of: list) where isOne {
      load(entry + 1)
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      let inverted = reader.inverted
      isOne = inverted != nil
      if let inverted, lists.isGivenName(tokens.tokens[inverted.given.lowerBound].word) { given += 1 }
      if let inverted, !reader.areNameWords(inverted.surname) || !reader.areNameWords(inverted.given) { areNames = false }
      count += 1
    }
    let result = isOne && count > 1 && (given * 2 >= count || areNames && count >= RosterReader.fewestInverted)
    rollLists.surnameFirst.set(list, result)
    return result
  }

  /// Of names that nobody knows fewer could as well be two people an item.
  private static let fewestInverted = 3

  /// The comma behind a full name, in a roll of which nearly every item has one there: "Ana Silva, Board for Lamps, Spoons and Chairs".
  private mutating func affiliationComma(_ whole: Range<Int>, _ block: Block, _ reader: NameReader) -> Int? {
    guard let comma = fullNameComma(whole, reader), comma + 1 < whole.upperBound else { return nil }
    let next = tokens.tokens[comma + 1]
    guard next.kind == .word, !lists.isGivenName(next.word) || next.word == 0, endsInCompanyForm(whole) || isAffiliated(block) else {
      return nil
    }
    return comma
  }

  /// "Ana Silva, Acme, Ltd.": the last comma parts a company's name from what kind of company it is.
  private func endsInCompanyForm(_ whole: Range<Int>) -> Bool {
    guard let last = whole.last(where: { tokens.tokens[$0].kind == .word }), last > whole.lowerBound else { return false }
    return tokens.tokens[last - 1].mark == 0x2C && lists.isOrganisation(tokens.tokens[last].word)
  }

  /// The first comma outside brackets, where a full name stands in front of it.
  private func fullNameComma(_ whole: Range<Int>, _ reader: NameReader) -> Int? {
    var depth = 0
    for index in whole {
      switch tokens.tokens[index].mark {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      case 0x2C where depth == 0:
        let names = reader.entry(whole.lowerBound..<index, .present)
        return names.count == 1 && names[0].words.count > 1 ? index : nil
      default: break
      }
    }
    return nil
  }

  /// Of three items or more at least three in four are full names, most with a comma behind them and no first name behind that.
  private mutating func isAffiliated(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block) else { return false }
    let list = Int(document.blocks[item].parent)
    if let known = rollLists.affiliated[list] { return known }
    let shown = (text, tokens)
    defer { (text, tokens) = shown }
    var (parted, others, count) = (0, 0, 0)
    for entry in entries(of: list) {
      load(entry + 1)
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      let whole = 0..<tokens.tokens.count
      if let comma = fullNameComma(whole, reader) {
        let isName = comma + 1 < whole.upperBound && lists.isGivenName(tokens.tokens[comma + 1].word)
        isName ? (others += 1) : (parted += 1)
      } else if tokens.tokens.contains(where: { $0.mark == 0x2C }) || reader.nameRange(in: whole).isEmpty {
        others += 1
      }
      count += 1
    }
    let result = count >= RosterReader.fewestAffiliated && parted * 2 > count && others * 4 <= count
    rollLists.affiliated.set(list, result)
    return result
  }

  private static let fewestAffiliated = 3

  /// So many entries of a list are looked at to tell what sort of roll it is.
  static let mostEntries = 16

  private func entries(of list: Int) -> [Int] { document.items(ofList: list, most: RosterReader.mostEntries) }

  private func isSpacedDash(_ index: Int) -> Bool { tokens.tokens[index].mark == 0x2D && tokens.isSpaced(index) }

  /// "ACME - Silva, Okafor", "Acme Labs - Ana Silva": a dash parts each item, in front of it stands no first name, and behind it in half of
  /// them one does, or several names behind what is one word in capitals.
  private mutating func isDashedRoll(_ block: Block) -> Bool {
    guard let item = enclosingItem(of: block), organisationDash != nil else { return false }
    let list = Int(document.blocks[item].parent)
    if let known = rollLists.dashed[list] { return known }
    let shown = (text, tokens)
    defer { (text, tokens) = shown }
    var (count, several, given, areCodes, isDashed) = (0, 0, 0, true, true)
    for entry in entries(of: list) where isDashed {
      load(entry + 1)
      guard let dash = organisationDash else {
        isDashed = false
        break
      }
      let names = NameReader(text: text, tokens: tokens, lists: lists).names(in: dash + 1..<tokens.tokens.count, presence: .present)
      if names.contains(where: \.hasGivenName) { given += 1 }
      if tokens.tokens.contains(where: { $0.mark == 0x2C }) { several += 1 }
      areCodes = areCodes && dash == 1 && isOrganisationCode(0)
      count += 1
    }
    let result = isDashed && count > 1 && (areCodes && several > 0 || given * 2 > count)
    rollLists.dashed.set(list, result)
    return result
  }

  /// The dash behind a few words that begin with no first name.
  private var organisationDash: Int? {
    guard let first = tokens.tokens.first, first.kind == .word, first.flags.contains(.capitalized), !lists.isGivenName(first.word) else {
      return nil
    }
    return tokens.tokens.indices.prefix(NameReader.longestOrganisation).dropFirst().first {
      isSpacedDash($0) && $0 + 1 < tokens.tokens.count
    }
  }

  private func isOrganisationCode(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    return token.kind == .word && token.flags.contains(.allCaps) && token.range.count > 1 && !lists.isGivenName(token.word)
  }
}
