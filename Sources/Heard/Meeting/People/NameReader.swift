import HeardGrammar

/// Reads the entries of an attendee list: `Ana Silva (Acme)`, `Ana Silva - Acme (AS)`, `@ana`, `Ana, Ben and Carla`.
struct NameReader {
  let text: LeafText
  let tokens: LeafTokens
  let lists: NameLists
  /// What is set as code may be names as well.
  var readsCode = false

  /// The names in a range of tokens. Commas and semicolons part entries; line breaks do where there are none, and where each line is
  /// somebody's: "Ana Silva, Acme".
  func names(in range: Range<Int>, presence: Person.Presence) -> [DeclaredName] {
    if let inner = bracketed(range) { return names(in: inner, presence: presence) }
    if let name = surnameFirst(range, presence) { return [name] }
    if let names = runTogether(range, presence) ?? partedByBrackets(range, presence) { return names }
    if let names = looseEntries(of: range, presence) { return names }
    var names: [DeclaredName] = []
    var start = range.lowerBound
    let isByLine = isOneEachLine(range)
    let linesPart = isByLine || !range.contains { isSeparator($0) && nesting(at: $0, from: range.lowerBound) == 0 }
    var depth = 0
    var isDetail = false
    for index in range {
      let byte = single(index)
      if byte == 0x28 || byte == 0x5B { depth += 1 }
      if byte == 0x29 || byte == 0x5D { depth = max(0, depth - 1) }
      let isLine = linesPart && tokens.tokens[index].flags.contains(.lineStart) && index > start
      if isLine { (depth, isDetail) = (0, false) }
      // "Ana Silva / Acme, Ltd. / @ana": columns of one entry.
      if byte == 0x2F, tokens.tokens[index].flags.contains(.spaceBefore) { isDetail = true }
      if isByLine, depth == 0, isSeparator(index) { isDetail = true }
      guard depth == 0, isLine || !isDetail && (isSeparator(index) || isConjunction(index, in: range) && !joinsFirm(index, from: start))
      else { continue }
      if !isAffiliation(start, in: range, behind: names) { names += entry(start..<index, presence) }
      start = isLine ? index : index + 1
    }
    return isAffiliation(start, in: range, behind: names) ? names : names + entry(start..<range.upperBound, presence)
  }

  /// "Ana Silva, [Acme Labs]": brackets behind a comma, where the name in front of it has none.
  private func isAffiliation(_ start: Int, in range: Range<Int>, behind names: [DeclaredName]) -> Bool {
    start < range.upperBound && single(start) == 0x5B && !names.isEmpty && single(range.lowerBound) != 0x5B
  }

  /// Several lines, each of which begins with a full name; most have one comma, behind which stands whom they are with or what they are.
  private func isOneEachLine(_ range: Range<Int>) -> Bool {
    guard tokens.traits.hasLines else { return false }
    let lines = tokens.lines(in: range)
    guard lines.count >= NameReader.fewestLines else { return false }
    var parted = 0
    for (position, line) in lines.enumerated() {
      let marks = line.filter { isSeparator($0) && nesting(at: $0, from: line.lowerBound) == 0 }
      guard let last = line.last, marks.count <= 2, !isSeparator(last) || position + 1 == lines.count else { return false }
      guard let mark = marks.first else { continue }
      // "Ana, Ben" is two people.
      guard line.lowerBound + 1 < mark, !(line.lowerBound..<mark).contains(where: { isConjunction($0, in: range) }) else { return false }
      parted += 1
    }
    return parted * 2 > lines.count
  }

  private static let fewestLines = 3

  /// One entry: a name before any parenthesis, dash or comma; what the parentheses hold is an alias or an organisation.
  func entry(_ range: Range<Int>, _ presence: Person.Presence) -> [DeclaredName] {
    if let names = mentioned(in: range, presence) { return names }
    if let name = initialledBearer(in: range, presence) { return [name] }
    if let members = members(ofGroup: range, presence) { return members }
    if let inner = bracketed(range) { return names(in: inner, presence: presence) }
    var (range, isOff) = (range, range.last.map { isCross($0) } ?? false)
    while let first = range.first, isNumbering(first) || range.count > 1 && isTitle(first, in: range) {
      if tokens.tokens[first].kind == .symbol, isCross(first) { isOff = true }
      range = (first + 1)..<range.upperBound
    }
    if range.count == 1, let only = range.first, lists.isTitle(tokens.tokens[only].word) { return [] }
    // "(14 in all) Ana Silva"
    if let first = range.first, single(first) == 0x28, let close = range.first(where: { single($0) == 0x29 }),
      close + 1 < range.upperBound
    {
      range = close + 1..<range.upperBound
    }
    if range.allSatisfy({ lists.isSuffix(tokens.tokens[$0].word) || tokens.tokens[$0].mark == 0x2E }) { return [] }
    var name = nameRange(in: range)
    if name.isEmpty { name = nameBeforeParticle(in: range) }
    if let inner = bearer(behind: name, in: range) { return entry(inner, presence) }
    if let inner = bearers(behind: name, in: range, presence) { return inner }
    if let whole = handleBearer(name, in: range, presence) { return [whole] }
    if let last = name.last(where: { tokens.tokens[$0].kind == .word }), name.count > 1,
      lists.isOrganisation(tokens.tokens[last].word) || isOffice(name)
    {
      return []
    }
    guard !name.isEmpty, var declared = declare(name, presence) else { return handleOnly(range, presence) }
    if isOff || name.allSatisfy({ tokens.tokens[$0].flags.contains(.struck) }) { declared.presence = .absent }
    declared.organisation = dashedOrganisation(behind: name, in: range).map { spelled($0) }
    for index in name.upperBound..<max(name.upperBound, range.upperBound) {
      addDetail(index, in: range, to: &declared)
    }
    return [declared]
  }

  /// Whom a turn's label names: where it does not look like a name it is a nickname, as chats have them.
  func speaker(_ presence: Person.Presence) -> DeclaredName? {
    let whole = 0..<tokens.tokens.count
    if let name = entry(whole, presence).first { return name }
    return whole.count <= 3 && whole.allSatisfy({ tokens.tokens[$0].kind == .word }) ? declare(whole, presence) : nil
  }

  /// Words at the start of the range that look like a name.
  func nameRange(in range: Range<Int>) -> Range<Int> {
    guard let first = range.first else { return 0..<0 }
    if tokens.tokens[first].kind == .handle { return first..<(first + 1) }
    var end = first
    var count = 0
    while end < range.upperBound, count < 6,
      isNameWord(end, isFirst: end == first) || joins(end, in: range, from: first)
    {
      if tokens.tokens[end].kind == .word { count += 1 }
      end += 1
    }
    if end < range.upperBound, tokens.tokens[end].kind == .word {
      return end > first && tokens.tokens[end].flags.contains(.lineStart) ? first..<end : plainNick(range)
    }
    return first..<end
  }

  func declare(_ range: Range<Int>, _ presence: Person.Presence) -> DeclaredName? {
    var words: [[UInt8]] = []
    for index in range where tokens.tokens[index].kind == .word || tokens.tokens[index].kind == .handle {
      words.append(bytes(index))
    }
    guard let first = words.first, words.count <= 5 else { return nil }
    if words.count == 1, lists.isPlaceholder(tokens.tokens[range.lowerBound].word) { return nil }
    if words.allSatisfy({ $0.count == 1 }) || 0x30...0x39 ~= first.first ?? 0 { return nil }
    let string = spelled(range)
    var name = DeclaredName(words: words, text: string, presence: presence, span: span(range))
    name.isHonoured = lists.isHonorific(tokens.tokens[range.lowerBound].word)
    name.hasGivenName = lists.isGivenName(tokens.tokens[range.lowerBound].word)
    if words.count == 1, let parts = underscored(first) {
      name = DeclaredName(words: parts, text: string, presence: presence, span: span(range))
      name.aliases.append(.init(text: string, keys: [NameKey(first)], isHandle: true))
    }
    if first.first == 0x40 {
      if lists.isPlaceholder(handle: first.dropFirst()) { return nil }
      name.keys = [NameKey(first.dropFirst())]
      name.words = [Array(first.dropFirst())]
    }
    return name
  }

  /// Handles and initials in what follows the name.
  private func addDetail(_ index: Int, in range: Range<Int>, to name: inout DeclaredName) {
    let token = tokens.tokens[index]
    if token.kind == .handle {
      let bytes = bytes(index)
      name.aliases.append(
        .init(text: TextDecoding.string(bytes), keys: [NameKey(bytes.dropFirst())], isHandle: true))
      return
    }
    guard token.kind == .word else { return }
    // "(parish clerk)"
    if name.office == nil, lists.isOffice(token.word), index > range.lowerBound, isBracketed(index - 1, in: range) {
      name.office = TextDecoding.string(bytes(index))
      return
    }
    guard isBracketed(index, in: range) else { return }
    let bytes = bytes(index)
    if bytes.count <= 4, token.flags.contains(.allCaps), NameKey(bytes).initial == name.keys.first?.initial {
      name.aliases.append(.init(text: TextDecoding.string(bytes), keys: [NameKey(bytes)], isHandle: false))
    } else if name.office == nil, lists.isOffice(token.word) {
      name.office = TextDecoding.string(bytes)
    } else if name.organisation == nil, token.flags.contains(.capitalized) || token.flags.contains(.allCaps) {
      let close =
        (index..<range.upperBound).first { single($0) == 0x29 || single($0) == 0x5D || single($0) == 0x2C } ?? index + 1
      name.organisation = spelled(index..<close)
    }
  }

  private func isBracketed(_ index: Int, in range: Range<Int>) -> Bool {
    index > range.lowerBound && (single(index - 1) == 0x28 || single(index - 1) == 0x5B)
  }

  // MARK: Words

  private func isNameWord(_ index: Int, isFirst: Bool) -> Bool {
    let token = tokens.tokens[index]
    guard token.kind == .word, readsCode || !token.flags.contains(.code) else { return false }
    // A new line with a month or another opener on it goes on with something else.
    if !isFirst, token.flags.contains(.lineStart), lists.isNeverName(token.word), !lists.isGivenName(token.word) { return false }
    if token.flags.contains(.capitalized) || token.flags.contains(.allCaps) {
      // "Ana Tuesday: 9:00" is Ana, and when.
      if !isFirst, lists.isWeekday(token.word) { return false }
      return !(isFirst && lists.isNeverName(token.word)) || isNamesake(index) || isSurnameParticle(index)
        || isInitialInList(index)
    }
    // Scripts without case have no capitals to show.
    if text.bytes[Int(token.start)] >= 0xE0 { return true }
    return !isFirst && lists.isParticle(token.word)
  }

  /// What may stand between two words of a name: a full stop behind an initial, a hyphen, an apostrophe.
  private func joins(_ index: Int, in range: Range<Int>, from first: Int) -> Bool {
    guard index > first, let byte = single(index) else { return false }
    if byte == 0x2E {
      let previous = tokens.tokens[index - 1]
      return previous.end - previous.start <= 3 && !tokens.tokens[index].flags.contains(.spaceBefore)
    }
    guard byte == 0x2D || byte == 0x27, index + 1 < range.upperBound else { return false }
    return !tokens.tokens[index].flags.contains(.spaceBefore) && !tokens.tokens[index + 1].flags.contains(.spaceBefore)
      && isNameWord(index + 1, isFirst: false)
  }

  private func isNumbering(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    if token.kind == .number { return true }
    // "iv. Ana Silva"
    if token.kind == .word, token.mark == 0x23 || token.range.count == 1 && !token.flags.contains(.capitalized),
      index + 1 < tokens.tokens.count, single(index + 1) == 0x2E
    {
      return true
    }
    guard token.kind == .punctuation || token.kind == .symbol else { return false }
    // A bracket that holds the name, as an unresolved reference link does, is no part of it.
    if single(index) == 0x5B { return index + 1 < tokens.tokens.count && isNameWord(index + 1, isFirst: true) }
    return single(index) != 0x28
  }

  func isSeparator(_ index: Int) -> Bool {
    let byte = single(index)
    if byte == 0x2C || byte == 0x3B { return true }
    // "@ana. @ben": a slip between two nicknames.
    return byte == 0x2E && index > 0 && index + 1 < tokens.tokens.count && tokens.tokens[index - 1].kind == .handle
      && tokens.tokens[index + 1].kind == .handle
  }

  private func isConjunction(_ index: Int, in range: Range<Int>) -> Bool {
    let token = tokens.tokens[index]
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    if single(index) == 0x26 || single(index) == 0x2B && token.flags.contains(.spaceBefore)
      || (single(index) == 0x2F && !token.flags.contains(.spaceBefore))
    {
      return true
    }
    return token.kind == .word && lists.isConjunction(token.word)
  }

  private func nesting(at index: Int, from start: Int) -> Int {
    var depth = 0
    var position = index - 1
    // Parentheses of an entry are short; a longer look back is not worth its time.
    while position >= start, index - position < 24 {
      if single(position) == 0x29 { depth -= 1 }
      if single(position) == 0x28 { depth += 1 }
      position -= 1
    }
    return max(0, depth)
  }

  func single(_ index: Int) -> UInt8? {
    let token = tokens.tokens[index]
    return token.end - token.start == 1 ? text.bytes[Int(token.start)] : nil
  }

  func bytes(_ index: Int) -> [UInt8] {
    let token = tokens.tokens[index]
    return Array(text.bytes[Int(token.start)..<Int(token.end)])
  }

  /// The name as it is written, with single spaces.
  func spelled(_ range: Range<Int>) -> String {
    var spelled: [UInt8] = []
    // Most names are no longer.
    spelled.reserveCapacity(32)
    for index in range {
      let token = tokens.tokens[index]
      if index > range.lowerBound, token.flags.contains(.spaceBefore) || token.flags.contains(.lineStart) {
        spelled.append(0x20)
      }
      spelled += text.bytes[Int(token.start)..<Int(token.end)]
    }
    return TextDecoding.string(spelled)
  }

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return text.span(of: Int(tokens.tokens[first].start)..<Int(tokens.tokens[last].end))
  }
}
