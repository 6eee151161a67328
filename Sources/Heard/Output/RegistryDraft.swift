/// What a first registry can take from meetings: who was there or took something on, and what was worked on.
public struct RegistryDraft: Sendable {
  struct Someone: Sendable {
    var name: String
    var aliases: [String] = []
    var handle: String?
    var partner: String?
  }

  private(set) var people: [Someone] = []
  /// Titles of topics that something was settled or taken on under.
  private(set) var areas: [String] = []
  private var areaKeys: Set<[NameKey]> = []

  /// More than a partnership has; what is left out is to be written by hand.
  private static let (mostPeople, mostAreas, longest) = (300, 60, 100)

  public init() {}

  /// Takes in one meeting; in the order in which they are given, first names stay.
  public mutating func add(_ meeting: Meeting) {
    let owners = Set(meeting.actions.flatMap { action in action.owners.filter { !action.groups.contains($0) } })
    // Full names first, so that a first name finds its person.
    let heard = meeting.people.filter { $0.presence != .mentioned || owners.contains($0.name) }
    for person in heard.filter({ Registry.keys($0.name).count > 1 })
      + heard.filter({ Registry.keys($0.name).count == 1 })
    {
      add(person)
    }
    var worked: Set<Int> = []
    for topic in meeting.actions.map(\.topic) + meeting.decisions.map(\.topic) { if let topic { worked.insert(topic) } }
    for index in worked.sorted() where meeting.topics.indices.contains(index) {
      let title = meeting.topics[index].title
      let keys = Registry.keys(title)
      guard title != meeting.title, RegistryDraft.isFit(title), areas.count < RegistryDraft.mostAreas else { continue }
      if areaKeys.insert(keys).inserted { areas.append(title) }
    }
  }

  /// The organisations of the people, in the order in which they were heard.
  var partners: [String] {
    var seen: Set<String> = []
    return people.compactMap(\.partner).filter { seen.insert($0).inserted }
  }

  private mutating func add(_ person: Person) {
    guard RegistryDraft.isFit(person.name) else { return }
    let handles = person.aliases.filter { $0.hasPrefix("@") }
    let forms = person.aliases.filter { !$0.hasPrefix("@") }
    let index = known(person.name) ?? people.count
    if index == people.count {
      guard people.count < RegistryDraft.mostPeople else { return }
      release(person.name)
      people.append(Someone(name: person.name))
    }
    for form in forms where RegistryDraft.isFit(form) && !isTaken(form) { people[index].aliases.append(form) }
    if people[index].handle == nil, let handle = handles.first?.dropFirst(), RegistryDraft.isFit(String(handle)),
      !isTaken(String(handle), byOthersThan: index)
    {
      people[index].handle = String(handle)
    }
    if people[index].partner == nil, let partner = person.organisation, RegistryDraft.isFit(partner) {
      people[index].partner = partner
    }
  }

  /// Somebody of that name, or the only one whose first name it is.
  private func known(_ name: String) -> Int? {
    let keys = Registry.keys(name)
    if let index = people.firstIndex(where: { Registry.keys($0.name) == keys }) { return index }
    guard keys.count == 1 else { return nil }
    let called = people.indices.filter { index in
      Registry.keys(people[index].name).first == keys[0] || people[index].aliases.contains { Registry.keys($0) == keys }
    }
    return called.count == 1 ? called[0] : nil
  }

  /// Somebody bears this as a name of their own: as another's second name or handle it would mean two.
  private mutating func release(_ name: String) {
    let keys = Registry.keys(name)
    for index in people.indices {
      people[index].aliases.removeAll { Registry.keys($0) == keys }
      if people[index].handle.map({ Registry.keys($0) == keys }) ?? false { people[index].handle = nil }
    }
  }

  /// A name that means somebody already means nobody else.
  private func isTaken(_ form: String, byOthersThan own: Int? = nil) -> Bool {
    let keys = Registry.keys(form)
    return people.indices.contains { index in
      let person = people[index]
      return index != own
        && ([person.name] + person.aliases + (person.handle.map { [$0] } ?? [])).contains { Registry.keys($0) == keys }
    }
  }

  /// Words of a length that somebody would write down.
  private static func isFit(_ text: String) -> Bool {
    text.utf8.count <= longest && !Registry.keys(text).isEmpty
      && text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
