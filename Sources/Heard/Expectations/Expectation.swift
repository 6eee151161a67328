/// One thing that the partners, or a good meeting, ask for.
///
/// Each has a file in this folder, named for the state it asks for, a page in `Samples/Expectations/`, and a line in ``all``.
public struct Expectation: Sendable {
  /// What trust between partners rests on.
  public enum Practice: String, Sendable, CaseIterable {
    case communication, expectations, reliability, transparency, listening, connection, conflict, recognition
  }

  /// What must be known before the expectation can say anything; without it, it stays silent.
  public enum Need: String, Sendable, CaseIterable {
    case people, areas, goals, deliverables, framework
  }

  /// How findings of one kind are told as one, where they are many and the registry does not name the expectation.
  struct Gathering: Sendable {
    /// Goes on from a number: "actions have no due date".
    var what: String
    var question: String
    /// Findings are told as one from so many on.
    var from = 3
  }

  /// What it is called in the registry, in notes and in outputs; never changes.
  public let name: String
  public let practice: Practice
  /// What it asks for, in one sentence.
  public let claim: String
  /// What a finding counts where the registry says nothing else.
  public let severity: Severity
  /// What the registry must declare.
  public let needs: [Need]
  /// Names of expectations of which a finding on the same item says enough, where the registry does not name this one.
  public let yields: [String]
  let gathering: Gathering?
  let check: @Sendable (inout Checking) -> Void

  init(
    _ name: String, _ practice: Practice, _ severity: Severity, needs: [Need] = [], yields: [String] = [],
    gathering: Gathering? = nil, _ claim: String, check: @escaping @Sendable (inout Checking) -> Void
  ) {
    (self.name, self.practice, self.severity, self.needs) = (name, practice, severity, needs)
    (self.yields, self.gathering, self.claim, self.check) = (yields, gathering, claim, check)
  }

  /// The expectation of that name.
  public static func named(_ name: String) -> Expectation? {
    byName[name]
  }

  private static let byName = all.reduce(into: NumberMap<Expectation>(most: all.count)) { map, expectation in
    map.change(expectation.name, from: expectation) { _ in }
  }
}
