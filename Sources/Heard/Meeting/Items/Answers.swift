/// Tells which questions the notes answer: by a child item, by the sentence behind the question, or by the next speaker.
struct Answers {
  let utterances: [UtteranceRecord]
  /// How many utterances after a question its answer may begin.
  private static let reach = 2

  /// The answer's words, or nil where the question stays open.
  func answer(to question: Candidate, after rest: String?) -> String? {
    if let rest { return rest }
    let index = question.utterance
    guard utterances.indices.contains(index) else { return nil }
    let asked = utterances[index]
    var position = index + 1
    while position < utterances.count, position - index <= Answers.reach {
      let reply = utterances[position]
      guard reply.topic == asked.topic else { return nil }
      if let answer = child(reply, of: asked) { return answer }
      if asked.speaker == nil { return nil }
      if reply.isEcho {
        position += 1
        continue
      }
      return question.isIndirect && !reply.affirms ? nil : spoken(reply, to: asked)
    }
    return nil
  }

  /// A bullet under the question answers it, unless it asks or puts off.
  private func child(_ reply: UtteranceRecord, of asked: UtteranceRecord) -> String? {
    guard reply.depth > asked.depth, reply.speaker == nil || reply.speaker != asked.speaker, !reply.asks, !reply.defers
    else { return nil }
    return reply.opening
  }

  /// What the next speaker says answers, unless it asks back or puts off.
  private func spoken(_ reply: UtteranceRecord, to asked: UtteranceRecord) -> String? {
    guard let speaker = reply.speaker, speaker != asked.speaker, !reply.defers else { return nil }
    guard !reply.asks || reply.affirms else { return nil }
    return reply.opening
  }
}
