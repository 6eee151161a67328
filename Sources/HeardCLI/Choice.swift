import ArgumentParser

/// Reads one of a few words; a word that is none of them gets the nearest that is.
enum Choice {
  static func value<Value: RawRepresentable>(_ text: String, among choices: [Value]) throws -> Value
  where Value.RawValue == String {
    if let value = choices.first(where: { $0.rawValue == text }) { return value }
    throw ValidationError(hint(for: text, among: choices.map(\.rawValue)))
  }

  /// `did you mean 'json'?`, or the choices where none is near.
  private static func hint(for text: String, among choices: [String]) -> String {
    let word = Array(text.lowercased().utf8)
    let near = choices.map { ($0, distance(word, Array($0.utf8))) }.min { $0.1 < $1.1 }
    if let near, near.1 <= max(1, word.count / 2) { return "did you mean '\(near.0)'?" }
    return "write one of " + choices.joined(separator: ", ")
  }

  /// How many letters must be changed, added or left out.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count < 64 else { return 64 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
