/// A compiled grammar: words, lists and cues in flat tables.
public struct Grammar: Sendable {
  /// For the matcher.
  public let tables: GrammarTables

  init(tables: GrammarTables) { self.tables = tables }

  /// A list of words, such as the months.
  public struct ListID: Hashable, Sendable {
    public let number: Int32
    @inlinable public init(number: Int32) { self.number = number }
  }

  /// A word's place in a list.
  public struct Membership: Sendable, Equatable {
    public var list: ListID
    /// What stands behind `=`.
    public var value: Int32?
    /// Index into ``Grammar/languages``.
    public var language: Int32

    @inlinable
    init(list: ListID, value: Int32?, language: Int32) {
      (self.list, self.value, self.language) = (list, value, language)
    }
  }

  /// The lists of one word.
  public struct Memberships: RandomAccessCollection, Sendable {
    @usableFromInline let tables: GrammarTables
    public let startIndex: Int
    public let endIndex: Int

    @inlinable
    init(_ tables: GrammarTables, _ rows: Range<Int>) {
      self.tables = tables
      (startIndex, endIndex) = (rows.lowerBound, rows.upperBound)
    }

    @inlinable
    public subscript(i: Int) -> Membership {
      let key = tables.members[2 &* i]
      return Membership(
        list: ListID(number: Int32(key >> 8)), value: Grammar.value(tables.members[2 &* i &+ 1]), language: Int32(key & 0xFF))
    }
  }

  /// The cues in the order of their files.
  public struct Cues: RandomAccessCollection, Sendable {
    let tables: GrammarTables
    public var startIndex: Int { 0 }
    public var endIndex: Int { tables.cueRecords.count / GrammarTables.cueSize }
    public subscript(i: Int) -> Cue { Cue(i, tables) }
  }

  /// Folder names of the grammar, English first.
  public var languages: [String] {
    (0..<tables.languageNames.count).map { tables.string(Int32(tables.languageNames[$0])) }
  }
  public var languageCount: Int { tables.languageNames.count }
  public var cues: Cues { Cues(tables: tables) }
  public var words: WordTrie { tables.words }
  public var wordCount: Int { max(0, tables.memberStarts.count - 2) }

  /// The number of a word, written in any case; 0: unknown.
  public func word(_ bytes: [UInt8]) -> Int32 {
    // Only what begins with a dash folds as a whole; a NUL is none of a word's bytes.
    guard let first = bytes.first, first != 0x2D, !bytes.contains(0) else {
      return words.word(folded: Folding.folded(bytes.span, 0..<bytes.count))
    }
    return Tokenizer.word(bytes.span, 0, bytes.count, words)
  }
  public func word(_ bytes: Window<UInt8>, _ range: Range<Int>) -> Int32 {
    guard let first = range.first, bytes[first] != 0x2D, range.upperBound <= bytes.count else { return 0 }
    return bytes.withContiguousStorageIfAvailable { Tokenizer.word($0.span, range.lowerBound, range.upperBound, words) }
      ?? 0
  }
  public func word(_ text: String) -> Int32 { word(Array(text.utf8)) }

  /// A word as it is folded.
  public func text(ofWord word: Int32) -> String { tables.string(word) }

  public func list(named name: String) -> ListID? {
    tables.list(named: name).map { ListID(number: $0) }
  }

  public func name(of list: ListID) -> String {
    let i = Int(list.number)
    return i >= 0 && i < tables.listNames.count ? tables.string(Int32(tables.listNames[i])) : ""
  }

  /// The lists that hold a word as a single word.
  @inlinable
  public func lists(ofWord word: Int32) -> Memberships {
    Memberships(tables, tables.memberStarts.rows(of: Int(word)))
  }

  /// Whether a list holds a word as a single word, in one of some languages.
  @inlinable
  @inline(__always)
  public func isMember(_ word: Int32, of list: Membered, in languages: LanguageSet = .all) -> Bool {
    tables.single.holds(word, list.bit) && (languages.bits == .max || isListed(word, list.number, languages))
  }

  @usableFromInline
  func isListed(_ word: Int32, _ list: Int32, _ languages: LanguageSet) -> Bool {
    let wanted = MemberKey.packed(list: list)
    for i in tables.memberStarts.rows(of: Int(word)) {
      let key = tables.members.raw(2 &* i)
      if MemberKey.list(key) == wanted, languages.contains(MemberKey.language(key)) { return true }
    }
    return false
  }

  /// What lists of some languages tell about a word: the list, and the value behind `=`; as long as they are wanted.
  @inlinable
  @inline(__always)
  public func forEachList(ofWord word: Int32, in languages: LanguageSet, _ isMoreWanted: (ListID, Int32?) -> Bool) {
    for i in tables.memberStarts.rows(of: Int(word)) {
      let row = tables.members.rawPair(2 &* i)
      let key = UInt32(truncatingIfNeeded: row)
      // Most words of most lists are told by the language alone.
      guard languages.contains(MemberKey.language(key)) else { continue }
      let value = PackedValues.unpacked(UInt32(truncatingIfNeeded: row >> 32))
      guard isMoreWanted(ListID(number: Int32(PackedValues.unpacked(key) >> 8)), Grammar.value(value)) else { return }
    }
  }

  /// The key of a membership, list << 8 | language, as it is packed: the language is the first byte.
  @usableFromInline enum MemberKey {
    @inlinable @inline(__always) static func language(_ key: UInt32) -> Int32 { Int32(key & 0x7F) }
    @inlinable @inline(__always) static func list(_ key: UInt32) -> UInt32 { key & ~0x7F }
    @inlinable @inline(__always) static func packed(list: Int32) -> UInt32 { PackedValues.packed(UInt32(bitPattern: list) << 8) }
  }

  /// A list that many words are asked for.
  public struct Membered: Sendable {
    @usableFromInline let number: Int32
    public let bit: ListBits.Bit
    /// An empty list where the grammar has none of this name.
    public init(_ name: String, _ grammar: Grammar) {
      let list = grammar.list(named: name)
      number = list?.number ?? -1
      bit = ListBits.Bit(list)
    }
    public var list: ListID? { number < 0 ? nil : ListID(number: number) }
  }

  public var listCount: Int { tables.listNames.count }

  /// The longest member of a list, of one word or several, that begins at a token.
  ///
  /// - Returns: the index behind it, and its value.
  public func member(
    of list: ListID, in tokens: Window<Token>, at index: Int, before end: Int, languages: LanguageSet = .all
  ) -> (end: Int, value: Int32?)? {
    guard index < end, index < tokens.count else { return nil }
    let word = Int(tokens[index].word)
    guard word > 0, tables.first.holds(tokens[index].word, ListBits.Bit(list)) else { return nil }
    let last = min(end, tokens.count)
    // No phrase has a word that the grammar does not know.
    if index + 1 < last, tokens[index + 1].word > 0 {
      let second = UInt32(bitPattern: tokens[index + 1].word)
      for i in firstPhrase(word, list, second)..<tables.phraseStarts.rows(of: word).upperBound {
        let key = tables.phrases[4 * i]
        guard key >> 8 == list.number, secondWord(i) == second else { break }
        guard isSpoken(key & 0xFF, languages), let behind = phraseEnd(i, tokens, index, last) else { continue }
        return (behind, Grammar.value(tables.phrases[4 * i + 1]))
      }
    }
    guard tables.single.holds(tokens[index].word, ListBits.Bit(list)) else { return nil }
    let wanted = MemberKey.packed(list: list.number)
    for i in tables.memberStarts.rows(of: word) {
      let key = tables.members.raw(2 &* i)
      if MemberKey.list(key) == wanted, isSpoken(UInt32(MemberKey.language(key)), languages) {
        return (index + 1, Grammar.value(tables.members[2 * i + 1]))
      }
    }
    return nil
  }

  /// The same for whoever has tokens of their own.
  public func member(
    of list: ListID, in tokens: [Token], at index: Int, before end: Int, languages: LanguageSet = .all
  ) -> (end: Int, value: Int32?)? {
    var tokens = tokens
    return tokens.withUnsafeMutableBufferPointer {
      member(of: list, in: Window($0), at: index, before: end, languages: languages)
    }
  }

  /// The first phrase of a list that begins with two words, or where it would stand: a word like "the" begins hundreds.
  private func firstPhrase(_ word: Int, _ list: ListID, _ second: UInt32) -> Int {
    let rows = tables.phraseStarts.rows(of: word)
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let number = Int32(tables.phrases[4 * middle] >> 8)
      if number < list.number || number == list.number && secondWord(middle) < second {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func secondWord(_ phrase: Int) -> UInt32 { tables.phraseWords[Int(tables.phrases[4 * phrase + 2]) + 1] }

  private func isSpoken(_ language: UInt32, _ set: LanguageSet) -> Bool {
    set.contains(Int32(language)) || Int32(language) == tables.anyLanguage
  }

  private func phraseEnd(_ phrase: Int, _ tokens: Window<Token>, _ index: Int, _ end: Int) -> Int? {
    let start = Int(tables.phrases[4 * phrase + 2])
    let count = Int(tables.phrases[4 * phrase + 3])
    guard index &+ count <= end else { return nil }
    var k = 1
    while k < count {
      if tokens[index &+ k].word != Int32(tables.phraseWords[start &+ k]) { return nil }
      k &+= 1
    }
    return index &+ count
  }

  /// The number of a slot's name in matches; nil: no pattern has such a slot.
  public func slot(named name: String) -> Int32? { tables.number(of: name) }
  /// The number that ``Cue/roleNumber`` has for a role; nil: no cue has it.
  public func role(named name: String) -> Int32? { tables.number(of: name) }
  /// The text of a slot's or role's number.
  public func text(ofNumber number: Int32) -> String { tables.string(number) }

  /// The set of some languages, and of what holds in every language.
  public func languageSet(_ names: [String]) -> LanguageSet {
    var set: LanguageSet = []
    for (i, name) in languages.enumerated() where names.contains(name) || name == GrammarSource.anyLanguage {
      set.insert(Int32(i))
    }
    return set
  }

  @usableFromInline static let noValue = PackedValues.limit

  @inlinable
  static func value(_ raw: UInt32) -> Int32? {
    raw == noValue ? nil : Int32(raw >> 1) ^ -Int32(raw & 1)
  }

  static func raw(_ value: Int32?) -> UInt32 {
    guard let value else { return noValue }
    return UInt32(bitPattern: value << 1 ^ value >> 31)
  }
}

/// Some of a grammar's languages, by their index in ``Grammar/languages``.
@frozen
public struct LanguageSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  public var bits: UInt64

  @inlinable public init(bits: UInt64) { self.bits = bits }
  public init(arrayLiteral languages: Int32...) {
    bits = 0
    for language in languages { insert(language) }
  }

  @inlinable public static var all: LanguageSet { LanguageSet(bits: .max) }

  @inlinable
  public func contains(_ language: Int32) -> Bool {
    language >= 0 && language < 64 && bits >> UInt64(language) & 1 == 1
  }
  @inlinable
  public mutating func insert(_ language: Int32) { if language >= 0, language < 64 { bits |= 1 << UInt64(language) } }
}
