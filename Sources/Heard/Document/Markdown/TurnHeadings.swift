/// Reads turns in Markdown: a line says who speaks and when, and what was said stands behind it or below.
struct TurnHeadings {
  /// So many lines of the kind are no accident.
  private static let fewest = 3

  private var document: Document
  private let chat: ChatReader
  private var parting = BlockParting()
  private var speaker: Range<Int>?

  static func read(into document: inout Document) {
    var headings = TurnHeadings(document)
    guard headings.areTurns() else { return }
    headings.read()
    document = headings.document
  }

  private init(_ document: Document) {
    self.document = document
    chat = ChatReader(headersOf: document.notes)
  }

  private func isParagraph(_ block: Block) -> Bool {
    block.kind == .paragraph && block.parent < 0 && block.writing == .markdown
  }

  private func areTurns() -> Bool {
    var (count, names) = (0, Set<[UInt8]>())
    for block in document.blocks where isParagraph(block) {
      for index in block.segments {
        guard let opening = opening(index) else { continue }
        count += 1
        names.insert(Array(document.notes[opening.name]))
      }
    }
    return count >= TurnHeadings.fewest && names.count < count
  }

  /// A line without the emphasis around it.
  private func words(_ segment: Int32) -> Range<Int> {
    let line = document.segments[Int(segment)]
    var words = Ascii.trimmed(Int(line.start)..<Int(line.end), of: document.notes)
    while let first = words.first, let last = words.last, first < last, isEmphasis(first), isEmphasis(last) {
      words = first + 1..<last
    }
    return words
  }

  private func isEmphasis(_ index: Int) -> Bool { document.notes[index] == 0x5F || document.notes[index] == 0x2A }

  /// Who speaks from a line on, and where their words begin on it; nil: below it.
  private func opening(_ segment: Int32) -> (name: Range<Int>, text: Int?)? {
    let line = document.segments[Int(segment)]
    // Each of them holds a time, and few lines do.
    guard ClockTime.mayStand(in: Int(line.start)..<Int(line.end), of: document.notes) else { return nil }
    let words = words(segment)
    if !words.isEmpty, let name = chat.speaker(words) { return (name, nil) }
    return boldOpening(segment)
  }

  /// `**Name** 02:26 text`, `**Name (02:26):** text`, `[02:26] **Name:** text`: a bold name beside a time.
  private func boldOpening(_ segment: Int32) -> (name: Range<Int>, text: Int?)? {
    let notes = document.notes
    let line = document.segments[Int(segment)]
    let words = Ascii.trimmed(Int(line.start)..<Int(line.end), of: notes)
    let end = words.upperBound
    let first = ClockTime.bracketedStampEnd(at: words.lowerBound, end, in: notes)
    let open = first.map { Ascii.skipSpace($0, end, in: notes) } ?? words.lowerBound
    guard let close = boldEnd(at: open, end) else { return nil }
    var last = close
    while last > open, Ascii.isSpace(notes[last - 1]) || notes[last - 1] == 0x3A { last -= 1 }
    let inner = enclosedStamp(before: last, from: open + 2)
    guard let name = chat.name(open + 2, inner ?? last) else { return nil }
    var next = Ascii.skipSpace(close + 2, end, in: notes)
    if first == nil, inner == nil {
      guard let stamp = ClockTime.bracketedStampEnd(at: next, end, in: notes) else { return nil }
      next = stamp
    }
    if next < end, notes[next] == 0x3A { next += 1 }
    next = Ascii.skipSpace(next, end, in: notes)
    return (name, next < end ? next : nil)
  }

  /// Where a time in brackets begins that ends here.
  private func enclosedStamp(before end: Int, from start: Int) -> Int? {
    let notes = document.notes
    guard end > start, notes[end - 1] == 0x29 || notes[end - 1] == 0x5D,
      let open = (start..<end).last(where: { notes[$0] == 0x28 || notes[$0] == 0x5B }),
      ClockTime.bracketedStampEnd(at: open, end, in: notes) == end
    else { return nil }
    return open
  }

  /// Where bold that begins here ends, within the length of a name.
  private func boldEnd(at start: Int, _ end: Int) -> Int? {
    let notes = document.notes
    guard start + 2 < end, isEmphasis(start), notes[start + 1] == notes[start] else { return nil }
    return (start + 2..<max(start + 2, min(end - 1, start + 80))).first {
      notes[$0] == notes[start] && notes[$0 + 1] == notes[start]
    }
  }

  private func isTime(_ segment: Int32) -> Bool {
    let words = words(segment)
    guard let first = words.first else { return false }
    return ClockTime.stampEnd(at: first, words.upperBound, in: document.notes) == words.upperBound
  }

  private mutating func read() {
    for (index, block) in document.blocks.enumerated() {
      parting.beginNext()
      if block.kind == .heading { speaker = nil }
      if isParagraph(block) { part(block, index) } else { parting.keep(block) }
    }
    document.blocks = parting.finished()
  }

  /// The lines of a paragraph between names and times.
  private mutating func part(_ block: Block, _ index: Int) {
    var first = block.segments.lowerBound
    for index in block.segments {
      let opening = opening(index)
      guard opening != nil || speaker != nil && isTime(index) else { continue }
      append(block, first..<index)
      if let opening { speaker = opening.name }
      first = index + 1
      if let text = opening?.text {
        document.segments[Int(index)].start = Int32(text)
        first = index
      }
    }
    let last = block.segments.upperBound - 1
    guard first <= last, index + 1 < document.blocks.count, document.blocks[index + 1].kind == .list,
      document.notes[Int(document.segments[Int(last)].end) - 1] == 0x3A
    else { return append(block, first..<block.segments.upperBound) }
    // "Agenda for today:" heads the list below it, whoever says it.
    append(block, first..<last)
    let said = speaker
    speaker = nil
    append(block, last..<last + 1)
    speaker = said
  }

  private mutating func append(_ block: Block, _ lines: Range<Int32>) {
    guard let first = lines.first, let last = lines.last else { return }
    var part = block
    part.segments = lines
    part.start = document.segments[Int(first)].start
    part.stop = document.segments[Int(last)].end
    if let speaker {
      part.kind = .turn
      part.label = Int32(speaker.lowerBound)..<Int32(speaker.upperBound)
    }
    parting.add(leaf: part)
  }
}
