/// Holds heard to the pages of `Samples/Regressions`: what stands on them is heard, and nothing else.
import Testing

@testable import Heard

@Suite struct RegressionPageTests {
  @Test func thePagesAreThere() { #expect(RegressionPage.names.count >= 8) }

  @Test("what a page says is heard, and nothing else", arguments: RegressionPage.names)
  func whatAPageSaysIsHeard(name: String) {
    let page = RegressionPage(named: name)
    for fault in page.faults { Issue.record("Samples/Regressions/\(name):\(fault.line): \(fault.text)") }
    for example in page.examples {
      for failure in failures(of: example) {
        Issue.record("Samples/Regressions/\(name):\(failure.line): \(failure.text)")
      }
    }
  }

  private func failures(of example: RegressionPage.Example) -> [(line: Int, text: String)] {
    let notes = Array(example.notes.utf8)
    let document = Document(reading: notes, name: example.options.name, from: example.format)
    let meeting = Meeting(heardIn: document, Grammar.builtIn, example.options)
    var heard = HeardLines.lines(of: meeting, in: document.notes)
    // Who was there is held to the page only where the page speaks of somebody.
    if !example.expected.contains(where: { $0.kind == "person" }) { heard.removeAll { $0.kind == "person" } }
    var failures: [(line: Int, text: String)] = []
    for expected in example.expected {
      guard let index = heard.firstIndex(where: { isSame(expected, $0) }) else {
        failures.append((expected.line, "not heard: \(expected.description)"))
        continue
      }
      let found = heard.remove(at: index)
      for (name, value) in expected.attributes where found[name] != value {
        let text = "\(expected.kind) “\(expected.text)”: \(name) is “\(found[name] ?? "unknown here")”, not “\(value)”"
        failures.append((expected.line, text))
      }
    }
    for rest in heard {
      let line = rest.isItem ? example.line + rest.at - 1 : example.line
      failures.append((line, "heard, but not on the page: \(rest.description)"))
    }
    return failures
  }

  private func isSame(_ expected: HeardLine, _ heard: HeardLine) -> Bool {
    guard expected.kind == heard.kind, expected.at == heard.at else { return false }
    return expected.isItem ? heard.text.contains(expected.text) : heard.text == expected.text
  }
}

/// Holds the reader of pages to what it promises, so that a page cannot pass by being misread.
@Suite struct RegressionPageReadingTests {
  private let notes = "Why.\n\n```md date=2026-11-20\nAna to send it.\n```\n\n"

  @Test func anExampleKnowsItsLineAndItsDay() throws {
    let page = RegressionPage(reading: notes + "```heard\naction 1: send it | owners: Ana | done\n```\n")
    #expect(page.faults.isEmpty)
    let example = try #require(page.examples.first)
    #expect(example.line == 4)
    #expect(example.options.date == Day(iso: "2026-11-20"))
    #expect(example.expected.map(\.description) == ["action 1: send it | owners: Ana | done: yes"])
  }

  @Test(arguments: [
    "", "```heard\n```\n", "```heard\nnothing\naction 1: send it\n```\n", "```heard\naction: send it\n```\n",
    "```heard\nnothing\n", "```heard\nnothing\n```\n```heard\nnothing\n```\n", "```pascal\nx\n```\n",
  ])
  func aPageThatSaysTooLittleIsAtFault(rest: String) {
    #expect(!RegressionPage(reading: notes + rest).faults.isEmpty)
  }
}
