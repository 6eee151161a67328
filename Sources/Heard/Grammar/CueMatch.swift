/// A place where a cue was heard.
public struct CueMatch: Sendable {
  /// A named part of a match.
  public struct Slot: Sendable, Equatable {
    /// As in ``Grammar/slot(named:)``; 0: not filled.
    public var name: Int32 = 0
    public var start: Int32 = 0
    public var end: Int32 = 0

    public var tokens: Range<Int> { Int(start)..<Int(end) }
  }

  /// Index into ``Grammar/cues``.
  public var cue: Int32
  /// The pattern among all patterns of the grammar.
  public var pattern: Int32
  public var tokens: Range<Int32>
  /// What the cue is evidence of.
  var kinds: Cue.Kinds
  /// Six at most, so that a match needs no memory of its own.
  public var slots: (Slot, Slot, Slot, Slot, Slot, Slot)

  init(cue: Int32, pattern: Int32, tokens: Range<Int32>, kinds: Cue.Kinds) {
    (self.cue, self.pattern, self.tokens, self.kinds) = (cue, pattern, tokens, kinds)
    slots = (Slot(), Slot(), Slot(), Slot(), Slot(), Slot())
  }

  /// The tokens of a slot; nil where the match did not fill it.
  public subscript(name: Int32) -> Range<Int>? {
    guard name > 0 else { return nil }
    if slots.0.name == name { return slots.0.tokens }
    if slots.1.name == name { return slots.1.tokens }
    if slots.2.name == name { return slots.2.tokens }
    if slots.3.name == name { return slots.3.tokens }
    if slots.4.name == name { return slots.4.tokens }
    if slots.5.name == name { return slots.5.tokens }
    return nil
  }

  mutating func fill(_ index: Int, _ slot: Slot) {
    switch index {
    case 0: slots.0 = slot
    case 1: slots.1 = slot
    case 2: slots.2 = slot
    case 3: slots.3 = slot
    case 4: slots.4 = slot
    default: slots.5 = slot
    }
  }
}
