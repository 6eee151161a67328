/// Tells notes whose lines end where a thought does from notes whose lines end where they are full.
extension Document {
  /// Of the lines inside paragraphs at least three in four begin with anything but a small letter, below a line that no comma ends:
  /// whoever wrote these notes began a line for each thing to say. Where lines are broken when they are full, three in four begin small.
  var endsLinesByThought: Bool {
    var (lines, opening) = (0, 0)
    for block in blocks where block.kind == .paragraph && block.writing != .pieces && block.segments.count > 1 {
      let own = segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)]
      for (line, next) in zip(own, own.dropFirst()) {
        lines += 1
        if opensThought(next), !endsInComma(line) { opening += 1 }
      }
    }
    return lines >= Document.fewestBreaks && opening * 4 >= lines * 3
  }

  private func opensThought(_ line: Segment) -> Bool {
    guard let first = notes[Int(line.start)..<Int(line.end)].first(where: { $0 > 0x20 }) else { return false }
    return !(0x61...0x7A).contains(first)
  }

  private func endsInComma(_ line: Segment) -> Bool {
    notes[Int(line.start)..<Int(line.end)].last { $0 > 0x20 } == 0x2C
  }

  /// Fewer of them tell of no habit.
  private static let fewestBreaks = 6
}
