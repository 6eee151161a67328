/// Finds the spelling that was probably meant.
enum Spelling {
  /// The near spelling as a question, or the choices where none is near.
  static func hint(for word: String, among choices: [String]) -> String {
    let near = choices.map { ($0, distance(Array(word.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
    if let near, near.1 <= max(1, word.utf8.count / 3) { return "; did you mean “\(near.0)”?" }
    guard choices.count <= 30 else { return "" }
    return "; write one of: " + choices.joined(separator: ", ")
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count < 64, b.count < 64 else { return 64 }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var least = min(next[j] + 1, row[j + 1] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        // Two letters that changed places are one slip.
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
