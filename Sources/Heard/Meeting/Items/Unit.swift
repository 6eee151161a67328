import HeardGrammar

/// One utterance with what was found in it: what the items are built from.
struct Unit {
  var utterance: Int
  var place: Place
  var speaker: Party?
  var range: Range<Int>
  var sentences: [Hearing.SentenceCues]
  var marker: CueMatch?
  /// The label in front of its words; empty where there is none.
  var label: Range<Int> = 0..<0
  /// The vetoes that reach all of it.
  var blockVetoes: [CueMatch] = []
  /// Of all cues in it: most utterances hold few kinds, and the others need not be looked for.
  var kinds: Cue.Kinds = []

  static let remarks: Cue.Kinds = [Cue.Kinds(.win), Cue.Kinds(.setback), Cue.Kinds(.disagreement)]
  /// Kinds without which an utterance holds no item but by its place.
  static let items = remarks.union([
    Cue.Kinds(.action), Cue.Kinds(.decision), Cue.Kinds(.question), Cue.Kinds(.marker),
  ])
  static let signs: Cue.Kinds = [Cue.Kinds(.reason), Cue.Kinds(.sign)]

  /// Most units hold no cue and stand nowhere in particular.
  var mayHoldItem: Bool { Unit.mayHoldItem(kinds, place) }

  static func mayHoldItem(_ kinds: Cue.Kinds, _ place: Place) -> Bool {
    if !kinds.isDisjoint(with: Unit.items) || !place.classRole.isEmpty || place.isTicked || place.isUnticked {
      return true
    }
    return place.role == .actions || place.role == .decisions || place.role == .questions
  }

  func mayHold(_ kind: Cue.Kind, in role: SectionRole) -> Bool {
    kinds.contains(kind) || marker != nil || place.role == role || !place.classRole.isEmpty
  }
}
