/// Reads rolls that are ordered by whom people are there for.
import HeardGrammar

extension RosterReader {
  /// What was found out about the lists of rolls, by block.
  struct RollLists {
    var byGroup = NumberMap<Bool>()
    var affiliated = NumberMap<Bool>()
    var dashed = NumberMap<Bool>()
    var surnameFirst = NumberMap<Bool>()
  }

  /// Whether an entry of a roll, so deep in its list, names people: those at the top do, and those one level below organisations.
  mutating func isEntry(_ item: Int, depth: Int) -> Bool {
    let list = Int(document.blocks[item].parent)
    guard depth <= 1, list >= 0 else { return false }
    if depth == 0 { return Int(document.blocks[item].end) <= item + 2 || !isRollByGroup(list) }
    let group = Int(document.blocks[list].parent)
    return group >= 0 && document.blocks[group].kind == .item && isRollByGroup(Int(document.blocks[group].parent))
  }

  /// "Acme" above "Ana Silva" and "Ben Okafor": the items of a list are no people, and those below them are.
  private mutating func isRollByGroup(_ list: Int) -> Bool {
    guard list >= 0 else { return false }
    if let known = rollLists.byGroup[list] { return known }
    let shown = (text, tokens)
    defer { (text, tokens) = shown }
    var (groups, named, others) = (0, 0, 0)
    var isGrouped = true
    for item in document.children(of: list) {
      guard groups < RosterReader.mostEntries, isGrouped else { break }
      let block = document.blocks[item]
      guard block.kind == .item, Int(block.end) > item + 2, document.blocks[item + 2].kind == .list else { continue }
      load(item + 1)
      isGrouped = isGroup
      groups += 1
      let (people, rest) = isGrouped ? people(in: item + 2) : (0, 0)
      (named, others) = (named + people, others + rest)
    }
    let result = isGrouped && groups > 0 && named > others && named > 0
    rollLists.byGroup.set(list, result)
    return result
  }

  /// The leaf at hand is a few words that begin with nobody's first name.
  private var isGroup: Bool {
    guard let first = tokens.tokens.first, tokens.tokens.count <= 8 else { return false }
    return first.kind != .handle && !lists.isGivenName(first.word) && !tokens.tokens.contains { $0.mark == 0x2C }
  }

  /// How many items of a list are full names or first names, and how many are not.
  private mutating func people(in list: Int) -> (named: Int, others: Int) {
    var (named, others) = (0, 0)
    for item in document.children(of: list) {
      guard named + others < RosterReader.mostEntries else { break }
      guard document.blocks[item].kind == .item, item + 1 < Int(document.blocks[item].end) else { continue }
      load(item + 1)
      if let name = names(.present).first, name.words.count > 1 || name.hasGivenName { named += 1 } else { others += 1 }
    }
    return (named, others)
  }

  /// "Acme: Ana & Ben", "Bolt: Carla" line by line below a heading or label for a roll; true where each line was that.
  mutating func readGroupedLines(_ labels: [Range<Int>], _ index: Int) -> Bool {
    guard document.blocks[index].kind == .paragraph, let first = labels.first, first.lowerBound == 0 else { return false }
    let inScope = outline.role(of: index)?.role.presence
    let opening = labels.count > 1 && labels[1].lowerBound == first.upperBound + 1 ? presence(ofLabel: first) : nil
    let isLabelAlone = opening != nil
    guard let presence = inScope ?? opening else { return false }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    var (found, plain): ([DeclaredName], Int) = ([], 0)
    for (position, label) in labels.enumerated() where !(position == 0 && isLabelAlone) {
      let end = position + 1 < labels.count ? labels[position + 1].lowerBound : tokens.tokens.count
      let value = min(label.upperBound + 1, end)..<end
      let own = self.presence(ofLabel: label)
      let names = reader.names(in: value, presence: own ?? presence)
      guard own != nil || !names.isEmpty && !isSentence(value), !lists.isGivenName(tokens.tokens[label.lowerBound].word)
      else { return false }
      if own == nil { plain += 1 }
      found += names
    }
    guard plain > 0, found.count > 1, found.contains(where: { $0.hasGivenName || $0.words.count > 1 }) else { return false }
    declared += found
    isConsumed[index] = true
    return true
  }

  /// What a name behind a label says about its bearer, where the label is one of a roll.
  private mutating func presence(ofLabel label: Range<Int>) -> Person.Presence? {
    role(ofField: label).flatMap(RosterReader.presence(ofRole:))
  }
}
