/// Labels in front of colons that may be speakers, counted until the whole of the notes tells whether they are.
struct SpeakerLabels {
  private var counts: [[NameKey]: (name: DeclaredName, count: Int, isKnownName: Bool)] = [:]
  /// Labels of initials alone, which nobody spelled out.
  private var initials: Set<[NameKey]> = []
  private var order: [[NameKey]] = []
  private var total = 0

  mutating func add(_ name: DeclaredName, isKnownName: Bool, isInitials: Bool = false) {
    total += 1
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
    return order.compactMap { keys in
      guard let label = counts[keys] else { return nil }
      switch roster.resolve(keys) {
      case .person, .ambiguous: return label.name
      case .unknown:
        let isSpoken = label.count >= 2 || initials.contains(keys) && order.count >= SpeakerLabels.manySpeakers
        return label.isKnownName || (turnsAreTaken && isSpoken) ? label.name : nil
      }
    }
  }
}
