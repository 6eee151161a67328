/// Finds the sentences that heard says itself, each when it is said: gone through all at once they take longer than a short page.
extension Grammar {
  /// The frame of a name in a language, else in English.
  public func frame(named name: String, in language: Int32) -> Cue? {
    var (own, other): (Cue?, Cue?)
    for cue in frames(named: name) {
      if cue.language == language { own = cue } else if cue.language == 0, other == nil { other = cue }
    }
    return own ?? other
  }

  /// The frames of a language, and those of English that it lacks.
  public func frames(in language: Int32) -> [Cue] {
    var found: [Cue] = []
    for row in 0..<tables.frames.count {
      let cue = cues[Int(tables.frames[row])]
      guard cue.language == language || cue.language == 0, found.last?.name != cue.name else { continue }
      if let cue = frame(named: cue.name, in: language) { found.append(cue) }
    }
    return found
  }

  private func frames(named name: String) -> [Cue] {
    var name = name
    return name.withUTF8 { name in
      var (low, high) = (0, tables.frames.count)
      while low < high {
        let middle = (low + high) / 2
        let known = cues[Int(tables.frames[middle])].nameNumber
        if tables.precedes(known, name) { low = middle + 1 } else { high = middle }
      }
      var found: [Cue] = []
      while low < tables.frames.count, case let cue = cues[Int(tables.frames[low])],
        tables.utf8(cue.nameNumber).elementsEqual(name)
      {
        found.append(cue)
        low += 1
      }
      return found
    }
  }
}
