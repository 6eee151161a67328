/// Every sample meeting is heard as the page beside it says; `HEARD_UPDATE=1` writes the pages anew.
import Foundation
import Heard
import Testing

@Suite struct SampleTests {
  private static let folder = SwiftSource.package.appendingPathComponent("Samples/Meetings")
  private static let rewrites = ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1"
  private static let ending = ".heard.md"

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  private static let notes = files.filter { !$0.hasSuffix(ending) && !$0.hasPrefix(".") }

  private static func golden(of name: String) -> String {
    (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ending
  }

  @Test("a sample is heard as the page beside it says", arguments: notes)
  func sampleIsHeard(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let document = Document(reading: bytes, name: name)
    var options = HearingOptions()
    options.name = name
    let meeting = Meeting(heardIn: document, .builtIn, options)
    var out: [UInt8] = []
    MarkdownOutput.append(Report(name: name, document: document, meeting: meeting), to: &out)
    let golden = Self.folder.appendingPathComponent(Self.golden(of: name))
    if Self.rewrites { try Data(out).write(to: golden) }
    #expect(String(decoding: out, as: UTF8.self) == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func everyPageBelongsToASample() {
    #expect(Self.notes.count >= 6)
    let pages = Set(Self.files.filter { $0.hasSuffix(Self.ending) })
    #expect(pages.subtracting(Self.notes.map(Self.golden)) == [])
  }
}
