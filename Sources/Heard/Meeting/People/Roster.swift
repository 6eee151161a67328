/// Who is named in the notes, by every form of their name.
///
/// A form is a sequence of folded words. It leads to a person only while one candidate is left: where two are possible the
/// mention stays without a person, and so does every owner that would follow from it.
struct Roster: Sendable {
  private(set) var people: [Person] = []
  /// Whom nobody declared, but of whom the notes speak.
  var acquaintances = Acquaintances()
  private var forms = NameForms()
  /// The forms of silent people, which count where nobody else has them.
  private var silentForms = NameForms()
  private var formsOfSilent: [Int: [(keys: [NameKey], strength: Strength)]] = [:]
  private(set) var words: [[NameKey]] = []
  /// By the word for an office: who holds it.
  private var offices: [String: Set<Int>] = [:]
  /// By person: the words of the name in small letters, for telling short forms.
  private(set) var letters: [[[UInt8]]] = []
  private var firstNames = FirstNames()
  /// The first person who is not looked at for short forms of a name, since too many names begin alike.
  private(set) var beyondGuard: Int?
  /// The first person of whom the notes have more spellings than are kept.
  private(set) var manySpelled: Int?
  /// Nicknames of one word, for finding the name within: "asilva2".
  var nicknames = NumberMap<[Int]>()
  private(set) var namesakes = Namesakes()
  /// People whom the caller knows and the notes have not named so far.
  private var silent: Set<Int> = []
  /// People whom the caller knows: they keep the name that they are known by.
  private var known: Set<Int> = []

  typealias Strength = NameForms.Strength

  enum Resolution: Equatable {
    case person(Int)
    case ambiguous
    case unknown
  }

  /// Whom a sequence of words names: somebody whom the notes name before anybody whom they do not.
  func resolve(_ keys: [NameKey]) -> Resolution {
    let named = forms.resolve(keys)
    return named == .unknown && isAnybodySilent ? silentForms.resolve(keys) : named
  }

  /// Whether a word that begins with a byte may be the first of somebody's name.
  func mayName(_ byte: UInt8) -> Bool { forms.mayBegin(with: byte) || isAnybodySilent && silentForms.mayBegin(with: byte) }

  /// The longest form that begins with `first`, for tagging: its word count, or 0.
  func longestForm(_ first: NameKey, _ next: (Int) -> NameKey?) -> Int {
    let longest = forms.longest(first, next)
    return isAnybodySilent ? max(longest, silentForms.longest(first, next)) : longest
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
    words.append([])
    setWords(of: people.count - 1, name.keys)
    letters.append(name.words.map { Roster.small($0) })
    namesakes.add(people.count - 1, name.keys, letters: letters[people.count - 1])
    guard let first = letters.last?.first else { return }
    noteNickname(people.count - 1, name.words)
    let alike = firstNames.add(first, people.count - 1)
    if alike > Guards.namesAlike, beyondGuard == nil { beyondGuard = people.count - 1 }
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
    for form in formsOfSilent.removeValue(forKey: index) ?? [] { forms.add(form.keys, index, form.strength) }
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
    if let index = honoured(name) ?? initialed(name) ?? shortened(name) ?? respelled(name) ?? nicknamed(name) { return index }
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
    return only(namesakes.people(name.keys[0], initial: last.initial, isShort: !isInitial)) { index in
      guard let known = words[index].last, known.initial == last.initial, isInitial || known == NameKey([known.initial]) else {
        return false
      }
      return words[index].count == 2 && words[index][0] == name.keys[0] && !contradicts(name, index)
    }
  }

  /// "Max Weber" is Maximilian Weber, "Max" is Maximilian, "Carla" is @carlasommer, and "Margerit" is Margriet, while one
  /// person is left to be meant.
  private func shortened(_ name: DeclaredName) -> Int? {
    guard let first = name.words.first.map(Roster.small) else { return nil }
    let alike = firstNames.alike(first, most: Guards.namesAlike)
    if name.words.count > 1 {
      return only(alike.map(\.person)) { words[$0].count > 1 && words[$0].last == name.keys.last }
    }
    let mistyped = firstNames.mistyped(first, most: Guards.namesAlike)
    // "Carl" is no Carla: a first name with an ending is another one.
    let longer = alike.filter {
      $0.isLonger && (!name.hasGivenName || letters[$0.person][0].count > first.count + Roster.longestEnding)
    }
    // One word is too little to take it for somebody whom nothing else in the notes names.
    return only(longer.map(\.person) + mistyped) { !isSilent($0) }
  }

  /// In letters: "Martin" and "Martina", "Simon" and "Simone", "Jan" and "Janet".
  static let longestEnding = 2

  /// The only one of whom something holds: of those whom the notes name, else of those whom they do not.
  func only(_ people: some Sequence<Int>, where holds: (Int) -> Bool) -> Int? {
    var named: Int?
    var unnamed: Set<Int> = []
    for person in people where person != named && holds(person) {
      if isSilent(person) {
        unnamed.insert(person)
      } else if named != nil {
        return nil
      } else {
        named = person
      }
    }
    return named ?? (unnamed.count == 1 ? unnamed.first : nil)
  }

  static func small(_ word: [UInt8]) -> [UInt8] { word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }

  private mutating func setWords(of index: Int, _ keys: [NameKey]) {
    if keys != words[index] { namesakes.add(index, keys) }
    words[index] = keys
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
      setWords(of: index, name.keys)
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
    if people[index].aliases.count < Guards.spellings {
      people[index].aliases.append(text)
    } else if manySpelled == nil {
      manySpelled = index
    }
  }

  mutating func addForm(_ keys: [NameKey], _ person: Int, _ strength: Strength) {
    guard isSilent(person) else { return forms.add(keys, person, strength) }
    silentForms.add(keys, person, strength)
    formsOfSilent[person, default: []].append((keys, strength))
  }

  private mutating func addForm(_ key: NameKey, _ person: Int, _ strength: Strength) {
    if isSilent(person) { addForm([key], person, strength) } else { forms.add(key, person, strength) }
  }

  /// The forms that follow from a name: the whole, first name, last name, first name and initial, and the ways in which
  /// people make a nickname of it.
  private mutating func addForms(of name: DeclaredName, to index: Int) {
    let keys = name.keys
    addForm(keys, index, .whole)
    guard keys.count > 1, let first = keys.first, let last = keys.last else { return }
    // "A." is what stands for a name: "A: …" may answer "Q: …".
    if name.words[0].count > 1 { addForm(first, index, .part) }
    if name.words.last?.count ?? 0 > 1 {
      addForm(last, index, .part)
      addForm([first, NameKey([last.initial])], index, .part)
      if name.words[0].count > 1 { addForm([NameKey([first.initial]), last], index, .part) }
    }
    if keys.count > 2 { addForm([first, last], index, .alias) }
    // "Anne-Marie" of Anne-Marie Silva, who is no Marie.
    if keys.count > 2, name.isHyphenated { addForm([first, keys[1]], index, .part) }
    for form in name.nicknames { addForm(form, index, .part) }
  }

  /// In small letters, where a last name stands behind it.
  func firstName(of index: Int) -> [UInt8]? { letters[index].count > 1 ? letters[index].first : nil }

  func isOneWord(_ index: Int) -> Bool { words[index].count == 1 && !people[index].name.hasPrefix("@") }

  func hasWord(_ key: NameKey, _ index: Int) -> Bool { words[index].contains(key) }

  /// Writes out the last name that the roster gives as a letter or not at all.
  mutating func lengthen(_ index: Int, with last: [UInt8]) {
    guard lastInitial(of: index) != nil || isOneWord(index), let first = people[index].name.split(separator: " ").first
    else { return }
    var keys = words[index]
    if keys.count > 1 { keys.removeLast() }
    keys.append(NameKey(last))
    // A chat's "ana" is Ana where her last name stands behind it.
    let isNickname = first.utf8.first.map { 0x61...0x7A ~= $0 } ?? false
    let written =
      isNickname && 0x41...0x5A ~= last[0] ? first.prefix(1).uppercased() + String(first.dropFirst()) : String(first)
    rename(index, written + " " + TextDecoding.string(last))
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
