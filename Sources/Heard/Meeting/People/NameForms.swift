/// The forms of names and whom each leads to, told by one look however many people share one.
struct NameForms: Sendable {
  /// How much a form says: a part of a name gives way to a whole one.
  enum Strength: UInt8, Comparable {
    case part, alias, whole
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// All that was said of one form: the first of those whom its strongest uses name, and whether they name others as well.
  private struct Form {
    var person: Int32
    var strength: Strength
    var isAmbiguous = false
  }

  /// By the words of a form, in one number.
  private var forms = NumberMap<Form>()
  /// By the first word of forms: a bit for each count of words that one has.
  private var lengths = NumberMap<UInt64>()
  /// A bit for each first word: most words of the notes are told from names by a look at these.
  private var firstWords = [UInt64](repeating: 0, count: 64)
  /// A bit for each letter that a form begins with.
  private var initials: UInt32 = 0

  private static let mostWords = 63

  private static func joined(_ hash: UInt64, _ key: NameKey) -> UInt64 {
    ((hash << 23 | hash >> 41) ^ key.hash) &* 0x9E37_79B9_7F4A_7C15
  }

  static func number(of keys: [NameKey]) -> UInt64 { keys.reduce(0) { joined($0, $1) } }

  mutating func add(_ keys: [NameKey], _ person: Int, _ strength: Strength) {
    guard let first = keys.first else { return }
    add(NameForms.number(of: keys), first, keys.count, person, strength)
  }

  /// A form of one word.
  mutating func add(_ key: NameKey, _ person: Int, _ strength: Strength) {
    add(NameForms.joined(0, key), key, 1, person, strength)
  }

  private mutating func add(_ number: UInt64, _ first: NameKey, _ count: Int, _ person: Int, _ strength: Strength) {
    firstWords[Int(first.hash >> 6 & 63)] |= 1 << (first.hash & 63)
    initials |= 1 << UInt32(first.initial & 31)
    let length: UInt64 = 1 << UInt64(min(count, NameForms.mostWords))
    lengths.change(first.hash, from: 0) { $0 |= length }
    let form = Form(person: Int32(truncatingIfNeeded: person), strength: strength)
    guard let place = forms.place(of: number) else {
      forms.add(number, form)
      return
    }
    var known = forms.values[place]
    if form.person == known.person {
      known.strength = max(known.strength, strength)
    } else if strength == known.strength {
      known.isAmbiguous = true
    } else if strength > known.strength {
      known = form
    }
    forms.change(place) { $0 = known }
  }

  /// Whom a sequence of words names.
  func resolve(_ keys: [NameKey]) -> Roster.Resolution {
    guard !keys.isEmpty, let form = forms[NameForms.number(of: keys)] else { return .unknown }
    return form.isAmbiguous ? .ambiguous : .person(Int(form.person))
  }

  /// Whether a word that begins with a byte may be the first of a form: most are told apart without a look at the others.
  func mayBegin(with byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 >= 26 || initials >> UInt32(byte & 31) & 1 == 1
  }

  /// The longest form that begins with `first`, for tagging: its word count, or 0.
  func longest(_ first: NameKey, _ next: (Int) -> NameKey?) -> Int {
    guard firstWords[Int(first.hash >> 6 & 63)] >> (first.hash & 63) & 1 == 1, var open = lengths[first.hash]
    else { return 0 }
    var longest = 0
    var count = 1
    var number = NameForms.joined(0, first)
    while true {
      if open >> UInt64(count) & 1 == 1 {
        if forms[number] != nil { longest = count }
        open &= ~(1 << UInt64(count))
      }
      guard open != 0, count < NameForms.mostWords, let key = next(count) else { return longest }
      number = NameForms.joined(number, key)
      count += 1
    }
  }
}
