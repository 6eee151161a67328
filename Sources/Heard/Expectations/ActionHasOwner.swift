/// Every action names somebody who will do it.
extension Expectation {
  static let actionHasOwner = Expectation(
    "action-has-owner", .expectations, .warning, "Every action names somebody who will do it."
  ) { _ in }
}
