/// Reads titles that are underlined as reStructuredText does it and Markdown does not: `^^^^`, `""""`, `++++`.
struct UnderlinedTitles {
  /// Below those that Markdown underlines.
  private static let level: UInt8 = 3
  private static let shortest = 3

  static func read(into document: inout Document) {
    for index in document.blocks.indices {
      let block = document.blocks[index]
      guard block.kind == .paragraph, block.writing == .markdown, block.segments.count == 2,
        isUnderline(document.segments[Int(block.segments.upperBound) - 1], of: document.notes)
      else { continue }
      document.blocks[index].kind = .heading
      document.blocks[index].level = level
      document.blocks[index].segments = block.segments.dropLast()
    }
  }

  private static func isUnderline(_ line: Document.Segment, of notes: [UInt8]) -> Bool {
    let words = Ascii.trimmed(Int(line.start)..<Int(line.end), of: notes)
    guard words.count >= shortest, let first = words.first, [0x5E, 0x22, 0x2B].contains(notes[first]) else { return false }
    return words.allSatisfy { notes[$0] == notes[first] }
  }
}
