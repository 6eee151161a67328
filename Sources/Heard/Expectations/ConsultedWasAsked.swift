/// Those who are to be asked were there when it was decided.
extension Expectation {
  static let consultedWasAsked = Expectation(
    "consulted-was-asked", .listening, .warning, needs: [.areas],
    "Whoever is to be consulted in an area was there, or is named, when something in it is decided."
  ) { check in
    let named = check.meeting.people.filter { $0.presence != .absent }.map(\.name)
    for (index, decision) in check.meeting.decisions.enumerated() {
      for number in check.registry.areas(touching: decision.text) {
        let area = check.registry.areas[number]
        guard let missing = area.consulted.first(where: { !check.isAmong($0, named) }) else { continue }
        check.report(
          .decision(index), at: decision.span, about: decision.text + missing,
          "\(missing), who is to be consulted on “\(area.name)”, was not asked about \(check.quote(decision.text))",
          asks: Finding.Asked(text: "What do you think of \(check.quote(decision.text))?", to: missing))
        break
      }
    }
  }
}
