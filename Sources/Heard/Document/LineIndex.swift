/// Lines and columns of byte offsets, for printing.
///
/// A line ends with LF, CRLF or CR. Lines and columns count from 1; a column counts UTF-8 bytes.
public struct LineIndex: Sendable {
  /// Offsets at which lines begin.
  public let starts: [Int32]

  public init(_ notes: [UInt8]) {
    var starts: [Int32] = [0]
    var i = 0
    while i < notes.count {
      i = LineIndex.behindPlain(notes, i)
      guard i < notes.count else { break }
      let byte = notes[i]
      i += 1
      if byte == 0x0A {
        starts.append(Int32(i))
      } else if byte == 0x0D {
        if i < notes.count, notes[i] == 0x0A { i += 1 }
        starts.append(Int32(i))
      }
    }
    self.starts = starts
  }

  /// Behind the next bytes without a line's end among them, eight by eight.
  @inline(__always)
  private static func behindPlain(_ notes: [UInt8], _ start: Int) -> Int {
    notes.withUnsafeBytes { bytes in
      var i = start
      while i &+ 8 <= bytes.count {
        let eight = EightBytes(bytes, i)
        if eight.holds(0x0A) || eight.holds(0x0D) { break }
        i &+= 8
      }
      return i
    }
  }

  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, offset - Int(starts[low - 1]) + 1)
  }

  /// The line of the last byte of a span; of its start where it is empty.
  public func lastLine(of span: Span) -> Int { position(of: max(span.start, span.end - 1)).line }
}
