/// The tables of a compiled grammar, read in place from its encoding; public for the matcher alone.
///
/// The encoding is a head (version, then each section's count), the sections in their order, and the texts in UTF-8.
public final class GrammarTables: @unchecked Sendable {
  // Sound to share: nothing writes after init.

  enum Section: Int, CaseIterable {
    case cells, languages, lists, memberStarts, members, phraseStarts, phrases, phraseWords, anchorStarts, anchors
    case patterns, code, cues, stringStarts, single, first
    case kinds, listOrder, classes, frames, weights
  }

  let encoding: UnsafeBufferPointer<UInt8>
  private let owned: UnsafeMutableBufferPointer<UInt8>?

  public let words: WordTrie
  /// String numbers.
  let languageNames: PackedValues
  /// String numbers of the lists' names.
  let listNames: PackedValues
  /// The lists in the order of their names' bytes.
  private let listOrder: PackedValues
  /// By word: where its rows of ``members`` begin.
  @usableFromInline let memberStarts: PackedValues
  /// Pairs: list << 8 | language, value.
  @usableFromInline let members: PackedValues
  /// By word: where the phrases that it begins start, by list and second word, longest first.
  let phraseStarts: PackedValues
  /// Fours: list << 8 | language, value, place in ``phraseWords``, count.
  let phrases: PackedValues
  let phraseWords: PackedValues
  /// By word and shelf: where its rows of ``anchors`` begin. A list that anchors a pattern does so at all its words.
  public let anchorStarts: PackedValues
  /// Fours: pattern; least prefix | most prefix << 7; word that must stand next to the anchor << 1 | 1 if before it; the
  /// pattern's traits once more, which rule most out. What is small has a byte of its own where it is packed.
  public let anchors: PackedValues
  /// Twenty-ones: cue; start of code; traits; six slot names as string numbers; the words that
  /// matches begin with, and twice words of which every match holds one beside its anchor, each as ``FirstWords``.
  public let patterns: PackedValues
  public let code: PackedValues
  /// See ``Cue``.
  let cueRecords: PackedValues
  /// Where texts begin behind ``texts``.
  private let stringStarts: PackedValues
  private let texts: UnsafeBufferPointer<UInt8>
  /// By word: the lists that hold it as a single word.
  public let single: ListBits
  /// By word: the lists that have a member, of one word or several, which begins with it.
  public let first: ListBits
  /// By word: the kinds of the cues that are anchored at it, a bit each.
  @usableFromInline let kinds: PackedValues
  /// By word: the languages that it tells, and its ``WordClass``es, a bit each.
  @usableFromInline let classes: PackedValues
  /// Pairs, in the order of the names' bytes: the name of a cue that heard says itself as a string number; the cue.
  let frames: PackedValues
  public let weights: LearnedWeights
  /// The language that is always spoken, or -1.
  public let anyLanguage: Int32

  public static let patternSize = patternNeeded + 2 * FirstWords.size
  public static let patternFirstWords = 9
  public static let patternNeeded = patternFirstWords + FirstWords.size
  public static let anchorSize = 4
  /// Kinds of cues that are looked for together; see ``Cue/Kinds/shelves(of:)``.
  public static let shelves = 4
  static let cueSize = 19
  /// How far left of an anchor a match may begin.
  public static let widestPrefix = 48
  private static let version: UInt32 = 10

  /// Reads an encoding in memory that is never given back.
  convenience init?(constant bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes, owned: nil) }

  convenience init?(copying bytes: [UInt8]) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = memory.initialize(from: bytes)
    self.init(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory)[..<bytes.count]), owned: memory)
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>, owned: UnsafeMutableBufferPointer<UInt8>?) {
    encoding = bytes
    self.owned = owned
    guard let sections = GrammarTables.sections(of: bytes) else {
      owned?.deallocate()
      return nil
    }
    func section(_ name: Section) -> PackedValues { sections.values[name.rawValue] }
    words = WordTrie(cells: section(.cells))
    languageNames = section(.languages)
    (listNames, listOrder) = (section(.lists), section(.listOrder))
    // All of it is read where it is packed: unpacking would be most of what starting takes.
    (memberStarts, members) = (section(.memberStarts), section(.members))
    (phraseStarts, phrases, phraseWords) = (section(.phraseStarts), section(.phrases), section(.phraseWords))
    (anchorStarts, anchors) = (section(.anchorStarts), section(.anchors))
    (patterns, code, cueRecords) = (section(.patterns), section(.code), section(.cues))
    stringStarts = section(.stringStarts)
    (kinds, classes) = (section(.kinds), section(.classes))
    frames = section(.frames)
    weights = LearnedWeights(section(.weights))
    single = ListBits(section(.single), words: kinds.count)
    first = ListBits(section(.first), words: kinds.count)
    texts = UnsafeBufferPointer(rebasing: bytes[sections.end...])
    var any: Int32 = -1
    for i in 0..<languageNames.count {
      let text = GrammarTables.text(Int(languageNames[i]), stringStarts, texts)
      if text.elementsEqual(GrammarSource.anyLanguage.utf8) { any = Int32(i) }
    }
    anyLanguage = any
  }

  /// Whether a cue of some kinds, given as packed bits, is anchored at a word.
  @inlinable
  @inline(__always)
  public func isAnchor(_ word: Int32, _ packedKinds: UInt32) -> Bool {
    word > 0 && kinds.raw(Int(word)) & packedKinds != 0
  }

  deinit { owned?.deallocate() }

  private static func sections(of bytes: UnsafeBufferPointer<UInt8>) -> (values: [PackedValues], end: Int)? {
    let names = Section.allCases
    var offset = 4 * (names.count + 1)
    guard let start = bytes.baseAddress, bytes.count >= offset else { return nil }
    let head = PackedValues(start, count: names.count + 1)
    guard head[0] == version else { return nil }
    var values: [PackedValues] = []
    for i in names.indices {
      let count = Int(head[i + 1])
      guard offset + 4 * count <= bytes.count else { return nil }
      values.append(PackedValues(start + offset, count: count))
      offset += 4 * count
    }
    return (values, offset)
  }

  static func encoding(of sections: [Section: [UInt32]], texts: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    PackedValues.append(version, to: &bytes)
    for name in Section.allCases { PackedValues.append(UInt32(sections[name]?.count ?? 0), to: &bytes) }
    for name in Section.allCases {
      for value in sections[name] ?? [] { PackedValues.append(min(value, PackedValues.limit), to: &bytes) }
    }
    return bytes + texts
  }

  private static func text(
    _ number: Int, _ starts: PackedValues, _ texts: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    let range = starts.rows(of: number)
    let start = min(range.lowerBound, texts.count)
    return texts[start..<max(start, min(range.upperBound, texts.count))]
  }

  func utf8(_ number: Int32) -> Slice<UnsafeBufferPointer<UInt8>> {
    GrammarTables.text(Int(number), stringStarts, texts)
  }

  func string(_ number: Int32) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: utf8(number)), as: UTF8.self)
  }

  /// The number of a text, or nil. Words are found at once, since their numbers are those of their texts; for others the texts behind
  /// those are looked through, among which names of slots come early.
  func number(of text: String) -> Int32? {
    let word = words.word(folded: text.utf8)
    if word > 0, isText(word, text) { return word }
    return (Int32(kinds.count)..<Int32(max(kinds.count, stringStarts.count - 1))).first { isText($0, text) }
  }

  /// The number of the list of a name, or nil.
  func list(named name: String) -> Int32? {
    var name = name
    return name.withUTF8 { name in
      var (low, high) = (0, listOrder.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(Int32(listNames[Int(listOrder[middle])]), name) { low = middle + 1 } else { high = middle }
      }
      guard low < listOrder.count, utf8(Int32(listNames[Int(listOrder[low])])).elementsEqual(name) else { return nil }
      return Int32(listOrder[low])
    }
  }

  /// Whether a number's text comes before another one in the order of their bytes. The library's own way takes several times as
  /// long, and some hundred names are looked for before the first page is heard.
  func precedes(_ number: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = utf8(number)
    let (first, count) = (known.startIndex, min(known.count, text.count))
    var index = 0
    while index < count, known.base[first &+ index] == text[index] { index &+= 1 }
    return index < count ? known.base[first &+ index] < text[index] : known.count < text.count
  }

  /// Whether a number stands for a text. Lengths tell most texts apart.
  func isText(_ number: Int32, _ text: String) -> Bool {
    let known = utf8(number)
    return known.count == text.utf8.count && known.elementsEqual(text.utf8)
  }
}
