/// Knows whose the parts of a task are, from the item that they stand below.
import HeardGrammar

extension Hearing {
  /// "Ana: update the page" above its parts: whose those are that name nobody.
  mutating func noteOwners(above unit: Unit) {
    guard let item = unit.place.item, holdsTasks(unit.place) else { return }
    let owners = owners(unit, nil, in: unit.sentences, isWhole: true)
    if !owners.isEmpty { ownersOfItem.set(item, owners) }
  }

  /// The words of an item of the actions that others stand below.
  func holdsTasks(_ place: Place) -> Bool {
    place.role == .actions && place.item != nil && !place.isFurther && hasChildren(place)
  }

  /// Those whom the nearest item around names that says whose it is.
  func owners(around place: Place) -> [Party]? {
    guard ownersOfItem.count > 0 else { return nil }
    var item = place.item
    while let above = item.flatMap({ self.item(around: $0) }) {
      if let owners = ownersOfItem[above] { return owners }
      item = above
    }
    return nil
  }
}
