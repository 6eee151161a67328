/// Hears what a group answered to its own question of what to do.
import HeardGrammar

extension Hearing {
  /// "Should we sell the lamp?" with "Yes, in May" or "We will keep it" below it, where the notes name no speaker: written down as
  /// what was settled.
  mutating func hearDeliberated(_ unit: Unit, from before: Int) {
    guard unit.kinds.contains(.answer), unit.speaker == nil, unit.place.depth > 0, unit.utterance > 0,
      !isHeard(.decision, from: before), let first = unit.sentences.first, !isQuestion(first), !isDoubted(first),
      let asked = deliberation(above: unit)
    else { return }
    let isYesOrNo = asked == unit.utterance - 1 && saysYesOrNo(first)
    guard isYesOrNo || tellsWhatGroupDoes(first) else { return }
    let reply = trimmed(unit.range)
    let evidence = [Evidence(cue: "place/answered", weight: Weights.deliberated, span: span(unit.range))]
    var candidate = make(
      .decision, unit.range, unit, Weights.deliberated, evidence,
      text: isYesOrNo ? utterances[asked].opening + " " + reply : nil)
    if isYesOrNo { candidate.span = utterances[asked].span.union(span(unit.range)) }
    candidates.append(candidate)
  }

  /// The question of what to do that the unit stands right below, with nothing but what else stands below it in between.
  private func deliberation(above unit: Unit) -> Int? {
    let topic = utterances[unit.utterance].topic
    var position = unit.utterance - 1
    while position >= 0, unit.utterance - position <= Answers.children, utterances[position].topic == topic {
      let before = utterances[position]
      if before.depth < unit.place.depth {
        return before.depth == unit.place.depth - 1 && before.asks && before.deliberates ? position : nil
      }
      position -= 1
    }
    return nil
  }

  private func saysYesOrNo(_ sentence: SentenceCues) -> Bool {
    guard let first = sentence.range.first(where: { tokens.tokens[$0].kind == .word }) else { return false }
    return tagger.lists.isYesOrNo(tokens.tokens[first].word)
  }

  private func isDoubted(_ sentence: SentenceCues) -> Bool {
    isLeftOpen(sentence) || sentence.range.contains { isDoubtWord(at: $0) }
  }

  /// "We will require two keys.": begins with what the group does about it.
  private func tellsWhatGroupDoes(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains {
      cue($0).role == "settlement" && $0.range.lowerBound == sentence.range.lowerBound
    }
  }
}
