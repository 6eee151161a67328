/// Who and what of a registry some words name.
extension Registry {
  /// The person whom a name, an alias or a handle means; nil where nobody or more than one does.
  ///
  /// Case, accents, hyphens and full stops do not tell names apart.
  public func person(named name: String) -> Person? {
    let keys = Registry.keys(name)
    guard !keys.isEmpty else { return nil }
    let named = people.filter { Registry.keys($0.name) == keys }
    let candidates = named.isEmpty ? people.filter { $0.isCalled(keys) } : named
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// Indices of the areas whose name, or a word that they cover, stands in a text.
  public func areas(touching text: String) -> [Int] {
    guard !areas.isEmpty else { return [] }
    let words = Registry.words(text)
    return areas.indices.filter { index in
      ([areas[index].name] + areas[index].covers).contains { Registry.holds(words, phrase: $0) }
    }
  }

  /// Indices of the goals whose name or words stand in a text.
  public func goals(touching text: String) -> [Int] { goals.isEmpty ? [] : goals(touching: Registry.words(text)) }

  func goals(touching words: [[UInt8]]) -> [Int] {
    goals.indices.filter { index in
      ([goals[index].name] + goals[index].words).contains { Registry.holds(words, phrase: $0) }
    }
  }

  /// Indices of the deliverables whose name or alias stands in a text.
  public func deliverables(touching text: String) -> [Int] {
    deliverables.isEmpty ? [] : deliverables(touching: Registry.words(text))
  }

  func deliverables(touching words: [[UInt8]]) -> [Int] {
    deliverables.indices.filter { index in
      ([deliverables[index].name] + deliverables[index].aliases).contains { Registry.holds(words, phrase: $0) }
    }
  }

  // MARK: Words

  /// The words of a text, folded; a hyphen, an apostrophe or a full stop inside a word belongs to it.
  static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      // Quotation marks, dashes and spaces beyond ASCII part words as theirs do.
      case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x303F: false
      case 0xC0...: true
      default: false
      }
    }
    for scalar in text.unicodeScalars {
      if isLetter(scalar) {
        word.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
      } else if !word.isEmpty {
        words.append(NameKey.folded(word))
        word = []
      }
    }
    if !word.isEmpty { words.append(NameKey.folded(word)) }
    return words
  }

  /// Whether a phrase stands among words; its last word may end in `*`.
  static func holds(_ words: [[UInt8]], phrase: String) -> Bool {
    let isPrefix = phrase.utf8.last == 0x2A
    let wanted = Registry.words(phrase)
    guard let first = wanted.first, let last = wanted.last, words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      guard wanted.count == 1 || words[start] == first else { return false }
      for offset in wanted.indices.dropLast() where words[start + offset] != wanted[offset] { return false }
      let final = words[start + wanted.count - 1]
      return isPrefix ? final.starts(with: last) : final == last
    }
  }

  /// The keys of a name's words; an `@` in front is no part of it.
  static func keys(_ name: String) -> [NameKey] {
    name.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x40 }.map { NameKey($0) }
  }
}

extension Registry.Person {
  /// Whether an alias or the handle is made of these words.
  fileprivate func isCalled(_ keys: [NameKey]) -> Bool {
    aliases.contains { Registry.keys($0) == keys } || handle.map { Registry.keys($0) == keys } ?? false
  }
}

extension Registry {
  /// The declared people, for hearing a meeting with: see ``HearingOptions/knownPeople``.
  public var knownPeople: [KnownPerson] {
    people.map { KnownPerson(name: $0.name, aliases: $0.aliases, handle: $0.handle, organisation: $0.partner) }
  }
}
