import HeardGrammar

/// The ids of the cues that were evidence so far, each made once, so that all evidence shares its words.
final class CueIDs {
  private var known = NumberMap<String>()

  func id(of cue: Cue) -> String {
    let number = UInt64(UInt32(bitPattern: cue.idNumber))
    if let known = known[number] { return known }
    let id = cue.id
    known.add(number, id)
    return id
  }
}
