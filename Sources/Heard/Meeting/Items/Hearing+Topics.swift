/// Opens the topics that lines announce.
import HeardGrammar

extension Hearing {
  /// "topic: …" on a line of its own opens a topic.
  mutating func openLabelledTopic(_ range: Range<Int>) -> Bool {
    let reader = UtteranceReader(text: text, tokens: tokens)
    // "#topic …", "!topic …": told to the bot that keeps the minutes.
    let isCommand = tokens.tokens[range.lowerBound].mark == 0x23 || tokens.tokens[range.lowerBound].mark == 0x21
    let label = isCommand ? range.lowerBound + 1..<range.lowerBound + 2 : reader.label(at: range.lowerBound)
    guard let label, label.upperBound + 1 < range.upperBound,
      let match = matcher.matchWhole(.field, tokens, range: label, preferring: spoken),
      grammar.cues[Int(match.cue)].role == "topic"
    else { return false }
    labelledTopic = topics.count
    let title = (label.upperBound + (isCommand ? 0 : 1))..<range.upperBound
    topics.append(Topic(title: string(title), span: span(title)))
    return true
  }
}
