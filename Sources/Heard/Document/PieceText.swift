/// The text of one leaf while it is read: runs of notes, and bytes that stand for something else.
struct PieceText {
  private(set) var pieces: [Document.Piece] = []
  private(set) var replacements: [UInt8] = []
  var marks: [Document.PieceMark] = []
  private var isPlain = true
  private var isParted = false

  var isEmpty: Bool { pieces.isEmpty }
  /// Offset in the notes behind the last piece.
  var end: Int { pieces.last.map { Int($0.end) } ?? 0 }

  mutating func append(_ start: Int, _ end: Int) {
    guard end > start else { return }
    if let last = pieces.last, !last.isBreak, last.replacement.isEmpty {
      if Int(last.end) == start, !isParted {
        pieces[pieces.count - 1].end = Int32(end)
        return
      }
      isPlain = false
    }
    isParted = false
    pieces.append(Document.Piece(start: Int32(start), end: Int32(end)))
  }

  /// The text is written as pieces, though it may be whole lines.
  mutating func keepAsPieces() { isPlain = false }

  /// What comes next is a piece of its own.
  mutating func part() { isParted = true }

  /// A run of its own, so that a mark can begin with it.
  mutating func appendApart(_ start: Int, _ end: Int) {
    guard end > start else { return }
    if !pieces.isEmpty { isPlain = false }
    pieces.append(Document.Piece(start: Int32(start), end: Int32(end)))
  }

  mutating func append(replacing start: Int, _ end: Int, with bytes: some Collection<UInt8>) {
    isPlain = false
    let first = Int32(replacements.count)
    replacements.append(contentsOf: bytes)
    pieces.append(
      Document.Piece(start: Int32(start), end: Int32(end), replacement: first..<Int32(replacements.count)))
  }

  /// A line break that is written as `start..<end`; none at the beginning or after another one.
  mutating func lineBreak(_ start: Int, _ end: Int) {
    guard let last = pieces.last, !last.isBreak else { return }
    pieces.append(Document.Piece(start: Int32(start), end: Int32(end), isBreak: true))
  }

  mutating func mark(_ kind: BlockText.Mark.Kind, from first: Int, value: Range<Int> = 0..<0) {
    guard first < pieces.count else { return }
    isPlain = false
    isParted = true
    marks.append(
      Document.PieceMark(
        kind: kind, pieces: Int32(first)..<Int32(pieces.count),
        value: Int32(value.lowerBound)..<Int32(value.upperBound)))
  }

  /// Takes line breaks off the end.
  mutating func trimBreaks() {
    while let last = pieces.last, last.isBreak { pieces.removeLast() }
  }

  /// The text as whole lines, where it is nothing else.
  var lines: [Range<Int>]? {
    guard isPlain else { return nil }
    return pieces.filter { !$0.isBreak }.map { Int($0.start)..<Int($0.end) }
  }
}
