/// What patterns match: pages of a pattern, a text, and what is to be found.
import Testing

@testable import Heard

struct CueMatcherTests {
  /// Pattern, text, and each match: its words, then its slots.
  static let page: [(pattern: String, text: String, found: [String])] = [
    ("hello world", "well, Hello WORLD!", ["Hello WORLD"]),
    ("hello world", "hello, world", []),
    ("{owner:people} will {task:text}", "Ana will go home.", ["Ana will go home owner=Ana task=go home"]),
    (
      "{owner:people} [also] will {task:text}", "so Ana, Ben and Dev Patel also will go",
      ["Ana, Ben and Dev Patel also will go owner=Ana, Ben and Dev Patel task=go"]
    ),
    (
      "{owner:people} will {task:text}", "Ana will cook and Ben will eat",
      ["Ana will cook and Ben will eat owner=Ana task=cook and Ben will eat", "Ben will eat owner=Ben task=eat"]
    ),
    ("{task:text} by {when:word}", "send it by mail by Friday", ["send it by mail task=send it when=mail"]),
    ("do {task:text} [by {when:word}]", "do send it by mail now.", ["do send it by mail task=send it when=mail"]),
    ("do {task:text} [by {when:word}]", "do send it now.", ["do send it now task=send it now"]),
    ("do {task:text} $", "do it now!?", ["do it now task=it now"]),
    ("{q:text} ?", "is it done? yes", ["is it done? q=is it done"]),
    ("^ done", "done and done", ["done"]),
    ("^^ done", "done", ["done"]),
    (
      "follow-up {x:word}", "follow-up Ana. Follow up Ben; followup Dev",
      [
        "follow-up Ana x=Ana", "Follow up Ben x=Ben", "followup Dev x=Dev",
      ]
    ),
    ("(can't | shall not) go", "we can't go, cannot go, shall not go", ["can't go", "shall not go"]),
    ("(not | n't) go", "we can't go, cannot go", ["n't go", "not go"]),
    ("a ... b", "a x x b", ["a x x b"]),
    ("a ...2 b", "a x x x b", []),
    ("will !be {x:word}", "will be, will go", ["will go x=go"]),
    ("will !(be|have) {x:word}", "will have, will go", ["will go x=go"]),
    ("will !<noun> {x:word}", "will thing, will more things go", ["will more x=more"]),
    ("{v:<noun>} here", "big thing here", ["big thing here v=big thing", "thing here v=thing"]),
    ("<noun> here", "a thing here, things here", ["thing here", "things here"]),
    ("todo : {task:text}", "TODO: pay", ["TODO: pay task=pay"]),
    ("todo (- | :) {task:text}", "todo — pay", ["todo — pay task=pay"]),
    ("→ {who:person}", "pay → Ana Silva", ["→ Ana Silva who=Ana Silva"]),
    ("\"(\" {who:people} \")\"", "pay (Ana/@ben)", ["(Ana/@ben) who=Ana/@ben"]),
    ("ask {h:handle} {n:number} times", "ask @ben 3.5 times", ["ask @ben 3.5 times h=@ben n=3.5"]),
    ("(item | item list)", "an item list", ["item list"]),
    ("[the] item", "the item", ["the item", "item"]),
    ("! stop", "hey! Stop", ["! Stop"]),
  ]

  private func found(_ list: TokenList, _ grammar: Grammar, _ text: String) -> [String] {
    var matcher = CueMatcher(grammar)
    var matches: [CueMatch] = []
    matcher.match(list, range: 0..<list.count, into: &matches)
    return matches.map { describe($0, list, grammar, text) }
  }

  private func describe(_ match: CueMatch, _ list: TokenList, _ grammar: Grammar, _ text: String) -> String {
    let bytes = Array(text.utf8)
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[list.bytes(of: range)], as: UTF8.self) }
    let slots = [match.slots.0, match.slots.1, match.slots.2, match.slots.3].filter { $0.name > 0 }
    let parts = slots.map { " \(grammar.text(ofNumber: $0.name))=\(words($0.tokens))" }
    return words(Int(match.tokens.lowerBound)..<Int(match.tokens.upperBound)) + parts.joined()
  }

  private func grammarOf(_ patterns: String..., kind: String = "action") throws -> Grammar {
    let matches = patterns.map { "  match \($0)\n" }.joined()
    return try grammar(
      """
      list conjunction
        and
      list noun
        thing things
        "big thing"
      \(kind) "test" +1
      \(matches)  hears x
        ignores y
      """)
  }

  @Test(arguments: page.indices) func patternFindsWhatThePageSays(line: Int) throws {
    let (pattern, text, expected) = Self.page[line]
    let grammar = try grammarOf(pattern)
    #expect(found(Roster.tokens(text, grammar), grammar, text) == expected, "\(pattern) in \(text)")
  }

  @Test func longestMatchOfACueAndStartIsKept() throws {
    let grammar = try grammarOf("send", "send it", "send it now")
    #expect(found(Roster.tokens("send it now", grammar), grammar, "send it now") == ["send it now"])
  }

  @Test func datesAreTakenFromTheTokens() throws {
    let grammar = try grammarOf("due {d:date}")
    var list = Roster.tokens("due next May 3", grammar)
    list.dateEnd[1] = 4
    #expect(found(list, grammar, "due next May 3") == ["due next May 3 d=next May 3"])
  }

  @Test func matchesStayInTheRange() throws {
    let grammar = try grammarOf("{a:text} is {b:text}")
    let list = Roster.tokens("one two is three four", grammar)
    var matcher = CueMatcher(grammar)
    var matches: [CueMatch] = []
    matcher.match(list, range: 1..<4, into: &matches)
    #expect(matches.map(\.tokens) == [1..<4])
  }

  @Test func cuesOfOtherLanguagesAreSilent() throws {
    func file(_ language: String) -> GrammarReader.File {
      let text = "action \"a\" +1\n  match tun\n  hears x\n  ignores y\n"
      return ("\(language)/a.cues", Array(text.utf8))
    }
    let grammar = try GrammarReader.read(files: [file("de"), file("en"), file("any")]).compiled()
    let list = Roster.tokens("tun", grammar)
    var matcher = CueMatcher(grammar)
    var matches: [CueMatch] = []
    matcher.match(list, range: 0..<1, languages: grammar.languageSet(["de"]), into: &matches)
    #expect(matches.map { grammar.cues[Int($0.cue)].id }.sorted() == ["any/action/a", "de/action/a"])
  }

  @Test(arguments: [
    ("Action items", true), ("3. Action Items:", true), ("1.2 ACTION ITEMS (from May)", true),
    ("✅ action items 🎉", true),
    ("§ 4) Action items", true), ("A) Action items", true), ("IV. Action items", true), ("Action items for Ben", false),
    ("Old action items", false), ("— Action items —", true), ("Action", false), ("", false),
  ])
  func wholeTextMatchesButForWhatStandsAround(text: String, isMatched: Bool) throws {
    let grammar = try grammarOf("action items", kind: "section")
    let list = Roster.tokens(text, grammar)
    var matcher = CueMatcher(grammar)
    #expect((matcher.matchWhole(.section, list, range: 0..<list.count) != nil) == isMatched)
    #expect(matcher.matchWhole(.column, list, range: 0..<list.count) == nil)
  }

  @Test func aHostileTextCostsLittleMoreThanItsLength() throws {
    // Each of these would be quadratic or worse if tries were not bounded; a hang is the failure.
    let grammar = try grammarOf("a ... a ... a ... b", "{x:text} , {y:text} and b", "{p:people} and {q:people} b")
    for piece in ["a ", "a , ", "Ana and ", "and "] {
      let text = String(repeating: piece, count: 30_000)
      #expect(found(Roster.tokens(text, grammar), grammar, text).isEmpty)
    }
  }
}
