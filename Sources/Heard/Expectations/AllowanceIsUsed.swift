/// What a comment allows is there to be allowed.
extension Expectation {
  static let allowanceIsUsed = Expectation(
    "allowance-is-used", .transparency, .warning, "A comment that allows a finding has one to allow."
  ) { check in
    for allowance in check.allowances where !allowance.isUsed && allowance.reason != nil {
      guard Expectation.named(allowance.name) != nil else { continue }
      check.report(
        .meeting, at: allowance.span, about: allowance.name,
        "there is no finding of “\(allowance.name)” here to allow; take the comment out")
    }
  }
}
