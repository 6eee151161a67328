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

  /// "**Ana Silva** has tested the lamp.": paragraphs that begin with a full name in bold, in notes where several do.
  mutating func readBoldNames() {
    var (found, known): ([DeclaredName], Int) = ([], 0)
    for index in document.blocks.indices where document.blocks[index].kind == .paragraph && document.blocks[index].parent < 0 {
      guard found.count < RosterReader.mostSiblings, !outline.isHeading[index], document.blocks[index].stop > document.blocks[index].start,
        [0x2A, 0x3C, 0x5F].contains(document.notes[Int(document.blocks[index].start)])
      else { continue }
      load(index)
      guard let bold = text.marks.first(where: { $0.kind == .strong && $0.range.lowerBound == 0 }) else { continue }
      let end = tokens.tokens.prefix(4).firstIndex { Int($0.start) >= Int(bold.range.upperBound) } ?? 0
      let reader = NameReader(text: text, tokens: tokens, lists: lists)
      guard (2...3).contains(end), end + 1 < tokens.tokens.count, tokens.tokens[end].kind == .word,
        !tokens.tokens[end].flags.contains(.capitalized), reader.nameRange(in: 0..<end) == 0..<end,
        let name = reader.declare(0..<end, .present)
      else { continue }
      let word = tokens.tokens[0].word
      if lists.isGivenName(word) { known += 1 }
      if word == 0 || lists.isGivenName(word) { found.append(name) }
    }
    guard known > 1, known * 2 >= found.count else { return }
    for name in found { speakers.add(name, isKnownName: true) }
  }

  private mutating func add(_ block: Int, to siblings: inout Siblings) {
    load(block)
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    var end = tokens.tokens.count
    if let last = tokens.tokens.last, last.mark == 0x3A { end -= 1 }
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
