/// Who is named in the notes, by every form of their name.
///
/// A form is a sequence of folded words. It leads to a person only while one candidate is left: where two are possible the
/// mention stays without a person, and so does every owner that would follow from it.
struct Roster: Sendable {
  private(set) var people: [Person] = []
  private var forms: [UInt64: [Form]] = [:]
  private var words: [[NameKey]] = []
  /// By the word for an office: who holds it.
  private var offices: [String: Set<Int>] = [:]
  /// By person: the words of the name in small letters, for telling short forms.
  private var letters: [[[UInt8]]] = []
  /// People whom the caller knows and the notes have not named so far.
  private var silent: Set<Int> = []
  /// People whom the caller knows: they keep the name that they are known by.
  private var known: Set<Int> = []

  /// Short forms are looked for among so many people: more than any meeting has, so that hostile rolls stay linear.
  private static let mostCompared = 1000

  /// How much a form says: a part of a name gives way to a whole one.
  enum Strength: UInt8, Comparable {
    case part, alias, whole
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Form {
    var keys: [NameKey]
    var person: Int
    var strength: Strength
  }

  enum Resolution: Equatable {
    case person(Int)
    case ambiguous
    case unknown
  }

  /// Whom a sequence of words names.
  func resolve(_ keys: [NameKey]) -> Resolution {
    guard let first = keys.first, let candidates = forms[first.hash] else { return .unknown }
    var best: Form?
    var isAmbiguous = false
    for form in candidates where form.keys == keys {
      if let known = best {
        if form.person == known.person {
          if form.strength > known.strength { best = form }
        } else if rank(form) == rank(known) {
          isAmbiguous = true
        } else if rank(form) > rank(known) {
          best = form
          isAmbiguous = false
        }
      } else {
        best = form
      }
    }
    guard let best else { return .unknown }
    return isAmbiguous ? .ambiguous : .person(best.person)
  }

  /// Somebody whom the notes name comes before everybody whom they do not.
  private func rank(_ form: Form) -> Int {
    (silent.contains(form.person) ? 0 : 3) + Int(form.strength.rawValue)
  }

  /// The longest form that begins with `first`, for tagging: its word count, or 0.
  func longestForm(_ first: NameKey, _ next: (Int) -> NameKey?) -> Int {
    guard let candidates = forms[first.hash] else { return 0 }
    var longest = 0
    search: for form in candidates where form.keys.count > longest {
      for index in 1..<max(form.keys.count, 1) {
        guard let key = next(index), key == form.keys[index] else { continue search }
      }
      longest = form.keys.count
    }
    return longest
  }

  /// Takes a person in, or finds the one whom the words already name without doubt.
  @discardableResult
  mutating func add(_ name: DeclaredName) -> Int {
    let known = person(for: name)
    let index = known ?? people.count
    if known == nil {
      append(name)
      addForms(of: name, to: index)
    } else {
      merge(name, into: index)
    }
    for alias in name.aliases { addAlias(alias, to: index) }
    if let office = name.office { offices[office.lowercased(), default: []].insert(index) }
    return index
  }

  private mutating func append(_ name: DeclaredName) {
    people.append(Person(name: name.text, organisation: name.organisation, presence: name.presence, span: name.span))
    words.append(name.keys)
    letters.append(name.words.map { $0.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } })
  }

  // MARK: People whom the caller knows

  var isAnybodySilent: Bool { !silent.isEmpty }

  func isSilent(_ index: Int) -> Bool { silent.contains(index) }

  func isKnown(_ index: Int) -> Bool { known.contains(index) }

  mutating func addSilent(_ name: DeclaredName, of organisation: String?) -> Int {
    let index = people.count
    append(name)
    people[index].organisation = organisation
    silent.insert(index)
    known.insert(index)
    addForm(name.keys, index, .whole)
    if name.keys.count > 1, let first = name.keys.first, let last = name.keys.last {
      addForm([first], index, .part)
      if name.keys.count > 2 { addForm([first, last], index, .alias) }
    }
    return index
  }

  /// The notes name a silent person, in these words.
  mutating func wake(_ index: Int, as text: String, at span: Span) {
    guard silent.remove(index) != nil else { return }
    people[index].span = span
    appendAlias(text, to: index)
    let name = people[index].name
    addForms(of: DeclaredName(words: letters[index], text: name, presence: .mentioned, span: span), to: index)
  }

  /// Who alone holds an office by the roll, "Ruth Berg (treasurer)".
  func holder(of office: String) -> Int? {
    let word = office.lowercased().split(separator: " ").last.map(String.init) ?? ""
    guard let holders = offices[word], holders.count == 1 else { return nil }
    return holders.first
  }

  private func person(for name: DeclaredName) -> Int? {
    if case .person(let index) = resolve(name.keys), !contradicts(name, index) {
      // "Ana" is Ana Silva while there is one Ana; "Ana Costa" is somebody else.
      if name.keys.count <= words[index].count || isExtension(name.keys, of: index) { return index }
    }
    if let index = initialed(name) ?? shortened(name) { return index }
    for alias in name.aliases {
      guard case .person(let index) = resolve(alias.keys), words[index].count == 1 || alias.isHandle else { continue }
      if contradicts(name, index) { continue }
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
    let candidates = people.indices.prefix(Roster.mostCompared).filter { index in
      guard words[index].count == 2, words[index][0] == name.keys[0], let known = words[index].last else {
        return false
      }
      return known.initial == last.initial && (isInitial || known == NameKey([known.initial]))
        && !contradicts(name, index)
    }
    return only(candidates)
  }

  /// "Max Weber" is Maximilian Weber, "Max" is Maximilian, "Carla" is @carlasommer, and "Margerit" is Margriet, while one
  /// person is left to be meant.
  private func shortened(_ name: DeclaredName) -> Int? {
    guard let first = name.words.first.map({ $0.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }), first.count >= 3
    else { return nil }
    let candidates = people.indices.prefix(Roster.mostCompared).filter { index in
      guard let known = letters[index].first, known.count >= 3 else { return false }
      let isShort = known != first && (known.starts(with: first) || first.starts(with: known))
      if name.words.count > 1, words[index].count > 1 { return isShort && words[index].last == name.keys.last }
      // One word is too little to take it for somebody whom nothing else in the notes names.
      guard name.words.count == 1, !isSilent(index) else { return false }
      return isShort && first.count < known.count || isTransposed(first, known)
    }
    return only(candidates)
  }

  /// The one candidate whom the notes name, else the one whom they do not.
  private func only(_ candidates: [Int]) -> Int? {
    let named = candidates.filter { !isSilent($0) }
    let left = named.isEmpty ? candidates : named
    return left.count == 1 ? left[0] : nil
  }

  private func isTransposed(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count >= 6 && a.count == b.count && a.first == b.first && a != b && a.sorted() == b.sorted()
  }

  private func isExtension(_ keys: [NameKey], of index: Int) -> Bool {
    words[index].count == 1 && keys.contains(words[index][0])
  }

  private mutating func merge(_ name: DeclaredName, into index: Int) {
    wake(index, as: name.text, at: name.span)
    if isKnown(index), let organisation = name.organisation { people[index].organisation = organisation }
    let writesOut =
      name.keys.count == words[index].count && lastInitial(of: index) != nil && name.words.last?.count ?? 0 > 1
    if name.keys.count > words[index].count || writesOut, !name.text.hasPrefix("@") {
      rename(index, name.text)
      words[index] = name.keys
      addForms(of: name, to: index)
    } else {
      appendAlias(name.text, to: index)
      addForm(name.keys, index, .alias)
    }
    if people[index].organisation == nil { people[index].organisation = name.organisation }
    people[index].presence = Roster.stronger(people[index].presence, name.presence)
  }

  /// Calls somebody by a fuller name; whom the caller knows keeps the name that is known.
  private mutating func rename(_ index: Int, _ name: String) {
    guard !isKnown(index) else { return appendAlias(name, to: index) }
    appendAlias(people[index].name, to: index)
    people[index].name = name
    people[index].aliases.removeAll { $0 == name }
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

  mutating func addForm(_ keys: [NameKey], _ person: Int, _ strength: Strength) {
    guard let first = keys.first else { return }
    if forms[first.hash, default: []].contains(where: {
      $0.keys == keys && $0.person == person && $0.strength == strength
    }) {
      return
    }
    forms[first.hash, default: []].append(Form(keys: keys, person: person, strength: strength))
  }

  /// The forms that follow from a name: the whole, first name, last name, first name and initial, and the ways in which
  /// people make a nickname of it.
  private mutating func addForms(of name: DeclaredName, to index: Int) {
    let keys = name.keys
    addForm(keys, index, .whole)
    guard keys.count > 1, let first = keys.first, let last = keys.last else { return }
    addForm([first], index, .part)
    if name.words.last?.count ?? 0 > 1 {
      addForm([last], index, .part)
      addForm([first, NameKey([last.initial])], index, .part)
    }
    if keys.count > 2 { addForm([first, last], index, .alias) }
    for form in name.nicknames { addForm([form], index, .part) }
  }

  func isOneWord(_ index: Int) -> Bool { words[index].count == 1 && !people[index].name.hasPrefix("@") }

  func hasWord(_ key: NameKey, _ index: Int) -> Bool { words[index].contains(key) }

  /// Writes out the last name that the roster gives as a letter or not at all.
  mutating func lengthen(_ index: Int, with last: [UInt8]) {
    guard lastInitial(of: index) != nil || isOneWord(index), let first = people[index].name.split(separator: " ").first
    else { return }
    var keys = words[index]
    if keys.count > 1 { keys.removeLast() }
    keys.append(NameKey(last))
    rename(index, first + " " + TextDecoding.string(last))
    words[index] = keys
    addForm(keys, index, .whole)
    addForm([NameKey(last)], index, .part)
  }

  /// The letter that stands for a last name: "L" of "Otto L."
  func lastInitial(of index: Int) -> UInt8? {
    guard words[index].count > 1, let last = words[index].last, last == NameKey([last.initial]) else { return nil }
    return last.initial
  }
}
