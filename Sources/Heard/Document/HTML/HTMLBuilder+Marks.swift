/// Marks on text: bold, links, mentions, times.
extension HTMLBuilder {
  /// A mark whose element is open.
  struct ActiveMark {
    var kind: BlockText.Mark.Kind
    /// The first piece of it in the leaf that is open.
    var start: Int
    /// Where its element begins.
    var offset: Int
    var value: Range<Int32>
  }

  mutating func beginMarks(_ tag: HTMLTag, _ element: inout Element, _ traits: HTMLTraits) {
    switch tag {
    case .anchor: if !traits.value.isEmpty { beginMark(.link, &element, value: traits.value) }
    case .time: beginMark(.time, &element, value: traits.value)
    // Documents pasted from an editor stand in a `b` of normal weight.
    case .strong: if traits.isStrong != false { beginMark(.strong, &element) }
    case .emphasis: beginMark(.emphasis, &element)
    case .struck: beginMark(.struck, &element)
    case .inserted: beginMark(.inserted, &element)
    case .code: beginMark(.code, &element)
    default: break
    }
    if traits.isMention { beginMark(.mention, &element) }
    if traits.isStrong == true { beginMark(.strong, &element) }
    if traits.isEmphasis { beginMark(.emphasis, &element) }
    if traits.isStruck { beginMark(.struck, &element) }
  }

  /// Of marks of one kind within each other only the outermost counts, which bounds their number.
  private mutating func beginMark(
    _ kind: BlockText.Mark.Kind, _ element: inout Element, value: Range<Int32> = 0..<0
  ) {
    guard !isActive(kind) else { return }
    activeMarks.append(ActiveMark(kind: kind, start: pieces.count, offset: element.start, value: value))
    element.marks += 1
    mergeFrom = pieces.count
  }

  private func isActive(_ kind: BlockText.Mark.Kind) -> Bool { activeMarks.contains { $0.kind == kind } }

  mutating func finishMarks(_ element: Element) {
    guard element.marks > 0 else { return }
    if element.tag == .time, !element.value.isEmpty { showTime(element.value) }
    for _ in 0..<element.marks {
      guard let mark = activeMarks.popLast() else { break }
      if let leaf { flush(mark, of: leaf) }
    }
    mergeFrom = pieces.count
  }

  /// A time without words shows the day that it names.
  private mutating func showTime(_ value: Range<Int32>) {
    guard (pieces.last?.end ?? 0) <= value.lowerBound else { return }
    if let space = leaf?.pendingSpace, space.lowerBound >= value.lowerBound { leaf?.pendingSpace = nil }
    if case .tag(let tag)? = leaf?.pendingBreak, tag.lowerBound >= value.lowerBound { return }
    literal(Int(value.lowerBound)..<Int(value.upperBound))
  }

  mutating func flushMarks(of leaf: Leaf) {
    for mark in activeMarks { flush(mark, of: leaf) }
  }

  private mutating func flush(_ mark: ActiveMark, of leaf: Leaf) {
    let start = max(mark.start, leaf.firstPiece)
    guard start < pieces.count else { return }
    marks.append(.init(kind: mark.kind, pieces: Int32(start)..<Int32(pieces.count), value: mark.value))
  }

  /// Puts the marks of a leaf in the order in which they begin, outer ones first, and cuts them where its text was cut.
  mutating func sortMarks(from first: Int) {
    guard first < marks.count else { return }
    let count = Int32(pieces.count)
    for i in first..<marks.count where marks[i].pieces.upperBound > count {
      marks[i].pieces = min(marks[i].pieces.lowerBound, count)..<count
    }
    marks[first...].sort {
      ($0.pieces.lowerBound, -$0.pieces.upperBound) < ($1.pieces.lowerBound, -$1.pieces.upperBound)
    }
    while let last = marks.last, last.pieces.isEmpty, marks.count > first { marks.removeLast() }
  }

  /// `@name` as text.
  mutating func mention(_ range: Range<Int>) {
    mergeFrom = max(mergeFrom, pieces.count)
    literal(range)
    let piece = Int32(pieces.count)
    marks.append(.init(kind: .mention, pieces: piece - 1..<piece))
    mergeFrom = pieces.count
  }

  /// The end of the handle at an `@`; nil in an address, in code, in a mention or a time that is marked as such.
  func mentionEnd(_ at: Int, before end: Int) -> Int? {
    if at > 0 {
      let before = notes[at - 1]
      guard !HTMLBytes.isName(before), before != UInt8(ascii: "@"), before != UInt8(ascii: "/") else { return nil }
    }
    var i = at + 1
    guard i < end, HTMLBytes.isLetter(notes[i]) || notes[i] >= 0x80 else { return nil }
    guard leaf?.kind != .code, !isActive(.code), !isActive(.mention), !isActive(.time) else { return nil }
    while i < end {
      let byte = notes[i]
      if HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte) || byte == 0x5F || byte >= 0x80 {
        i += 1
      } else if byte == 0x2D || byte == 0x2E, i + 1 < end,
        HTMLBytes.isLetter(notes[i + 1]) || HTMLBytes.isDigit(notes[i + 1])
      {
        i += 1
      } else {
        break
      }
    }
    return i
  }
}
