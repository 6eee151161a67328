/// What the partners wrote down in `expectations.yml`: who is who, who answers for what, what is due when.
public struct Registry: Sendable {
  public struct Partnership: Sendable {
    public var name: String
    public var partners: [String]
  }

  public struct Person: Sendable {
    public var name: String
    public var aliases: [String] = []
    public var handle: String?
    public var partner: String?
    public var role: String?
    public var span: Span
  }

  public struct Area: Sendable {
    public var name: String
    public var covers: [String] = []
    public var accountable: [String] = []
    public var responsible: [String] = []
    public var consulted: [String] = []
    public var informed: [String] = []
    public var span: Span
  }

  public struct Goal: Sendable {
    public var name: String
    public var words: [String] = []
    public var span: Span
  }

  public struct Milestone: Sendable {
    public var name: String
    public var due: Day
    public var span: Span
  }

  public struct Deliverable: Sendable {
    public var name: String
    public var aliases: [String] = []
    public var owner: String?
    public var area: String?
    public var due: Day?
    public var milestones: [Milestone] = []
    public var span: Span
  }

  public struct Norm: Sendable {
    public var text: String
    public var expectations: [String] = []
    public var span: Span
  }

  public struct Step: Sendable {
    public var name: String
    public var span: Span
  }

  public struct Allowance: Sendable {
    public var expectation: String
    public var text: String?
    public var reason: String
    public var span: Span
  }

  public var partnership: Partnership?
  public var people: [Person] = []
  public var areas: [Area] = []
  public var goals: [Goal] = []
  public var deliverables: [Deliverable] = []
  public var norms: [Norm] = []
  public var framework: [Step] = []
  public var severities: [String: Severity] = [:]
  public var allowances: [Allowance] = []

  public init() {}
}
