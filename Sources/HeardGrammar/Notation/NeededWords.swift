/// Finds words of which every match of a pattern holds one: a text without them need not be tried.
struct NeededWords {
  let choice: AnchorChoice
  let word: ([UInt8]) -> Int
  /// The numbers of the words that members of a list begin with.
  let firstWords: (String) -> [Int]

  /// The two rarest of a pattern's parts beside the one that it is looked for at, as numbers of a ``FirstWords`` each.
  func numbers(of pattern: Pattern, anchoredAt anchors: [AnchorChoice.Anchor]) -> [UInt32] {
    var anchor = FirstWords.none
    for place in anchors.map(\.place) {
      switch place {
      case .word(let bytes): anchor.formUnion(.word(Int32(word(bytes))))
      case .list(let name): for first in firstWords(name) { anchor.formUnion(.word(Int32(first))) }
      }
    }
    let others = parts(of: pattern).sorted { $0.cost < $1.cost }.map(\.words).filter { $0 != anchor }
    let two = others.prefix(2) + [FirstWords](repeating: .any, count: 2)
    return two[0].numbers + two[1].numbers
  }

  private typealias Part = (words: FirstWords, cost: Int)

  /// Each part without which there is no match.
  private func parts(of pattern: Pattern) -> [Part] {
    guard case .sequence(let parts) = pattern else { return part(of: pattern).map { [$0] } ?? [] }
    return parts.flatMap { self.parts(of: $0) }
  }

  private func part(of pattern: Pattern) -> Part? {
    switch pattern {
    case .word(let bytes): return (.word(Int32(word(bytes))), choice.frequency(bytes))
    case .list(let name), .slot(_, .list(let name)):
      var words = FirstWords.none
      for first in firstWords(name) { words.formUnion(.word(Int32(first))) }
      return (words, choice.firstWords(name).reduce(0) { $0 + choice.frequency($1) })
    case .slot(_, .person), .slot(_, .people): return (.person, NeededWords.people)
    case .slot(_, .date): return (.date, NeededWords.dates)
    case .slot(_, .number): return (.number, NeededWords.numbers)
    case .choice(let ways):
      var all: Part = (.none, 0)
      for way in ways {
        guard let rarest = parts(of: way).min(by: { $0.cost < $1.cost }) else { return nil }
        all.words.formUnion(rarest.words)
        all.cost += rarest.cost
      }
      return all
    case .sequence: return parts(of: pattern).min { $0.cost < $1.cost }
    default: return nil
    }
  }

  /// About how many there are in a million words.
  private static let (people, dates, numbers) = (15_000, 6_000, 15_000)
}
