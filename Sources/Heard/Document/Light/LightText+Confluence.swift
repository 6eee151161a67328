/// Markup within the lines of Confluence and Jira.
extension LightText {
  func confluence(at i: Int, _ line: Range<Int>) -> Markup? {
    switch notes[i] {
    case 0x5C:
      guard Ascii.has("\\\\", at: i, in: notes, to: line.upperBound) else { return escape(at: i, line) }
      return Markup(words: i..<i, isBreak: true, end: i + 2)
    case 0x2A, 0x5F: return quoted(at: i, line, by: notes[i])
    case 0x2D: return struck(at: i, line)
    case 0x7B: return braced(at: i, line)
    case 0x5B: return bracketed(at: i, line)
    case 0x21: return image(at: i, line)
    default: return nil
    }
  }

  /// `-words-`, but for dashes between words.
  private func struck(at i: Int, _ line: Range<Int>) -> Markup? {
    guard i == line.lowerBound || Ascii.isSpace(notes[i - 1]), let found = quoted(at: i, line, by: 0x2D),
      found.words.lowerBound == i + 1
    else { return nil }
    return Markup(words: found.words, kind: .struck, end: found.end)
  }

  /// `{{code}}`, `{color:red}`, `{status:title=DONE}`.
  private func braced(at i: Int, _ line: Range<Int>) -> Markup? {
    let limit = min(line.upperBound, i + LightText.longest)
    if Ascii.has("{{", at: i, in: notes, to: limit) {
      guard let close = Ascii.firstIndex(of: 0x7D, in: notes, i + 2, limit),
        Ascii.has("}}", at: close, in: notes, to: limit),
        close > i + 2
      else { return nil }
      return Markup(words: i + 2..<close, kind: .code, end: close + 2)
    }
    guard let macro = ConfluenceReader.macro(at: i, line.upperBound, in: notes) else { return nil }
    let inner = macro.name.upperBound..<macro.end - 1
    guard Ascii.has("status", at: macro.name.lowerBound, in: notes, to: macro.name.upperBound),
      let title = inner.first(where: { Ascii.has("title=", at: $0, in: notes, to: inner.upperBound) })
    else { return Markup(words: i..<i, end: macro.end) }
    let end = Ascii.firstIndex(of: 0x7C, in: notes, title, inner.upperBound) ?? inner.upperBound
    return Markup(words: title + 6..<end, end: macro.end)
  }

  /// `[words|address]`, `[~ana]`, `[https://example.org]`.
  private func bracketed(at i: Int, _ line: Range<Int>) -> Markup? {
    let limit = min(line.upperBound, i + LightText.longest)
    guard let close = Ascii.firstIndex(of: 0x5D, in: notes, i + 1, limit), close > i + 1 else { return nil }
    let inner = i + 1..<close
    if notes[i + 1] == 0x7E, close > i + 2 {
      let name = Ascii.has("accountid:", at: i + 2, in: notes, to: close) ? i + 12 : i + 2
      return name < close ? Markup(words: name..<close, kind: .mention, before: "@", end: close + 1) : nil
    }
    if let bar = Ascii.firstIndex(of: 0x7C, in: notes, i + 1, close), bar > i + 1 {
      return Markup(words: i + 1..<bar, target: bar + 1..<close, end: close + 1)
    }
    guard Ascii.has("http", at: i + 1, in: notes, to: close) || Ascii.has("mailto:", at: i + 1, in: notes, to: close)
    else { return nil }
    return Markup(words: inner, target: inner, end: close + 1)
  }

  /// `!plan.png|width=300!`.
  private func image(at i: Int, _ line: Range<Int>) -> Markup? {
    let limit = min(line.upperBound, i + LightText.longest)
    guard let close = Ascii.firstIndex(of: 0x21, in: notes, i + 1, limit), close > i + 4 else { return nil }
    let inner = i + 1..<close
    guard inner.contains(where: { notes[$0] == 0x2E && $0 + 1 < close && Ascii.isLetter(notes[$0 + 1]) }),
      !inner.contains(where: { Ascii.isSpace(notes[$0]) })
    else { return nil }
    return Markup(words: i..<i, end: close + 1)
  }
}
