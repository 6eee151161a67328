/// Reads the wordings out of an answer: lines that begin with the number of a sentence.
struct RewordingAnswer {
  /// By the sentence's number, from 1; a number that comes twice has none, since nobody can tell which is meant.
  private(set) var wordings: [Int: String] = [:]

  /// - Parameter count: how many sentences there are.
  init(_ answer: String, count: Int) {
    var seen: Set<Int> = []
    for line in RewordingAnswer.withoutThoughts(answer).split(whereSeparator: \.isNewline) {
      guard let (number, wording) = RewordingAnswer.numbered(line), (1...max(1, count)).contains(number) else {
        continue
      }
      wordings[number] = seen.insert(number).inserted ? wording : nil
    }
  }

  /// Models that think aloud end their thoughts with this tag; what comes before it is no answer.
  private static func withoutThoughts(_ answer: String) -> Substring {
    let (text, tag) = (answer.utf8, "</think>".utf8)
    var (start, next) = (text.startIndex, text.startIndex)
    while let angle = text[next...].firstIndex(of: 0x3C) {
      next = text.index(after: angle)
      if text[angle...].starts(with: tag) { start = text.index(angle, offsetBy: tag.count) }
    }
    return answer[start...]
  }

  /// `12: words`
  private static func numbered(_ line: Substring) -> (Int, String)? {
    let line = line.drop(while: \.isWhitespace)
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard digits.count < 6, let number = Int(digits), line.dropFirst(digits.count).first == ":" else { return nil }
    var wording = line.dropFirst(digits.count + 1).drop(while: \.isWhitespace)
    while wording.last?.isWhitespace ?? false { wording.removeLast() }
    return (number, String(wording))
  }
}
