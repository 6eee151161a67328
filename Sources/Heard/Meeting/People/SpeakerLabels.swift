/// Labels in front of colons that may be speakers, counted until the whole of the notes tells whether they are.
struct SpeakerLabels {
  private struct Label {
    let keys: [NameKey]
    let name: DeclaredName
    var count = 1
    var isKnownName: Bool
    /// Nothing but words that the Grammar does not know, and first names.
    var isUnheard = false
    /// Initials alone, which nobody spelled out.
    var isInitials = false
    /// A colon stands behind it.
    var isColoned = false
    /// One word that may be any: in front of a turn it is a name unless the notes have it as a word.
    var isLoneWord = false
  }

  /// In the order in which they were first seen.
  private var labels: [Label] = []
  /// By the words of a label, in one number.
  private var places = NumberMap<Int>()
  private var total = 0
  /// By how a label is written, with what stands around it: the label that it was read as, or nil where it was none.
  private var written = NumberMap<Int?>()

  /// Counts a label that stands there again, letter for letter; false: it was not seen before.
  mutating func addAgain(_ label: UInt64) -> Bool {
    guard let known = written[label] else { return false }
    if let known {
      total += 1
      labels[known].count += 1
    }
    return true
  }

  /// Remembers what a label was read as; nil: as no speaker's.
  mutating func note(_ label: UInt64, as keys: [NameKey]?) {
    let place = keys.flatMap { places[NameForms.number(of: $0)] }
    if let known = written.place(of: label) { written.change(known) { $0 = place } } else { written.add(label, place) }
  }

  mutating func add(
    _ name: DeclaredName, isKnownName: Bool, isInitials: Bool = false, isUnheard: Bool = false, isLoneWord: Bool = false,
    isColoned: Bool = false
  ) {
    total += 1
    let number = NameForms.number(of: name.keys)
    let known = places[number]
    if let known {
      labels[known].count += 1
    } else {
      places.add(number, labels.count)
      labels.append(Label(keys: name.keys, name: name, isKnownName: false))
    }
    let place = known ?? labels.count - 1
    if isKnownName { labels[place].isKnownName = true }
    if isUnheard { labels[place].isUnheard = true }
    if isInitials { labels[place].isInitials = true }
    if isLoneWord { labels[place].isLoneWord = true }
    if isColoned { labels[place].isColoned = true }
  }

  /// The labels of two or three capitals and nothing else.
  var initials: [DeclaredName] {
    labels.map(\.name).filter { name in
      name.words.count == 1 && (2...3).contains(name.words[0].count) && name.words[0].allSatisfy { 0x41...0x5A ~= $0 }
    }
  }

  /// Among so many speakers initials that stand once are one of them.
  private static let manySpeakers = 6

  /// A label is a speaker where the roster or a first name says so, or where several labels take turns.
  ///
  /// - Parameter isWord: the notes have what the label says in small letters as well.
  func accepted(given roster: Roster, isWord: ([UInt8]) -> Bool) -> [DeclaredName] {
    let turnsAreTaken = labels.count >= 2 && total >= 5
    // A code among names is a thing: initials come in company.
    let initials = labels.count { $0.isInitials }
    let areSpokenBy = labels.contains { !$0.isInitials && ($0.isKnownName || roster.resolve($0.keys) != .unknown) }
    let isTranscript = isTranscript(roster)
    // "Acme thinks …": whom people come from is none of them.
    let organisations = roster.people.reduce(into: NumberMap<Bool>()) { known, person in
      if let name = person.organisation { known.set(name, true) }
    }
    var looks = 0
    return labels.compactMap { label in
      switch roster.resolve(label.keys) {
      // Of an absent person minutes can tell what they said or wrote before.
      case .person(let person):
        return label.isUnheard && !label.isColoned && roster.people[person].presence == .absent ? nil : label.name
      // Which of two it is, is not told; a third person it is not.
      case .ambiguous: return nil
      case .unknown:
        if organisations[label.name.text] != nil { return nil }
        if label.isInitials, initials == 1, label.count <= 2, areSpokenBy { return nil }
        let isSpoken = label.count >= 2 || label.isInitials && labels.count >= SpeakerLabels.manySpeakers
        if turnsAreTaken && isSpoken || label.isKnownName && !label.isLoneWord { return label.name }
        guard label.isKnownName || isTranscript && label.isUnheard else { return nil }
        guard !label.isInitials, let last = label.name.words.last,
          label.name.words.count == 1 || label.isColoned && !label.isKnownName,
          looks < SpeakerLabels.mostLooks
        else { return label.name }
        looks += 1
        return isWord(last) ? nil : label.name
      }
    }
  }

  /// Each goes through the notes.
  private static let mostLooks = 16

  /// Enough people take turns that a name which nobody knows and which stands once is one of them.
  private func isTranscript(_ roster: Roster) -> Bool {
    var (people, turns) = (0, 0)
    for label in labels where label.isKnownName || label.count >= 2 || roster.resolve(label.keys) != .unknown {
      people += 1
      turns += label.count
    }
    return people >= SpeakerLabels.manySpeakers && turns >= 2 * SpeakerLabels.manySpeakers && turns * 4 >= total * 3
  }
}
