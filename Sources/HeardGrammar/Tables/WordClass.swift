/// What nearly every word of notes is asked: lists taken together, so that one look at a word tells.
@frozen
public struct WordClass: Sendable {
  /// Its bit, behind those of the languages that a word tells.
  @usableFromInline let place: UInt32

  @inlinable
  init(place: UInt32) { self.place = place }

  /// Begins an attempt at a date.
  @inlinable public static var dating: WordClass { WordClass(place: 16) }
  /// May be the first of somebody's name, or of a group's.
  @inlinable public static var naming: WordClass { WordClass(place: 17) }
  /// May be the first of a group's name.
  @inlinable public static var grouping: WordClass { WordClass(place: 18) }
  /// "presented": in front of "by" and whoever spoke.
  @inlinable public static var presenting: WordClass { WordClass(place: 19) }
  /// "action": marks a task in front of whoever is to do it.
  @inlinable public static var assigning: WordClass { WordClass(place: 20) }

  /// "said": what minutes tell that somebody at the meeting did.
  @inlinable public static var telling: WordClass { WordClass(place: 21) }
  /// "to", "will": between somebody's name and what they will do.
  @inlinable public static var leading: WordClass { WordClass(place: 22) }

  static let all: [WordClass] = [.dating, .naming, .grouping, .presenting, .assigning, .telling, .leading]

  /// Languages that words can tell.
  static let languages = 16

  /// The lists whose words it holds.
  public var lists: [String] {
    switch place {
    case WordClass.dating.place:
      [
        "month", "weekday", "date-weekdays", "date-unit", "date-edge-of-unit", "date-day", "date-vague", "date-event",
        "date-ordinal", "date-feast", "date-daytime", "date-day-end", "date-vague-end",
      ]
    case WordClass.naming.place: ["given-name"]
    case WordClass.presenting.place: ["presented-word"]
    case WordClass.assigning.place: ["assigning-word"]
    case WordClass.telling.place: ["telling-verb"]
    case WordClass.leading.place: ["before-infinitive", "promising-word", "after-name"]
    default: []
    }
  }

  /// The lists of whose members, of one word or several, it holds the first word.
  var openers: [String] { [WordClass.naming.place, WordClass.grouping.place].contains(place) ? ["group"] : [] }

  @inlinable
  var bit: UInt32 { 1 << place }
}

/// The classes of some words together.
@frozen
public struct WordClasses: Sendable {
  /// As it is packed.
  @usableFromInline var bits: UInt32

  @inlinable
  init(bits: UInt32) { self.bits = bits }

  @inlinable public static var none: WordClasses { WordClasses(bits: 0) }
  @inlinable public static var all: WordClasses { WordClasses(bits: .max) }

  @inlinable
  @inline(__always)
  public mutating func formUnion(_ others: WordClasses) { bits |= others.bits }

  @inlinable
  @inline(__always)
  public func contains(_ wordClass: WordClass) -> Bool { bits & PackedValues.packed(wordClass.bit) != 0 }
}

extension Grammar {
  /// The classes of a word, in any language.
  @inlinable
  @inline(__always)
  public func classes(ofWord word: Int32) -> WordClasses { WordClasses(bits: word > 0 ? tables.classes.raw(Int(word)) : 0) }

  /// Whether a word is in a class, in any language.
  @inlinable
  @inline(__always)
  public func isWord(_ word: Int32, _ wordClass: WordClass) -> Bool {
    classes(ofWord: word).contains(wordClass)
  }

  /// The languages that a word tells, a bit each.
  @inlinable
  @inline(__always)
  public func languages(toldBy word: Int32) -> UInt32 {
    let bits = classes(ofWord: word).bits
    return bits == 0 ? 0 : PackedValues.unpacked(bits) & 0xFFFF
  }
}
