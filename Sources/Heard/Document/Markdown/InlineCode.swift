/// Code spans.
extension InlineReader {
  mutating func readCode() {
    let start = index
    var open = index
    while text[open] == 0x60, open < text.count { open += 1 }
    guard let close = closingBackticks(open - start, from: open) else {
      index = open
      return
    }
    var (from, to) = (open, close)
    if to - from >= 2, isPadding(text[from]), isPadding(text[to - 1]), holdsMoreThanSpace(from, to) {
      from += 1
      to -= 1
    }
    let opening = add(.gap, to: from)
    while index < to {
      if text[index] == 0x0A { add(.space, to: index + 1) } else { index += 1 }
    }
    let closing = add(.gap, to: close + open - start)
    work.matches.append(.init(kind: .code, open: opening, close: closing))
  }

  private func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private func holdsMoreThanSpace(_ start: Int, _ end: Int) -> Bool {
    for place in start..<end where !isPadding(text[place]) { return true }
    return false
  }

  private mutating func closingBackticks(_ length: Int, from start: Int) -> Int? {
    if work.lastBackticks.isEmpty { noteBackticks(from: start - length) }
    // Without this, each run that has no partner would be looked for up to the end.
    guard length < work.lastBackticks.count, work.lastBackticks[length] >= start else { return nil }
    var place = start
    while true {
      place = text.firstIndex(of: 0x60, from: place)
      guard place < text.count else { return nil }
      var end = place
      while text[end] == 0x60, end < text.count { end += 1 }
      if end - place == length { return place }
      place = end
    }
  }

  private mutating func noteBackticks(from start: Int) {
    work.lastBackticks.append(-1)
    var place = start
    while true {
      place = text.firstIndex(of: 0x60, from: place)
      guard place < text.count else { return }
      var end = place
      while text[end] == 0x60, end < text.count { end += 1 }
      let length = end - place
      while work.lastBackticks.count <= length { work.lastBackticks.append(-1) }
      work.lastBackticks[length] = place
      place = end
    }
  }
}
