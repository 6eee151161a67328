/// Checks what is said about notes against the places in the notes that it rests on.
import HeardGrammar

public struct Fidelity: Sendable {
  let grammar: Grammar
  let meeting: Meeting
  let cast: Cast
  private let notes: Claims

  /// - Parameters:
  ///   - document: the document that the meeting was heard in.
  ///   - registry: its names may be used where the notes have another form of them.
  public init(meeting: Meeting, document: Document, registry: Registry = Registry(), _ grammar: Grammar = .builtIn) {
    (self.meeting, self.grammar) = (meeting, grammar)
    cast = Cast(meeting, registry, grammar)
    notes = Claims(meeting, document, cast, grammar, day: meeting.date)
  }

  /// How a sentence departs from the places that it rests on; empty: it is faithful.
  ///
  /// Its words may be heard's own. Held to the notes are names, numbers, units, dates, "not", "might", "if" and who does it.
  public func faults(in sentence: Sentence) -> [Fault] {
    var reader = ClaimReader(cast, grammar, language: meeting.language, day: meeting.date)
    let claim = reader.claim(in: sentence.text)
    guard let evidence = evidence(of: sentence) else { return [] }
    return Comparison(claim, with: evidence.notes, around: evidence.around, isWhole: false).faults
  }

  /// All that stands where a sentence rests, as one.
  private func evidence(of sentence: Sentence) -> (notes: Claim, around: Claim)? {
    var (notes, around): (Claim?, Claim) = (nil, Claim(span: Span(0, 0), text: ""))
    for span in sentence.spans {
      for index in self.notes.touched(by: span) {
        let place = self.notes.all[index]
        if notes == nil { notes = place } else { notes?.append(place) }
        notes?.actors += place.actors
        around.append(self.notes.surroundings[index])
      }
    }
    return notes.map { ($0, around) }
  }
}
