/// Every sample meeting is heard as the page beside it says; `HEARD_UPDATE=1` writes the pages anew.
import Foundation
import Heard
import Testing

@Suite struct SampleTests {
  private static let folder = SwiftSource.package.appendingPathComponent("Samples/Meetings")
  private static let rewrites = ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1"
  private static let ending = ".heard.md"
  private static let reflected = ".reflection.md"

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  private static let notes = files.filter {
    !$0.hasSuffix(ending) && !$0.hasSuffix(reflected) && !$0.hasPrefix(".")
  }

  private static func golden(of name: String, _ ending: String = ending) -> String {
    (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ending
  }

  private static func report(of name: String) throws -> Report {
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    let document = Document(reading: bytes, name: name)
    var options = HearingOptions()
    options.name = name
    return Report(name: name, document: document, meeting: Meeting(heardIn: document, .builtIn, options))
  }

  private func expect(_ out: [UInt8], in page: String) throws {
    let golden = Self.folder.appendingPathComponent(page)
    if Self.rewrites { try Data(out).write(to: golden) }
    #expect(String(decoding: out, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test("a sample is heard as the page beside it says", arguments: notes)
  func sampleIsHeard(name: String) throws {
    var out: [UInt8] = []
    MarkdownOutput.append(try Self.report(of: name), to: &out)
    try expect(out, in: Self.golden(of: name))
  }

  @Test("a sample is said back as the page beside it says", arguments: notes)
  func sampleIsSaidBack(name: String) throws {
    var report = try Self.report(of: name)
    let findings = Registry().findings(in: report.meeting, document: report.document)
    report.reflection = Reflection(of: report.meeting, in: report.document, given: findings)
    var out: [UInt8] = []
    MarkdownOutput.append(report, .reflection, to: &out)
    try expect(out, in: Self.golden(of: name, Self.reflected))
  }

  @Test func everyPageBelongsToASample() {
    #expect(Self.notes.count >= 6)
    let pages = Set(Self.files.filter { $0.hasSuffix(Self.ending) })
    #expect(pages.subtracting(Self.notes.map { Self.golden(of: $0) }) == [])
    let reflections = Set(Self.files.filter { $0.hasSuffix(Self.reflected) })
    #expect(reflections == Set(Self.notes.map { Self.golden(of: $0, Self.reflected) }))
  }
}
