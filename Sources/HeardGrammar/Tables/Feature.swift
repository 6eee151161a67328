/// One thing that can be seen of a sentence and of where it stands: what learned weights are given to.
@frozen
public struct Feature: Hashable, Sendable {
  @frozen
  public enum Kind: UInt32, CaseIterable, Sendable {
    /// A word of the sentence, and two that stand side by side.
    case word = 1
    case pair
    /// By place: the first three words, and the first two together.
    case first, second, third, opening
    /// A word of the nearest heading, and of the item around.
    case heading, above
    /// What is no word; see ``Trait``.
    case trait
  }

  public var kind: Kind
  /// Symbols; the second is 0 where a kind has but one.
  public var first: UInt32
  public var second: UInt32

  @inlinable
  public init(_ kind: Kind, _ first: UInt32, _ second: UInt32 = 0) {
    (self.kind, self.first, self.second) = (kind, first, second)
  }

  /// Behind the numbers of words: what stands for many words. In files of the Grammar they are written as `<person>`.
  @frozen
  public enum WordGroup: UInt32, CaseIterable, Sendable {
    case person = 0x80_0000
    case date, number, link, reference
    /// A word that no part of the Grammar knows.
    case other
  }

  /// What is seen of a sentence's form and place.
  @frozen
  public enum Trait: UInt32, CaseIterable, Sendable {
    case always = 1
    // Where it stands.
    case prose, item, subitem, deepItem, cell, turn, heading
    case listLine, dashed, further, detail, italic, struck, ticked, unticked, holdsItems
    case actions, decisions, questions, attendees, agenda, notes, done, template, reference, otherRole, noRole
    case proseOfActions, itemOfActions, subitemOfActions, personOfActions
    case besideActions, personBesideActions
    case firstSixth, secondSixth, thirdSixth, fourthSixth, fifthSixth, lastSixth
    // What is before it.
    case speaker, label
    case actionMarker, decisionMarker, questionMarker, otherMarker
    // What it looks like.
    case alone, firstOfSeveral, laterOfSeveral
    case capital, small, strong
    case endsInQuestion, endsInColon, endsInPeriod, endsInWord
    case upTo3, upTo7, upTo15, upTo31, over31
    case firstEd, firstIng, firstS, firstLy, secondEd, secondIng, secondS
    case personThenEd, personThenIng, personThenS, personThenPlain
  }
}

extension Grammar {
  /// A feature as files of the Grammar write it, its kind in front.
  public func name(of feature: Feature) -> String {
    func symbol(_ number: UInt32) -> String {
      if feature.kind == .trait { return Feature.Trait(rawValue: number).map { "\($0)" } ?? "" }
      return Feature.WordGroup(rawValue: number).map { "<\($0)>" } ?? text(ofWord: Int32(number))
    }
    let symbols = feature.second > 0 ? [symbol(feature.first), symbol(feature.second)] : [symbol(feature.first)]
    return (["\(feature.kind)"] + symbols).joined(separator: " ")
  }
}
