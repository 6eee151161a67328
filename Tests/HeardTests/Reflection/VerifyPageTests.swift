/// Holds verifying to the pages of `Samples/Verify`: each line of a summary gets the answer that stands there, and no other.
import Foundation
import Testing

@testable import Heard

@Suite struct VerifyPageTests {
  private static let folder = SwiftSource.package.appendingPathComponent("Samples/Verify")
  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  @Test func thePagesAreThere() { #expect(Self.names.count >= 3) }

  @Test("each line of a summary gets its answer", arguments: names)
  func eachLineGetsItsAnswer(name: String) throws {
    let page = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let fences = Self.fences(page)
    try #require(fences.map(\.word).suffix(2) == ["summary", "answers"] && fences.count == 3)
    let format = try #require(fences[0].word == "md" ? .markdown : Format(rawValue: fences[0].word))
    var options = HearingOptions()
    options.date = fences[0].date
    let notes = Document(reading: Array(fences[0].text.utf8), from: format)
    let summary = Document(reading: Array(fences[1].text.utf8), from: .markdown)
    let meeting = Meeting(heardIn: notes, .builtIn, options)
    let verification = Verification(of: summary, against: meeting, in: notes)
    let answers = fences[2].text.split(separator: "\n").map(String.init)
    let claimed = answers.filter { !$0.hasPrefix("left") }
    #expect(Self.lines(of: verification, LineIndex(summary.notes)) == claimed, "Samples/Verify/\(name)")
    for answer in answers where answer.hasPrefix("left") {
      let words = answer.split(separator: " ", maxSplits: 3)
      let line = try #require(words.count == 4 ? Int(words[2]) : nil)
      let index = LineIndex(notes.notes)
      let isThere = verification.leftOut.contains {
        index.position(of: $0.span.start).line == line && $0.text.contains(words[3])
      }
      #expect(isThere, "Samples/Verify/\(name): \(answer); found \(verification.leftOut)")
    }
    if !answers.contains(where: { $0.hasPrefix("left") }) {
      #expect(verification.leftOut.isEmpty, "Samples/Verify/\(name)")
    }
  }

  /// `12 contradicted number`, as the pages write it; the first fault alone.
  private static func lines(of verification: Verification, _ index: LineIndex) -> [String] {
    verification.claims.map { claim in
      let line = index.position(of: claim.span.start).line
      let fault = claim.faults.first { $0.span != nil }.map { " " + $0.kind.rawValue } ?? ""
      return "\(line) \(claim.answer.rawValue)" + (claim.answer == .contradicted ? fault : "")
    }
  }

  private static func fences(_ page: String) -> [(word: String, date: Day?, text: String)] {
    var found: [(word: String, date: Day?, text: String)] = []
    var isOpen = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen {
          let words = line.dropFirst(3).split(separator: " ")
          let date = words.last.flatMap { $0.hasPrefix("date=") ? Day(iso: $0.dropFirst(5)) : nil }
          found.append((words.first.map(String.init) ?? "", date, ""))
        }
        isOpen.toggle()
      } else if isOpen {
        found[found.count - 1].text += line + "\n"
      }
    }
    return found
  }
}
