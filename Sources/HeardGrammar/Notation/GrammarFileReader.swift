/// Reads one grammar file line by line.
struct GrammarFileReader {
  let path: String
  let language: String
  private(set) var lists: [GrammarSource.List] = []
  private(set) var cues: [GrammarSource.Entry] = []
  private(set) var weights: [GrammarSource.Weights] = []
  private(set) var errors: [GrammarError] = []
  private var line = 0
  /// What indented lines belong to.
  private var open = Open.nothing

  private enum Open: Equatable {
    case nothing, list, cue
    case weights(Feature.Kind)
    case broken
  }

  static let properties = ["role", "firmness", "against", "scope", "yields", "says", "match", "hears", "ignores"]

  init(path: String, language: String) { (self.path, self.language) = (path, language) }

  mutating func read(_ bytes: [UInt8]) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      line += 1
      var content = bytes[start..<end]
      while let last = content.last, last == 0x20 || last == 0x0D || last == 0x09 { content.removeLast() }
      readLine(LineCursor(Array(content)))
      start = end + 1
    }
    close()
  }

  mutating func fail(_ column: Int, _ message: String) { errors.append(place(column).error(message)) }

  func place(_ column: Int) -> GrammarSource.Place { .init(file: path, line: line, column: column) }

  private mutating func readLine(_ whole: LineCursor) {
    var cursor = whole
    cursor.skipSpaces()
    if cursor.isAtEnd || cursor.byte == 0x23 && (cursor.i == 0 || open != .list) { return }
    if cursor.i == 0 { return readHead(&cursor) }
    switch open {
    case .nothing:
      fail(cursor.column, "this line belongs to no entry; begin one at column 1, as in: action \"name\" +1.0")
    case .list: readMembers(&cursor)
    case .cue: readProperty(&cursor)
    case .weights(let kind): readWeights(&cursor, kind)
    case .broken: break
    }
  }

  private mutating func readHead(_ cursor: inout LineCursor) {
    close()
    open = .broken
    let column = cursor.column
    let word = cursor.readWord()
    if word == "list" { return readListHead(&cursor) }
    if word == "weights" { return readWeightsHead(&cursor) }
    guard let kind = Cue.Kind.allCases.first(where: { $0.name == word }) else {
      let choices = ["list", "weights"] + Cue.Kind.allCases.map(\.name)
      return fail(column, "unknown kind “\(word)”\(Spelling.hint(for: word, among: choices))")
    }
    cursor.skipSpaces()
    guard let name = cursor.readQuoted(), !name.isEmpty else {
      return fail(cursor.column, "a cue needs a name in quotation marks, as in: \(word) \"what it hears\" +1.0")
    }
    var entry = GrammarSource.Entry(kind: kind, name: name, language: language, place: place(column))
    cursor.skipSpaces()
    if !cursor.isAtEnd {
      let weightColumn = cursor.column
      let text = cursor.readWord()
      guard let weight = GrammarFileReader.weight(text) else {
        return fail(weightColumn, "“\(text)” is no weight; write a number from -20 to +20, as in: +2.5")
      }
      entry.weight = weight
      cursor.skipSpaces()
      if !cursor.isAtEnd { fail(cursor.column, "nothing may follow the weight; put it on a line of its own") }
    }
    cues.append(entry)
    open = .cue
  }

  mutating func beginWeights(_ kind: Feature.Kind) { open = .weights(kind) }
  mutating func add(_ weights: GrammarSource.Weights) { self.weights.append(weights) }

  static func weight(_ text: String) -> Double? {
    let digits = text.utf8.drop { $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 &- 0x30 < 10 }
    guard digits.isEmpty, let value = Double(text), abs(value) <= 20 else { return nil }
    return value
  }

  private mutating func readListHead(_ cursor: inout LineCursor) {
    let column = cursor.column
    cursor.skipSpaces()
    let name = cursor.readWord()
    let isName = name.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false
    guard isName, name.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 &- 0x30 < 10 }) else {
      return fail(column, "a list needs a name of letters, digits and hyphens, as in: list month")
    }
    lists.append(.init(name: name, language: language, place: place(1)))
    open = .list
    cursor.skipSpaces()
    if !cursor.isAtEnd { fail(cursor.column, "a list's words stand on the following lines, indented") }
  }

  private mutating func close() {
    if open == .cue, let cue = cues.last {
      func need(_ what: String) {
        errors.append(cue.place.error("\(cue.kind.name) “\(cue.name)” \(what)"))
      }
      let isFrame = cue.kind == .frame
      if cue.patterns.isEmpty, !isFrame { need("has no pattern; add a line: match …") }
      if isFrame || cue.kind == .rewrite, cue.says == nil { need("says nothing; add a line: says …") }
      if cue.hears.isEmpty { need("has no example; add a line: hears …, a text that it hears") }
      if cue.ignores.isEmpty, !isFrame {
        need("has no counterexample; add a line: ignores …, a text like it that it must not hear")
      }
      if cue.kind == .veto, cue.against.rawValue == 0 { need("speaks against nothing; add a line: against action …") }
    }
    if open == .list, let list = lists.last, list.members.isEmpty {
      errors.append(list.place.error("list “\(list.name)” is empty; add words on indented lines"))
    }
    open = .nothing
  }

  private mutating func readMembers(_ cursor: inout LineCursor) {
    let first = lists[lists.count - 1].members.count
    while true {
      cursor.skipSpaces()
      if cursor.isAtEnd { return }
      let column = cursor.column
      if cursor.byte == 0x3D, cursor.isFollowedBySpace {
        cursor.readWord()
        cursor.skipSpaces()
        return readValue(&cursor, column, from: first)
      }
      let isQuoted = cursor.byte == 0x22
      guard let text = isQuoted ? cursor.readQuoted() : cursor.readWord() else {
        return fail(column, "this quotation mark is not closed; add \"")
      }
      var member = GrammarSource.Member(place: place(column))
      if !isQuoted, text.count > 2, text.first == "<", text.last == ">" {
        member.included = String(text.dropFirst().dropLast())
      } else {
        member.spellings = Literal.spellings(of: text)
        guard let longest = member.spellings.map(\.count).max(), longest > 0 else {
          fail(column, "nothing to match in “\(text)”")
          continue
        }
        if longest > Pattern.longestPhrase {
          fail(column, "a list's entry has at most \(Pattern.longestPhrase) words; write a pattern for longer ones")
        }
      }
      lists[lists.count - 1].members.append(member)
    }
  }

  private mutating func readValue(_ cursor: inout LineCursor, _ column: Int, from first: Int) {
    let text = cursor.readWord()
    guard let value = Int32(text), abs(Int(value)) <= 60_000_000 else {
      return fail(column, "“\(text)” is no value; write a whole number, as in: january jan = 1")
    }
    cursor.skipSpaces()
    if !cursor.isAtEnd { fail(cursor.column, "nothing may follow the value; begin another line") }
    for i in first..<lists[lists.count - 1].members.count { lists[lists.count - 1].members[i].value = value }
  }

  private mutating func readProperty(_ cursor: inout LineCursor) {
    let column = cursor.column
    let word = cursor.readWord()
    cursor.skipSpaces()
    guard GrammarFileReader.properties.contains(word) else {
      return fail(column, "unknown property “\(word)”\(Spelling.hint(for: word, among: GrammarFileReader.properties))")
    }
    guard !cursor.isAtEnd else { return fail(cursor.column, "nothing behind “\(word)”") }
    let last = cues.count - 1
    switch word {
    case "match": readPattern(cursor)
    case "hears": cues[last].hears.append(cursor.rest)
    case "ignores": cues[last].ignores.append(cursor.rest)
    case "yields": cues[last].yields += cursor.rest.split(separator: " ").map(String.init)
    case "role": cues[last].role = cursor.rest
    case "says": cues[last].says = cursor.rest
    case "firmness":
      if let value = choose(&cursor, Cue.Firmness.allCases.filter { $0 != .unknown }, "firmness") {
        cues[last].firmness = value
      }
    case "scope": if let value = choose(&cursor, Cue.Scope.allCases, "scope") { cues[last].scope = value }
    default:
      while !cursor.isAtEnd {
        guard let kind = choose(&cursor, Cue.Kind.allCases, "kind") else { return }
        cues[last].against.insert(Cue.Kinds(kind))
        cursor.skipSpaces()
      }
    }
  }

  mutating func choose<T>(_ cursor: inout LineCursor, _ choices: [T], _ what: String) -> T? {
    let column = cursor.column
    let word = cursor.readWord()
    if let value = choices.first(where: { String(describing: $0) == word }) { return value }
    fail(column, "unknown \(what) “\(word)”\(Spelling.hint(for: word, among: choices.map { String(describing: $0) }))")
    return nil
  }

  private mutating func readPattern(_ cursor: LineCursor) {
    var reader = PatternReader(Array(cursor.rest.utf8), column: cursor.column)
    do throws(PatternReader.Trouble) {
      cues[cues.count - 1].patterns.append(try reader.read())
    } catch {
      // A pattern there was, so that the cue is not also said to have none.
      cues[cues.count - 1].patterns.append(.word([]))
      fail(error.column, error.message)
    }
    for use in reader.listUses { cues[cues.count - 1].listUses.append((use.name, place(use.column))) }
  }
}
