/// Headings of plain text, told by underlines, capitals, numbers that stand alone and colons that lead to items.
extension PlainTextReader {
  struct Heading {
    var span: Range<Int>
    var text: Range<Int>
    var level: Int
    /// Index of the line behind it.
    var next: Int
    /// What it is underlined with, where it is.
    var sign: UInt8?
    /// The same sign stands above it.
    var isOverlined = false
  }

  func heading(at index: Int, _ line: TextLines.Line) -> Heading? {
    let words = line.words
    guard words.count <= 120 else { return nil }
    if let heading = underlined(at: index, line) { return heading }
    if let heading = Self.equalsHeading(words, of: notes, next: index + 1) { return heading }
    if isCapitals(words), index + 1 >= lines.count || !isCapitals(lines[index + 1].words) {
      return Heading(span: words, text: words, level: 2, next: index + 1)
    }
    if let text = numberedTitle(at: index, line) {
      let dots = (words.lowerBound..<text).filter { notes[$0] == 0x2E && $0 + 1 < text && Ascii.isDigit(notes[$0 + 1]) }
      return Heading(span: words, text: text..<words.upperBound, level: min(6, 3 + dots.count), next: index + 1)
    }
    if leadsToItems(at: index, line) { return Heading(span: words, text: words, level: 4, next: index + 1) }
    return nil
  }

  func underlined(at index: Int, _ line: TextLines.Line) -> Heading? {
    guard index + 1 < lines.count, !line.words.isEmpty else { return nil }
    let below = lines[index + 1].words
    guard let sign = Self.ruleSign(below, of: notes) ?? Self.titleSign(below, of: notes, under: line.words),
      below.count * 2 >= line.words.count, below.count <= line.words.count * 2 + 4
    else { return nil }
    let level =
      switch sign {
      case 0x3D, 0x23, 0x2A: 1
      case 0x2D, 0x5F: 2
      case 0x7E: 3
      case 0x5E: 4
      default: 5
      }
    return Heading(
      span: line.words.lowerBound..<below.upperBound, text: line.words, level: level, next: index + 2, sign: sign)
  }

  /// The sign of a line that is about as long as the title above it and would say something else by itself.
  private static func titleSign(_ words: Range<Int>, of notes: [UInt8], under title: Range<Int>) -> UInt8? {
    guard let first = words.first, words.count >= 3, [0x22, 0x27, 0x2B, 0x60, 0x3A].contains(notes[first]),
      abs(words.count - title.count) <= 2 + title.count / 8
    else { return nil }
    return words.allSatisfy { notes[$0] == notes[first] } ? notes[first] : nil
  }

  private func isCapitals(_ line: Range<Int>) -> Bool {
    let words = withoutAside(line)
    guard words.count <= 60, let first = words.first, let last = words.last else { return false }
    guard Ascii.isUpper(notes[first]) || Ascii.isDigit(notes[first]) || notes[first] >= 0x80 else { return false }
    if [0x2E, 0x2C, 0x3B, 0x21, 0x3F].contains(notes[last]) { return false }
    var letters = 0
    for i in words {
      if Ascii.isLower(notes[i]) { return false }
      if Ascii.isUpper(notes[i]) { letters += 1 }
      if notes[i] == 0x3A, i != last { return false }
      if notes[i] == 0x7C || notes[i] == 0x09 { return false }
    }
    return letters >= 4
  }

  /// "HEAD'S REPORT (circulated)" without what is in brackets.
  private func withoutAside(_ words: Range<Int>) -> Range<Int> {
    guard let last = words.last, notes[last] == 0x29, let open = words.last(where: { notes[$0] == 0x28 }), open > words.lowerBound,
      notes[open - 1] == 0x20
    else { return words }
    return words.lowerBound..<open - 1
  }

  /// Where the title begins in `1. Title` or `2.1 Title` that stands alone between blank lines.
  private func numberedTitle(at index: Int, _ line: TextLines.Line) -> Int? {
    guard Self.standsAlone(lines, index) else { return nil }
    if numbersAreHeadings, let title = Self.numberedTitle(line, of: notes) { return title }
    return Self.dottedTitle(line, of: notes)
  }

  /// Whether a line has blank lines around it, or is short and has a text below that stands no further in.
  static func standsAlone(_ lines: TextLines, _ index: Int) -> Bool {
    guard index == 0 || lines[index - 1].isBlank else { return false }
    guard index + 1 < lines.count else { return true }
    let (line, below) = (lines[index], lines[index + 1])
    if below.isBlank { return true }
    return line.words.count <= 50 && below.indent <= line.indent && Ascii.isUpper(lines.notes[below.words.lowerBound])
      && ItemMarker(below.words, of: lines.notes) == nil
  }

  private static func numberedTitle(_ line: TextLines.Line, of notes: [UInt8]) -> Int? {
    guard line.indent <= 3, line.words.count <= 80, let last = line.words.last,
      ![0x2E, 0x2C, 0x3B].contains(notes[last]),
      let marker = ItemMarker(line.words, of: notes), marker.style == .number, marker.flags.isEmpty,
      marker.content < line.words.upperBound
    else { return nil }
    return marker.content
  }

  private static func dottedTitle(_ line: TextLines.Line, of notes: [UInt8]) -> Int? {
    let end = line.words.upperBound
    var i = Ascii.skipDigits(line.words.lowerBound, end, in: notes)
    guard i > line.words.lowerBound, line.words.count <= 80, let last = line.words.last, notes[last] != 0x2E else {
      return nil
    }
    var parts = 1
    while i + 1 < end, notes[i] == 0x2E, Ascii.isDigit(notes[i + 1]) {
      i = Ascii.skipDigits(i + 1, end, in: notes)
      parts += 1
    }
    if i < end, notes[i] == 0x2E { i += 1 }
    guard parts > 1, i < end, Ascii.isSpace(notes[i]) else { return nil }
    let title = Ascii.skipSpace(i, end, in: notes)
    return Ascii.isWordy(notes[title]) ? title : nil
  }

  /// `Next steps:` above anything, `Open questions` or `What went well?` above items.
  private func leadsToItems(at index: Int, _ line: TextLines.Line) -> Bool {
    guard let last = line.words.last, line.words.count <= 80, ItemMarker(line.words, of: notes) == nil else {
      return false
    }
    let hasColon = notes[last] == 0x3A
    let count = Ascii.wordCount(line.words, of: notes)
    let asks = notes[last] == 0x3F
    guard count <= (hasColon ? 6 : asks ? 12 : 3) else { return false }
    if !hasColon {
      guard Ascii.isUpper(notes[line.words.lowerBound]) || notes[line.words.lowerBound] >= 0x80,
        asks || Ascii.isWordy(notes[last]), index == 0 || lines[index - 1].isBlank
      else { return false }
    }
    var next = index + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    guard next < lines.count else { return false }
    if ItemMarker(lines[next].words, of: notes) != nil { return true }
    guard hasColon else { return false }
    // Without items it leads to the text right below, if it is short and stands apart from the text above.
    let stands = index == 0 || lines[index - 1].isBlank
    return lines[next].indent > line.indent + 1 || (next == index + 1 && count <= 4 && stands)
  }

  /// Whether most of the numbered lines that stand alone have something else than the next number behind them.
  static func numbersAreHeadings(_ lines: TextLines) -> Bool {
    var alone = 0
    var heading = 0
    var previous = false
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      let isNumbered = ItemMarker(line.words, of: lines.notes)?.style == .number
      if previous, !isNumbered { heading += 1 }
      previous = isNumbered && numberedTitle(line, of: lines.notes) != nil && standsAlone(lines, index)
      if previous { alone += 1 }
      index += 1
    }
    return heading * 2 > alone
  }
}
