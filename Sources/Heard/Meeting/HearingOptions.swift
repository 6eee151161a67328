/// What a meeting is heard with, besides the notes and the Grammar.
public struct HearingOptions: Sendable {
  /// The meeting's day, where the caller knows better than the notes.
  public var date: Day?
  /// The name of the notes' file, which often holds the date.
  public var name: String?
  /// How `03/04` is read, where the caller knows.
  public var dialect: Dialect?
  /// The notes' language, a folder name of the Grammar, where the caller knows; nil: told for each block by its words.
  public var language: String?
  /// People whom the caller knows, whether or not the notes name them.
  public var knownPeople: [KnownPerson] = []
  /// Items below this confidence are not reported.
  public var minimalConfidence = 0.5
  /// Keep what was matched where, for `heard explain`.
  public var keepsTrace = false
  /// Keep what learned weights are given to, for learning them.
  public var keepsFeatures = false

  public init() {}
}

/// What one cue said at one place, whether or not an item came of it.
public struct TraceEntry: Sendable {
  public var cue: String
  public var weight: Double
  public var span: Span
  /// The cue speaks against something.
  public var isVeto: Bool
}
