/// Reads names below a label that stands alone, and those that go on below a line of a roll.
import HeardGrammar

extension RosterReader {
  /// "Attendees:" over paragraphs instead of a list says of the next one what it holds.
  func presenceWithoutReach(of heading: Int) -> Person.Presence? {
    let scope = Int(outline.scopeOfBlock[heading])
    guard outline.scopes[scope].block == heading, let presence = outline.scopes[scope].role?.presence, heading + 1 < document.blocks.count,
      Int(outline.scopeOfBlock[heading + 1]) != scope, document.blocks[heading].kind == .paragraph
    else { return nil }
    return presence
  }

  /// Names behind a label that stood alone on its line.
  mutating func readAwaited(_ index: Int) -> Bool {
    guard let presence = awaited else { return false }
    awaited = nil
    guard !isSentence(0..<tokens.tokens.count), let names = lineNames(presence), !names.isEmpty, !isLoneWord(names) else { return false }
    enter(names)
    isConsumed[index] = true
    rollAbove = (document.blocks[index].stop, presence)
    return true
  }

  /// Full names on the line right below one of a roll, as typed minutes have them.
  mutating func readContinued(_ index: Int) -> Bool {
    guard let above = rollAbove else { return false }
    rollAbove = nil
    let block = document.blocks[index]
    guard isNextLine(above.stop, block.start), let names = lineNames(above.presence), !names.isEmpty, !isSentence(0..<tokens.tokens.count),
      names.allSatisfy({ $0.words.count > 1 || $0.hasGivenName }),
      !tokens.tokens.contains(where: { $0.kind == .number }),
      UtteranceReader(text: text, tokens: tokens).label(at: 0) == nil
        || names.allSatisfy(\.hasGivenName)
    else { return false }
    enter(names)
    isConsumed[index] = true
    rollAbove = (block.stop, above.presence)
    return true
  }

  /// The names of the leaf at hand; behind a label only where they are all that stands there: "Clerk for lamps: Ana Silva".
  private mutating func lineNames(_ presence: Person.Presence) -> [DeclaredName]? {
    guard let label = UtteranceReader(text: text, tokens: tokens).label(at: 0) else { return names(presence) }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let value = label.upperBound + 1..<tokens.tokens.count
    guard !value.isEmpty, !lists.isGivenName(tokens.tokens[label.lowerBound].word), reader.nameRange(in: value) == value, value.count > 1,
      matcher.matchWhole(.field, tokens, range: label, preferring: languages) == nil
    else { return nil }
    return reader.names(in: value, presence: presence)
  }

  /// Nothing but blanks and one end of a line stand between.
  private func isNextLine(_ stop: Int32, _ start: Int32) -> Bool {
    guard start > stop, start - stop < 100 else { return false }
    var ends = 0
    for byte in document.notes[Int(stop)..<Int(start)] {
      if byte == 0x0A { ends += 1 } else if byte != 0x20, byte != 0x09, byte != 0x0D { return false }
    }
    return ends <= 1
  }

  /// A paragraph that tells something below a roll, and has capitals in it as well.
  func isProse(_ names: [DeclaredName]) -> Bool {
    names.count <= RosterReader.fewInProse && isSentence(0..<tokens.tokens.count) && names.allSatisfy { $0.words.count == 1 }
  }

  private static let fewInProse = 2

  /// "Talk.": one word of the language is nobody's name.
  func isLoneWord(_ names: [DeclaredName]) -> Bool {
    guard names.count == 1, names[0].words.count == 1, !names[0].hasGivenName, let word = tokens.tokens.first, tokens.tokens.count <= 2
    else { return false }
    return word.kind == .word && word.word != 0 && !word.flags.contains(.allCaps)
  }
}
