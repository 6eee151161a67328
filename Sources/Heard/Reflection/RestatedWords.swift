import HeardGrammar

/// The tokens of the words that are being restated, and who is named in them.
struct RestatedWords {
  private(set) var bytes: [UInt8] = []
  private(set) var tokens = TokenList()
  var matches: [CueMatch] = []
  /// Tokens at which somebody else than the person is named.
  private(set) var others: [Int] = []

  mutating func read(_ text: String, _ grammar: Grammar) {
    others.removeAll(keepingCapacity: true)
    // Several things are asked of one sentence, one after the other.
    if !bytes.isEmpty, bytes.elementsEqual(text.utf8) {
      for index in tokens.personEnd.indices { tokens.personEnd[index] = 0 }
      return
    }
    bytes = Array(text.utf8)
    tokens.read(bytes, grammar)
  }

  /// The words without "um" and the commas around it; nil: nothing is in the way.
  func withoutHesitation(_ grammar: Grammar, _ lists: RestatingLists) -> String? {
    guard tokens.tokens.contains(where: { lists.isHesitation($0.word) }) else { return nil }
    return text(of: 0..<tokens.count, [], grammar, lists)
  }

  /// Marks the person's names as mentions of a person, which is what rewrites look for, and notes where others are named.
  mutating func tag(_ person: SpokenNames, _ rest: SpokenNames) {
    let keys = keys
    var index = 0
    while index < keys.count {
      if let count = person.length(in: keys, at: index, isName(index)) {
        tokens.personEnd[index] = Int32(index + count)
        index += count
      } else {
        if rest.length(in: keys, at: index, isName(index)) != nil { others.append(index) }
        index += 1
      }
    }
  }

  var keys: [UInt64] { tokens.tokens.map { NameKey(bytes[$0.range]).hash } }

  func isName(_ index: Int) -> Bool {
    tokens.tokens[index].kind == .handle || tokens.tokens[index].flags.contains(.capitalized)
  }

  func opensWithPerson(_ lists: RestatingLists) -> Bool {
    lists.withoutOpening(tokens).first.map { tokens.personEnd[$0] > 0 } ?? false
  }

  func hasQuotes(_ range: Range<Int>) -> Bool { range.contains { tokens.tokens[$0].mark == 0x22 } }

  /// The words of a range with what the rewrites say in their places, without final marks.
  func text(of range: Range<Int>, _ rewrites: [CueMatch], _ grammar: Grammar, _ lists: RestatingLists) -> String {
    var out: [UInt8] = []
    var next = 0
    var index = range.lowerBound
    while index < range.upperBound {
      while next < rewrites.count, rewrites[next].range.lowerBound < index { next += 1 }
      if tokens.tokens[index].flags.contains(.spaceBefore), !out.isEmpty { out.append(0x20) }
      if next < rewrites.count, rewrites[next].range.lowerBound == index {
        out += said(rewrites[next], grammar)
        index = rewrites[next].range.upperBound
      } else if lists.isHesitation(tokens.tokens[index].word) {
        let isBeforeComma = index + 1 < range.upperBound && tokens.tokens[index + 1].mark == 0x2C
        index += isBeforeComma ? 2 : 1
        while out.last == 0x20 { out.removeLast() }
        // Both commas went around it, unless a clause of its own follows.
        let isClause = index < range.upperBound && lists.isFirstPerson(tokens.tokens[index].word)
        if isBeforeComma, out.last == 0x2C, !isClause { out.removeLast() }
      } else {
        out += bytes[tokens.tokens[index].range]
        index += 1
      }
    }
    return NotesWords.onOneLine(out)
  }

  private func said(_ match: CueMatch, _ grammar: Grammar) -> [UInt8] {
    var out: [UInt8] = []
    var rest = Array(grammar.cues[Int(match.cue)].says.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x7B, let end = rest.firstIndex(of: 0x7D) else {
        out.append(byte)
        continue
      }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if let slot = grammar.slot(named: name).flatMap({ match[$0] }), let first = slot.first {
        // "she'll": what is joined to its word stays joined.
        if !tokens.tokens[first].flags.contains(.spaceBefore), out.last == 0x20 { out.removeLast() }
        out += bytes[tokens.bytes(of: slot)]
      }
    }
    return out
  }
}
