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
    /// A task that nobody can tell to be done.
    case vague
    /// A task that has an end.
    case concrete
  }

  public var kind: Kind
  /// The words of the cue.
  public var span: Span
  /// The people named in its sentence, as in ``Meeting/people``.
  public var people: [String] = []
}
