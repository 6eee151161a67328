/// A name as one place of the notes declares it: an entry of an attendee list, a speaker's label, a cell of a roll.
struct DeclaredName: Sendable {
  struct Alias: Sendable {
    var text: String
    var keys: [NameKey]
    var isHandle: Bool
  }

  var text: String
  /// The words of the name as bytes of the notes.
  var words: [[UInt8]]
  var keys: [NameKey]
  var aliases: [Alias] = []
  var organisation: String?
  /// What the roll says in small letters behind the name: "(treasurer)".
  var office: String?
  /// Its first word is one such as "Ms".
  var isHonoured = false
  /// Its first word is a first name of the Grammar.
  var hasGivenName = false
  var presence: Person.Presence
  var span: Span

  init(words: [[UInt8]], text: String, presence: Person.Presence, span: Span) {
    self.words = words
    self.text = text
    self.keys = words.map { NameKey($0) }
    self.presence = presence
    self.span = span
  }

  /// The last name of somebody whose first name this goes behind.
  func behind(_ first: DeclaredName) -> DeclaredName {
    var name = DeclaredName(
      words: first.words + words, text: first.text + " " + text, presence: presence, span: span.union(first.span))
    name.hasGivenName = first.hasGivenName
    return name
  }

  /// An alias is the first letters of all words: "Ana Silva (AS)".
  var isInitialled: Bool {
    let initials = NameKey(words.compactMap(\.first))
    return aliases.contains { $0.keys == [initials] }
  }

  /// Two words of the name are one first name: "Anne-Marie".
  var isHyphenated: Bool { words.count > 1 && text.utf8.dropFirst(words[0].count).first == 0x2D }

  /// Ways in which people make a nickname of their name: initials, both names run together, one of them cut.
  var nicknames: [NameKey] {
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    var forms = [NameKey(words.lazy.compactMap(\.first))]
    if words.count > 2, let first = first.first, let last = last.first { forms.append(NameKey([first, last])) }
    // "JC" is Jean-Claude Silva.
    if words.count > 2, isHyphenated, let initial = first.first, let second = words[1].first { forms.append(NameKey([initial, second])) }
    guard last.count > 1 else { return forms }
    forms.reserveCapacity(8)
    forms.append(NameKey(first, last))
    for count in 1...3 {
      if count < first.count { forms.append(NameKey(first[..<count], last)) }
      if count < last.count { forms.append(NameKey(first, last[..<count])) }
    }
    return forms
  }
}
