/// Who is named in the notes, by every form of their name.
///
/// A form is a sequence of folded words. It leads to a person only while one candidate is left: where two are possible the
/// mention stays without a person, and so does every owner that would follow from it.
struct Roster: Sendable {
  private(set) var people: [Person] = []
  private var forms = NameForms()
  private var words: [[NameKey]] = []
  /// By the word for an office: who holds it.
  private var offices: [String: Set<Int>] = [:]
  private var firstNames = FirstNames()
  /// By the first word of a name: who has had it there.
  private var byFirst: [UInt64: [Int]] = [:]

  /// Short forms are looked for among so many people who have a name's beginning in common, so that hostile rolls stay
  /// linear: no meeting has as many.
  private static let mostCompared = 1000

  typealias Strength = NameForms.Strength

  enum Resolution: Equatable {
    case person(Int)
    case ambiguous
    case unknown
  }

  /// Whom a sequence of words names.
  func resolve(_ keys: [NameKey]) -> Resolution { forms.resolve(keys) }

  /// The longest form that begins with `first`, for tagging: its word count, or 0.
  func longestForm(_ first: NameKey, _ next: (Int) -> NameKey?) -> Int { forms.longest(first, next) }

  /// Takes a person in, or finds the one whom the words already name without doubt.
  @discardableResult
  mutating func add(_ name: DeclaredName) -> Int {
    let known = person(for: name)
    let index = known ?? people.count
    if known == nil {
      people.append(Person(name: name.text, organisation: name.organisation, presence: name.presence, span: name.span))
      words.append([])
      setWords(of: index, name.keys)
      if let first = name.words.first { firstNames.add(Roster.small(first), index) }
      addForms(of: name, to: index)
    } else {
      merge(name, into: index)
    }
    for alias in name.aliases { addAlias(alias, to: index) }
    if let office = name.office { offices[office.lowercased(), default: []].insert(index) }
    return index
  }

  /// Who alone holds an office by the roll, "Ruth Berg (treasurer)".
  func holder(of office: String) -> Int? {
    let word = office.lowercased().split(separator: " ").last.map(String.init) ?? ""
    guard let holders = offices[word], holders.count == 1 else { return nil }
    return holders.first
  }

  private func person(for name: DeclaredName) -> Int? {
    if case .person(let index) = resolve(name.keys) {
      // "Ana" is Ana Silva while there is one Ana; "Ana Costa" is somebody else.
      if name.keys.count <= words[index].count || isExtension(name.keys, of: index) { return index }
    }
    if let index = initialed(name) ?? shortened(name) { return index }
    for alias in name.aliases {
      guard case .person(let index) = resolve(alias.keys), words[index].count == 1 || alias.isHandle else { continue }
      // "AS" can be the initials of two who share nothing else.
      if words[index].count > 1, name.keys.count > 1, !name.keys.contains(where: { hasWord($0, index) }) { continue }
      return index
    }
    return nil
  }

  /// "Otto P." is Otto Petersen, whichever of the two stands first.
  private func initialed(_ name: DeclaredName) -> Int? {
    guard name.keys.count == 2, let last = name.keys.last else { return nil }
    let isInitial = last == NameKey([last.initial])
    let alike = byFirst[name.keys[0].hash]?.prefix(Roster.mostCompared) ?? []
    return Roster.single(alike) { index in
      guard words[index].count == 2, words[index][0] == name.keys[0], let known = words[index].last else {
        return false
      }
      return known.initial == last.initial && (isInitial || known == NameKey([known.initial]))
    }
  }

  /// "Max Weber" is Maximilian Weber, "Max" is Maximilian, "Carla" is @carlasommer, and "Margerit" is Margriet, while one
  /// person is left to be meant.
  private func shortened(_ name: DeclaredName) -> Int? {
    guard let first = name.words.first.map(Roster.small) else { return nil }
    let alike = firstNames.alike(first, most: Roster.mostCompared)
    if name.words.count > 1 {
      return Roster.single(alike.map(\.person)) { words[$0].count > 1 && words[$0].last == name.keys.last }
    }
    let mistyped = firstNames.mistyped(first, most: Roster.mostCompared)
    return Roster.single(alike.filter(\.isLonger).map(\.person) + mistyped) { _ in true }
  }

  /// The only one of whom something holds.
  private static func single(_ people: some Sequence<Int>, where holds: (Int) -> Bool) -> Int? {
    var found: Int?
    for person in people where person != found && holds(person) {
      if found != nil { return nil }
      found = person
    }
    return found
  }

  private static func small(_ word: [UInt8]) -> [UInt8] { word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }

  private mutating func setWords(of index: Int, _ keys: [NameKey]) {
    if let first = keys.first, first != words[index].first { byFirst[first.hash, default: []].append(index) }
    words[index] = keys
  }

  private func isExtension(_ keys: [NameKey], of index: Int) -> Bool {
    words[index].count == 1 && keys.contains(words[index][0])
  }

  private mutating func merge(_ name: DeclaredName, into index: Int) {
    let writesOut =
      name.keys.count == words[index].count && lastInitial(of: index) != nil && name.words.last?.count ?? 0 > 1
    if name.keys.count > words[index].count || writesOut, !name.text.hasPrefix("@") {
      appendAlias(people[index].name, to: index)
      people[index].name = name.text
      setWords(of: index, name.keys)
      addForms(of: name, to: index)
    } else {
      appendAlias(name.text, to: index)
      addForm(name.keys, index, .alias)
    }
    if people[index].organisation == nil { people[index].organisation = name.organisation }
    people[index].presence = Roster.stronger(people[index].presence, name.presence)
  }

  /// Somebody who is on the roll or speaks is present, whatever else says they sent regrets later on.
  private static func stronger(_ a: Person.Presence, _ b: Person.Presence) -> Person.Presence {
    if a == .present || b == .present { return .present }
    return a == .absent || b == .absent ? .absent : .mentioned
  }

  private mutating func addAlias(_ alias: DeclaredName.Alias, to index: Int) {
    appendAlias(alias.text, to: index)
    addForm(alias.keys, index, .alias)
  }

  private mutating func appendAlias(_ text: String, to index: Int) {
    guard text != people[index].name, !people[index].aliases.contains(text) else { return }
    people[index].aliases.append(text)
  }

  private mutating func addForm(_ keys: [NameKey], _ person: Int, _ strength: Strength) {
    forms.add(keys, person, strength)
  }

  /// The forms that follow from a name: the whole, first name, last name, first name and initial, and the ways in which
  /// people make a nickname of it.
  private mutating func addForms(of name: DeclaredName, to index: Int) {
    let keys = name.keys
    addForm(keys, index, .whole)
    guard keys.count > 1, let first = keys.first, let last = keys.last else { return }
    addForm([first], index, .part)
    if name.words.last?.count ?? 0 > 1 { addForm([last], index, .part) }
    if keys.count > 2 { addForm([first, last], index, .alias) }
    for form in name.nicknames { addForm([form], index, .part) }
  }

  func isOneWord(_ index: Int) -> Bool { words[index].count == 1 && !people[index].name.hasPrefix("@") }

  func hasWord(_ key: NameKey, _ index: Int) -> Bool { words[index].contains(key) }

  /// Writes out the last name that the roster gives as a letter or not at all.
  mutating func lengthen(_ index: Int, with last: [UInt8]) {
    guard lastInitial(of: index) != nil || isOneWord(index), let first = people[index].name.split(separator: " ").first
    else { return }
    appendAlias(people[index].name, to: index)
    var keys = words[index]
    if keys.count > 1 { keys.removeLast() }
    keys.append(NameKey(last))
    people[index].name = first + " " + TextDecoding.string(last)
    let name = people[index].name
    people[index].aliases.removeAll { $0 == name }
    setWords(of: index, keys)
    addForm(keys, index, .whole)
    addForm([NameKey(last)], index, .part)
  }

  /// The letter that stands for a last name: "L" of "Otto L."
  func lastInitial(of index: Int) -> UInt8? {
    guard words[index].count > 1, let last = words[index].last, last == NameKey([last.initial]) else { return nil }
    return last.initial
  }
}
