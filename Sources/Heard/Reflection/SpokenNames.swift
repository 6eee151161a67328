/// The ways in which people are named, as sequences of name keys.
struct SpokenNames {
  private struct Form {
    var keys: [UInt64]
    /// Whose it is, as the caller counts.
    var person: Int
  }

  /// By their first keys, and of those that begin alike the longest first.
  private var forms: [Form] = []
  /// Whose names do not count.
  private var left: Int?

  /// The names of one person.
  init(_ names: [String]) { self.init(people: [names.map(SpokenNames.keys)]) }

  /// The names of several people.
  init(people: [[[UInt64]]]) {
    for (person, names) in people.enumerated() {
      for keys in names where !keys.isEmpty { forms.append(Form(keys: keys, person: person)) }
    }
    forms.sort { ($0.keys[0], -$0.keys.count, $0.person) < ($1.keys[0], -$1.keys.count, $1.person) }
  }

  /// All but one of the people.
  func besides(_ person: Int) -> SpokenNames {
    var names = self
    names.left = person
    return names
  }

  /// How many words from an index on are one of the forms; nil: none.
  func length(in keys: [UInt64], at index: Int, _ isName: Bool) -> Int? {
    guard isName else { return nil }
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle].keys[0] < keys[index] { low = middle + 1 } else { high = middle }
    }
    while low < forms.count, forms[low].keys[0] == keys[index] {
      let form = forms[low]
      if form.person != left, keys[index...].starts(with: form.keys) { return form.keys.count }
      low += 1
    }
    return nil
  }

  static func keys(of name: String) -> [UInt64] { name.utf8.split(separator: 0x20).map { NameKey($0).hash } }
}
