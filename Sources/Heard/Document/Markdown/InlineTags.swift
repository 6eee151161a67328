/// What stands in angle brackets: addresses and raw HTML.
extension InlineReader {
  mutating func readAngle() {
    if let end = angledAddressEnd(at: index) {
      addMarked(.link, index + 1, end - 1, markers: 1)
      return
    }
    guard let tag = tag(at: index) else {
      index += 1
      return
    }
    switch tag.kind {
    case .opening: readOpening(tag)
    case .closing: readClosing(tag)
    case .comment, .other: add(.gap, to: tag.end)
    }
  }

  private mutating func readOpening(_ tag: InlineTag) {
    if tag.name.count == 2, text.holdsIgnoringCase("br", at: tag.name.lowerBound) {
      add(.lineBreak, to: tag.end)
      return
    }
    let token = add(.gap, to: tag.end)
    guard let kind = markKind(tag.name) else { return }
    let place = Int(kind.rawValue)
    while work.openTags.count <= place { work.openTags.append(-1) }
    work.tags.append(.init(token: token, value: tag.datetime, outer: work.openTags[place]))
    work.openTags[place] = work.tags.count - 1
  }

  private mutating func readClosing(_ tag: InlineTag) {
    let close = add(.gap, to: tag.end)
    guard let kind = markKind(tag.name) else { return }
    let place = Int(kind.rawValue)
    guard place < work.openTags.count, work.openTags[place] >= 0 else { return }
    let opening = work.tags[work.openTags[place]]
    work.openTags[place] = opening.outer
    work.matches.append(.init(kind: kind, open: opening.token, close: close, value: opening.value))
  }

  private func markKind(_ name: Range<Int>) -> BlockText.Mark.Kind? {
    guard name.count <= 6 else { return nil }
    func isNamed(_ word: StaticString) -> Bool {
      name.count == word.utf8CodeUnitCount && text.holdsIgnoringCase(word, at: name.lowerBound)
    }
    if isNamed("del") || isNamed("s") || isNamed("strike") { return .struck }
    if isNamed("b") || isNamed("strong") { return .strong }
    if isNamed("i") || isNamed("em") { return .emphasis }
    if isNamed("ins") || isNamed("u") { return .inserted }
    if isNamed("time") { return .time }
    if isNamed("code") || isNamed("tt") || isNamed("kbd") { return .code }
    return nil
  }

  private mutating func tag(at start: Int) -> InlineTag? {
    let next = text[start + 1]
    if next == 0x3F { return other("?>", from: start + 2, \.instruction) }
    guard next == 0x21 else { return InlineTag(text, at: start, upTo: text.count) }
    if text.holds("<!--", at: start) {
      if text[start + 4] == 0x3E { return InlineTag(.comment, end: start + 5) }
      if text.holds("->", at: start + 4) { return InlineTag(.comment, end: start + 6) }
      return other("-->", from: start + 4, \.comment)
    }
    if text.holds("<![CDATA[", at: start) { return other("]]>", from: start + 9, \.section) }
    return text[start + 2].isLetter ? other(">", from: start + 3, \.declaration) : nil
  }

  /// What ends with `word`; if that does not come any more, later ones need not look.
  private mutating func other(
    _ word: StaticString, from start: Int, _ missing: WritableKeyPath<MissingEnds, Bool>
  ) -> InlineTag? {
    if self.missing[keyPath: missing] { return nil }
    let first = word.withUTF8Buffer { $0.first ?? 0 }
    var place = start
    while true {
      place = text.firstIndex(of: first, from: place)
      guard place < text.count else {
        self.missing[keyPath: missing] = true
        return nil
      }
      if text.holds(word, at: place) { return InlineTag(.other, end: place + word.utf8CodeUnitCount) }
      place += 1
    }
  }

  /// Behind `<scheme:…>` or `<name@host>`.
  private func angledAddressEnd(at start: Int) -> Int? {
    var place = start + 1
    guard text[place].isAlphanumeric || Self.isLocalSign(text[place]) else { return nil }
    while text[place].isAlphanumeric || text[place] == 0x2B || text[place] == 0x2E || text[place] == 0x2D { place += 1 }
    let length = place - start - 1
    if text[place] == 0x3A, length >= 2, length <= 32, text[start + 1].isLetter {
      while place < text.count, text[place] > 0x20, text[place] != 0x3C, text[place] != 0x3E { place += 1 }
      return place < text.count && text[place] == 0x3E ? place + 1 : nil
    }
    while text[place].isAlphanumeric || Self.isLocalSign(text[place]) { place += 1 }
    guard text[place] == 0x40 else { return nil }
    repeat {
      place += 1
      let label = place
      while text[place].isAlphanumeric || text[place] == 0x2D { place += 1 }
      let length = place - label
      guard length > 0, length <= 63, text[label] != 0x2D, text[place - 1] != 0x2D else { return nil }
    } while text[place] == 0x2E
    return text[place] == 0x3E ? place + 1 : nil
  }

  /// Signs that the part of an e-mail address before `@` may hold between angle brackets.
  private static func isLocalSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
