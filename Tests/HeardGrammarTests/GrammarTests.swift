/// What a compiled grammar knows: words, lists, cues, and the same after the way through its encoding.
import Testing

@testable import HeardGrammar

struct GrammarTests {
  static let text = """
    list common
      the to
    list month
      january jan = 1
      February = -2
      "new year" été follow-up
    list day
      <month> monday
    action "first" +2.5
      role     actions
      firmness asked
      yields   owner task
      match    the {owner:people} <month>
      hears    the Ana jan   → owner: Ana · task: go: now
      ignores  no
    veto "second" -4
      against  action decision
      scope    sentence
      match    never
      hears    “never” → and no slots
      ignores  ever
    """

  private func grammar() throws -> Grammar {
    let grammar = try read(Self.text).compiled()
    let bytes = GrammarEncoding.bytes(of: grammar)
    // Never freed: a grammar's texts stay in the literal that it was read from.
    let constant = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = constant.initialize(from: bytes)
    let again = Grammar(tables: try #require(GrammarTables(constant: UnsafeBufferPointer(constant))))
    #expect(GrammarEncoding.bytes(of: again) == bytes)
    return again
  }

  @Test func cuesKeepWhatWasWritten() throws {
    let grammar = try grammar()
    let (first, second) = (grammar.cues[0], grammar.cues[1])
    #expect(first.id == "en/action/first" && first.kind == .action && first.weight == 2.5 && first.role == "actions")
    #expect(first.firmness == .asked && first.yields.words == ["owner", "task"] && first.line == 9)
    #expect(first.file == "en/test.cues" && first.roleNumber == grammar.role(named: "actions"))
    #expect(first.hears == [.init(text: "the Ana jan", slots: [("owner", "Ana"), ("task", "go: now")])])
    #expect(first.ignores == [.init(text: "no")])
    #expect(second.weight == -4 && second.against == [Cue.Kinds(.action), Cue.Kinds(.decision)])
    #expect(second.scope == .sentence && second.role == nil && second.firmness == .unknown)
    #expect(grammar.languages == ["en"])
  }

  @Test func wordsAndListsAreFound() throws {
    let grammar = try grammar()
    let month = try #require(grammar.list(named: "month"))
    let day = try #require(grammar.list(named: "day"))
    #expect(grammar.list(named: "year") == nil && grammar.name(of: month) == "month")
    func values(_ word: String) -> [String] {
      grammar.lists(ofWord: grammar.word(word)).map { "\(grammar.name(of: $0.list))=\($0.value ?? 0)" }
    }
    #expect(values("JAN") == ["month=1", "day=1"])
    #expect(values("february") == ["month=-2", "day=-2"])
    #expect(values("ÉTÉ") == ["month=0", "day=0"] && values("Monday") == ["day=0"])
    #expect(values("new").isEmpty && grammar.word("new") > 0 && grammar.word("unknown") == 0)
    #expect(values("followup") == ["month=0", "day=0"] && day != month)
    #expect(grammar.text(ofWord: grammar.word("Été")) == "été")
  }

  @Test func longestMemberIsFoundInTokens() throws {
    let grammar = try grammar()
    let month = try #require(grammar.list(named: "month"))
    var tokenizer = Tokenizer(words: grammar.words)
    tokenizer.read(Array("New Year jan follow-up follow up new".utf8).span)
    let tokens = tokenizer.tokens
    let ends = tokens.indices.map { grammar.member(of: month, in: tokens, at: $0, before: tokens.count)?.end ?? 0 }
    #expect(ends == [2, 0, 3, 6, 0, 0, 8, 0, 0])
    #expect(grammar.member(of: month, in: tokens, at: 2, before: tokens.count)?.value == 1)
    #expect(grammar.member(of: month, in: tokens, at: 0, before: 1) == nil)
  }

  @Test func allWordsAndOnlyThoseAreInTheTrie() {
    var words: Set<String> = []
    var state: UInt64 = 3
    for _ in 0..<4000 {
      var word = ""
      for _ in 0..<(1 + Int(state >> 60) % 7) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        word += ["a", "b", "c", "é", "-", "'", "→"][Int(state >> 33) % 7]
      }
      words.insert(word)
    }
    let sorted = words.sorted()
    let (kept, others) = (sorted.filter { $0.utf8.count % 3 != 0 }, sorted.filter { $0.utf8.count % 3 == 0 })
    withTrie(of: kept) { trie in
      for (i, word) in kept.enumerated() { #expect(trie.word(folded: word.utf8) == Int32(i + 1)) }
      for word in others { #expect(trie.word(folded: word.utf8) == 0) }
    }
    withTrie(of: []) { #expect($0.word(folded: "a".utf8) == 0) }
  }

  private func withTrie(of words: [String], _ body: (WordTrie) -> Void) {
    let cells = WordTrieBuilder.cells(of: words.map { Array($0.utf8) })
    var bytes: [UInt8] = []
    for cell in cells { PackedValues.append(cell, to: &bytes) }
    bytes.withUnsafeBytes { memory in
      if let start = memory.baseAddress { body(WordTrie(cells: PackedValues(start, count: cells.count))) }
    }
  }

  @Test func teamReplacesCuesAndAddsToLists() throws {
    let team = """
      list month
        march = 3
        jan = 11
      veto "second" -1
        against  action
        match    hardly
        hears    hardly
        ignores  hard
      win "third" +1
        match    <month>
        hears    jan
        ignores  no
      """
    let source = try GrammarReader.read(
      files: [("Grammar/en/a.cues", Array(Self.text.utf8))], team: [("/home/team/en/b.cues", Array(team.utf8))])
    let grammar = source.compiled()
    #expect(grammar.cues.map(\.id) == ["en/action/first", "en/veto/second", "en/win/third"])
    #expect(grammar.cues[1].weight == -1 && grammar.cues[1].file == "/home/team/en/b.cues")
    let month = try #require(grammar.list(named: "month"))
    let value = { (word: String) in grammar.lists(ofWord: grammar.word(word)).first { $0.list == month }?.value }
    #expect(value("march") == 3 && value("jan") == 11 && value("january") == 1)
  }

  @Test func sourcesComeBackFromTheirLiteral() {
    let files: [GrammarReader.File] = [
      ("en/a b.cues", Array("x\ny 3\n".utf8)), ("de/ü.cues", []), ("z", Array("ö".utf8)),
    ]
    let again = GrammarSources.files(in: GrammarSources.bytes(of: files))
    #expect(again.map(\.path) == files.map(\.path) && again.map(\.bytes) == files.map(\.bytes))
    #expect(GrammarSources.files(in: Array("a 99\nx".utf8)).isEmpty)
  }

  @Test func brokenEncodingIsRefused() {
    let bytes: [UInt8] = [9, 0, 0, 0]
    bytes.withUnsafeBufferPointer { #expect(GrammarTables(constant: $0) == nil) }
  }

  @Test func literalsEscapeWhatSwiftWouldNotTake() {
    let literal = String(
      decoding: GrammarEncoding.literal([0, 9, 10, 13, 34, 92, 1, 127, 65, 0xC3, 0xA9]), as: UTF8.self)
    #expect(literal == #""\0\t\n\r\"\\\u{1}\u{7f}Aé""#)
  }

  @Test func rarestWordAnchors() throws {
    let source = try read(
      "list common\n  the of\naction \"a\"\n  match the budget\n  match (of | the) {x} [budget]\n  hears x\n  ignores y\n"
    )
    let tables = source.compiled().tables
    func patterns(_ word: String) -> [UInt32] {
      let number = Int(source.compiled().word(word))
      return (0..<GrammarTables.shelves).flatMap { tables.anchorStarts.rows(of: number * GrammarTables.shelves + $0) }
        .map { tables.anchors[GrammarTables.anchorSize * $0] }
    }
    #expect(patterns("budget") == [0] && patterns("the") == [1] && patterns("of") == [1])
  }

  @Test func bitsTellWordsApart() {
    let words = (1...8000).map { FirstWords.word($0) }
    let most = words.prefix(100).map { one in words.count { one.meets($0) } }.max() ?? 0
    #expect(most < 20)
  }
}
