/// Labels in front of colons that may be speakers, counted until the whole of the notes tells whether they are.
struct SpeakerLabels {
  private var counts: [[NameKey]: (name: DeclaredName, count: Int, isKnownName: Bool)] = [:]
  /// Labels of nothing but words that the Grammar does not know, and first names.
  private var unheard: Set<[NameKey]> = []
  /// Labels of initials alone, which nobody spelled out.
  private var initials: Set<[NameKey]> = []
  private var order: [[NameKey]] = []
  private var total = 0

  mutating func add(_ name: DeclaredName, isKnownName: Bool, isInitials: Bool = false, isUnheard: Bool = false) {
    total += 1
    if isUnheard { unheard.insert(name.keys) }
    if isInitials { initials.insert(name.keys) }
    if let known = counts[name.keys] {
      counts[name.keys] = (known.name, known.count + 1, known.isKnownName || isKnownName)
    } else {
      order.append(name.keys)
      counts[name.keys] = (name, 1, isKnownName)
    }
  }

  /// Among so many speakers initials that stand once are one of them.
  private static let manySpeakers = 6

  /// A label is a speaker where the roster or a first name says so, or where several labels take turns.
  func accepted(given roster: Roster) -> [DeclaredName] {
    let turnsAreTaken = order.count >= 2 && total >= 5
    let isTranscript = isTranscript(roster)
    return order.compactMap { keys in
      guard let label = counts[keys] else { return nil }
      switch roster.resolve(keys) {
      case .person, .ambiguous: return label.name
      case .unknown:
        let isSpoken = label.count >= 2 || initials.contains(keys) && order.count >= SpeakerLabels.manySpeakers
        let isAmongTurns = isTranscript && unheard.contains(keys)
        return label.isKnownName || (turnsAreTaken && isSpoken) || isAmongTurns ? label.name : nil
      }
    }
  }

  /// Enough people take turns that a name which nobody knows and which stands once is one of them.
  private func isTranscript(_ roster: Roster) -> Bool {
    var (people, turns) = (0, 0)
    for keys in order {
      guard let label = counts[keys], label.isKnownName || label.count >= 2 || roster.resolve(keys) != .unknown else {
        continue
      }
      people += 1
      turns += label.count
    }
    return people >= SpeakerLabels.manySpeakers && turns >= 2 * SpeakerLabels.manySpeakers && turns * 4 >= total * 3
  }
}
