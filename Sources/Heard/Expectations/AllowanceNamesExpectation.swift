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

  /// The expectation that shares most of a name's words; nil where none shares one.
  public static func nearest(to name: String) -> String? {
    let words = Set(name.split(separator: "-"))
    let scored = all.map {
      (
        name: $0.name,
        score: 2 * words.intersection($0.name.split(separator: "-")).count - $0.name.split(separator: "-").count
      )
    }
    guard let best = scored.max(by: { $0.score < $1.score }), !words.isDisjoint(with: best.name.split(separator: "-"))
    else { return nil }
    return best.name
  }
}
