/// The words of lines in AsciiDoc, reStructuredText or Confluence's markup, without signs of emphasis, links and escapes.
struct LightText {
  let notes: [UInt8]
  let markup: LightMarkup

  /// Emphasis and links reach no further, so that signs that nothing closes cost little. In bytes.
  static let longest = 240

  struct Markup {
    var words: Range<Int>
    var kind: BlockText.Mark.Kind?
    var target: Range<Int>?
    /// What stands for the markup before the words.
    var before = ""
    var isBreak = false
    var end: Int
  }

  /// Lines as one text; nil where nothing had to be taken out.
  func read(_ lines: [Range<Int>]) -> PieceText? {
    var text = PieceText()
    var isFound = false
    for (index, line) in lines.enumerated() {
      if index > 0 { text.lineBreak(lines[index - 1].upperBound, line.lowerBound) }
      if append(line, to: &text) { isFound = true }
    }
    return isFound ? text : nil
  }

  private func append(_ line: Range<Int>, to text: inout PieceText) -> Bool {
    var from = line.lowerBound
    var i = from
    while i < line.upperBound {
      guard Self.mayBegin(notes[i]), let found = found(at: i, line) else {
        i += 1
        continue
      }
      text.append(from, i)
      if found.isBreak { text.lineBreak(i, found.end) }
      let first = text.pieces.count
      if !found.before.isEmpty { text.append(replacing: i, found.words.lowerBound, with: found.before.utf8) }
      text.appendApart(found.words.lowerBound, found.words.upperBound)
      if let target = found.target { text.mark(.link, from: first, value: target) }
      if let kind = found.kind { text.mark(kind, from: first) }
      text.part()
      (i, from) = (found.end, found.end)
    }
    text.append(from, line.upperBound)
    return from > line.lowerBound
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x5F, 0x60, 0x23, 0x5C, 0x3C, 0x3A, 0x6C, 0x68, 0x78, 0x6D, 0x2D, 0x7B, 0x5B, 0x21: true
    default: false
    }
  }

  private func found(at i: Int, _ line: Range<Int>) -> Markup? {
    if markup == .confluence { return confluence(at: i, line) }
    switch notes[i] {
    case 0x5C: return escape(at: i, line)
    case 0x2A: return quoted(at: i, line, by: 0x2A)
    case 0x5F, 0x23: return markup == .asciidoc ? quoted(at: i, line, by: notes[i]) : nil
    case 0x60: return markup == .asciidoc ? monospaced(at: i, line) : interpreted(at: i, line)
    case 0x3A: return markup == .restructured ? role(at: i, line) : nil
    case 0x3C: return markup == .asciidoc ? reference(at: i, line) : nil
    case 0x6C, 0x68, 0x78, 0x6D: return markup == .asciidoc ? link(at: i, line) : nil
    default: return nil
    }
  }

  /// A backslash before a sign of markup.
  func escape(at i: Int, _ line: Range<Int>) -> Markup? {
    guard i + 1 < line.upperBound else { return nil }
    let next = notes[i + 1]
    guard [0x2A, 0x5F, 0x60, 0x23, 0x27, 0x5C, 0x7C, 0x5B].contains(next) else { return nil }
    return Markup(words: i + 1..<i + 2, end: i + 2)
  }

  /// `*words*` or `**words**`.
  func quoted(at i: Int, _ line: Range<Int>, by sign: UInt8) -> Markup? {
    guard opens(at: i, line) else { return nil }
    let isDouble = i + 1 < line.upperBound && notes[i + 1] == sign
    let start = i + (isDouble ? 2 : 1)
    guard start < line.upperBound, !Ascii.isSpace(notes[start]), notes[start] != sign,
      let close = close(of: sign, isDouble ? 2 : 1, from: start, line)
    else { return nil }
    let end = close + (isDouble ? 2 : 1)
    let isStrong = sign == 0x2A && (isDouble || markup != .restructured)
    let kind: BlockText.Mark.Kind? = sign == 0x23 ? nil : isStrong ? .strong : .emphasis
    return Markup(words: start..<close, kind: kind, end: end)
  }

  private func opens(at i: Int, _ line: Range<Int>) -> Bool {
    i == line.lowerBound || !(Ascii.isWordy(notes[i - 1]) || Ascii.isDigit(notes[i - 1]) || notes[i - 1] == notes[i])
  }

  private func close(of sign: UInt8, _ count: Int, from start: Int, _ line: Range<Int>) -> Int? {
    let limit = min(line.upperBound, start + LightText.longest)
    var i = start + 1
    while let found = Ascii.firstIndex(of: sign, in: notes, i, limit) {
      let end = found + count
      i = found + 1
      guard end <= line.upperBound, count == 1 || notes[found + 1] == sign, !Ascii.isSpace(notes[found - 1]) else {
        continue
      }
      if end < line.upperBound, Ascii.isWordy(notes[end]) || Ascii.isDigit(notes[end]) || notes[end] == sign {
        i = end
        continue
      }
      return found
    }
    return nil
  }

  // MARK: AsciiDoc

  private func monospaced(at i: Int, _ line: Range<Int>) -> Markup? {
    // Two marks within a word keep a wiki from linking it.
    if Ascii.has("``", at: i, in: notes, to: line.upperBound), !opens(at: i, line), i + 2 < line.upperBound,
      Ascii.isWordy(notes[i + 2])
    {
      return Markup(words: i + 2..<i + 2, end: i + 2)
    }
    guard let found = quoted(at: i, line, by: 0x60) else { return nil }
    return Markup(words: found.words, kind: .code, end: found.end)
  }

  /// `<<anchor,words>>`.
  private func reference(at i: Int, _ line: Range<Int>) -> Markup? {
    let limit = min(line.upperBound, i + LightText.longest)
    guard Ascii.has("<<", at: i, in: notes, to: limit), let close = Ascii.firstIndex(of: 0x3E, in: notes, i + 2, limit),
      close > i + 2, Ascii.has(">>", at: close, in: notes, to: limit)
    else { return nil }
    let comma = Ascii.firstIndex(of: 0x2C, in: notes, i + 2, close)
    let words = comma.map { Ascii.trimmed($0 + 1..<close, of: notes) } ?? i + 2..<close
    return Markup(words: words, target: i + 2..<(comma ?? close), end: close + 2)
  }

  private func link(at i: Int, _ line: Range<Int>) -> Markup? {
    let names: [StaticString] = ["link:", "https://", "http://", "xref:", "mailto:"]
    guard opens(at: i, line), let name = names.first(where: { Ascii.has($0, at: i, in: notes, to: line.upperBound) })
    else { return nil }
    let limit = min(line.upperBound, i + LightText.longest)
    var open = i + name.utf8CodeUnitCount
    while open < limit, notes[open] != 0x5B, !Ascii.isSpace(notes[open]) { open += 1 }
    guard open < limit, notes[open] == 0x5B, let close = Ascii.firstIndex(of: 0x5D, in: notes, open, limit) else {
      return nil
    }
    let isAddress = notes[i] == 0x68
    let target = (isAddress ? i : i + name.utf8CodeUnitCount)..<open
    let words = open + 1..<close
    guard !target.isEmpty else { return nil }
    return Markup(words: words.isEmpty ? target : words, target: target, end: close + 1)
  }

  /// The address or target that ends where a bracket opens.
  static func target(endingAt bracket: Int, from: Int, in notes: [UInt8]) -> Range<Int>? {
    var start = bracket
    let limit = max(from, bracket - longest)
    while start > limit, !Ascii.isSpace(notes[start - 1]), ![0x28, 0x5B, 0x5D].contains(notes[start - 1]) { start -= 1 }
    let names: [StaticString] = ["link:", "https://", "http://", "xref:", "mailto:"]
    guard
      names.contains(where: {
        Ascii.has($0, at: start, in: notes, to: bracket) && bracket > start + $0.utf8CodeUnitCount
      })
    else { return nil }
    return start..<bracket
  }

  // MARK: reStructuredText

  /// ` ``code`` `, `` `text`_ ``, `` `text <target>`_ ``.
  private func interpreted(at i: Int, _ line: Range<Int>) -> Markup? {
    let limit = min(line.upperBound, i + LightText.longest)
    if Ascii.has("``", at: i, in: notes, to: line.upperBound) {
      guard let close = close(of: 0x60, 2, from: i + 2, line) else { return nil }
      return Markup(words: i + 2..<close, kind: .code, end: close + 2)
    }
    guard opens(at: i, line), let close = Ascii.firstIndex(of: 0x60, in: notes, i + 1, limit), close > i + 1 else {
      return nil
    }
    var end = close + 1
    while end < line.upperBound, notes[end] == 0x5F, end < close + 3 { end += 1 }
    guard end == line.upperBound || !(Ascii.isWordy(notes[end]) || notes[end] == 0x60) else { return nil }
    var words = i + 1..<close
    guard notes[close - 1] == 0x3E, let angle = words.last(where: { notes[$0] == 0x3C }), angle > words.lowerBound
    else {
      return Markup(words: words, end: end)
    }
    let target = angle + 1..<close - 1
    words = Ascii.trimmed(words.lowerBound..<angle, of: notes)
    return Markup(words: words, target: target, end: end)
  }

  /// `` :role:`text` ``.
  private func role(at i: Int, _ line: Range<Int>) -> Markup? {
    guard opens(at: i, line) else { return nil }
    var tick = i + 1
    while tick < line.upperBound, Ascii.isLetter(notes[tick]) || notes[tick] == 0x2D { tick += 1 }
    guard tick > i + 1, Ascii.has(":`", at: tick, in: notes, to: line.upperBound) else { return nil }
    return interpreted(at: tick + 1, tick + 1..<line.upperBound)
  }
}
