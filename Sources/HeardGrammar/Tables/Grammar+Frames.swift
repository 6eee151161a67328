/// Finds the sentences that heard says itself, each when it is said: gone through all at once they take longer than a short page.
extension Grammar {
  /// The frame of a name in a language, else in English.
  public func frame(named name: String, in language: Int32) -> Cue? {
    var (own, other): (Cue?, Cue?)
    var row = firstFrame(named: name)
    while row < frameCount, tables.isText(Int32(tables.frames[2 * row]), name) {
      let cue = frame(row)
      if cue.language == language { own = cue } else if cue.language == 0, other == nil { other = cue }
      row += 1
    }
    return own ?? other
  }

  /// The frames of a language, and those of English that it lacks.
  public func frames(in language: Int32) -> [Cue] {
    var found: [Cue] = []
    for row in 0..<frameCount {
      let cue = frame(row)
      guard cue.language == language || cue.language == 0, found.last?.name != cue.name else { continue }
      if let cue = frame(named: cue.name, in: language) { found.append(cue) }
    }
    return found
  }

  private var frameCount: Int { tables.frames.count / 2 }

  private func frame(_ row: Int) -> Cue { cues[Int(tables.frames[2 * row + 1])] }

  /// The first frame of a name, or where it would stand.
  private func firstFrame(named name: String) -> Int {
    var name = name
    return name.withUTF8 { name in
      var (low, high) = (0, frameCount)
      while low < high {
        let middle = (low + high) / 2
        if tables.precedes(Int32(tables.frames[2 * middle]), name) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
