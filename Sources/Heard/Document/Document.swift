/// Notes as blocks of text, each with its span in the notes.
///
/// Reading is total: any bytes are a document, and what is not understood stays text.
public struct Document: Sendable {
  /// The notes in UTF-8. Spans count bytes of this. Bytes that are not UTF-8 stay as they are and read as Windows-1252.
  public let notes: [UInt8]
  public let format: Format
  /// In reading order, each before its children.
  public internal(set) var blocks: [Block] = []
  /// Runs of notes that hold the text of leaves; markers and indentation of containers lie between them.
  public internal(set) var segments: [Segment] = []
  /// The text of HTML leaves: runs of notes, and characters that stand for a reference such as `&amp;`.
  public internal(set) var pieces: [Piece] = []
  /// UTF-8 that pieces stand for where it is not in the notes.
  public internal(set) var replacements: [UInt8] = []
  /// Marks of HTML leaves, by piece.
  public internal(set) var pieceMarks: [PieceMark] = []
  /// Where a guard stopped or skipped something, so that nothing is lost in silence.
  public internal(set) var omissions: [Omission] = []
  /// Markdown: destinations of link reference definitions by normalized label.
  public internal(set) var linkLabels: Set<[UInt8]> = []
  /// The same labels with the range of notes that their destination is.
  var linkDestinations: [[UInt8]: Range<Int32>] = [:]

  /// What a chat's export calls people in place of their names, and the names.
  public internal(set) var identities: [(id: String, name: String)] = []

  /// One run of notes within a leaf: a line without its container's prefix, or a part of one.
  public struct Segment: Sendable {
    public var start: Int32
    public var end: Int32
    public init(_ start: Int32, _ end: Int32) { (self.start, self.end) = (start, end) }
  }

  public struct Piece: Sendable {
    /// The notes' bytes that this piece was read from.
    public var start: Int32
    public var end: Int32
    /// Empty: the text is the notes' bytes. Otherwise: a range of ``Document/replacements`` that is the text.
    public var replacement: Range<Int32> = 0..<0
    /// The piece is a forced line break (`<br>`); its text is one line feed.
    public var isBreak = false
  }

  public struct PieceMark: Sendable {
    public var kind: BlockText.Mark.Kind
    /// Range of ``Document/pieces``.
    public var pieces: Range<Int32>
    /// Destination of a link, value of `datetime`; a range of notes.
    public var value: Range<Int32> = 0..<0
  }

  public struct Omission: Sendable {
    /// What was not read and why, in a sentence without a full stop.
    public var message: String
    public var span: Span
  }

  init(notes: [UInt8], format: Format) {
    self.notes = notes
    self.format = format
  }
}
