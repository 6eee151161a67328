/// Holds the expectations to the pages of `Samples/Expectations`; `HEARD_UPDATE=1` writes what is found on them anew.
import Foundation
import Testing

@testable import Heard

@Suite struct ExpectationPageTests {
  private static let rewrites = ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1"

  @Test func everyExpectationHasItsPageAndEveryPageItsExpectation() {
    #expect(ExpectationPage.names == Expectation.all.map(\.name).sorted())
    #expect(Set(Expectation.all.map(\.name)).count == Expectation.all.count)
  }

  @Test func theRegistryMayNameEveryExpectation() {
    #expect(Set(Expectation.all.map(\.name)).subtracting(Registry.expectationNames) == [])
  }

  @Test("what a page says is found, and nothing else", arguments: ExpectationPage.names)
  func whatAPageSaysIsFound(name: String) throws {
    let page = ExpectationPage(named: name)
    #expect(page.faults == [])
    if Self.rewrites {
      let file = ExpectationPage.folder.appendingPathComponent(name + ".md")
      try page.found.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(page.found == (Self.rewrites ? page.found : page.text))
    // The first notes meet the expectation, the second do not.
    #expect(page.outcomes == [false, true])
  }

  @Test("a page says what its expectation claims, and the command prints it", arguments: Expectation.all.map(\.name))
  func aPageSaysWhatItsExpectationClaims(name: String) throws {
    let expectation = try #require(Expectation.named(name))
    let page = ExpectationPage(named: name).text
    #expect(page.hasPrefix("# \(name)\n\n\(expectation.claim)\n\n*\(expectation.practice.rawValue) · "))
    for other in expectation.yields {
      #expect(Expectation.named(other) != nil)
      #expect(page.contains("`\(other)`"))
    }
    if !Self.rewrites { #expect(expectation.page == page) }
  }

  @Test func theIndexIsUpToDate() throws {
    let file = ExpectationPage.folder.appendingPathComponent("README.md")
    if Self.rewrites { try Self.index.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.index)
  }

  private static var index: String {
    var text = """
      # Expectations

      What heard holds notes against, each with a page that is manual, sample and test in one; `heard explain NAME` prints it.
      A finding counts as an error, a warning or a note; `severities` in `expectations.yml` changes that, and a norm that names
      an expectation makes it a warning at least. Findings of one habit are told as one until the registry names the expectation.

      A comment in Markdown or HTML accepts a finding, with a reason: `<!-- heard: allow action-has-owner — the chair assigns it
      on Monday -->`. It reaches the item, row or paragraph that it stands in, else the next one; before a heading or right below
      it, all that stands under that heading. `HEARD_UPDATE=1 swift test --filter ExpectationPageTests` writes this page and what
      is found on the others anew.

      """
    for practice in Expectation.Practice.allCases {
      text += "\n## \(practice.rawValue)\n\n| expectation | counts as | what it asks for |\n|---|---|---|\n"
      for one in Expectation.all where one.practice == practice {
        let needs = one.needs.isEmpty ? "" : " (needs \(one.needs.map(\.rawValue).sorted().joined(separator: ", ")))"
        text += "| [\(one.name)](\(one.name).md) | \(one.severity.rawValue)\(needs) | \(one.claim) |\n"
      }
    }
    return text
  }
}
