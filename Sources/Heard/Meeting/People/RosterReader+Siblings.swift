/// Reads the names that head what each of several people told: "Ana" over a list, "Ben" over the next.
import HeardGrammar

extension RosterReader {
  /// Titles beside each other and alike, of which the first names tell that the others are names as well.
  private struct Siblings {
    var known = 0
    var others = 0
    var names: [DeclaredName] = []
  }

  private static let mostSiblings = 400
  private static let longestTitle = 60

  /// Headings and labels of one level: where at least half of them are people by their first names, and there are two such or more,
  /// those that are words nobody knows are people, too.
  mutating func readSiblingHeadings() {
    let listed = declared.count { $0.presence == .present } - headed
    var families = NumberMap<Siblings>()
    for scope in outline.scopes.prefix(RosterReader.mostSiblings) where scope.block >= 0 && scope.role == nil {
      guard scope.kind != .document, scope.title.count <= RosterReader.longestTitle, outline.role(of: scope.block)?.role != .actions,
        holdsWords(scope.block)
      else { continue }
      let family = scope.parent &* 64 &+ (scope.kind == .heading ? min(scope.level, 62) : 63)
      families.change(UInt64(truncatingIfNeeded: family), from: Siblings()) { add(scope.block, to: &$0) }
    }
    for found in families.values {
      guard found.known > 1, found.known * 2 >= found.names.count,
        found.names.count > found.others, listed < max(4, found.names.count)
      else { continue }
      for name in found.names { speakers.add(name, isKnownName: true) }
    }
  }

  /// "**Ana Silva** has tested the lamp.", "**Ana Silva**" on a line above what she says: paragraphs that begin with a name in bold,
  /// in notes where several do.
  mutating func readBoldNames() {
    var (openings, turns) = (BoldNames(), BoldNames())
    for index in document.blocks.indices where document.blocks[index].kind == .paragraph && document.blocks[index].parent < 0 {
      guard openings.names.count + turns.names.count < RosterReader.mostSiblings, !outline.isHeading[index],
        document.blocks[index].stop > document.blocks[index].start,
        [0x2A, 0x3C, 0x5F].contains(document.notes[Int(document.blocks[index].start)])
      else { continue }
      load(index)
      if let line = UtteranceReader(text: text, tokens: tokens).boldLine {
        note(line, in: &turns)
      } else if let name = boldSubject() {
        note(name, in: &openings)
      }
    }
    for found in [openings, turns] where found.known > 1 && found.known * 2 >= found.names.count {
      for name in found.names { speakers.add(name, isKnownName: true) }
    }
  }

  /// Names in bold at the beginning of paragraphs, as often as they stand there.
  private struct BoldNames {
    var names: [DeclaredName] = []
    /// Of these such as begin with a first name.
    var known = 0
  }

  private func note(_ range: Range<Int>, in found: inout BoldNames) {
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    guard reader.nameRange(in: range) == range, let name = reader.declare(range, .present) else { return }
    let word = tokens.tokens[range.lowerBound].word
    let isGiven = lists.isGivenName(word)
    if isGiven { found.known += 1 }
    if word == 0 || isGiven { found.names.append(name) }
  }

  /// A full name in bold that a word in small letters follows.
  private func boldSubject() -> Range<Int>? {
    guard let bold = UtteranceReader(text: text, tokens: tokens).boldOpening, (2...3).contains(bold.count),
      bold.upperBound + 1 < tokens.tokens.count
    else { return nil }
    let next = tokens.tokens[bold.upperBound]
    return next.kind == .word && !next.flags.contains(.capitalized) ? bold : nil
  }

  /// A person above a list of what they did and will do takes part, unless the line says otherwise.
  mutating func readPersonHeading(_ index: Int) {
    let scope = outline.scopes[Int(outline.scopeOfBlock[index])]
    guard scope.kind == .person, scope.block == index else { return }
    load(index)
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let joint = reader.names(in: 0..<tokens.tokens.count, presence: .present)
    if joint.count > 1, joint.allSatisfy({ lists.isGivenName(grammar.word($0.words[0])) }) {
      declared += joint
      return
    }
    guard var name = reader.entry(0..<tokens.tokens.count, .present).first else { return }
    var matches: [CueMatch] = []
    matcher.match(
      Cue.Kinds(.presence), tokens, range: 0..<tokens.tokens.count, languages: languages, into: &matches)
    if matches.contains(where: { isPresence($0, "absent") }) { name.presence = .absent }
    name.organisation = nil
    headed += 1
    declared.append(name)
  }

  /// "Ana:", "Ana and Ben:" as the last line of the item above theirs.
  mutating func readPersons(ofLastLine index: Int) {
    load(index)
    guard let line = tokens.tokens.lastIndex(where: { $0.flags.contains(.lineStart) }) else { return }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    declared += reader.names(in: line..<tokens.tokens.count - 1, presence: .present)
  }

  /// In front of a colon, and of when it was said: "Ana [00:12]".
  private var endOfTitle: Int {
    var end = tokens.tokens.count
    while end > 1, tokens.tokens[end - 1].kind == .number || [0x3A, 0x28, 0x29, 0x5B, 0x5D].contains(tokens.tokens[end - 1].mark) {
      end -= 1
    }
    let isClock = tokens.tokens[end...].contains { $0.mark == 0x3A || $0.kind == .number && text.bytes[$0.range].contains(0x3A) }
    return isClock ? end : tokens.tokens.count
  }

  private mutating func add(_ block: Int, to siblings: inout Siblings) {
    load(block)
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let end = endOfTitle
    let name = reader.nameRange(in: 0..<end)
    guard !name.isEmpty, name.count <= 3, name.upperBound == end, tokens.tokens[name.lowerBound].kind == .word,
      tokens.tokens[name.lowerBound].flags.contains(.capitalized), let declared = reader.declare(name, .present)
    else {
      siblings.others += 1
      return
    }
    let first = tokens.tokens[name.lowerBound].word
    if lists.isGivenName(first), name.count > 1 || !lists.isNeverName(first) {
      siblings.known += 1
      siblings.names.append(declared)
    } else if name.allSatisfy({ index in
      let token = tokens.tokens[index]
      return token.word == 0 && token.kind == .word && !token.flags.contains(.allCaps)
    }),
      name.count > 1 || !standsSmall(declared.words[0])
    {
      siblings.names.append(declared)
    } else {
      siblings.others += 1
    }
  }

  /// Something is told below a heading before the next one.
  private func holdsWords(_ block: Int) -> Bool {
    let next = Int(document.blocks[block].end)
    return next < document.blocks.count && !outline.isHeading[next] || Int(document.blocks[block].end) > block + 1
  }
}
