/// Reads fields whose labels have no colon: alone on their line, or in front of a dash.
import HeardGrammar

extension RosterReader {
  /// "Present", and below it "Ana, Ben", then "Regrets", and below it "Carla"; "Present – Ana, Ben". True where all of a leaf was that.
  mutating func readBareLabels(_ index: Int) -> Bool {
    guard tokens.tokens.count <= RosterReader.longestBare, tokens.tokens[0].word != 0,
      bareLabel(0..<lineEnd(0)) != nil
    else { return false }
    var labels: [(role: String, start: Int, values: Int)] = []
    var start = 0
    while start < tokens.tokens.count {
      let end = lineEnd(start)
      if let found = bareLabel(start..<end) { labels.append((found.role, start, found.values)) }
      start = end
    }
    let isDashed = labels.first.map { $0.start == 0 && tokens.tokens[$0.values - 1].mark == 0x2D } ?? false
    guard labels.count > 1 || isDashed || labels.first.map({ isRoll(below: $0.values) }) ?? false else { return false }
    for (position, label) in labels.enumerated() {
      let end = position + 1 < labels.count ? labels[position + 1].start : tokens.tokens.count
      _ = take(role: label.role, min(label.values, end)..<end)
    }
    isConsumed[index] = true
    return true
  }

  /// "Present – Ana, Ben. Also present: Otto": a label with a dash in front of one with a colon.
  mutating func readDashedField(before end: Int) {
    guard end > 0, tokens.tokens[0].word != 0, let found = bareLabel(0..<end), tokens.tokens[found.values - 1].mark == 0x2D
    else { return }
    _ = take(role: found.role, min(found.values, end)..<end)
  }

  /// Each of several lines is one person's.
  private func isRoll(below start: Int) -> Bool {
    let lines = (start..<tokens.tokens.count).count { tokens.tokens[$0].flags.contains(.lineStart) }
    let names = NameReader(text: text, tokens: tokens, lists: lists).names(in: start..<tokens.tokens.count, presence: .present)
    return lines >= RosterReader.fewestLines && names.count == lines && names.count { $0.words.count > 1 } * 2 >= lines
  }

  private static let fewestLines = 2

  private func lineEnd(_ start: Int) -> Int {
    var end = start + 1
    while end < tokens.tokens.count, !tokens.tokens[end].flags.contains(.lineStart) { end += 1 }
    return end
  }

  /// The role of a line that is a field's label, or begins with one and a dash, and where its value begins.
  private mutating func bareLabel(_ line: Range<Int>) -> (role: String, values: Int)? {
    let dash = line.prefix(4).first {
      tokens.tokens[$0].mark == 0x2D && $0 + 1 < line.upperBound && tokens.tokens[$0 + 1].flags.contains(.spaceBefore)
    }
    let end = dash ?? line.upperBound
    guard end > line.lowerBound, end - line.lowerBound <= 3,
      let match = matcher.matchWhole(.field, tokens, range: line.lowerBound..<end, preferring: languages),
      let role = grammar.cues[Int(match.cue)].role, SectionRole(rawValue: role)?.presence != nil || role == "chair"
    else { return nil }
    // "Chair - Ana" names an office; only a roll begins a line so.
    if dash != nil, role == "chair" || end + 1 >= line.upperBound { return nil }
    return (role, dash.map { $0 + 1 } ?? line.upperBound)
  }

  /// In tokens.
  private static let longestBare = 400
}
