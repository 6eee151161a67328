/// Holds the Grammar to its own examples: each cue hears what it says it hears.
import Testing

@testable import Heard

struct ExampleTests {
  private let grammar = Grammar.builtIn

  @Test func theGrammarIsBuiltIn() {
    #expect(!grammar.cues.isEmpty)
    #expect(!Grammar.builtInFiles.isEmpty)
  }

  @Test func theBuiltInFilesCompileToTheBuiltInGrammar() throws {
    let again = try GrammarReader.read(files: Grammar.builtInFiles).compiled()
    #expect(GrammarEncoding.bytes(of: again) == GrammarEncoding.bytes(of: grammar))
  }

  @Test(arguments: Grammar.builtIn.cues.indices) func cueHearsItsExamples(number: Int) {
    let cue = grammar.cues[number]
    for example in cue.hears {
      let matches = matches(of: number, in: example.text)
      #expect(!matches.isEmpty, "\(cue.file):\(cue.line): \(cue.id) does not hear: \(example.text)")
      let wanted = example.slots.filter { grammar.slot(named: $0.name) != nil }
      for slot in wanted {
        let found = matches.compactMap { $0[slot.name] }
        guard !found.isEmpty else { continue }
        #expect(
          found.contains(slot.text),
          "\(cue.file):\(cue.line): \(cue.id): \(slot.name) in “\(example.text)” is \(found), not “\(slot.text)”")
      }
    }
  }

  @Test(arguments: Grammar.builtIn.cues.indices.filter { Grammar.builtIn.cues[$0].kind.isWhole })
  func cueForWholeTextsIgnoresItsCounterexamples(number: Int) {
    let cue = grammar.cues[number]
    for example in cue.ignores {
      #expect(
        matches(of: number, in: example.text).isEmpty, "\(cue.file):\(cue.line): \(cue.id) hears: \(example.text)")
    }
  }

  /// The slots of each match, by name.
  private func matches(of number: Int, in text: String) -> [[String: String]] {
    let cue = grammar.cues[number]
    let list = Roster.tokens(text, grammar)
    var matcher = CueMatcher(grammar)
    var matches: [CueMatch] = []
    if cue.kind.isWhole {
      matches = matcher.matchWhole(cue.kind, list, range: 0..<list.count, languages: [cue.language]).map { [$0] } ?? []
    } else {
      matcher.match(list, range: 0..<list.count, languages: [cue.language], into: &matches)
    }
    let bytes = Array(text.utf8)
    return matches.filter { Int($0.cue) == number }.map { match in
      var slots: [String: String] = [:]
      for slot in [match.slots.0, match.slots.1, match.slots.2, match.slots.3, match.slots.4, match.slots.5]
      where slot.name > 0 {
        slots[grammar.text(ofNumber: slot.name)] = String(decoding: bytes[list.bytes(of: slot.tokens)], as: UTF8.self)
      }
      return slots
    }
  }
}
