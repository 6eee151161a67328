/// Finds whose handle stands on a roll, where the notes say it elsewhere.
import HeardGrammar

extension RosterReader {
  /// "Ana Silva (@ana)" and nothing else on a line: if the roll has the handle alone, it is hers.
  mutating func noteBearer() {
    guard tokens.tokens.count <= RosterReader.longestBearer, let last = tokens.tokens.lastIndex(where: { $0.kind == .handle })
    else { return }
    let reader = NameReader(text: text, tokens: tokens, lists: lists)
    let name = reader.nameRange(in: 0..<last)
    guard name.count > 1, name.lowerBound == 0, tokens.tokens[0].kind == .word,
      (name.upperBound..<tokens.tokens.count).allSatisfy({ $0 == last || tokens.tokens[$0].kind == .punctuation }),
      let bearer = reader.entry(0..<tokens.tokens.count, .mentioned).first
    else { return }
    bearers.append(bearer)
  }

  /// In tokens.
  private static let longestBearer = 8

  /// Names those of whom the roll has nothing but their handles.
  func nameBearers(in roster: inout Roster) {
    for bearer in bearers {
      guard let handle = bearer.aliases.first(where: \.isHandle), case .person(let index) = roster.resolve(handle.keys),
        roster.words[index].count == 1
      else { continue }
      roster.add(bearer)
    }
  }
}
