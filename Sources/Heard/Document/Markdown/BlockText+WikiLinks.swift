/// Takes the brackets of an editor's links between notes out of a text: `[[Ana Silva]]`, `[[Ana Silva|Ana]]`.
extension BlockText {
  /// A link reaches no further. In bytes.
  private static let longestLink = 200

  mutating func takeWikiLinks() {
    let gone = brackets()
    guard !gone.isEmpty else { return }
    var kept: [UInt8] = []
    var parts: [Run] = []
    var place = 0
    for cut in gone + [bytes.count..<bytes.count] {
      appendRuns(place..<cut.lowerBound, at: kept.count, to: &parts)
      kept += bytes[place..<cut.lowerBound]
      place = cut.upperBound
    }
    let moves = Moves(gone)
    for index in marks.indices {
      marks[index].range = moves.moved(marks[index].range.lowerBound)..<moves.moved(marks[index].range.upperBound)
    }
    (bytes, runs) = (kept, parts)
  }

  /// What a reader does not see: `[[` with a target and its bar, and `]]`; ascending.
  private func brackets() -> [Range<Int>] {
    var gone: [Range<Int>] = []
    var i = 0
    while i + 4 < bytes.count {
      guard bytes[i] == 0x5B, bytes[i + 1] == 0x5B, i == 0 || bytes[i - 1] != 0x5B, let link = link(at: i + 2) else {
        i += 1
        continue
      }
      gone.append(i..<(link.bar.map { $0 + 1 } ?? i + 2))
      gone.append(link.end..<link.end + 2)
      i = link.end + 2
    }
    return gone
  }

  private func link(at start: Int) -> (bar: Int?, end: Int)? {
    var bar: Int?
    var i = start
    let limit = min(bytes.count - 1, start + BlockText.longestLink)
    while i < limit {
      switch bytes[i] {
      case 0x5D:
        guard bytes[i + 1] == 0x5D, i > start, i + 2 == bytes.count || bytes[i + 2] != 0x5D, bar != i - 1 else {
          return nil
        }
        return (bar, i)
      case 0x5B, 0x0A: return nil
      case 0x7C: bar = i
      default: break
      }
      i += 1
    }
    return nil
  }

  /// The runs of a part of the text, as the text from an offset on.
  private func appendRuns(_ range: Range<Int>, at offset: Int, to parts: inout [Run]) {
    guard !range.isEmpty else { return }
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].text) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for index in max(0, low - 1)..<runs.count {
      let run = runs[index]
      let end = index + 1 < runs.count ? Int(runs[index + 1].text) : bytes.count
      guard Int(run.text) < range.upperBound else { break }
      let from = max(Int(run.text), range.lowerBound)
      guard from < min(end, range.upperBound) else { continue }
      var part = run
      part.text = Int32(offset + from - range.lowerBound)
      if run.isLiteral {
        part.start = run.start + Int32(from) - run.text
        part.end = part.start + Int32(min(end, range.upperBound) - from)
      }
      parts.append(part)
    }
  }

  /// Where offsets of the text are once the brackets are gone.
  private struct Moves {
    let gone: [Range<Int>]
    /// How many bytes are gone before each of them.
    let before: [Int]

    init(_ gone: [Range<Int>]) {
      self.gone = gone
      var sum = 0
      before = gone.map { cut in
        defer { sum += cut.count }
        return sum
      }
    }

    func moved(_ offset: Int32) -> Int32 {
      var low = 0
      var high = gone.count
      while low < high {
        let middle = (low + high) / 2
        if gone[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return offset }
      return offset - Int32(before[low - 1] + min(gone[low - 1].upperBound, Int(offset)) - gone[low - 1].lowerBound)
    }
  }
}
