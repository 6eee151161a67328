/// A comment that allows something says why.
extension Expectation {
  static let allowanceHasReason = Expectation(
    "allowance-has-reason", .transparency, .warning,
    "A comment that allows a finding says why; without a reason it allows nothing."
  ) { check in
    for allowance in check.allowances where allowance.reason == nil {
      check.report(
        .meeting, at: allowance.span, about: allowance.name,
        "“\(allowance.name)” is allowed without a reason; write it behind a dash: allow \(allowance.name) — why")
    }
  }
}
