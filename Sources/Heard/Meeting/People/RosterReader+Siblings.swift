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
    let listed = declared.count { $0.presence == .present }
    var families: [Int: Siblings] = [:]
    var order: [Int] = []
    for scope in outline.scopes.prefix(RosterReader.mostSiblings) where scope.block >= 0 && scope.role == nil {
      guard scope.kind != .document, scope.title.count <= RosterReader.longestTitle, outline.role(of: scope.block)?.role != .actions,
        holdsWords(scope.block)
      else { continue }
      let family = scope.parent &* 64 &+ (scope.kind == .heading ? min(scope.level, 62) : 63)
      if families[family] == nil { order.append(family) }
      add(scope.block, to: &families[family, default: Siblings()])
    }
    for family in order {
      guard let found = families[family], found.known > 1, found.known * 2 >= found.names.count,
        found.names.count > found.others, listed < max(4, found.names.count)
      else { continue }
      for name in found.names { speakers.add(name, isKnownName: true) }
    }
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
    } else if name.allSatisfy({ tokens.tokens[$0].word == 0 && tokens.tokens[$0].kind == .word && !tokens.tokens[$0].flags.contains(.allCaps) }),
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
