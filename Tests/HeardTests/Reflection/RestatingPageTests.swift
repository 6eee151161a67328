/// Holds restating to its page: what somebody said, and how it is said to that person.
import Foundation
import Testing

@testable import Heard

@Suite struct RestatingPageTests {
  struct Line: CustomTestStringConvertible, Sendable {
    var number: Int
    var said: String
    var expected: String
    var isNamed: Bool
    var testDescription: String { "\(number): \(said)" }
  }

  static let lines: [Line] = {
    let file = SwiftSource.package.appendingPathComponent("Tests/Pages/Restating/en.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard !line.hasPrefix("#"), let arrow = line.range(of: " → ") else { return nil }
      var said = String(line[..<arrow.lowerBound])
      let isNamed = said.hasPrefix("Ana: ")
      if isNamed { said.removeFirst(5) }
      return Line(number: index + 1, said: said, expected: String(line[arrow.upperBound...]), isNamed: isNamed)
    }
  }()

  @Test func thePageIsLongEnough() {
    #expect(Self.lines.count { !$0.isNamed && $0.expected != "quoted" } >= 50)
  }

  @Test("what is said is said back as the page says", arguments: lines)
  func isSaidBack(line: Line) {
    var restating = Restating(.builtIn, language: "en")
    let (ana, others) = (SpokenNames(["Ana Silva", "Ana"]), SpokenNames(["Ben", "Carla Jensen", "Carla"]))
    let said = restating.sentence(line.said, to: ana, others, line.isNamed ? .named : .speaker)
    #expect((said ?? "quoted") == line.expected)
  }

  @Test func theDayThatHoldsIsSaidBack() {
    let notes = """
      # Call 2025-09-16

      Present: Ann Lowe, Bea Hart

      Ann: I will send the plan by Monday.

      Bea: Actually let us make that Wednesday.
      """
    let document = Document(reading: Array(notes.utf8), name: "notes.md")
    let said = Reflection(of: Meeting(heardIn: document, .builtIn), in: document).sentences.map(\.text)
    #expect(said.contains("You'll send the plan, due Wednesday (2025-09-17)."))
    #expect(!said.contains { $0.contains("Monday") })
  }
}
