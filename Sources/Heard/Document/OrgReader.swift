/// Reads Org notes: headlines, tasks among them, lists, tables, drawers.
struct OrgReader: MarkupReader {
  let notes: [UInt8]
  let lines: TextLines
  var writer = BlockWriter()
  var lists = ListStack()
  /// An `#+END_` or `:END:` may still follow.
  var mayEnd = true
  /// Headlines that are tasks and still open: their level, and the depth their list stands in.
  private var tasks: [(level: Int, depth: Int)] = []
  private var paragraph: [Range<Int>] = []
  private var afterBlank = false

  init(_ notes: [UInt8]) {
    self.notes = notes
    lines = TextLines(notes)
  }

  mutating func read() {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        flush()
        afterBlank = true
        index += 1
      } else {
        index = block(at: index, line)
        afterBlank = false
      }
    }
    flush()
  }

  private mutating func block(at index: Int, _ line: TextLines.Line) -> Int {
    let (start, end) = (line.words.lowerBound, line.words.upperBound)
    if line.indent == 0, let stars = Self.stars(line.words, of: notes) {
      flush()
      lists.closeAll(in: &writer)
      headline(stars.level, stars.text, line)
      return index + 1
    }
    if Ascii.has("#+", at: start, in: notes, to: end) { return setting(at: index, line) }
    if notes[start] == 0x23, start + 1 == end || Ascii.isSpace(notes[start + 1]) {
      flush()
      writer.leaf(.html, line.words, lines: [line.words], flags: .service)
      return index + 1
    }
    if notes[start] == 0x3A, let drawer = drawer(at: index, line) { return drawer }
    if notes[start] == 0x7C { return table(at: index, line) }
    if let marker = ItemMarker(line.words, of: notes), marker.style != .box, Self.isItem(marker, line, of: notes) {
      flush()
      lists.begin(marker, line, afterBlank: afterBlank, in: &writer)
      if marker.content < end { paragraph.append(marker.content..<end) }
      return index + 1
    }
    if PlainTextReader.ruleSign(line.words, of: notes) == 0x2D, line.words.count >= 5 {
      flush()
      writer.rule(line.words)
      return index + 1
    }
    if Self.isPlanning(line.words, of: notes) || paragraph.isEmpty || line.indent <= lists.indent {
      flush()
      lists.retreat(to: line.indent, in: &writer)
    }
    paragraph.append(line.words)
    if Self.isPlanning(line.words, of: notes) { flush() }
    return index + 1
  }

  mutating func flush() {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    write(.paragraph, first.lowerBound..<last.upperBound, paragraph)
    paragraph.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ kind: Block.Kind, _ span: Range<Int>, _ runs: [Range<Int>], level: Int = 0) {
    var text = PieceText()
    for (index, run) in runs.enumerated() {
      if index > 0 { text.lineBreak(runs[index - 1].upperBound, run.lowerBound) }
      Self.read(run, of: notes, into: &text)
    }
    writer.leaf(kind, span, text: text, level: level)
  }

  /// A line without the brackets of its links.
  private static func read(_ run: Range<Int>, of notes: [UInt8], into text: inout PieceText) {
    var from = run.lowerBound
    var i = from
    while i + 1 < run.upperBound {
      if notes[i] == 0x3C, let close = stamp(at: i, run.upperBound, in: notes) {
        text.append(from, i)
        text.append(i + 1, close)
        (i, from) = (close + 1, close + 1)
        continue
      }
      guard notes[i] == 0x5B, notes[i + 1] == 0x5B else {
        i += 1
        continue
      }
      guard let close = Ascii.firstIndex(of: 0x5D, in: notes, i, run.upperBound), close + 1 < run.upperBound else {
        break
      }
      var words = i + 2..<close
      var end = close + 2
      if notes[close + 1] == 0x5B {
        guard let last = Ascii.firstIndex(of: 0x5D, in: notes, close + 2, run.upperBound) else { break }
        (words, end) = (close + 2..<last, min(last + 2, run.upperBound))
      } else if notes[close + 1] != 0x5D {
        i = close + 1
        continue
      }
      text.append(from, i)
      let first = text.pieces.count
      text.appendApart(words.lowerBound, words.upperBound)
      text.mark(.link, from: first, value: i + 2..<close)
      (i, from) = (end, end)
    }
    text.append(from, run.upperBound)
  }

  /// Where `<2026-03-20 Fri>` closes.
  private static func stamp(at open: Int, _ end: Int, in notes: [UInt8]) -> Int? {
    guard open + 11 < end, Ascii.skipDigits(open + 1, open + 5, in: notes) == open + 5, notes[open + 5] == 0x2D else { return nil }
    return Ascii.firstIndex(of: 0x3E, in: notes, open + 11, min(end, open + 40))
  }

  private mutating func headline(_ level: Int, _ start: Int, _ line: TextLines.Line) {
    let end = Self.endOfTitle(start, line.words.upperBound, in: notes)
    let keyword = Self.keyword(at: start, end, in: notes)
    // A task among tasks of its level is the next item; a plain headline ends them.
    while let last = tasks.last, last.level > level || (keyword == nil && last.level >= level) { closeTask(last) }
    guard let keyword else {
      if let outer = tasks.first { closeTasks(to: outer) }
      write(.heading, line.words, start < end ? [start..<end] : [], level: min(level, 6))
      return
    }
    if let last = tasks.last, last.level == level {
      writer.end(to: last.depth + 1)
    } else if tasks.count < Guards.outlineItems {
      tasks.append((level, writer.depth))
      writer.begin(.list, at: line.words.lowerBound)
    } else if let last = tasks.last {
      writer.omit("Tasks nested more than \(Guards.outlineItems) deep are read as tasks of the innermost list", line.words)
      writer.end(to: last.depth + 1)
    }
    writer.begin(.item, at: line.words.lowerBound, flags: keyword)
    paragraph = [start..<end]
    flush()
  }

  private mutating func closeTask(_ task: (level: Int, depth: Int)) {
    writer.end(to: task.depth)
    tasks.removeLast()
  }

  private mutating func closeTasks(to outer: (level: Int, depth: Int)) {
    writer.end(to: outer.depth)
    tasks.removeAll()
  }

  /// Where a headline's title ends: before `:tags:`.
  private static func endOfTitle(_ start: Int, _ end: Int, in notes: [UInt8]) -> Int {
    guard end - start > 2, notes[end - 1] == 0x3A else { return end }
    var i = end - 1
    while i > start, !Ascii.isSpace(notes[i - 1]) { i -= 1 }
    guard i > start, notes[i] == 0x3A, end - i > 2 else { return end }
    return Ascii.trimmed(start..<i, of: notes).upperBound
  }
}
