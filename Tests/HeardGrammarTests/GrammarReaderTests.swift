/// The notation: what grammar files may say, and the errors for what they may not.
import Testing

@testable import HeardGrammar

/// Reads one file as `en/test.cues`.
func read(_ text: String) throws(GrammarErrors) -> GrammarSource {
  try GrammarReader.read(files: [("en/test.cues", Array(text.utf8))])
}

/// The errors of a file, as they are printed, without the path.
func errors(_ text: String, language: String = "en") -> [String] {
  do throws(GrammarErrors) {
    _ = try GrammarReader.read(files: [("\(language)/test.cues", Array(text.utf8))])
    return []
  } catch {
    return error.errors.map { "\($0.line):\($0.column): \($0.message)" }
  }
}

struct GrammarReaderTests {
  static let entry = "  hears x\n  ignores y\n"

  /// A pattern, and the error that it gives at a column of the pattern.
  static let patterns: [(pattern: String, column: Int, message: String)] = [
    ("go (there", 4, "this bracket is not closed; add )"),
    ("go [there", 4, "this bracket is not closed; add ]"),
    ("go there)", 9, "this bracket was not opened; remove it, or quote it to match the mark itself"),
    ("go ]", 4, "this bracket was not opened; remove it, or quote it to match the mark itself"),
    ("go (a | ) x", 9, "nothing behind the last |; write a word there"),
    ("| go", 1, "nothing before this |; write a word there"),
    ("go ()", 5, "nothing here to match; write a word"),
    ("{a} {b}", 1, "nothing anchors this pattern; add a word or a <list> that every match must contain"),
    ("[go] {b}", 1, "nothing anchors this pattern; add a word or a <list> that every match must contain"),
    ("(go | {b})", 1, "nothing anchors this pattern; add a word or a <list> that every match must contain"),
    ("go {a:txt}", 7, "unknown slot kind “txt”; did you mean “text”?"),
    (
      "go {a:zzzzzz}", 7,
      "unknown slot kind “zzzzzz”; write one of: text, person, people, date, word, number, handle"
    ),
    ("go {a:text", 4, "this slot is not closed; write {name} or {name:kind}"),
    ("go {:text}", 5, "a slot needs a name of small letters, as in {task:text}"),
    ("go <verb", 4, "this list is not closed; write <name>"),
    ("go <verb>", 4, "unknown list “verb”; did you mean “verbs”?"),
    ("go {a:<noun>}", 7, "unknown list “noun”; write one of: verbs"),
    ("go ...99 x", 4, "a gap is ... or ...N with N from 1 to 12"),
    ("go ...x x", 4, "a gap is ... or ...N with N from 1 to 12"),
    ("go \"there", 4, "this quotation mark is not closed; add \""),
    ("go \"\"", 4, "nothing to match in \"\"; write a word or a mark"),
    ("go !{a}", 4, "a slot cannot stand behind !; use a word, a <list> or (…)"),
    ("go {a} {b} {c} {d} {e} {f} {g}", 1, "a pattern has at most 6 slots; split it into two cues"),
    ("((((((((((((x))))))))))))", 13, "too deeply nested; split the pattern"),
  ]

  /// A file, and the errors it gives.
  static let files: [(text: String, errors: [String])] = [
    ("", []), ("# only a comment\n\n", []), ("\u{FEFF}list a\r\n  b\r\n", []),
    ("weights pair\n  <person> will +1.2 -0.3\n\nweights trait\n  always -2 -3\n", []),
    ("weights wrd\n  will +1 0\n", ["1:9: unknown kind of feature “wrd”; did you mean “word”?"]),
    ("weights word +1\n", ["1:14: weights stand on the following lines, indented"]),
    (
      "weights word\n  will +1\n",
      ["2:3: write one word and two weights, for an action and a decision, as in: will +0.41 -0.22"]
    ),
    (
      "weights pair\n  will +1 0\n",
      ["2:3: write two words and two weights, for an action and a decision, as in: will +0.41 -0.22"]
    ),
    ("weights word\n  <persn> +1 0\n", ["2:3: unknown group “<persn>”; did you mean “<person>”?"]),
    ("weights trait\n  alway +1 0\n", ["2:3: unknown trait “alway”; did you mean “always”?"]),
    ("acton \"a\" +1\n  anything\n", ["1:1: unknown kind “acton”; did you mean “action”?"]),
    (
      "  match x\n",
      [
        "1:3: this line belongs to no entry; begin one at column 1, as in: action \"name\" +1.0"
      ]
    ),
    ("action a +1\n", ["1:8: a cue needs a name in quotation marks, as in: action \"what it hears\" +1.0"]),
    (
      "action \"a\" much\n" + "  match x\n" + entry,
      [
        "1:12: “much” is no weight; write a number from -20 to +20, as in: +2.5"
      ]
    ),
    ("action \"a\" +99\n", ["1:12: “+99” is no weight; write a number from -20 to +20, as in: +2.5"]),
    ("action \"a\" +1 x\n  match x\n" + entry, ["1:15: nothing may follow the weight; put it on a line of its own"]),
    (
      "action \"a\" +1\n",
      [
        "1:1: action “a” has no pattern; add a line: match …",
        "1:1: action “a” has no example; add a line: hears …, a text that it hears",
        "1:1: action “a” has no counterexample; add a line: ignores …, a text like it that it must not hear",
      ]
    ),
    ("action \"a\"\n  macth x\n  match x\n" + entry, ["2:3: unknown property “macth”; did you mean “match”?"]),
    ("action \"a\"\n  match\n  match x\n" + entry, ["2:8: nothing behind “match”"]),
    ("action \"a\"\n  firmness form\n  match x\n" + entry, ["2:12: unknown firmness “form”; did you mean “firm”?"]),
    ("veto \"a\"\n  match x\n" + entry, ["1:1: veto “a” speaks against nothing; add a line: against action …"]),
    (
      "veto \"a\"\n  against action descision\n  match x\n" + entry,
      [
        "2:18: unknown kind “descision”; did you mean “decision”?"
      ]
    ),
    (
      "veto \"a\"\n  against action\n  scope page\n  match x\n" + entry,
      [
        "3:9: unknown scope “page”; write one of: clause, sentence, block"
      ]
    ),
    ("list\n", ["1:5: a list needs a name of letters, digits and hyphens, as in: list month"]),
    ("list a b\n  c\n", ["1:8: a list's words stand on the following lines, indented"]),
    ("list a\n", ["1:1: list “a” is empty; add words on indented lines"]),
    ("list a\n  b = x\n", ["2:5: “x” is no value; write a whole number, as in: january jan = 1"]),
    ("list a\n  b = 1 c\n", ["2:9: nothing may follow the value; begin another line"]),
    (
      "list a\n  \"b\n",
      ["2:3: this quotation mark is not closed; add \"", "1:1: list “a” is empty; add words on indented lines"]
    ),
    ("list a\n  \"b c d e f g h\"\n", ["2:3: a list's entry has at most 6 words; write a pattern for longer ones"]),
    ("list a\n  <c>\n", ["2:3: unknown list “c”; did you mean “a”?"]),
    (
      "action \"a\"\n  match x\n" + entry + "action \"a\"\n  match y\n" + entry,
      [
        "5:1: action “a” is already at en/test.cues:1; rename or merge them"
      ]
    ),
    (
      "action \"a\"\n  match (\n  match )\n  what x\n" + entry + "section b\n",
      [
        "2:9: this bracket is not closed; add )",
        "3:9: this bracket was not opened; remove it, or quote it to match the mark itself",
        "4:3: unknown property “what”; write one of: role, firmness, against, scope, yields, says, match, hears, ignores",
        "7:9: a cue needs a name in quotation marks, as in: section \"what it hears\" +1.0",
      ]
    ),
  ]

  @Test(arguments: patterns.indices) func errorOfAPatternNamesItsPlace(number: Int) {
    let (pattern, column, message) = Self.patterns[number]
    let text = "list verbs\n  go\naction \"a\" +1\n  match    \(pattern)\n" + Self.entry
    #expect(errors(text) == ["4:\(column + 11): \(message)"])
  }

  @Test(arguments: files.indices) func errorsOfAFileAreAllReported(number: Int) {
    #expect(errors(Self.files[number].text) == Self.files[number].errors)
  }

  @Test func errorsOfAllFilesComeTogetherAsCompilersPrintThem() throws {
    let files: [GrammarReader.File] = [("g/en/a.cues", Array("x\n".utf8)), ("g/de/b.cues", Array("list b\n".utf8))]
    let error = #expect(throws: GrammarErrors.self) { try GrammarReader.read(files: files) }
    let lines = error?.description.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("g/en/a.cues:1:1: error: unknown kind “x”") == true)
    #expect(lines.last == "g/de/b.cues:1:1: error: list “b” is empty; add words on indented lines")
  }

  @Test func listOfAnotherLanguageIsNoListOfThisOne() {
    let files: [GrammarReader.File] = [
      ("de/a.cues", Array("list verb\n  tun\n".utf8)),
      ("en/a.cues", Array("action \"a\"\n  match <verb>\n  hears x\n  ignores y\n".utf8)),
    ]
    let error = #expect(throws: GrammarErrors.self) { try GrammarReader.read(files: files) }
    #expect(
      error?.description
        == "en/a.cues:2:9: error: list “verb” has no words in “en”; add `list verb` to that folder")
  }

  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 11
    let pieces = [
      "list ", "action \"a\" +1", "\n", "\n  ", "match ", "(", ")", "[", "|", "{a:", "}", "<", ">", "\"", "!", "^",
      "...", "x ", "\u{0}", "é",
    ]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<16 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      if errors(text).isEmpty { _ = try? read(text).compiled() }
    }
  }
}
