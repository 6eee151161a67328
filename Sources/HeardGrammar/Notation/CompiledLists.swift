/// The lists of a grammar with their includes written out, and their tables.
struct CompiledLists {
  private struct Key: Hashable {
    var list: Int
    var language: Int
  }

  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  private let languages: [String]
  /// Folded tokens and value by list and language, in the order in which they were written.
  private var members: [Key: [(words: [[UInt8]], value: Int32?)]] = [:]
  private var wordNumbers: [[UInt8]: Int] = [:]
  private var ranks: [String: [[UInt8]: Int]] = [:]
  /// The lists of words of dates.
  private var dating: Set<Int> = []

  init(_ source: GrammarSource, _ languages: [String]) {
    self.languages = languages
    for list in source.lists where numbers[list.name] == nil {
      numbers[list.name] = names.count
      names.append(list.name)
    }
    for language in languages {
      for name in names { collect(name, language, source) }
    }
    for language in languages { ranks[language] = ranking(language) }
    dating = Set(DateListNames.all.compactMap { numbers[$0] })
  }

  func number(of name: String) -> Int { numbers[name] ?? 0 }

  /// Follows includes without recursion; a list that includes itself is harmless.
  private mutating func collect(_ name: String, _ language: String, _ source: GrammarSource) {
    let key = Key(list: number(of: name), language: languages.firstIndex(of: language) ?? 0)
    var open = [name]
    var seen: Set<String> = [name]
    var place: [[[UInt8]]: Int] = [:]
    var found: [(words: [[UInt8]], value: Int32?)] = []
    while let next = open.popLast() {
      for list in source.lists where list.name == next && speaks(list.language, language, isOwn: next == name) {
        for member in list.members {
          if let included = member.included {
            if seen.insert(included).inserted { open.append(included) }
          }
          for words in member.spellings {
            if let old = place[words] {
              if next == name { found[old].value = member.value }
            } else {
              place[words] = found.count
              found.append((words, member.value))
            }
          }
        }
      }
    }
    if !found.isEmpty { members[key] = found }
  }

  private func speaks(_ list: String, _ language: String, isOwn: Bool) -> Bool {
    list == language || !isOwn && list == GrammarSource.anyLanguage
  }

  mutating func number(into words: inout NumberedWords) {
    for key in sortedKeys { for member in members[key] ?? [] { for word in member.words { words.add(word) } } }
    // Numbers only grow, so those of list words stay as they are.
    for key in sortedKeys {
      for member in members[key] ?? [] { for word in member.words { wordNumbers[word] = words.number(of: word) } }
    }
  }

  private var sortedKeys: [Key] { members.keys.sorted { ($0.list, $0.language) < ($1.list, $1.language) } }

  private func ranking(_ language: String) -> [[UInt8]: Int] {
    var ranks: [[UInt8]: Int] = [:]
    guard let common = numbers["common"] else { return ranks }
    let own = languages.firstIndex(of: language) ?? 0
    for member in members[Key(list: common, language: own)] ?? members[Key(list: common, language: 0)] ?? [] {
      if let word = member.words.first, member.words.count == 1, ranks[word] == nil { ranks[word] = ranks.count }
    }
    return ranks
  }

  func commonRanks(of language: String) -> [[UInt8]: Int] { ranks[language] ?? [:] }

  func firstWords(of name: String, in language: String) -> [[UInt8]] {
    let spoken = [language, GrammarSource.anyLanguage].compactMap(languages.firstIndex)
    return spoken.flatMap { (members[Key(list: number(of: name), language: $0)] ?? []).compactMap { $0.words.first } }
  }

  /// The numbers of the words that members of a list begin with, in any language.
  func firstWords(ofList list: Int) -> [Int] {
    languages.indices.flatMap { members[Key(list: list, language: $0)] ?? [] }.compactMap {
      $0.words.first.flatMap { wordNumbers[$0] }
    }
  }

  func fill(_ sections: inout [GrammarTables.Section: [UInt32]], wordCount: Int) {
    var single: [Int: [[UInt32]]] = [:]
    var phrases: [Int: [[UInt32]]] = [:]
    var phraseWords: [UInt32] = []
    let width = ListBits.width(lists: names.count)
    var bits = [UInt32](repeating: 0, count: (wordCount + 1) * width)
    var firstBits = bits
    for key in sortedKeys {
      for member in members[key] ?? [] {
        let numbers = member.words.map { UInt32(wordNumbers[$0] ?? 0) }
        guard let first = numbers.first else { continue }
        let place = UInt32(key.list) << 8 | UInt32(key.language)
        ListBits.add(key.list, Int(first), width: width, to: &firstBits)
        if numbers.count == 1 {
          single[Int(first), default: []].append([place, Grammar.raw(member.value)])
          ListBits.add(key.list, Int(first), width: width, to: &bits)
        } else {
          phrases[Int(first), default: []].append(
            [place, Grammar.raw(member.value), UInt32(phraseWords.count), UInt32(numbers.count)])
          phraseWords += numbers
        }
      }
    }
    // Of the phrases that begin with the same two words the longest comes first.
    for first in phrases.keys {
      phrases[first]?.sort { a, b in
        (a[0] >> 8, phraseWords[Int(a[2]) + 1], b[3]) < (b[0] >> 8, phraseWords[Int(b[2]) + 1], a[3])
      }
    }
    single = single.mapValues { rows in rows.filter { isDating($0) } + rows.filter { !isDating($0) } }
    (sections[.memberStarts], sections[.members]) = Rows.flat(single, through: wordCount, size: 2)
    (sections[.phraseStarts], sections[.phrases]) = Rows.flat(phrases, through: wordCount, size: 4)
    sections[.phraseWords] = phraseWords
    (sections[.single], sections[.first], sections[.classes]) = (bits, firstBits, classes(through: wordCount))
  }

  private func isDating(_ row: [UInt32]) -> Bool { dating.contains(Int(row[0] >> 8)) }

  /// By word: the languages that it tells, and what it is asked for.
  private func classes(through last: Int) -> [UInt32] {
    var classes = [UInt32](repeating: 0, count: last + 1)
    func add(_ bit: UInt32, to key: Key, onlySingle: Bool) {
      for member in members[key] ?? [] where member.words.count == 1 || !onlySingle {
        if let first = member.words.first, let number = wordNumbers[first] { classes[number] |= bit }
      }
    }
    for language in languages.indices {
      if let function = numbers[GrammarSource.functionWords], language < WordClass.languages {
        add(1 << UInt32(language), to: Key(list: function, language: language), onlySingle: true)
      }
      for wordClass in WordClass.all {
        for list in wordClass.lists.compactMap({ numbers[$0] }) {
          add(wordClass.bit, to: Key(list: list, language: language), onlySingle: true)
        }
        for list in wordClass.openers.compactMap({ numbers[$0] }) {
          add(wordClass.bit, to: Key(list: list, language: language), onlySingle: false)
        }
      }
    }
    return classes
  }
}
