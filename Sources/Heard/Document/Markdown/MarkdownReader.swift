/// Reads Markdown into blocks: CommonMark with GFM's tables and task lists, in one pass over the lines.
///
/// The state is what is open: a stack of containers, and at most one leaf in the innermost of them. What a line costs
/// is bounded by its length and the number of open containers, which is bounded itself.
struct MarkdownReader {
  /// An open quote or item, or the document.
  struct Frame {
    var block: Int
    var isQuote = false
    /// Item: the columns of indentation that its lines have.
    var indent = 0
    /// The list that is the last child, or -1, and the byte that its markers have in common.
    var list = -1
    var listMarker: UInt8 = 0
    var hasChild = false
    var stop = 0
  }

  enum Leaf { case none, paragraph, indentedCode, fencedCode, html, table }

  let bytes: NoteBytes
  var blocks: [Block] = []
  var segments: [Document.Segment] = []
  var omissions: [Document.Omission] = []
  var definitions: [[UInt8]: Range<Int32>] = [:]

  var line = MarkdownLine()
  var frames = [Frame(block: -1)]
  /// Indices of the frames that are quotes.
  var quotes: [Int] = []

  var leaf = Leaf.none
  var leafBlock = 0
  var leafStop = 0
  /// Indented code: the segments up to its last line that is not blank.
  var leafSegments = 0
  var fence = CodeFence()
  var htmlEnd = HTMLBlockEnd.blankLine

  /// The line before was blank, and which quote's frame it belonged to (0: none).
  var followsBlank = false
  var blankQuote = 0
  /// The heading on the line before, or -1: an attribute line may follow it.
  var headingBefore = -1
  /// No thematic break begins before this offset, so that a line is looked through for one only once.
  var noRuleBefore = 0

  init(_ bytes: NoteBytes) { self.bytes = bytes }

  /// Fills the document's blocks from its notes.
  static func read(into document: inout Document) {
    guard document.notes.count < Int(Int32.max) else {
      let span = Span(0, document.notes.count)
      document.omissions.append(.init(message: "Notes of 2 GiB and more are not read", span: span))
      return
    }
    let reader = document.notes.withUnsafeBufferPointer { buffer in
      var reader = MarkdownReader(NoteBytes(buffer))
      reader.readLines()
      return reader
    }
    document.blocks = reader.blocks
    document.segments = reader.segments
    document.omissions += reader.omissions
    document.linkDestinations = reader.definitions
    if !reader.definitions.isEmpty { document.linkLabels = Set(reader.definitions.keys) }
  }

  private mutating func readLines() {
    // Real notes have a block and a segment every 57 bytes; what is reserved but not used costs nothing.
    blocks.reserveCapacity(bytes.count / 40 + 8)
    segments.reserveCapacity(bytes.count / 40 + 8)
    var ends = LineEnds()
    var start = bytes.holds("\u{FEFF}", at: 0) ? 3 : 0
    start = readFrontMatter(from: start)
    while start < bytes.count {
      line.start = start
      (line.end, line.next) = ends.line(from: start, in: bytes)
      line.begin(bytes)
      readLine()
      start = line.next
    }
    closeFrames(to: 1)
    closeList(of: 0)
  }

  private mutating func readLine() {
    let heading = headingBefore
    headingBefore = -1
    let depth = matchFrames()
    let isBlank = line.isBlank
    if depth < frames.count || !continueLeaf() { openBlocks(depth, under: heading) }
    followsBlank = isBlank && leaf != .fencedCode
    if followsBlank { blankQuote = quotes.last { $0 < depth } ?? 0 }
  }

  /// Appends a leaf or container as a child of the innermost open container.
  mutating func addBlock(_ kind: Block.Kind, from start: Int) -> Int {
    closeList(of: frames.count - 1)
    return append(kind, from: start, parent: noteChild())
  }

  /// Says that the innermost container gets a child; after a blank line that makes its list loose. Gives its block.
  mutating func noteChild() -> Int {
    let top = frames.count - 1
    let parent = frames[top].block
    if followsBlank, frames[top].hasChild, !frames[top].isQuote, parent >= 0, blankQuote <= top {
      blocks[Int(blocks[parent].parent)].flags.insert(.loose)
    }
    frames[top].hasChild = true
    return parent
  }

  mutating func append(_ kind: Block.Kind, from start: Int, parent: Int) -> Int {
    var block = Block(kind)
    block.parent = Int32(parent)
    block.start = Int32(start)
    block.stop = Int32(start)
    block.end = Int32(blocks.count + 1)
    block.segments = Int32(segments.count)..<Int32(segments.count)
    blocks.append(block)
    return blocks.count - 1
  }

  mutating func addSegment(_ start: Int, _ end: Int) {
    segments.append(Document.Segment(Int32(min(start, end)), Int32(end)))
  }

  mutating func omit(_ message: String, _ start: Int, _ end: Int) {
    omissions.append(Document.Omission(message: message, span: Span(start, end)))
  }
}
