/// How text is split into tokens: pages of a text and its tokens, parted by ¦.
import Testing

@testable import Heard

struct TokenizerTests {
  static let page: [(text: String, tokens: String)] = [
    ("Ana will send it.", "Ana¦will¦send¦it¦."),
    ("I'll go, she’d've gone", "I¦'ll¦go¦,¦she¦’d¦'ve¦gone"),
    ("don't can't won't DON'T", "do¦n't¦ca¦n't¦wo¦n't¦DO¦N'T"),
    ("I cannot, Cannot", "I¦can¦not¦,¦Can¦not"),
    ("Ana's and the partners' notes", "Ana¦'s¦and¦the¦partners¦'¦notes"),
    ("l'équipe O'Brien d'accord", "l'¦équipe¦O'Brien¦d'¦accord"),
    ("follow-up 2024-05-01", "follow¦-¦up¦2024¦-¦05¦-¦01"),
    ("v1 PR436 3.5 v1.2 5. 3rd 12.05.2024", "v1¦PR436¦3.5¦v1.2¦5¦.¦3rd¦12.05.2024"),
    (
      "see https://a.b/c?d=(e). (http://x.y) www.z.org, http is",
      "see¦https://a.b/c?d=(e)¦.¦(¦http://x.y¦)¦www.z.org¦,¦http¦is"
    ),
    ("mail ana.silva+x@mail.example.org, or a@b", "mail¦ana.silva+x@mail.example.org¦,¦or¦a¦@¦b"),
    ("@ana, @dev.patel. (@j-r)", "@ana¦,¦@dev.patel¦.¦(¦@j-r¦)"),
    ("#12 org/repo#7 #action GH-12 QX-3b", "#12¦org¦/¦repo¦#7¦#¦action¦GH-12¦QX¦-¦3b"),
    ("wait... so… end..", "wait¦...¦so¦…¦end¦.¦."),
    ("a -> b → c — d–e --> f", "a¦->¦b¦→¦c¦—¦d¦–¦e¦-->¦f"),
    ("✅ done 👍🏽👩‍💻!", "✅¦done¦👍🏽¦👩‍💻¦!"),
    ("“Quoted” «mots» ¿qué?", "“¦Quoted¦”¦«¦mots¦»¦¿¦qué¦?"),
    ("snake_case _x_ ___", "snake_case¦_¦x¦_¦_¦_¦_"),
    ("non\u{A0}break zero\u{200B}width", "non¦break¦zero\u{200B}width"),
    ("", ""), (" \n\t", ""),
  ]

  private func read(_ text: String, _ grammar: Grammar = .builtIn) -> [Token] {
    var list = TokenList()
    list.read(Array(text.utf8), grammar)
    return list.tokens
  }

  private func pieces(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return read(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: page.indices) func textIsSplitAsThePageSays(line: Int) {
    let (text, tokens) = Self.page[line]
    #expect(pieces(text) == tokens.split(separator: "¦").map(String.init))
  }

  @Test func kindsAreTold() {
    let kinds = read("word 3 , @ana http://x.y a@b.c #3 ✅").map(\.kind)
    #expect(kinds == [.word, .number, .punctuation, .handle, .url, .email, .reference, .symbol])
  }

  @Test func flagsSayWhatStandsBeforeAndHowLettersAreWritten() {
    let tokens = read("Ana's API\n- École x")
    #expect(tokens[0].flags == [.spaceBefore, .lineStart, .utteranceStart, .capitalized])
    #expect(tokens[1].flags == [])
    #expect(tokens[2].flags == [.spaceBefore, .capitalized, .allCaps])
    #expect(tokens[3].flags == [.spaceBefore, .lineStart])
    #expect(tokens[4].flags == [.spaceBefore, .capitalized])
    #expect(tokens[5].flags == [.spaceBefore])
  }

  @Test func wordsOfTheGrammarAreFoundInAnyCaseAndWithAnyApostrophe() throws {
    let grammar = try grammar("list words\n  school's école → - n't can will not ... über\n")
    func words(_ text: String) -> [String] { read(text, grammar).map { grammar.text(ofWord: $0.word) } }
    #expect(words("ÉCOLE Über UNKNOWN") == ["école", "über", ""])
    #expect(words("can’t Won't") == ["can", "n't", "will", "n't"])
    #expect(words("→ — -> - … ....") == ["→", "-", "-", "-", "...", "..."])
  }

  @Test func marksOfTheTextBecomeFlags() {
    var text = BlockText()
    text.append(replacing: 0, 1, with: Array("run the code now".utf8))
    text.marks = [BlockText.Mark(kind: .code, range: 4..<8), BlockText.Mark(kind: .struck, range: 0..<16)]
    var list = TokenList()
    list.read(text, .builtIn)
    #expect(list.tokens.map { $0.flags.contains(.code) } == [false, true, false, false])
    #expect(list.tokens.allSatisfy { $0.flags.contains(.struck) })
  }

  @Test func anyBytesAreTokensInOrder() {
    var state: UInt64 = 7
    let alphabet: [UInt8] =
      Array("aZ9 '.-@#:/>_hn\n".utf8) + [0, 0x80, 0xE2, 0x80, 0x99, 0xC3, 0xA9, 0xF0, 0x9F, 0x91, 0xFF]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      var list = TokenList()
      list.read(bytes, .builtIn)
      var end = 0
      for token in list.tokens {
        #expect(Int(token.start) >= end && token.end > token.start && Int(token.end) <= bytes.count)
        end = Int(token.end)
      }
    }
  }
}

/// A grammar of one English file.
func grammar(_ text: String) throws(GrammarErrors) -> Grammar {
  try GrammarReader.read(files: [("en/test.cues", Array(text.utf8))]).compiled()
}
