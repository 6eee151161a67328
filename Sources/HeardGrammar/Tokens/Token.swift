/// One token of a text: a word, a number, a mark of punctuation, and what matching needs to know about it.
public struct Token: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    case word, number, punctuation
    /// `@name`.
    case handle
    case url, email
    /// `#123`, `GH-12`.
    case reference
    /// Emoji, arrows, dingbats.
    case symbol
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Space or a line break stands before the token, or the text begins with it.
    public static let spaceBefore = Flags(rawValue: 1 << 0)
    /// First on its line.
    public static let lineStart = Flags(rawValue: 1 << 1)
    /// Begins with a capital letter.
    public static let capitalized = Flags(rawValue: 1 << 2)
    /// Has at least two letters, all of them capital.
    public static let allCaps = Flags(rawValue: 1 << 3)
    /// First of what somebody says; `^^` in patterns.
    public static let utteranceStart = Flags(rawValue: 1 << 4)
    public static let code = Flags(rawValue: 1 << 5)
    public static let struck = Flags(rawValue: 1 << 6)
    public static let link = Flags(rawValue: 1 << 7)
    public static let strong = Flags(rawValue: 1 << 8)
  }

  /// Range of the text's bytes.
  public var start: Int32
  public var end: Int32
  /// The word's number in the grammar; 0: the grammar does not know it.
  public var word: Int32
  public var kind: Kind
  /// Punctuation: the ASCII mark that it is, or is a form of (`-` for dashes and "->", `.` for an ellipsis, `"` for “ and «).
  /// A word that is a Roman number of several letters: `#`. Otherwise 0.
  public var mark: UInt8
  public var flags: Flags

  public init(start: Int32, end: Int32, word: Int32 = 0, kind: Kind, mark: UInt8 = 0, flags: Flags = []) {
    (self.start, self.end, self.word, self.kind) = (start, end, word, kind)
    (self.mark, self.flags) = (mark, flags)
  }

  public var length: Int { Int(end - start) }

  public var range: Range<Int> { Int(start)..<Int(end) }
}
