/// Every action names somebody who will do it.
extension Expectation {
  static let actionHasOwner = Expectation(
    "action-has-owner", .expectations, .warning, "Every action names somebody who will do it."
  ) { check in
    for (index, action) in check.openActions where action.owners.isEmpty && action.isMeant {
      let to = check.answering(check.areas(ofAction: index))
      check.report(
        .action(index), at: action.span, about: action.text, "nobody is named for \(check.quote(action.text))",
        asks: Finding.Asked(text: "Who will do this: \(check.quote(action.text))?", to: to))
    }
  }
}

extension Action {
  /// The notes write it down as an action, or it is heard without much doubt and is no request to all who listen: such things
  /// are said in passing, and nobody is missed.
  var isMeant: Bool {
    let isWrittenDown = evidence.contains {
      $0.cue.contains("/section/") || $0.cue.contains("/marker/") || $0.cue.hasPrefix("place/") && $0.weight > 0
    }
    return isWrittenDown || firmness != .asked && confidence >= 0.7
  }
}
