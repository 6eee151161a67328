/// Looks back at what was heard in the utterance at hand.
extension Hearing {
  /// Keeps whether a task or something settled was heard in an utterance.
  mutating func noteItems(_ unit: Unit, from first: Int) {
    for index in first..<candidates.count where candidates[index].score >= 2 && candidates[index].utterance == unit.utterance {
      if candidates[index].kind == .action {
        utterances[unit.utterance].isTask = true
        if !candidates[index].owners.isEmpty { utterances[unit.utterance].isOwned = true }
      }
      if candidates[index].kind == .decision { utterances[unit.utterance].decides = true }
    }
  }

  /// Whether something of a kind was heard since; by index, since a candidate is long and copied for a closure.
  func isHeard(_ kind: Candidate.Kind, from first: Int, atLeast score: Double = -.infinity) -> Bool {
    for index in first..<candidates.count where candidates[index].kind == kind && candidates[index].score >= score { return true }
    return false
  }
}
