/// Pages of the Grammar's own examples in any order: whatever stands beside whatever, they are heard.
import Testing

@testable import Heard

@Suite struct RandomPageTests {
  private static let examples = Grammar.builtIn.cues.flatMap { ($0.hears + $0.ignores).map(\.text) }
  /// What a line begins with: mostly nothing, else what sets it in, heads it or lists it.
  private static let openings = ["", "", "", "", "- ", "  - ", "1. ", "> ", "## ", "Ana: ", "**Ben**: ", "* [ ] ", "ACTION: ", "Motion: "]
  private static let pages = 40
  private static let lines = 24

  @Test("a page of examples is heard to its end, and all that is heard stands on it", arguments: 1...6)
  func pageIsHeard(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<Self.pages {
      let page = Self.page(&random)
      let document = Document(reading: Array(page.utf8), name: "page.md")
      let meeting = Meeting(heardIn: document, .builtIn)
      let reflection = Reflection(of: meeting, in: document, .builtIn, given: [])
      for item in meeting.actions.map({ ($0.text, $0.span) }) + meeting.decisions.map({ ($0.text, $0.span) })
        + meeting.questions.map({ ($0.text, $0.span) })
      {
        #expect(!item.0.isEmpty && item.1.start < item.1.end && item.1.end <= document.notes.count, "\(item) in:\n\(page)")
      }
      #expect(reflection.questions.allSatisfy { !$0.text.isEmpty }, "\(page)")
    }
  }

  private static func page(_ random: inout SplitMix) -> String {
    (0..<lines).map { _ in
      let end = random.next() % 3 == 0 ? "\n\n" : "\n"
      return (openings.randomElement(using: &random) ?? "") + (examples.randomElement(using: &random) ?? "") + end
    }.joined()
  }

  /// The same pages each time: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }
}
