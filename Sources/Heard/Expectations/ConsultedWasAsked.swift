/// Those who are to be asked were there when it was decided.
extension Expectation {
  static let consultedWasAsked = Expectation(
    "consulted-was-asked", .listening, .warning, needs: [.areas],
    "Whoever is to be consulted in an area was there, or is named, when something in it is decided."
  ) { check in
    for (index, decision) in check.meeting.decisions.enumerated() {
      for number in check.areas(ofDecision: index) {
        let area = check.registry.areas[number]
        guard let missing = area.consulted.first(where: { !check.isNamed($0) }) else { continue }
        check.report(
          .decision(index), at: decision.span, about: decision.text + missing,
          "\(missing), who is to be consulted on “\(area.name)”, was neither there nor named for \(check.quote(decision.text))",
          asks: Finding.Asked(text: "What do you think of \(check.quote(decision.text))?", to: missing))
        break
      }
    }
  }
}
