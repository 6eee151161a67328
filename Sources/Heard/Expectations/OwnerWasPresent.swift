/// Whoever is to do something was there to hear it.
extension Expectation {
  static let ownerWasPresent = Expectation(
    "owner-was-present", .expectations, .warning, yields: ["owner-is-known"],
    gathering: Gathering(
      what: "actions went to people who were not there", question: "Do those who were not there know of these actions?"),
    "Whoever is given an action was there, or is told."
  ) { check in
    for (index, action) in check.openActions where !action.isCarriedOver {
      for owner in action.owners where !action.groups.contains(owner) {
        guard let person = check.person(owner), person.presence == .absent, check.isNamed(person, for: action) else {
          continue
        }
        let to = check.answering(check.areas(ofAction: index))
        check.report(
          .action(index), at: action.span, about: action.text + owner,
          "\(owner) was not there and is to do \(check.quote(action))",
          asks: Finding.Asked(
            text: (to == owner ? "Have you" : "Has \(owner)") + " agreed to \(check.quote(action))?", to: to),
          related: [Finding.Related(span: person.span, message: "named here as not present")])
        break
      }
    }
  }
}

extension Checking {
  /// The notes name somebody anew for an action; what stands below the line that says who is absent is what that person sent in.
  fileprivate func isNamed(_ person: Person, for action: Action) -> Bool {
    guard person.span.end <= action.span.start else { return true }
    let end = min(action.span.end + Checking.near, document.notes.count)
    let text = document.notes[max(person.span.end, action.span.start - 10 * Checking.near)..<end]
    let names = ([person.name] + person.aliases).compactMap { $0.split(separator: " ").first.map { Array($0.utf8) } }
    return text.indices.contains { start in names.contains { text[start...].starts(with: $0) } }
  }

  /// An owner may stand behind the task, in its line.
  private static let near = 80
}
