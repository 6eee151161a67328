/// One row of a table whose cells stand between bars: `||cell||cell||`, `|cell|cell|`, `|=head|=head|`.
struct WikiRow {
  enum Bars { case single, double }

  private(set) var cells: [Range<Int>] = []
  /// Every cell says that it heads its column.
  private(set) var isHeader = true

  /// What parts a row's cells; nil where a line is none.
  static func bars(_ words: Range<Int>, of notes: [UInt8]) -> Bars? {
    guard words.count > 3, notes[words.lowerBound] == 0x7C else { return nil }
    if notes[words.lowerBound + 1] == 0x7C {
      let hasMore = words.dropFirst(2).contains {
        notes[$0] == 0x7C && $0 + 1 < words.upperBound && notes[$0 + 1] == 0x7C
      }
      return hasMore ? .double : nil
    }
    if [0x7D, 0x2B].contains(notes[words.lowerBound + 1])
      || Ascii.has("|-", at: words.lowerBound, in: notes, to: words.upperBound)
    {
      return nil
    }
    return notes[words.upperBound - 1] == 0x7C ? .single : nil
  }

  init(_ words: Range<Int>, _ bars: Bars, of notes: [UInt8]) {
    let width = bars == .double ? 2 : 1
    var start = words.lowerBound + width
    var brackets = 0
    var i = start
    while i < words.upperBound {
      if notes[i] == 0x5B { brackets += 1 }
      if notes[i] == 0x5D { brackets = max(0, brackets - 1) }
      // The bar within a link parts its words from its target.
      let parts = notes[i] == 0x7C && (width == 1 ? brackets == 0 : i + 1 < words.upperBound && notes[i + 1] == 0x7C)
      guard parts else {
        i += 1
        continue
      }
      add(start..<i, of: notes)
      (start, brackets) = (i + width, 0)
      i = start
    }
    if start < words.upperBound { add(start..<words.upperBound, of: notes) }
    if !cells.contains(where: { !$0.isEmpty }) { isHeader = false }
  }

  private mutating func add(_ range: Range<Int>, of notes: [UInt8]) {
    var cell = Ascii.trimmed(range, of: notes)
    // `<rowspan=2>`, `<:>`: how the cell is set.
    if let first = cell.first, notes[first] == 0x3C,
      let close = Ascii.firstIndex(of: 0x3E, in: notes, first, min(cell.upperBound, first + 80))
    {
      cell = Ascii.trimmed(close + 1..<cell.upperBound, of: notes)
    }
    let isBold = Ascii.has("'''", at: cell.lowerBound, in: notes, to: cell.upperBound)
    if let first = cell.first, notes[first] == 0x3D {
      cell = Ascii.trimmed(
        first + 1..<max(first + 1, notes[cell.upperBound - 1] == 0x3D ? cell.upperBound - 1 : cell.upperBound),
        of: notes)
    } else if !isBold, !cell.isEmpty {
      isHeader = false
    }
    cells.append(cell)
  }
}
