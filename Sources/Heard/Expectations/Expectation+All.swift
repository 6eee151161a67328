/// Every expectation, grouped by practice, in the order in which findings of one place are told.
extension Expectation {
  public static let all: [Expectation] = [
    actionHasOwner
  ]
}
