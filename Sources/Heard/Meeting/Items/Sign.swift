/// Something that notes say in passing and that bears on what a good meeting is expected to do: a cue of kind `sign`, or of
/// kind `reason`, and where.
public struct Sign: Sendable {
  /// The cue's role.
  public enum Kind: String, Sendable, CaseIterable {
    /// When the next meeting is.
    case nextMeeting = "next-meeting"
    /// Somebody is here for the first time, or new to the work.
    case newcomer
    /// Somebody says who somebody is.
    case introduction
    /// How people are was asked or told.
    case checkIn = "check-in"
    /// Thanks and praise.
    case thanks
    /// What was in dispute is settled.
    case settlement
    /// Another view is told beside the first.
    case side
    /// Why something is so or happened.
    case reason
    /// Who or what body decided.
    case decider
    /// What was settled before is settled anew.
    case reversal
    /// Somebody takes on what was asked of them.
    case acceptance
    /// Somebody is at work on what went wrong, or it is well again.
    case underway
    /// Something asked is put off, or nobody knows.
    case leftOpen = "left-open"
    /// A question to all about the course of the meeting, which wants no answer in the notes.
    case floor
    /// A decision that every meeting takes, such as to approve the minutes.
    case routine
    /// A task that nobody can tell to be done.
    case vague
    /// A task that has an end.
    case concrete

    /// The kind's place among all.
    var number: Int { Kind.allCases.firstIndex(of: self) ?? 0 }

    /// The library's own way to find one of so many makes a dictionary first.
    public init?(rawValue: String) {
      guard let kind = Kind.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = kind
    }
  }

  public var kind: Kind
  /// The words of the cue.
  public var span: Span
  /// The people named in its sentence, as in ``Meeting/people``.
  public var people: [String] = []
}
