/// A comment allows something that there is.
extension Expectation {
  static let allowanceNamesExpectation = Expectation(
    "allowance-names-expectation", .transparency, .warning,
    "A comment that allows a finding names an expectation that there is."
  ) { check in
    for allowance in check.allowances where Expectation.named(allowance.name) == nil {
      let near = Expectation.nearest(to: allowance.name).map { "; did you mean “\($0)”?" } ?? ""
      check.report(
        .meeting, at: allowance.span, about: allowance.name, "there is no expectation “\(allowance.name)”\(near)")
    }
  }

  /// The expectation whose spelling a name was most likely meant to be; nil where none is near.
  public static func nearest(to name: String) -> String? { Nearest.spelling(to: name, among: all.map(\.name)) }
}
