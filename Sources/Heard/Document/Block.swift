/// One block of a document: a heading, an item, a cell, a paragraph, a turn.
///
/// Blocks stand in one flat array in reading order, each before its children (pre-order), so that a block's descendants are
/// the blocks from its own index + 1 up to ``end``.
public struct Block: Sendable {
  public enum Kind: UInt8, Sendable {
    // Containers
    case list, item, quote, table, row, definitionList
    // Leaves, which carry text
    case heading, paragraph, code, cell, term, definition, html
    /// One speaker's words in a transcript or log; `label` is the speaker.
    case turn
    /// `key: value` of front matter or of a document's head; `label` is the key.
    case field
    /// A thematic break.
    case rule
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// A list whose items are numbered.
    public static let ordered = Flags(rawValue: 1 << 0)
    /// A row or cell that heads a table (row, or first column).
    public static let header = Flags(rawValue: 1 << 1)
    /// An item with an empty check box.
    public static let unticked = Flags(rawValue: 1 << 2)
    /// An item with a ticked check box.
    public static let ticked = Flags(rawValue: 1 << 3)
    /// A list whose items stand apart by blank lines.
    public static let loose = Flags(rawValue: 1 << 4)
    /// A block wholly struck through.
    public static let struck = Flags(rawValue: 1 << 5)
    /// A line that a log or a transcript wrote by itself (joined, left, topic set, a timestamp): nobody said it.
    public static let service = Flags(rawValue: 1 << 6)
  }

  /// How the text of a leaf is written in the notes, which says how ``Document/text(of:into:)`` reads it.
  public enum Writing: UInt8, Sendable {
    /// The segments are the text, byte for byte; one line break between two segments.
    case verbatim
    /// The segments are Markdown inlines.
    case markdown
    /// The pieces are the text; made by the HTML reader.
    case pieces
  }

  public var kind: Kind
  public var writing: Writing = .verbatim
  public var flags: Flags = []
  /// Heading: 1…6. Cell: column from 0 (saturating at 255). Otherwise 0.
  public var level: UInt8 = 0
  /// Ordered list: its first number. Otherwise 0.
  public var number: Int32 = 0
  /// Index of the block that holds this one, or -1.
  public var parent: Int32 = -1
  /// Index behind the last descendant.
  public var end: Int32 = 0
  /// Everything that belongs to the block, markup included.
  public var start: Int32 = 0
  public var stop: Int32 = 0
  /// Leaves: which of the document's segments (or pieces, for HTML) hold the text.
  public var segments: Range<Int32> = 0..<0
  /// Turn: the speaker. Field: the key. Code: the info string. Empty otherwise.
  public var label: Range<Int32> = 0..<0
  /// HTML: the value of the class attribute that this block, or a wrapper of only this block, carries.
  public var classes: Range<Int32> = 0..<0

  public init(_ kind: Kind) { self.kind = kind }

  public var span: Span {
    get { Span(Int(start), Int(stop)) }
    set { (start, stop) = (Int32(newValue.start), Int32(newValue.end)) }
  }

  /// Whether the block carries text itself.
  public var isLeaf: Bool {
    switch kind {
    case .heading, .paragraph, .code, .cell, .term, .definition, .html, .turn, .field: true
    case .list, .item, .quote, .table, .row, .definitionList, .rule: false
    }
  }
}
