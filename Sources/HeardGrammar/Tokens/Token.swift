/// One token of a text: a word, a number, a mark of punctuation, and what matching needs to know about it.
@frozen
public struct Token: Sendable, Equatable {
  @frozen
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

  @frozen
  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
    // Declared here, since the library's own cannot be inlined into other modules.
    @inlinable public func contains(_ other: Flags) -> Bool { rawValue & other.rawValue == other.rawValue }
    /// Space or a line break stands before the token, or the text begins with it.
    @inlinable public static var spaceBefore: Flags { Flags(rawValue: 1 << 0) }
    /// First on its line.
    @inlinable public static var lineStart: Flags { Flags(rawValue: 1 << 1) }
    /// Begins with a capital letter.
    @inlinable public static var capitalized: Flags { Flags(rawValue: 1 << 2) }
    /// Has at least two letters, all of them capital.
    @inlinable public static var allCaps: Flags { Flags(rawValue: 1 << 3) }
    /// First of what somebody says; `^^` in patterns.
    @inlinable public static var utteranceStart: Flags { Flags(rawValue: 1 << 4) }
    @inlinable public static var code: Flags { Flags(rawValue: 1 << 5) }
    @inlinable public static var struck: Flags { Flags(rawValue: 1 << 6) }
    @inlinable public static var link: Flags { Flags(rawValue: 1 << 7) }
    @inlinable public static var strong: Flags { Flags(rawValue: 1 << 8) }
  }

  /// Range of the text's bytes.
  public var start: Int32
  public var end: Int32
  /// The word's number in the grammar; 0: the grammar does not know it.
  public var word: Int32
  public var kind: Kind
  /// Punctuation: the ASCII mark that it is, or is a form of (`-` for dashes and "->", `.` for an ellipsis, `"` for “
  /// and «). A word that is a Roman number of several letters: `#`. Otherwise 0.
  public var mark: UInt8
  public var flags: Flags

  @inlinable
  public init(start: Int32, end: Int32, word: Int32 = 0, kind: Kind, mark: UInt8 = 0, flags: Flags = []) {
    (self.start, self.end, self.word, self.kind) = (start, end, word, kind)
    (self.mark, self.flags) = (mark, flags)
  }

  @inlinable public var length: Int { Int(end - start) }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}
