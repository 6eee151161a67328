/// Markup within lines that only MoinMoin, Trac or Creole have.
extension MediaWikiText {
  /// Marks reach no further, so that those that nothing closes cost little. In bytes.
  private static let longest = 240

  func otherMarkup(at i: Int, _ end: Int) -> (kind: Kind, end: Int)? {
    switch notes[i] {
    case 0x2A: return paired("**", .strong, at: i, end)
    case 0x7E: return paired("~~", .struck, at: i, end)
    case 0x2D:
      guard Ascii.has("--(", at: i, in: notes, to: end), let close = place(of: ")--", i + 3, end) else { return nil }
      return (.marked(i + 3..<close, .struck), close + 3)
    case 0x7B:
      guard Ascii.has("{{{", at: i, in: notes, to: end), let close = place(of: "}}}", i + 3, end) else { return nil }
      return (.marked(i + 3..<close, .code), close + 3)
    case 0x60:
      // Two backticks within a word keep it from being a link.
      guard Ascii.has("``", at: i, in: notes, to: end) else { return paired("`", .code, at: i, end) }
      return (.gone, i + 2)
    case 0x21: return isWikiName(at: i + 1, end) && !isWordy(before: i) ? (.gone, i + 1) : nil
    case 0x3C: return macro(at: i, end, closedBy: ">>")
    case 0x5B: return macro(at: i, end, closedBy: "]]") ?? namedLink(at: i, end)
    default: return nil
    }
  }

  private func paired(_ sign: StaticString, _ mark: BlockText.Mark.Kind, at i: Int, _ end: Int) -> (
    kind: Kind, end: Int
  )? {
    let start = i + sign.utf8CodeUnitCount
    guard Ascii.has(sign, at: i, in: notes, to: end), start < end, !Ascii.isSpace(notes[start]),
      notes[start] != notes[i],
      !isWordy(before: i), let close = place(of: sign, start + 1, end), !Ascii.isSpace(notes[close - 1])
    else { return nil }
    return (.marked(start..<close, mark), close + sign.utf8CodeUnitCount)
  }

  private func isWordy(before i: Int) -> Bool { i > 0 && (Ascii.isWordy(notes[i - 1]) || Ascii.isDigit(notes[i - 1])) }

  private func place(of sign: StaticString, _ start: Int, _ end: Int) -> Int? {
    let limit = min(end, start + MediaWikiText.longest)
    guard start < limit else { return nil }
    return (start..<limit).first { Ascii.has(sign, at: $0, in: notes, to: end) }
  }

  /// `FrontPage`, as wikis link by themselves and an exclamation mark forbids.
  private func isWikiName(at start: Int, _ end: Int) -> Bool {
    guard start + 3 < end, Ascii.isUpper(notes[start]), Ascii.isLower(notes[start + 1]) else { return false }
    var i = start + 1
    while i < end, Ascii.isLower(notes[i]), i < start + 60 { i += 1 }
    return i + 1 < end && Ascii.isUpper(notes[i]) && Ascii.isLower(notes[i + 1])
  }

  /// `<<BR>>`, `[[BR]]`, `<<Date(2026-03-12)>>`.
  private func macro(at i: Int, _ end: Int, closedBy sign: StaticString) -> (kind: Kind, end: Int)? {
    guard i + 2 < end, notes[i + 1] == notes[i],
      Ascii.isUpper(notes[i + 2]) || Ascii.hasWord("br", at: i + 2, in: notes, to: end)
    else { return nil }
    var after = i + 2
    while after < end, Ascii.isLetter(notes[after]), after < i + 40 { after += 1 }
    if after == i + 4, Ascii.hasWord("br", at: i + 2, in: notes, to: end),
      Ascii.has(sign, at: after, in: notes, to: end)
    {
      return (.lineBreak, after + 2)
    }
    guard after < end, notes[after] == 0x28, let close = place(of: sign, after, end), notes[close - 1] == 0x29 else {
      return nil
    }
    // A day or an address is what the macro shows; of the others nothing is text.
    let shows: [StaticString] = ["Date", "DateTime", "MailTo", "FootNote"]
    let isShown = shows.contains {
      Ascii.has($0, at: i + 2, in: notes, to: after) && $0.utf8CodeUnitCount == after - i - 2
    }
    return (isShown ? .words(after + 1..<close - 1, target: nil) : .gone, close + 2)
  }

  /// `[wiki:RoofPlan the plan]`, `["Roof Plan"]`.
  private func namedLink(at i: Int, _ end: Int) -> (kind: Kind, end: Int)? {
    guard i + 2 < end else { return nil }
    if notes[i + 1] == 0x22 {
      guard let close = place(of: "\"]", i + 2, end), close > i + 2 else { return nil }
      return (.words(i + 2..<close, target: i + 2..<close), close + 2)
    }
    let names: [StaticString] = [
      "wiki:", "ticket:", "source:", "milestone:", "report:", "attachment:", "changeset:", "mailto:",
    ]
    guard names.contains(where: { Ascii.has($0, at: i + 1, in: notes, to: end) }),
      let close = place(of: "]", i + 1, end)
    else {
      return nil
    }
    guard let space = (i + 1..<close).first(where: { Ascii.isSpace(notes[$0]) }) else {
      return (.words(i + 1..<close, target: i + 1..<close), close + 1)
    }
    return (.words(space + 1..<close, target: i + 1..<space), close + 1)
  }
}
