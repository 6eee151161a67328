/// The ids of the cues that were evidence so far, each made once.
final class CueIDs {
  private var known: [String] = []

  /// - Parameter cue: index into ``Grammar/cues``.
  func id(of cue: Int32, _ grammar: Grammar) -> String {
    let index = Int(cue)
    if index < known.count, !known[index].isEmpty { return known[index] }
    if known.isEmpty { known = Array(repeating: "", count: grammar.cues.count) }
    known[index] = grammar.cues[index].id
    return known[index]
  }
}
