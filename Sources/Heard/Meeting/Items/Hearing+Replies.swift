/// Keeps of an utterance what tells whether it answers the ones before it.
import HeardGrammar

extension Hearing {
  func readReply(_ heard: [SentenceCues], _ kinds: Cue.Kinds, into record: inout UtteranceRecord) {
    if kinds.contains(.marker) { readMarkers(heard, into: &record) }
    if kinds.contains(.answer) {
      for match in heard.lazy.flatMap(\.matches) where match.kinds.contains(.answer) {
        let role = cue(match).role ?? ""
        // Who says a good deal before putting something off has told what there is to tell.
        let isLate = record.words > UtteranceRecord.longReply && !(heard.first?.range.contains(match.range.lowerBound) ?? true)
        if role != "deferral" || !isLate { note(role, isAlone: heard.count == 1, in: &record) }
      }
    }
    let range = (heard.first?.range.lowerBound ?? 0)..<(heard.last?.range.upperBound ?? 0)
    var asked: UtteranceRecord.Told = []
    for index in utterances.indices.suffix(Answers.reach) { asked.formUnion(utterances[index].asksFor) }
    if asked.isEmpty { return }
    for kind in UtteranceRecord.Told.all where asked.contains(kind) && tells(of: kind, range) {
      record.tells.insert(kind)
      if !record.defers, let first = heard.first, heard.count > 1, tells(of: kind, first.range) { record.tellsAtOnce = true }
    }
  }

  private func readMarkers(_ heard: [SentenceCues], into record: inout UtteranceRecord) {
    record.isMarkedAnswer =
      heard.first?.matches.contains { cue($0).kind == .marker && cue($0).role == "answer" } ?? false
    for match in heard.lazy.flatMap(\.matches) where cue(match).kind == .marker {
      if cue(match).role == "decision" { record.concludes = true }
      if cue(match).role == "proposal" { record.proposes = true }
    }
  }

  private func note(_ role: String, isAlone: Bool, in record: inout UtteranceRecord) {
    switch role {
    case "deferral": record.defers = true
    case "doubt": record.doubts = record.words <= UtteranceRecord.shortReply
    case "affirmation": record.affirms = true
    case "guess": record.guesses = true
    case "stand": record.takesSide = true
    case "settlement": record.settles = true
    case "verdict": record.isVerdict = true
    case "echo": record.isEcho = record.isEcho || isAlone
    case "aside": record.isAside = isAlone
    case "reported": record.reports = true
    case "offer": record.offers = true
    case "option": record.weighs = true
    case "unmarked": record.isMarkedAnswer = record.isMarkedAnswer || utterances.last?.asks ?? false
    case "asks-more": record.asksMore = true
    case "asks-what-to-do": record.deliberates = true
    case "discussion": record.isDiscussion = true
    case "asks-time": record.asksFor.insert(.time)
    case "asks-person": record.asksFor.insert(.person)
    case "asks-amount": record.asksFor.insert(.amount)
    default: break
    }
  }

  /// Whether words tell anything of a kind: a number or date, a name, or a word of the Grammar's list.
  private func tells(of kind: UtteranceRecord.Told, _ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = tokens.tokens[index]
      if token.kind == .number || token.kind == .url || token.kind == .reference { return true }
      if tagger.lists.tells(token.word, of: kind) { return true }
      if kind == .time { return dates.contains { $0.tokens.contains(index) } }
      guard kind == .person else { return false }
      let isUpper = text.bytes[Int(token.start)] >= 0x41 && text.bytes[Int(token.start)] <= 0x5A
      return Int(tokens.personEnd[index]) > index || isUpper && index > range.lowerBound || token.kind == .handle
    }
  }
}
