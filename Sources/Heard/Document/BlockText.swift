/// The plain words of one block: markup gone, references decoded, each byte still knowing where in the notes it came from.
///
/// Made to be reused: ``Document/text(of:into:)`` empties it first and keeps its storage.
public struct BlockText: Sendable {
  /// UTF-8. Lines of the notes within the block are parted by one line feed.
  public internal(set) var bytes: [UInt8] = []
  /// Ascending by `text`; each reaches to the next one's start.
  public internal(set) var runs: [Run] = []
  public internal(set) var marks: [Mark] = []
  /// What reading Markdown inlines needs on the way, kept for the next block.
  var inlineWork = InlineWork()

  public struct Run: Sendable {
    /// Where the run begins in ``bytes``.
    public var text: Int32
    /// The notes' bytes it was read from.
    public var start: Int32
    public var end: Int32
    /// The run's bytes are the notes' bytes, so positions inside it advance together. Otherwise all of it stands for all of
    /// `start..<end` (a character reference, a line break).
    public var isLiteral: Bool
  }

  public struct Mark: Sendable {
    public enum Kind: UInt8, Sendable { case strong, emphasis, struck, code, link, image, mention, time, inserted }
    public var kind: Kind
    /// Range of ``bytes``.
    public var range: Range<Int32>
    /// Link and image: destination; time: the `datetime` value. A range of the notes.
    public var value: Range<Int32> = 0..<0
  }

  public init() {}

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// The notes' bytes that a range of the text was read from.
  public func span(of range: Range<Int>) -> Span { runs.span(of: range) }

  mutating func append(_ notes: borrowing [UInt8], _ start: Int, _ end: Int) {
    guard end > start else { return }
    if let last = runs.last, last.isLiteral, Int(last.end) == start {
      runs[runs.count - 1].end = Int32(end)
    } else {
      runs.append(Run(text: Int32(bytes.count), start: Int32(start), end: Int32(end), isLiteral: true))
    }
    bytes.append(contentsOf: notes[start..<end])
  }

  /// Appends bytes that stand for `start..<end` of the notes as a whole.
  mutating func append(replacing start: Int, _ end: Int, with replacement: some Collection<UInt8>) {
    runs.append(Run(text: Int32(bytes.count), start: Int32(start), end: Int32(end), isLiteral: false))
    bytes.append(contentsOf: replacement)
  }
}

extension RandomAccessCollection where Element == BlockText.Run, Index == Int {
  /// The notes' bytes that a range of the text was read from.
  func span(of range: Range<Int>) -> Span {
    guard let first = last(at: range.lowerBound) else { return Span(0, 0) }
    let start = first.isLiteral
      ? Swift.min(Int(first.start) + range.lowerBound - Int(first.text), Int(first.end)) : Int(first.start)
    guard range.upperBound > range.lowerBound, let run = last(at: range.upperBound - 1) else {
      return Span(start, start)
    }
    let end = run.isLiteral ? Int(run.start) + (range.upperBound - Int(run.text)) : Int(run.end)
    return Span(start, Swift.max(start, end))
  }

  /// The run that holds an offset of the text.
  private func last(at offset: Int) -> Element? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].text) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > startIndex ? self[low - 1] : nil
  }
}
