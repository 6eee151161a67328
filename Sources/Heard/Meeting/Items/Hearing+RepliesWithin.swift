/// Parts what was asked from what was said to it, where one sentence tells both.
import HeardGrammar

extension Hearing {
  /// "Ben asked why it is late; Ana: the smith is ill." becomes two sentences, without whose the second is.
  func partingReplies(_ unit: Unit) -> Unit {
    guard unit.kinds.contains(.question), unit.sentences.contains(where: { semicolon(behindAsked: $0) != nil }) else { return unit }
    var parted = unit
    parted.sentences = unit.sentences.flatMap { sentence in
      guard let end = semicolon(behindAsked: sentence) else { return [sentence] }
      return [sentence.range.lowerBound..<end, behindTeller(end + 1, in: sentence.range)..<sentence.range.upperBound].map { range in
        SentenceCues(range: range, matches: sentence.matches.filter { range.contains($0.range.lowerBound) })
      }
    }
    return parted
  }

  private func semicolon(behindAsked sentence: SentenceCues) -> Int? {
    let asked = sentence.matches.first { cue($0).kind == .question && cue($0).yields.contains("asked") }
    return asked.flatMap { asked in
      sentence.range.dropLast().first { $0 > asked.range.lowerBound && tokens.tokens[$0].mark == 0x3B }
    }
  }

  private func behindTeller(_ start: Int, in range: Range<Int>) -> Int {
    let behind = Int(tokens.personEnd[start])
    let isLabel = behind > start && behind + 1 < range.upperBound && tokens.tokens[behind].mark == 0x3A
    return isLabel ? behind + 1 : start
  }
}
