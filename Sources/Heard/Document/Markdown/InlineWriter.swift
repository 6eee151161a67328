/// Writes tokens as text, and matches as marks over it.
struct InlineWriter {
  let notes: NoteBytes

  func write(_ work: inout InlineWork, into text: inout BlockText) {
    var part = 0
    for index in work.tokens.indices {
      let token = work.tokens[index]
      work.tokens[index].textStart = text.bytes.count
      switch token.kind {
      case .gap: break
      case .literal: writeLiteral(token, work.source, &part, into: &text)
      case .lineBreak: writeLineBreak(span(token, work.source, &part), into: &text)
      case .space:
        let span = span(token, work.source, &part)
        text.append(replacing: span.start, span.end, with: CollectionOfOne(0x20))
      case .character: writeCharacter(token, span(token, work.source, &part), into: &text)
      }
      work.tokens[index].textEnd = text.bytes.count
    }
    writeMarks(work, into: &text)
  }

  private func span(_ token: InlineWork.Token, _ source: InlineSource, _ part: inout Int) -> Span {
    let start = source.position(token.start, from: &part)
    // A line break reaches to where the next line begins; anything else ends behind its last byte.
    guard token.kind == .character || token.end >= source.joined.count && source.parts.count < 2 else {
      return Span(start, max(start, source.position(token.end, from: &part)))
    }
    return Span(start, max(start, source.position(token.end - 1, from: &part) + 1))
  }

  private func writeLiteral(
    _ token: InlineWork.Token, _ source: InlineSource, _ part: inout Int, into text: inout BlockText
  ) {
    var offset = token.start
    while offset < token.end {
      let start = source.position(offset, from: &part)
      let length = min(token.end - offset, source.parts[part].end - start)
      guard length > 0 else { return }
      text.append(notes, start, start + length)
      offset += length
    }
  }

  private func writeLineBreak(_ span: Span, into text: inout BlockText) {
    if let last = text.runs.last, !last.isLiteral, text.bytes.last == 0x0A, Int(last.text) == text.bytes.count - 1 {
      // A tag and the line end behind it are one break.
      text.runs[text.runs.count - 1].end = Int32(span.end)
    } else {
      text.append(replacing: span.start, span.end, with: CollectionOfOne(0x0A))
    }
  }

  private func writeCharacter(_ token: InlineWork.Token, _ span: Span, into text: inout BlockText) {
    var bytes: [UInt8] = []
    for value in [token.scalars.0, token.scalars.1] where value != 0 {
      if let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: scalar.utf8) }
    }
    text.append(replacing: span.start, span.end, with: bytes)
  }

  private func writeMarks(_ work: InlineWork, into text: inout BlockText) {
    guard !work.matches.isEmpty else { return }
    var part = 0
    for match in work.matches {
      let start = work.tokens[match.open].textEnd
      let end = max(start, work.tokens[match.close].textStart)
      var mark = BlockText.Mark(kind: match.kind, range: Int32(start)..<Int32(end))
      if match.isValueInNotes {
        mark.value = Int32(match.value.lowerBound)..<Int32(match.value.upperBound)
      } else if !match.value.isEmpty {
        let first = work.source.position(match.value.lowerBound, from: &part)
        let last = work.source.position(match.value.upperBound - 1, from: &part)
        mark.value = Int32(first)..<Int32(max(first, last + 1))
      }
      text.marks.append(mark)
    }
    if text.marks.count > 1 { sortMarks(&text) }
  }

  /// In the order in which they begin, the outer one first.
  private func sortMarks(_ text: inout BlockText) {
    text.marks.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
  }
}

extension BlockText {
  mutating func append(_ notes: NoteBytes, _ start: Int, _ end: Int) {
    guard end > start else { return }
    if let last = runs.last, last.isLiteral, Int(last.end) == start {
      runs[runs.count - 1].end = Int32(end)
    } else {
      runs.append(Run(text: Int32(bytes.count), start: Int32(start), end: Int32(end), isLiteral: true))
    }
    notes.append(start, end, to: &bytes)
  }
}
