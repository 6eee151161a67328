/// Finds in an entry whom somebody is with, and whose handle or initials stand there.
import HeardGrammar

extension NameReader {
  /// A full name, one comma, and behind it something that is nobody's first name: whom the person is with.
  ///
  /// - Parameter isSure: every entry of the roll has one comma, so that "Morgan Stanley" behind it is no second person.
  func affiliation(_ range: Range<Int>, isSure: Bool = false) -> Range<Int>? {
    var depth = 0
    var comma: Int?
    var end = range.upperBound
    for index in range {
      switch tokens.tokens[index].mark {
      case 0x28, 0x5B:
        depth += 1
        if comma != nil { end = min(end, index) }
      case 0x29, 0x5D: depth = max(0, depth - 1)
      case 0x2C where depth == 0:
        guard comma == nil else { return nil }
        comma = index
      case 0x3B where depth == 0: return nil
      default: break
      }
    }
    guard let comma, comma + 1 < end else { return nil }
    let name = nameRange(in: range.lowerBound..<comma)
    let isBracketed = name.upperBound < comma && single(name.upperBound) == 0x28 && single(comma - 1) == 0x29
    guard name.upperBound == comma || isBracketed, name.count > 1 else { return nil }
    let next = tokens.tokens[comma + 1]
    guard next.kind == .word || next.kind == .number, isSure || !lists.isGivenName(next.word),
      !((comma + 1)..<range.upperBound).contains(where: { lists.isConjunction(tokens.tokens[$0].word) })
    else { return nil }
    return comma + 1..<end
  }
}

extension NameReader {
  /// "ACME (Ana Silva)", "Roof Working Group (Ana Silva)": who stands in brackets behind the organisation that they are there for.
  func bearer(behind name: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    guard let first = name.first, let last = name.last(where: { tokens.tokens[$0].kind == .word }),
      !lists.isGivenName(tokens.tokens[first].word),
      tokens.tokens[last].flags.contains(.allCaps) && tokens.tokens[last].range.count > 1
        || lists.isOrganisation(tokens.tokens[last].word)
    else { return nil }
    let open = range.first { single($0) == 0x28 }
    guard let open, open >= name.upperBound, let close = (open..<range.upperBound).first(where: { single($0) == 0x29 }),
      close + 1 == range.upperBound, close - open > 2, lists.isGivenName(tokens.tokens[open + 1].word)
    else { return nil }
    let inner = open + 1..<close
    return nameRange(in: inner) == inner ? inner : nil
  }

  /// "Acme (Ana Silva, Ben Okafor)": full names in brackets behind one word that is no first name.
  func bearers(behind name: Range<Int>, in range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard name.count == 1, let first = name.first, tokens.tokens[first].kind == .word, !lists.isGivenName(tokens.tokens[first].word),
      name.upperBound + 3 < range.upperBound, single(name.upperBound) == 0x28,
      let found = namesInBrackets(from: name.upperBound, in: range, presence)
    else { return nil }
    return found.allSatisfy { $0.words.count > 1 } ? found : nil
  }

  /// "Team from Acme (Ana, Ben)": several names in brackets behind what is no person but a group.
  func members(ofGroup range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard range.count > 5, let open = range.first(where: { single($0) == 0x28 }), open - range.lowerBound > 1,
      !lists.isGivenName(tokens.tokens[range.lowerBound].word),
      (range.lowerBound..<open).contains(where: { lists.isOrganisation(tokens.tokens[$0].word) }),
      let found = namesInBrackets(from: open, in: range, presence)
    else { return nil }
    return found.count > 1 ? found : nil
  }

  /// The names in brackets that close an entry, where one of them is somebody's for certain.
  private func namesInBrackets(from open: Int, in range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName]? {
    guard single(range.upperBound - 1) == 0x29, open + 1 < range.upperBound - 1 else { return nil }
    let inner = open + 1..<range.upperBound - 1
    guard !inner.contains(where: { single($0) == 0x28 }) else { return nil }
    let found = names(in: inner, presence: presence)
    return found.contains(where: \.hasGivenName) ? found : nil
  }

  /// "@ana (Ana Silva)", "@ana - Ana Silva": the name behind it is whose handle it is.
  func handleBearer(_ handle: Range<Int>, in range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    guard let first = handle.first, tokens.tokens[first].kind == .handle, handle.upperBound + 1 < range.upperBound else { return nil }
    let sign = single(handle.upperBound)
    var close = range.upperBound
    if sign == 0x28 {
      guard let end = (handle.upperBound..<close).first(where: { single($0) == 0x29 }) else { return nil }
      close = end
    } else if sign != 0x3A && sign != 0x2D {
      return nil
    }
    let inner = handle.upperBound + 1..<close
    guard inner.count > 1, nameRange(in: inner) == inner, !lists.isOrganisation(tokens.tokens[close - 1].word),
      var name = declare(inner, presence)
    else { return nil }
    let bytes = bytes(first)
    name.aliases.append(.init(text: TextDecoding.string(bytes), keys: [NameKey(bytes.dropFirst())], isHandle: true))
    return name
  }

  /// Nothing but a handle, near the start.
  func handleOnly(_ range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName] {
    guard let index = range.first(where: { tokens.tokens[$0].kind == .handle }), index - range.lowerBound < 3 else {
      return []
    }
    return declare(index..<(index + 1), presence).map { [$0] } ?? []
  }

  /// "Ana Silva – Acme Labs (Chair)": a few words with a capital behind a dash, up to a bracket or comma.
  func dashedOrganisation(behind name: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    let dash = name.upperBound
    guard !name.isEmpty, dash + 1 < range.upperBound, tokens.tokens[dash].mark == 0x2D, tokens.isSpaced(dash),
      tokens.tokens[dash + 1].kind == .word, tokens.tokens[dash + 1].flags.contains(.capitalized)
    else { return nil }
    let end = (dash + 1..<range.upperBound).first { [0x28, 0x2C, 0x5B, 0x2D].contains(tokens.tokens[$0].mark) } ?? range.upperBound
    return end - dash <= NameReader.longestOrganisation ? dash + 1..<end : nil
  }

  /// In tokens, with the dash.
  static let longestOrganisation = 6

  /// "AS: Ana Silva", "AS = Ana Silva": initials in front of the name that they are of.
  func initialledName(in range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    guard let first = range.first, first + 3 < range.upperBound, tokens.tokens[first].flags.contains(.allCaps),
      (2...4).contains(tokens.tokens[first].range.count),
      [0x3A, 0x3D].contains(tokens.tokens[first + 1].mark) || tokens.tokens[first + 1].mark == 0x2D && tokens.isSpaced(first + 1)
    else { return nil }
    let bytes = bytes(first)
    let names = entry(first + 2..<range.upperBound, presence)
    guard names.count == 1, var name = names.first, name.words.count > 1,
      name.words[0].first == bytes.first, name.words[1].first == bytes[1] || name.words.last?.first == bytes.last
    else { return nil }
    name.aliases.append(.init(text: TextDecoding.string(bytes), keys: [NameKey(bytes)], isHandle: false))
    return name
  }

  /// "[AS] Ana Silva": initials in brackets in front of the name.
  func initialledBearer(in range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    if let name = initialledName(in: range, presence) { return name }
    guard let open = range.first, open + 3 < range.upperBound, tokens.tokens[open + 1].flags.contains(.allCaps),
      tokens.tokens[open + 1].range.count <= 4,
      single(open) == 0x5B && single(open + 2) == 0x5D || single(open) == 0x28 && single(open + 2) == 0x29
    else { return nil }
    let bytes = bytes(open + 1)
    let names = entry(open + 3..<range.upperBound, presence)
    guard names.count == 1, var name = names.first, name.words.count > 1, NameKey(bytes).initial == name.keys.first?.initial else {
      return nil
    }
    name.aliases.append(.init(text: TextDecoding.string(bytes), keys: [NameKey(bytes)], isHandle: false))
    return name
  }

  /// "Ana_Silva", as chats write names: its words.
  func underscored(_ word: [UInt8]) -> [[UInt8]]? {
    guard word.contains(0x5F) else { return nil }
    let parts = word.split(separator: 0x5F).map { Array($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count > 1 && 0x41...0x5A ~= $0[0] }) else { return nil }
    return parts
  }

  /// "Silva, Ana; Acme": the surname first, as registers have it; behind the semicolon stands whom somebody is with.
  func surnameFirst(_ range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    guard let comma = range.first(where: { single($0) == 0x2C }), comma > range.lowerBound,
      let end = range.first(where: { single($0) == 0x3B }), end > comma + 1, end + 1 < range.upperBound,
      !(comma + 1..<range.upperBound).contains(where: { single($0) == 0x3B && $0 != end || single($0) == 0x2C && $0 < end })
    else { return nil }
    let (surname, given) = (range.lowerBound..<comma, comma + 1..<end)
    // "Ana Silva, treasurer; Ben Okafor, clerk"
    guard surname.count == 1 || !lists.isGivenName(tokens.tokens[surname.lowerBound].word),
      !lists.isTitle(tokens.tokens[given.lowerBound].word)
    else { return nil }
    guard surname.count <= 3, given.count <= 3, nameRange(in: surname) == surname, nameRange(in: given) == given,
      var name = name(inverted: (surname, given), presence)
    else { return nil }
    name.organisation = spelled(end + 1..<range.upperBound)
    return name
  }
}

extension NameReader {
  /// "Silva, Ana" and perhaps a bracket: the words around the one comma, none of which in front of it is a first name.
  var inverted: (surname: Range<Int>, given: Range<Int>)? {
    let count = tokens.tokens.count
    guard let comma = tokens.tokens.firstIndex(where: { $0.mark == 0x2C }), (1...2).contains(comma), comma + 1 < count,
      !tokens.tokens[(comma + 1)...].contains(where: { $0.mark == 0x2C }), !lists.isGivenName(tokens.tokens[0].word)
    else { return nil }
    let given = nameRange(in: comma + 1..<count)
    guard nameRange(in: 0..<comma) == 0..<comma, (1...2).contains(given.count),
      given.upperBound == count || tokens.tokens[given.upperBound].mark == 0x28
    else { return nil }
    return (0..<comma, given)
  }

  /// "Silva, Ana", as programs for calls write down who took part.
  func invertedName(_ presence: Person.Presence) -> DeclaredName? { inverted.flatMap { name(inverted: $0, presence) } }

  /// The name of which the surname stands first.
  func name(inverted parts: (surname: Range<Int>, given: Range<Int>), _ presence: Person.Presence) -> DeclaredName? {
    guard let last = declare(parts.surname, presence), let first = declare(parts.given, presence) else { return nil }
    return last.behind(first)
  }
}

extension NameReader {
  /// A roll may give lower-case nicknames; they count only while nothing but words that the grammar does not know is there.
  func plainNick(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, tokens.tokens[end].kind == .word || end > range.lowerBound && joinsNick(end, in: range) {
      let word = tokens.tokens[end].kind == .word ? tokens.tokens[end].word : 0
      // The letter of "ana.l" may be a word.
      let isLetter = end > range.lowerBound && tokens.tokens[end].range.count == 1 && single(end - 1) == 0x2E
      guard word == 0 || isLetter || lists.isGivenName(word), !tokens.tokens[end].flags.contains(.code) else { return 0..<0 }
      end += 1
    }
    // "rotate weekly" are two words that nobody knows, and a nickname is one.
    let isOne = !(range.lowerBound..<end).dropFirst().contains { tokens.tokens[$0].flags.contains(.spaceBefore) }
    let isName = end > range.lowerBound && lists.isGivenName(tokens.tokens[range.lowerBound].word)
    return end - range.lowerBound <= 3 && (isName || isOne) ? range.lowerBound..<end : 0..<0
  }

  /// The hyphen of "ana-lund", the stop of "ana.lund".
  private func joinsNick(_ index: Int, in range: Range<Int>) -> Bool {
    guard let sign = single(index), [0x2D, 0x2E, 0x5F].contains(sign), index + 1 < range.upperBound else { return false }
    return !tokens.tokens[index].flags.contains(.spaceBefore) && !tokens.tokens[index + 1].flags.contains(.spaceBefore)
  }
}
