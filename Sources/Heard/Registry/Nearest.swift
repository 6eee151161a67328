/// The spelling that a wrong word was most likely meant to be.
enum Nearest {
  /// Nil where nothing is near: more than a third of the letters would have to change.
  static func spelling(to word: String, among choices: [String]) -> String? {
    let wanted = NameKey.folded(Array(word.utf8.prefix(64)))
    var best: (choice: String, distance: Int)?
    for choice in choices {
      let distance = distance(wanted, NameKey.folded(Array(choice.utf8.prefix(64))))
      if distance < best?.distance ?? Int.max { best = (choice, distance) }
    }
    guard let best, best.distance <= max(1, max(wanted.count, best.choice.utf8.count) / 3) else { return nil }
    return best.choice
  }

  /// Letters to insert, remove or replace; two that changed places count once.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
