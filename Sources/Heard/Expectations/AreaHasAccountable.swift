/// One person answers for each area that the meeting works on.
extension Expectation {
  static let areaHasAccountable = Expectation(
    "area-has-accountable", .expectations, .warning, needs: [.areas],
    "Exactly one person is accountable for an area that the meeting works on."
  ) { check in
    var first: [Int: (span: Span, text: String)] = [:]
    for (index, action) in check.meeting.actions.enumerated() {
      for area in check.areas(ofAction: index) where first[area] == nil { first[area] = (action.span, action.text) }
    }
    for decision in check.meeting.decisions {
      for area in check.registry.areas(touching: decision.text) where first[area] == nil {
        first[area] = (decision.span, decision.text)
      }
    }
    for (index, area) in check.registry.areas.enumerated() where area.accountable.count != 1 {
      guard let touched = first[index] else { continue }
      let who = area.accountable.isEmpty ? "nobody is" : "\(area.accountable.joined(separator: " and ")) are"
      check.report(
        .area(index), at: touched.span, about: area.name,
        "\(who) accountable for “\(area.name)”, which \(check.quote(touched.text)) belongs to",
        asks: Finding.Asked(
          text: "Who alone is accountable for “\(area.name)”?", to: area.accountable.first ?? check.meeting.chair))
    }
    for (index, action) in check.openActions {
      let areas = check.areas(ofAction: index).filter { check.registry.areas[$0].accountable.count == 1 }
      let accountable = areas.map { check.registry.areas[$0].accountable[0] }
      guard let one = accountable.first, let other = accountable.first(where: { $0 != one }) else { continue }
      check.report(
        .action(index), at: action.span, about: action.text,
        "both \(one) and \(other) are accountable for what \(check.quote(action.text)) is about",
        asks: Finding.Asked(text: "Who of you answers for \(check.quote(action.text))?", to: one))
    }
  }
}
