/// The text of a Markdown leaf as one run of bytes, and where its lines stand in the notes.
struct InlineSource: Sendable {
  private(set) var joined: [UInt8] = []
  /// Where each segment begins in the joined text and in the notes, and how long it is.
  private(set) var parts: [Part] = []

  struct Part: Sendable {
    var offset: Int
    var start: Int
    var end: Int
  }

  /// Takes the segments of a leaf. The parts of a cell belong to one line; others are parted by line feeds.
  mutating func load(_ segments: ArraySlice<Document.Segment>, of notes: NoteBytes, isCell: Bool) {
    joined.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    for segment in segments {
      if !isCell, !parts.isEmpty { joined.append(0x0A) }
      parts.append(Part(offset: joined.count, start: Int(segment.start), end: Int(segment.end)))
      // A single segment is read where it stands.
      if segments.count > 1 { notes.append(Int(segment.start), Int(segment.end), to: &joined) }
    }
  }

  /// Offset in the notes of an offset in the joined text; `part` is where to begin looking, and moves on.
  func position(_ offset: Int, from part: inout Int) -> Int {
    while part + 1 < parts.count, parts[part + 1].offset <= offset { part += 1 }
    while part > 0, parts[part].offset > offset { part -= 1 }
    guard part < parts.count else { return 0 }
    return min(parts[part].start + offset - parts[part].offset, parts[part].end)
  }
}
