/// The arrays of a compiled grammar; the order of the sections is the order in its encoding.
package final class GrammarTables: Sendable {
  /// Values have 28 bits: four 7-bit bytes in the encoding.
  package static let limit: UInt32 = 0xFFF_FFFF

  package enum Section: Int, CaseIterable {
    case cells, languages, lists, memberStarts, members, phraseStarts, phrases, phraseWords, anchorStarts, anchors
    case triggerStarts, triggers, listAnchorStarts, listAnchors, patterns, code, cues, stringStarts
  }

  package let words: WordTrie
  /// String numbers.
  let languageNames: [UInt32]
  /// String numbers of the lists' names.
  let listNames: [UInt32]
  /// By word: where its entries of ``members`` begin.
  package let memberStarts: [UInt32]
  /// Pairs: list << 8 | language, value.
  package let members: [UInt32]
  /// By word: where the phrases that it begins start, in numbers of phrases; longest first.
  package let phraseStarts: [UInt32]
  /// Fours: list << 8 | language, value, place in ``phraseWords``, count.
  package let phrases: [UInt32]
  package let phraseWords: [UInt32]
  /// By word: where its entries of ``anchors`` begin.
  package let anchorStarts: [UInt32]
  /// Pairs: pattern, least prefix | most prefix << 12.
  package let anchors: [UInt32]
  /// By word: where its entries of ``triggers`` begin.
  package let triggerStarts: [UInt32]
  /// Lists that a word may begin a member of, where a pattern is anchored at the list.
  package let triggers: [UInt32]
  /// By list: where its entries of ``listAnchors`` begin.
  package let listAnchorStarts: [UInt32]
  /// As ``anchors``.
  package let listAnchors: [UInt32]
  /// Nines: cue, start of code, traits, six slot names as string numbers.
  package let patterns: [UInt32]
  package let code: [UInt32]
  package let cues: [Cue]
  package let strings: StringPool
  package let anyLanguage: Int
  /// For the encoding.
  let cueRecords: [UInt32]

  package static let patternSize = 9
  static let cueSize = 16

  init(sections: [[UInt32]], strings: StringPool) {
    func section(_ name: Section) -> [UInt32] { sections[name.rawValue] }
    words = WordTrie(cells: section(.cells))
    languageNames = section(.languages)
    listNames = section(.lists)
    memberStarts = section(.memberStarts)
    members = section(.members)
    phraseStarts = section(.phraseStarts)
    phrases = section(.phrases)
    phraseWords = section(.phraseWords)
    anchorStarts = section(.anchorStarts)
    anchors = section(.anchors)
    triggerStarts = section(.triggerStarts)
    triggers = section(.triggers)
    listAnchorStarts = section(.listAnchorStarts)
    listAnchors = section(.listAnchors)
    patterns = section(.patterns)
    code = section(.code)
    cueRecords = section(.cues)
    self.strings = strings
    cues = GrammarTables.cues(section(.cues), languageNames, strings)
    let any = GrammarSource.anyLanguage.utf8
    anyLanguage = languageNames.firstIndex { strings.slice(Int32($0)).elementsEqual(any) } ?? -1
  }

  private static func cues(_ raw: [UInt32], _ languages: [UInt32], _ strings: StringPool) -> [Cue] {
    var cues: [Cue] = []
    cues.reserveCapacity(raw.count / cueSize)
    for start in stride(from: 0, through: raw.count - cueSize, by: cueSize) {
      func value(_ i: Int) -> Int32 { Int32(truncatingIfNeeded: raw[start + i]) }
      let language = value(1)
      let record = CueRecord(
        language: Int32(languages[Int(language)]), name: value(2), role: value(3), file: value(4),
        yields: StringRange(start: value(10), count: value(11)), hears: StringRange(start: value(12), count: value(13)),
        ignores: StringRange(start: value(14), count: value(15)))
      cues.append(
        Cue(
          kind: Cue.Kind(rawValue: UInt8(truncatingIfNeeded: value(0))) ?? .filler,
          firmness: Cue.Firmness(rawValue: UInt8(truncatingIfNeeded: value(6))) ?? .unknown,
          scope: Cue.Scope(rawValue: UInt8(truncatingIfNeeded: value(7))) ?? .clause,
          against: Cue.Kinds(rawValue: UInt32(value(8))), language: language,
          weight: (Double(value(9)) - 100_000) / 1000, line: value(5), record: record, strings: strings))
    }
    return cues
  }

  func raw(_ section: Section) -> [UInt32] {
    switch section {
    case .cells: words.cells
    case .languages: languageNames
    case .lists: listNames
    case .memberStarts: memberStarts
    case .members: members
    case .phraseStarts: phraseStarts
    case .phrases: phrases
    case .phraseWords: phraseWords
    case .anchorStarts: anchorStarts
    case .anchors: anchors
    case .triggerStarts: triggerStarts
    case .triggers: triggers
    case .listAnchorStarts: listAnchorStarts
    case .listAnchors: listAnchors
    case .patterns: patterns
    case .code: code
    case .cues: cueRecords
    case .stringStarts: strings.starts
    }
  }
}
