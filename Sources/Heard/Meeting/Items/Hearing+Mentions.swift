/// Finds the owners whom editors and chats link: "@ana".
import HeardGrammar

extension Hearing {
  /// "- [ ] Close the tickets @ana @ben": handles that close a task, unless the word before them makes it somebody else's part. Behind
  /// a mere item of a section of actions "ping @ana" is what is to be done.
  func closingHandles(_ unit: Unit) -> [Party]? {
    let isListed = unit.place.role == .actions && unit.place.depth >= 0
    guard unit.place.isTicked || unit.place.isUnticked || isListed, let end = unit.range.last, end > unit.range.lowerBound else {
      return nil
    }
    // "@Ana Silva", as editors write out whom they mention.
    let last = tokens.tokens[end].kind != .handle && Int(tokens.personEnd[end - 1]) == end + 1 ? end - 1 : end
    let first = firstHandle(upTo: last, from: unit.range.lowerBound)
    guard first > unit.range.lowerBound, tokens.tokens[last].kind == .handle, tokens.tokens[first - 1].kind != .punctuation,
      !tagger.lists.isBeforeOther(tokens.tokens[first - 1].word), !isListed || !tagger.lists.isTask(tokens.tokens[first - 1].word)
    else { return nil }
    let owners = parties(in: first..<(end + 1))
    return owners.isEmpty ? nil : owners
  }

  /// The first of handles that stand one behind the other, or are joined by a comma or "and".
  private func firstHandle(upTo last: Int, from start: Int) -> Int {
    var first = last
    while first > start {
      let before = tokens.tokens[first - 1]
      if before.kind == .handle {
        first -= 1
      } else if first > start + 1, tokens.tokens[first - 2].kind == .handle,
        before.mark == 0x2C || before.mark == 0x26 || tagger.lists.isConjunction(before.word)
      {
        first -= 2
      } else {
        break
      }
    }
    return first
  }

  /// Editors link the people a task is for in front of it: "@Ana Silva @Ben new draft of the form".
  func mentionedOwners(_ unit: Unit) -> [Party]? {
    let end = mentionsEnd(unit.range)
    guard end > unit.range.lowerBound else { return nil }
    let named = parties(in: unit.range.lowerBound..<end)
    return named.isEmpty ? nil : named
  }

  /// No task is for more people; all marks of the text are looked through for each.
  private static let mostMentions = 64

  /// Behind the linked people at the start of a range.
  func mentionsEnd(_ range: Range<Int>) -> Int {
    var (index, count) = (range.lowerBound, 0)
    while index < range.upperBound, count < Hearing.mostMentions, Int(tokens.personEnd[index]) > index,
      text.marks.contains(where: { $0.kind == .mention && $0.range.contains(tokens.tokens[index].start) })
    {
      (index, count) = (Int(tokens.personEnd[index]), count + 1)
      let next = min(index, range.upperBound - 1)
      if tagger.lists.isConjunction(tokens.tokens[next].word) || tokens.tokens[next].mark == 0x2C { index = next + 1 }
    }
    return index
  }
}
