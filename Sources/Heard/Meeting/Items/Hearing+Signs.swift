/// Keeps what is said in passing and that the expectations ask for.
import HeardGrammar

extension Hearing {
  /// Notes the signs of an utterance. A reason is one; so is a decision's verb that says who decides.
  mutating func noteSigns(_ heard: [SentenceCues], _ place: Place) {
    guard place.role != .template, place.role != .reference else { return }
    for sentence in heard {
      for match in sentence.matches {
        let cue = cue(match)
        let kind: Sign.Kind?
        switch cue.kind {
        case .reason: kind = .reason
        case .sign: kind = cue.role.flatMap(Sign.Kind.init)
        default: kind = nil
        }
        guard let kind else { continue }
        var sign = Sign(kind: kind, span: span(match.range))
        if kind != .reason { sign.people = parties(in: sentence.range).map { $0.named(in: roster.people) } }
        signs.append(sign)
      }
    }
  }

  /// The one whom the notes name as the chair.
  func chair() -> String? {
    guard let name = fields.first(where: { $0.role == "chair" }) else { return nil }
    let index = roster.people.firstIndex { $0.name == name.text || $0.aliases.contains(name.text) }
    return index.flatMap { roster.isSilent($0) ? nil : roster.people[$0].name }
  }

  /// The words of a group; nil for a person, and for an office that one person holds ("the secretary").
  func group(_ party: Party) -> String? {
    guard case .group(let words) = party else { return nil }
    let last = words.split(separator: " ").last.map { grammar.word(String($0)) } ?? 0
    return tagger.lists.isOneOffice(last) ? nil : words
  }
}
