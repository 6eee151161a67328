/// Whoever is new is introduced.
extension Expectation {
  static let newcomerIsIntroduced = Expectation(
    "newcomer-is-introduced", .connection, .note, "Whoever is here for the first time is introduced."
  ) { check in
    guard check.signs(.introduction).isEmpty else { return }
    var told: Set<String> = []
    for sign in check.signs(.newcomer) {
      guard let name = sign.people.first(where: { check.person($0) != nil }), told.insert(name).inserted else {
        continue
      }
      check.report(
        .meeting, at: sign.span, about: name, "\(name) is new, and the notes do not say who that is",
        asks: Finding.Asked(text: "Who is \(name), and what brings them here?", to: check.meeting.chair))
    }
  }
}
