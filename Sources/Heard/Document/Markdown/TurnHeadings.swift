/// Reads turns in Markdown, where a line holds nothing but who speaks and when, and what was said stands below it.
struct TurnHeadings {
  /// So many lines of the kind are no accident.
  private static let fewest = 3

  private var document: Document
  private let chat: ChatReader
  private var blocks: [Block] = []
  /// By old index, where a block is now.
  private var places: [Int32] = []
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
        guard let name = name(index) else { continue }
        count += 1
        names.insert(Array(document.notes[name]))
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

  private func name(_ segment: Int32) -> Range<Int>? {
    let words = words(segment)
    return words.isEmpty ? nil : chat.speaker(words)
  }

  private func isTime(_ segment: Int32) -> Bool {
    let words = words(segment)
    guard let first = words.first else { return false }
    return ClockTime.stampEnd(at: first, words.upperBound, in: document.notes) == words.upperBound
  }

  private mutating func read() {
    for (index, block) in document.blocks.enumerated() {
      places.append(Int32(blocks.count))
      if block.kind == .heading { speaker = nil }
      if isParagraph(block) { part(block, index) } else { blocks.append(block) }
    }
    places.append(Int32(blocks.count))
    for index in blocks.indices where blocks[index].end >= 0 {
      blocks[index].end = places[Int(blocks[index].end)]
      if blocks[index].parent >= 0 { blocks[index].parent = places[Int(blocks[index].parent)] }
    }
    for index in blocks.indices where blocks[index].end < 0 { blocks[index].end = Int32(index + 1) }
    document.blocks = blocks
  }

  /// The lines of a paragraph between names and times.
  private mutating func part(_ block: Block, _ index: Int) {
    var first = block.segments.lowerBound
    for index in block.segments {
      let name = name(index)
      guard name != nil || speaker != nil && isTime(index) else { continue }
      append(block, first..<index)
      if let name { speaker = name }
      first = index + 1
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
    part.end = -1
    if let speaker {
      part.kind = .turn
      part.label = Int32(speaker.lowerBound)..<Int32(speaker.upperBound)
    }
    blocks.append(part)
  }
}
