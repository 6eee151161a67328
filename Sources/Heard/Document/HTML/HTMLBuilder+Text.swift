/// Text as pieces: white space runs together, references are decoded, everything else stays the notes' bytes.
extension HTMLBuilder {
  /// Appends a run of notes without tags to the text that is being read.
  mutating func emit(_ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      let start = i
      i = HTMLBytes.first(UInt8(ascii: "&"), in: notes, i..<range.upperBound)
      emitText(start..<i)
      guard i < range.upperBound else { return }
      if let reference = HTMLReference(notes, at: i, before: range.upperBound) {
        emitReference(i..<reference.end, reference.scalar)
        i = reference.end
      } else {
        emitText(i..<i + 1)
        i += 1
      }
    }
  }

  private mutating func emitText(_ range: Range<Int>) {
    if leaf?.kind == .code { emitLines(range) } else { emitWords(range) }
  }

  private mutating func emitWords(_ range: Range<Int>) {
    let end = range.upperBound
    var i = range.lowerBound
    while i < end {
      let space = i
      while i < end, HTMLBytes.isSpace(notes[i]) { i += 1 }
      if i > space { setSpace(space..<i) }
      let start = i
      var mentioned: Int?
      while i < end, mentioned == nil {
        let byte = notes[i]
        if HTMLBytes.isSpace(byte) {
          // A single space between words is the text's own.
          guard byte == 0x20, i + 1 < end, !HTMLBytes.isSpace(notes[i + 1]) else { break }
        } else if byte == UInt8(ascii: "@") {
          mentioned = mentionEnd(i, before: end)
          if mentioned != nil { break }
        }
        i += 1
      }
      if i > start { literal(start..<i) }
      if let mentioned {
        mention(i..<mentioned)
        i = mentioned
      }
    }
  }

  /// Lines of code keep their white space; each line break reads as a line feed.
  private mutating func emitLines(_ range: Range<Int>) {
    var i = range.lowerBound
    if let leaf, pieces.count == leaf.firstPiece {
      while i < range.upperBound, notes[i] == 0x0D || notes[i] == 0x0A { i += 1 }
    }
    while i < range.upperBound {
      let start = i
      while i < range.upperBound, notes[i] != 0x0D { i += 1 }
      if i > start { literal(start..<i) }
      guard i < range.upperBound else { return }
      let end = i + 1 < range.upperBound && notes[i + 1] == 0x0A ? i + 2 : i + 1
      appendBreak(i..<end)
      i = end
    }
  }

  private mutating func emitReference(_ range: Range<Int>, _ scalar: UInt32) {
    let isSpace = scalar <= 0x20 && HTMLBytes.isSpace(UInt8(scalar))
    if isSpace, leaf?.kind != .code { return setSpace(range) }
    prepare(at: range.lowerBound)
    let start = Int32(replacements.count)
    TextDecoding.append(scalar, to: &replacements)
    append(range, replacement: start..<Int32(replacements.count))
  }

  private mutating func setSpace(_ range: Range<Int>) {
    guard let leaf, pieces.count > leaf.firstPiece, leaf.pendingSpace == nil else { return }
    self.leaf?.pendingSpace = range
  }

  /// Appends notes' bytes as they are.
  mutating func literal(_ range: Range<Int>) {
    prepare(at: range.lowerBound)
    let (start, end) = (Int32(range.lowerBound), Int32(range.upperBound))
    if pieces.count > mergeFrom, let last = pieces.last, last.replacement.isEmpty, !last.isBreak, last.end == start {
      pieces[pieces.count - 1].end = end
    } else {
      append(range)
    }
  }

  private mutating func append(_ range: Range<Int>, replacement: Range<Int32> = 0..<0) {
    pieces.append(.init(start: Int32(range.lowerBound), end: Int32(range.upperBound), replacement: replacement))
  }

  private mutating func appendBreak(_ range: Range<Int>) {
    pieces.append(.init(start: Int32(range.lowerBound), end: Int32(range.upperBound), isBreak: true))
  }

  /// Opens a leaf for text at an offset and appends what stands between it and the text before.
  private mutating func prepare(at offset: Int) {
    if leaf == nil { openText(at: offset) }
    guard let leaf else { return }
    if !leaf.hasUnstruck { self.leaf?.hasUnstruck = !activeMarks.contains { $0.kind == .struck } }
    guard leaf.pendingBreak != nil || leaf.pendingSpace != nil else { return }
    self.leaf?.pendingBreak = nil
    self.leaf?.pendingSpace = nil
    guard let last = pieces.last, pieces.count > leaf.firstPiece else { return }
    let before = pieces.count
    let between: Range<Int>
    switch (leaf.pendingBreak, leaf.pendingSpace) {
    case (.tag(let tag)?, _):
      between = tag
      appendBreak(between)
    case (.boundary?, _):
      between = Int(last.end)..<max(Int(last.end), offset)
      appendBreak(between)
    case (nil, let space?):
      between = space
      appendSpace(space)
    case (nil, nil): return
    }
    // What stood before a mark is not of the mark.
    for i in activeMarks.indices where activeMarks[i].start == before && between.lowerBound <= activeMarks[i].offset {
      activeMarks[i].start = pieces.count
      mergeFrom = pieces.count
    }
  }

  private mutating func appendSpace(_ space: Range<Int>) {
    if space.count == 1, notes[space.lowerBound] == 0x20 {
      if pieces.count > mergeFrom, let last = pieces.last, last.replacement.isEmpty, !last.isBreak,
        Int(last.end) == space.lowerBound
      {
        pieces[pieces.count - 1].end += 1
      } else {
        append(space)
      }
      return
    }
    append(space, replacement: spaceReplacement())
  }

  private mutating func spaceReplacement() -> Range<Int32> {
    if let known = space { return known }
    let start = Int32(replacements.count)
    replacements.append(0x20)
    let range = start..<start + 1
    space = range
    return range
  }

  /// A forced line break. Two of them end a paragraph.
  mutating func breakLine(_ start: Int, _ end: Int) {
    guard let leaf, pieces.count > leaf.firstPiece else { return }
    if leaf.kind == .code { return appendBreak(start..<end) }
    if case .tag? = leaf.pendingBreak, !leaf.isFixed, !leaf.isOwnText { return closeLeaf() }
    self.leaf?.pendingBreak = .tag(start..<end)
  }

  /// Takes blanks and breaks from the end of a leaf's text.
  mutating func trimEnd(of leaf: Leaf) {
    while pieces.count > leaf.firstPiece, let last = pieces.last {
      if !last.isBreak, last.replacement.isEmpty {
        var end = last.end
        while end > last.start, HTMLBytes.isSpace(notes[Int(end) - 1]) { end -= 1 }
        pieces[pieces.count - 1].end = end
        if end > last.start { return }
      } else if !last.isBreak {
        let text = replacements[Int(last.replacement.lowerBound)..<Int(last.replacement.upperBound)]
        guard text.allSatisfy(HTMLBytes.isSpace) else { return }
      }
      pieces.removeLast()
    }
  }

  /// Whether pieces hold nothing that can be seen: spaces that break or do not, marks of byte order.
  func isBlank(_ range: Range<Int32>) -> Bool {
    for piece in pieces[Int(range.lowerBound)..<Int(range.upperBound)] where !piece.isBreak {
      let text = Int(piece.replacement.lowerBound)..<Int(piece.replacement.upperBound)
      guard text.isEmpty ? isBlank(notes[Int(piece.start)..<Int(piece.end)]) : isBlank(replacements[text]) else {
        return false
      }
    }
    return true
  }

  private func isBlank(_ bytes: some Collection<UInt8>) -> Bool {
    var bytes = bytes[...]
    while let first = bytes.first {
      if HTMLBytes.isSpace(first) {
        bytes = bytes.dropFirst()
      } else if bytes.starts(with: [0xC2, 0xA0]) {
        bytes = bytes.dropFirst(2)
      } else if bytes.starts(with: [0xE2, 0x80, 0x8B]) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        bytes = bytes.dropFirst(3)
      } else {
        return false
      }
    }
    return true
  }
}
