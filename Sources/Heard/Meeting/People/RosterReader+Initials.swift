/// Finds out whom initials mean in notes whose roll has first names alone.
extension RosterReader {
  /// "SK: …", "DA: …", "FP: …" below a roll of "Simon, Dragoș, Florin": each label begins as one of the roll does, and no two as the same.
  /// Where one of them fits nobody, or two, they say nothing: whose last names begin so is not told.
  func nameInitials(in roster: inout Roster) {
    let labels = speakers.initials.filter { roster.resolve($0.keys) == .unknown }
    guard labels.count >= RosterReader.fewestInitials, labels.count <= RosterReader.mostInitials else { return }
    var joined: [DeclaredName] = []
    for label in labels {
      let alike = declared.filter { $0.keys.first?.initial == label.keys.first?.initial }
      guard var name = alike.first, alike.allSatisfy({ $0.keys == name.keys }), name.keys.count == 1,
        !joined.contains(where: { $0.keys == name.keys })
      else { return }
      name.aliases = [.init(text: label.text, keys: label.keys, isHandle: false)]
      joined.append(name)
    }
    for name in joined { roster.add(name) }
  }

  private static let fewestInitials = 3
  /// Each is held against the whole roll.
  private static let mostInitials = 64
}
