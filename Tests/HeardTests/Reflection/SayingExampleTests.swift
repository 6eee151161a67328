/// Holds the Grammar's examples of what heard says to what it says: rewrites, pointers, and the frames on the whole way.
import Testing

@testable import Heard

@Suite struct SayingExampleTests {
  private static let grammar = Grammar.builtIn

  private static func cues(_ kind: Cue.Kind) -> [Int] { grammar.cues.indices.filter { grammar.cues[$0].kind == kind } }

  private static func place(_ cue: Cue) -> String { "\(cue.file):\(cue.line): \(cue.id)" }

  @Test("a rewrite says its examples and leaves its counterexamples alone", arguments: cues(.rewrite))
  func rewriteSaysItsExamples(number: Int) throws {
    let cue = Self.grammar.cues[number]
    let language = Self.grammar.languages[Int(cue.language)]
    let voice = try #require(Restating.Voice(rawValue: cue.role ?? ""))
    var restating = Restating(Self.grammar, language: language)
    for example in cue.hears {
      let expected = try #require(example.slots.first { $0.name == "says" }?.text)
      var forms = (SpokenNames(["Ana"]), SpokenNames(["Ben", "Carla"]))
      if voice == .speaker { forms.0 = SpokenNames(["Dev"]) }
      let said = restating.said(example.text, to: forms.0, forms.1, voice)
      #expect(said.map { $0 + "." } == expected, "\(Self.place(cue))")
      #expect(restating.cues(in: example.text, naming: forms.0).contains(number), "\(Self.place(cue)) is not heard")
    }
    for example in cue.ignores {
      #expect(!restating.cues(in: example.text, naming: SpokenNames(["Ana"])).contains(number), "\(Self.place(cue))")
    }
  }

  @Test("a pointer is found in its examples alone", arguments: cues(.pointer))
  func pointerIsFound(number: Int) {
    let cue = Self.grammar.cues[number]
    var restating = Restating(Self.grammar, language: Self.grammar.languages[Int(cue.language)])
    let nobody = SpokenNames([])
    for example in cue.hears { #expect(restating.cues(in: example.text, naming: nobody).contains(number)) }
    for example in cue.ignores { #expect(!restating.cues(in: example.text, naming: nobody).contains(number)) }
  }

  @Test("a frame says its examples", arguments: cues(.frame))
  func frameSaysItsExamples(number: Int) throws {
    let cue = Self.grammar.cues[number]
    for example in cue.hears {
      let expected = try #require(example.slots.first { $0.name == "says" }?.text)
      let said = Self.said(of: example.text, language: Self.grammar.languages[Int(cue.language)])
      #expect(said.contains(expected), "\(Self.place(cue)) says \(said)")
    }
  }

  /// All that a reflection of a line or two says.
  private static func said(of text: String, language: String) -> [String] {
    var options = HearingOptions()
    options.language = language
    let notes = "Present: Ana, Ben, Carla\n\n" + text.split(separator: "¶").joined(separator: "\n\n") + "\n"
    let document = Document(reading: Array(notes.utf8), from: .markdown)
    let meeting = Meeting(heardIn: document, grammar, options)
    let finding = Finding(
      expectation: "action-has-owner", severity: .warning, message: "", span: Span(0, 20),
      question: .init(text: "Who of “Ana, Ben”?", to: nil))
    var few = ReflectionOptions()
    few.length = 0
    let all = [ReflectionOptions(), few].map {
      Reflection(of: meeting, in: document, grammar, given: [finding], $0)
    }
    var said: [String] = []
    for reflection in all {
      said += reflection.summary.flatMap { $0.sentences.map(\.text) }
      said += reflection.leftOut.map(\.text)
      for restatement in reflection.restatements { said += restatement.sentences.map(\.text) + [restatement.closing] }
      for question in reflection.questions { said += [question.addressee, question.text, question.why] }
    }
    return said
  }
}
