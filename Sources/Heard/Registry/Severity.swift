/// How much a finding counts.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case off, note, warning, error

  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
