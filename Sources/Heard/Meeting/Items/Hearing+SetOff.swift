/// Tells what is set off from the words around it: labels in bold, and headings that name a decision.
import HeardGrammar

extension Hearing {
  /// A label that needs no colon has to be bold, with plain words behind it, or begin a bold run within a line.
  func isSetOff(_ match: CueMatch) -> Bool {
    guard match.kinds.contains(.marker) else { return true }
    let isRun = cue(match).yields.contains("bold-run")
    guard isRun || cue(match).yields.contains("bold") else { return true }
    guard match.range.upperBound < tokens.tokens.count else { return false }
    return match.range.allSatisfy { tokens.tokens[$0].flags.contains(.strong) }
      && tokens.tokens[match.range.upperBound].flags.contains(.strong) == isRun
      && !(isRun && tokens.tokens[match.range.lowerBound].flags.contains(.lineStart))
  }

  /// "Decision: Sell the mill" and "Minutes approved: 7-0" are headings that say what was decided; "Decision: Mill" may only say
  /// what about.
  func namesDecision(_ match: CueMatch) -> Bool {
    if match.kinds.contains(.decision) { return cue(match).yields.contains("counted") }
    guard match.kinds.contains(.marker), cue(match).role == "decision", match.range.upperBound < tokens.tokens.count
    else { return false }
    return tagger.lists.isTask(tokens.tokens[match.range.upperBound].word)
  }
}
