/// What the partners expect of each other, as they wrote it down in `expectations.yml`.
///
/// Every span counts bytes of that file: see ``source``. `Registry()` is what holds where there is no file.
public struct Registry: Sendable {
  /// The partners' undertaking.
  public struct Partnership: Sendable, Hashable {
    public var name: String?
    /// The organisations that take part.
    public var partners: [String]

    public init(name: String? = nil, partners: [String] = []) { (self.name, self.partners) = (name, partners) }
  }

  /// Somebody whom the partners declare.
  public struct Person: Sendable, Hashable {
    public var name: String
    /// Other names and initials.
    public var aliases: [String] = []
    /// Without the `@`.
    public var handle: String?
    /// One of ``Partnership/partners``.
    public var partner: String?
    public var role: String?
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
  }

  /// A part of the work, and who answers for it.
  public struct Area: Sendable, Hashable {
    public var name: String
    /// Words that name it, besides its name; `refund*` stands for all that begins so.
    public var covers: [String] = []
    /// Names as in ``Registry/people``, here and below. One in every file that was read without errors.
    public var accountable: [String] = []
    public var responsible: [String] = []
    public var consulted: [String] = []
    public var informed: [String] = []
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
  }

  /// What the partnership is for.
  public struct Goal: Sendable, Hashable {
    public var name: String
    /// Words that touch on it, besides its name, written as ``Area/covers`` are.
    public var words: [String] = []
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
  }

  /// A day on the way to a deliverable; never behind the deliverable's own.
  public struct Milestone: Sendable, Hashable {
    public var name: String
    public var due: Day
    public var span: Span

    public init(name: String, due: Day, span: Span) { (self.name, self.due, self.span) = (name, due, span) }
  }

  /// Something that the partners hand over.
  public struct Deliverable: Sendable, Hashable {
    public var name: String
    public var aliases: [String] = []
    /// A name as in ``Registry/people``.
    public var owner: String?
    /// A name as in ``Registry/areas``.
    public var area: String?
    public var due: Day?
    /// In the order of the file.
    public var milestones: [Milestone] = []
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
  }

  /// Something that the partners agreed to keep to in every meeting.
  public struct Norm: Sendable, Hashable {
    public var text: String
    /// Names of the expectations that say so; they hold even where they are off by default.
    public var expectations: [String] = []
    public var span: Span

    public init(text: String, span: Span) { (self.text, self.span) = (text, span) }
  }

  /// A step of the way in which the partners settle a conflict.
  public struct Step: Sendable, Hashable {
    public var name: String
    public var span: Span

    public init(name: String, span: Span) { (self.name, self.span) = (name, span) }
  }

  /// Findings that the partners accept, with the reason why.
  public struct Allowance: Sendable, Hashable {
    /// The name of the expectation.
    public var expectation: String
    /// Accepted only where the finding's words hold these; nil: everywhere.
    public var text: String?
    public var reason: String
    public var span: Span

    public init(expectation: String, text: String? = nil, reason: String, span: Span) {
      (self.expectation, self.text, self.reason, self.span) = (expectation, text, reason, span)
    }
  }

  public var partnership = Partnership()
  public var people: [Person] = []
  public var areas: [Area] = []
  public var goals: [Goal] = []
  public var deliverables: [Deliverable] = []
  public var norms: [Norm] = []
  /// The steps of the conflict framework, first to last.
  public var framework: [Step] = []
  /// By the name of the expectation.
  public var severities: [String: Severity] = [:]
  public var allowances: [Allowance] = []
  /// The file that it was read from; nil where there is none.
  public var source: Source?

  public init() {}
}

extension Registry {
  /// The file that a registry was read from, for printing places of it.
  public struct Source: Sendable {
    public var name: String
    public var bytes: [UInt8]
    public var lines: LineIndex

    public init(name: String, bytes: [UInt8]) {
      (self.name, self.bytes, lines) = (name, bytes, LineIndex(bytes))
    }
  }
}
