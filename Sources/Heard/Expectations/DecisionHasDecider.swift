/// One can tell who decided.
extension Expectation {
  static let decisionHasDecider = Expectation(
    "decision-has-decider", .transparency, .note, yields: ["decision-has-reason"],
    gathering: Gathering(what: "decisions name nobody who decided", question: "Who decided each of these?"),
    "One can tell who decided, and whoever is accountable for the area was there."
  ) { check in
    for (index, decision) in check.meeting.decisions.enumerated() where decision.by.isEmpty {
      let areas = check.registry.areas(touching: decision.text)
      if check.hasRoll, areas.count == 1, let who = check.registry.areas[areas[0]].accountable.first,
        !check.wasPresent(who)
      {
        check.report(
          .decision(index), at: decision.span, about: decision.text,
          "\(check.quote(decision.text)) was decided without \(who), who is accountable for “\(check.registry.areas[areas[0]].name)”",
          asks: Finding.Asked(text: "Do you agree to \(check.quote(decision.text))?", to: who))
        continue
      }
      guard !check.hasRoll, decision.votes == nil, check.signs(.decider, in: decision.span).isEmpty else { continue }
      check.report(
        .decision(index), at: decision.span, about: decision.text,
        "the notes do not say who decided \(check.quote(decision.text))",
        asks: Finding.Asked(text: "Who decided this: \(check.quote(decision.text))?", to: check.answering(areas)))
    }
  }
}
