/// Who is named by the words at hand.
import HeardGrammar

extension Hearing {
  /// Everybody who is named in a range of tokens, in order; empty where one of them could be two people.
  func parties(in range: Range<Int>) -> [Party] {
    var parties: [Party] = []
    var index = range.lowerBound
    while index < range.upperBound {
      var end = Int(tokens.personEnd[index])
      guard end > index else {
        index += 1
        continue
      }
      let party: Party
      switch tagger.mentions[index] {
      // A handle stays a handle: it is how the notes name the owner, unless the caller knows a name or the person goes by one, or the last name
      // stands behind it.
      case .person(let person):
        let isHandle =
          tokens.tokens[index].kind == .handle && end == index + 1 && !roster.isKnown(person) && !roster.people[person].name.hasPrefix("@")
        party = isHandle ? .name(string(index..<end)) : .person(person)
      case .stranger: party = .name(string(nameStart(index..<end)..<nameEnd(index..<end)))
      case .group:
        end = collectiveEnd(of: index..<end, in: range)
        let words = string(index..<nameEnd(index..<end))
        party = roster.holder(of: words).map { .person($0) } ?? .group(words)
      case .ambiguous: return []
      case .none:
        index += 1
        continue
      }
      if !parties.contains(party) { parties.append(party) }
      index = end
    }
    return parties
  }

  /// Behind "all interested members", where "all" alone is everybody: one group, and not two.
  private func collectiveEnd(of mention: Range<Int>, in range: Range<Int>) -> Int {
    guard mention.count == 1, tagger.lists.isCollective(tokens.tokens[mention.lowerBound].word, opens: true) else {
      return mention.upperBound
    }
    for index in mention.upperBound..<min(range.upperBound, mention.upperBound + 2) {
      guard tokens.tokens[index].kind == .word, !tokens.tokens[index].flags.contains(.lineStart) else { break }
      if tagger.lists.isCollective(tokens.tokens[index].word, opens: false) { return index + 1 }
      if Int(tokens.personEnd[index]) > index { break }
    }
    return mention.upperBound
  }

  /// Where the name of a mention begins, behind offices: "Councillor Brandt".
  private func nameStart(_ mention: Range<Int>) -> Int {
    mention.first { !tagger.lists.isTitle(tokens.tokens[$0].word) && tokens.tokens[$0].kind != .punctuation } ?? mention.lowerBound
  }

  /// Where the name of a mention ends, in front of parentheses and of the full stop behind an initial.
  private func nameEnd(_ mention: Range<Int>) -> Int {
    mention.dropFirst().first { tokens.tokens[$0].mark == 0x28 } ?? mention.upperBound
  }

  /// Whether a leaf's place makes it a task: it stands among the actions, or begins behind a box.
  func isTask(leaf: Int) -> Bool {
    if outline.role(of: leaf)?.role == .actions { return true }
    let parent = Int(document.blocks[leaf].parent)
    guard parent >= 0 else { return false }
    return document.blocks[parent].flags.contains(.ticked) || document.blocks[parent].flags.contains(.unticked)
  }

  /// A line of a task file, "(A) 2026-11-20 call Bob @phone", where "@" is a place.
  func isTodoLine(_ leaf: Int) -> Bool {
    guard document.format == .text,
      let item = document.blocks[leaf].parent >= 0 ? Int(document.blocks[leaf].parent) : nil,
      document.blocks[item].flags.contains(.ticked) || document.blocks[item].flags.contains(.unticked)
    else { return false }
    let start = Int(document.blocks[item].start)
    let signs = Array(document.notes[start..<min(start + 3, document.notes.count)])
    return signs.starts(with: [0x78, 0x20]) || signs.count == 3 && signs[0] == 0x28 && signs[2] == 0x29
  }
}
