/// Hears what a group answered to its own question of what to do.
import HeardGrammar

extension Hearing {
  /// "Should we sell the lamp?" with "Yes, in May" below it, where the notes name no speaker: written down as what was settled.
  mutating func hearDeliberated(_ unit: Unit, from before: Int) {
    guard unit.kinds.contains(.answer), unit.speaker == nil, unit.place.depth > 0, unit.utterance > 0,
      !isHeard(.decision, from: before), let first = unit.sentences.first, !isQuestion(first), saysYesOrNo(first)
    else { return }
    let asked = utterances[unit.utterance - 1]
    guard asked.asks, asked.deliberates, asked.depth == unit.place.depth - 1, asked.topic == utterances[unit.utterance].topic
    else { return }
    let reply = trimmed(unit.range)
    let evidence = [Evidence(cue: "place/answered", weight: Weights.deliberated, span: span(unit.range))]
    var candidate = make(
      .decision, unit.range, unit, Weights.deliberated, evidence, text: asked.opening + " " + reply)
    candidate.span = asked.span.union(span(unit.range))
    candidates.append(candidate)
  }

  /// Begins with yes or no, and neither doubts nor puts off.
  private func saysYesOrNo(_ sentence: SentenceCues) -> Bool {
    guard let first = sentence.range.first(where: { tokens.tokens[$0].kind == .word }) else { return false }
    return tagger.lists.isYesOrNo(tokens.tokens[first].word) && !isLeftOpen(sentence)
      && !sentence.range.contains { isDoubtWord(at: $0) }
  }
}
