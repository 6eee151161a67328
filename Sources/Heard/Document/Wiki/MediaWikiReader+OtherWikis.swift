/// What MoinMoin, Trac and Creole write in other ways than MediaWiki: settings, macros, lists that stand in, rows between bars.
extension MediaWikiReader {
  /// Reads a block that only these wikis have; nil where the line begins none.
  mutating func readOther(at index: Int, _ line: TextLines.Line) -> Int? {
    let words = line.words
    let (start, end) = (words.lowerBound, words.upperBound)
    switch notes[start] {
    case 0x23 where line.indent == 0:
      guard Self.isSetting(words, of: notes) || hasComments && Ascii.has("##", at: start, in: notes, to: end) else {
        break
      }
      return serve(words, index)
    case 0x3C, 0x5B:
      if Self.isMacro(words, of: notes) { return serve(words, index) }
    case 0x7B where Ascii.has("{{{", at: start, in: notes, to: end):
      if let next = readCode(at: index, line) { return next }
    case 0x7C:
      if let bars = WikiRow.bars(words, of: notes) {
        endUnlessInside(line)
        return readRows(bars, at: index)
      }
    case 0x3D:
      // Trac and Creole leave the signs behind a title away.
      if let heading = PlainTextReader.equalsHeading(words, of: notes, next: index + 1) {
        endLists()
        write(.heading, words, [heading.text], level: heading.level)
        return index + 1
      }
    default: break
    }
    return line.indent > 0 ? readIndented(at: index, line) : nil
  }

  private mutating func serve(_ words: Range<Int>, _ index: Int) -> Int {
    endLists()
    writer.leaf(.html, words, lines: [words], flags: .service)
    return index + 1
  }

  /// Ends lists, unless the line stands in one of them.
  private mutating func endUnlessInside(_ line: TextLines.Line) {
    flush()
    if lists.isEmpty || line.indent == 0 { endLists() } else { lists.retreat(to: line.indent, in: &writer) }
  }

  /// From `{{{` to `}}}`, where these stand on different lines.
  private mutating func readCode(at index: Int, _ line: TextLines.Line) -> Int? {
    guard mayClose, !holdsEnd(line.words) else { return nil }
    var next = index + 1
    while next < lines.count, !holdsEnd(lines[next].words) { next += 1 }
    guard next < lines.count else {
      mayClose = false
      return nil
    }
    endUnlessInside(line)
    let inner = (index + 1..<next).map { lines[$0].start..<lines[$0].end }
    writer.leaf(.code, line.words.lowerBound..<lines[next].words.upperBound, lines: inner)
    return next + 1
  }

  private func holdsEnd(_ words: Range<Int>) -> Bool {
    words.contains { notes[$0] == 0x7D && Ascii.has("}}}", at: $0, in: notes, to: words.upperBound) }
  }

  /// ` * item`, ` 1. item`, ` term:: what it is`.
  private mutating func readIndented(at index: Int, _ line: TextLines.Line) -> Int? {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    if let marker = ItemMarker(line.words, of: notes), marker.style != .box || !lists.isEmpty {
      flush()
      lists.begin(marker, line, afterBlank: afterBlank, in: &writer)
      if marker.content < end { paragraph.append(marker.content..<end) }
      return index + 1
    }
    guard let colon = (start..<min(end, start + 60)).first(where: { Ascii.has(":: ", at: $0, in: notes, to: end) }),
      colon > start
    else { return nil }
    flush()
    lists.retreat(to: line.indent, in: &writer)
    writer.begin(.definitionList, at: start)
    write(.term, start..<colon, [start..<colon])
    let value = Ascii.trimmed(colon + 2..<end, of: notes)
    if !value.isEmpty { write(.definition, value, [value]) }
    writer.end()
    return index + 1
  }

  private mutating func readRows(_ bars: WikiRow.Bars, at index: Int) -> Int {
    var next = index
    writer.begin(.table, at: lines[index].words.lowerBound)
    while next < lines.count, WikiRow.bars(lines[next].words, of: notes) == bars {
      let row = WikiRow(lines[next].words, bars, of: notes)
      writer.begin(.row, at: lines[next].words.lowerBound, flags: row.isHeader && next == index ? .header : [])
      for (column, cell) in row.cells.enumerated() {
        write(.cell, cell, cell.isEmpty ? [] : [cell], flags: row.isHeader ? .header : [], level: column)
      }
      writer.extend(to: lines[next].words.upperBound)
      writer.end()
      next += 1
    }
    writer.end()
    return next
  }

  // MARK: Signs

  static func hasComments(_ lines: TextLines) -> Bool {
    (0..<min(lines.count, LightSigns.sample)).contains {
      let words = lines[$0].words
      return !words.isEmpty && (isSetting(words, of: lines.notes) || isMacro(words, of: lines.notes))
    }
  }

  /// `#format wiki`, `#language en`.
  static func isSetting(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    let names: [StaticString] = ["#format ", "#language ", "#pragma ", "#acl ", "#redirect ", "#deprecated"]
    return names.contains { Ascii.hasWord($0, at: words.lowerBound, in: notes, to: words.upperBound) }
  }

  /// `<<TableOfContents>>`, `[[PageOutline(2-3)]]`.
  static func isMacro(_ words: Range<Int>, of notes: [UInt8]) -> Bool {
    guard words.count > 4, notes[words.upperBound - 1] == notes[words.upperBound - 2],
      notes[words.lowerBound] == notes[words.lowerBound + 1]
    else { return false }
    let names: [StaticString] = [
      "tableofcontents", "pageoutline", "toc]", "toc(", "include(", "anchor(", "navigation(", "titleindex",
    ]
    return [0x3C, 0x5B].contains(notes[words.lowerBound])
      && names.contains { Ascii.hasWord($0, at: words.lowerBound + 2, in: notes, to: words.upperBound) }
  }
}
