/// The keys of `expectations.yml`, a list for each kind of mapping; the JSON Schema has the same.
extension Registry {
  static let keys: [String: [String]] = [
    "registry": [
      "partnership", "people", "areas", "goals", "deliverables", "norms", "framework", "severities", "allow",
    ],
    "partnership": ["name", "partners"],
    "person": ["name", "also", "handle", "partner", "role"],
    "area": ["name", "covers", "accountable", "responsible", "consulted", "informed"],
    "goal": ["name", "words"],
    "deliverable": ["name", "also", "owner", "area", "due", "milestones"],
    "milestone": ["name", "due"],
    "norm": ["text", "expects"],
    "allowance": ["expectation", "text", "reason"],
  ]

  /// Names of all expectations, as a registry may mention them.
  public static let expectationNames = [
    "topic-has-outcome", "setback-has-action", "next-meeting-is-set", "goal-is-touched", "action-has-owner",
    "action-has-one-owner", "owner-is-a-person", "owner-is-known", "owner-was-present", "owner-fits-role",
    "area-has-accountable", "action-is-concrete", "action-has-due-date", "due-date-is-exact", "due-date-is-ahead",
    "due-date-fits-milestone", "due-date-holds", "commitment-is-revisited", "commitment-is-kept",
    "deliverable-is-on-track", "owner-has-room", "decision-has-reason", "decision-has-decider", "decision-stands",
    "setback-is-explained", "question-is-answered", "everyone-is-heard", "commitment-is-firm",
    "assignment-is-accepted", "consulted-was-asked", "newcomer-is-introduced", "check-in-is-made",
    "disagreement-is-settled", "both-sides-are-heard", "framework-step-is-recorded", "objection-is-answered",
    "win-is-acknowledged", "delivery-is-thanked", "allowance-is-used", "allowance-has-reason",
    "allowance-names-expectation",
  ]
}
