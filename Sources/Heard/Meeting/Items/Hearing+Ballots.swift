/// Hears what was carried from the votes that each member has a line for.
import HeardGrammar

extension Hearing {
  /// "Ana Silva - yes", "Ben Okafor - no" below a motion: it stands while more are for it than against.
  mutating func countBallot(_ unit: Unit) {
    guard let sentence = unit.sentences.first(where: { isBallot($0) }), let ballot = ballot(in: sentence), var motion = openMotion,
      isBallotOf(motion, unit)
    else { return }
    motion.latest = unit.utterance
    let yields = cue(ballot).yields
    if yields.contains("for") { motion.ballots.ayes += 1 }
    if yields.contains("against") { motion.ballots.nays += 1 }
    let isCarried = motion.ballots.ayes > max(1, motion.ballots.nays)
    if let known = motion.candidate, isOnlyCounted(known) {
      candidates[known].score = isCarried ? Weights.ballots : 0
    } else if isCarried, motion.candidate == nil {
      let evidence = [Evidence(cue: Hearing.ballotCue, weight: Weights.ballots, span: span(unit.range))]
      var candidate = make(.decision, unit.range, unit, Weights.ballots, evidence, text: motion.text)
      candidate.span = motion.span
      candidate.wordKeys = motion.wordKeys
      candidate.utterance = motion.utterance
      dropWording(of: motion)
      motion.candidate = candidates.count
      candidates.append(candidate)
    }
    openMotion = motion
  }

  /// "Yes." below "Conclusion": nobody in particular votes, and so it is what was settled.
  func isBareVote(_ unit: Unit) -> Bool {
    unit.speaker == nil && unit.sentences.allSatisfy { isBallot($0) && parties(in: $0.range).isEmpty }
  }

  func isBallot(_ sentence: SentenceCues) -> Bool { ballot(in: sentence) != nil }

  private func ballot(in sentence: SentenceCues) -> CueMatch? {
    sentence.matches.first { cue($0).kind == .sign && cue($0).role == "ballot" }
  }

  /// Whether nothing but the votes below it has told so far that it was settled.
  func isOnlyCounted(_ candidate: Int) -> Bool { candidates[candidate].evidence.first?.cue == Hearing.ballotCue }

  private func isBallotOf(_ motion: Motion, _ unit: Unit) -> Bool {
    unit.utterance - motion.latest <= Hearing.longestVote
      && utterances[motion.utterance].heading == utterances[unit.utterance].heading
  }

  private static let ballotCue = "place/ballots"

  /// "Roll call: Ana - aye, Ben - nay.", "Seconded by Ana.": how a motion went on.
  func isProcedure(_ sentence: SentenceCues) -> Bool {
    sentence.matches.contains { cue($0).kind == .sign && cue($0).role == "procedure" }
  }
}
