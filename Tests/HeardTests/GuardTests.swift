/// A guard that bites says so, and one that does not stays silent.
import Testing

@testable import Heard

@Suite struct GuardTests {
  private static func omissions(_ notes: String, _ name: String = "a.md") -> [String] {
    let document = Document(reading: Array(notes.utf8), name: name)
    return Report(name: name, document: document, meeting: Meeting(heardIn: document, .builtIn)).omissions.map(\.message)
  }

  @Test func manyNamesThatBeginAlikeAreSaid() {
    func roll(_ count: Int) -> String {
      "# Weekly\n\nPresent:\n" + (0..<count).map { "- Martin Rog\(["a", "e", "i", "o", "u"][$0 % 5])l\(Self.letters($0))\n" }.joined()
    }
    #expect(Self.omissions(roll(Guards.namesAlike)) == [])
    #expect(Self.omissions(roll(Guards.namesAlike + 1)).map { $0.contains("begin alike") } == [true])
  }

  @Test func manySpellingsOfOnePersonAreSaid() {
    func roll(_ count: Int) -> String {
      "# Weekly\n\nPresent:\n" + (0..<count).map { "- Zora Quill (@zora\($0))\n" }.joined()
    }
    #expect(Self.omissions(roll(Guards.spellings)) == [])
    #expect(Self.omissions(roll(Guards.spellings + 1)).map { $0.contains("spellings") } == [true])
  }

  private static func letters(_ number: Int) -> String {
    String([number / 26 % 26, number % 26].compactMap { Unicode.Scalar(UInt8(0x61 + $0)) }.map(Character.init))
  }

  @Test func wideTablesAreSaid() {
    func table(_ columns: Int) -> String {
      let cells = String(repeating: "|a", count: columns - 1)
      return "# Weekly\n\n|Action\(cells)|\n" + String(repeating: "|-", count: columns) + "|\n|send the list\(cells)|\n"
    }
    #expect(Self.omissions(table(Guards.tableColumns)) == [])
    #expect(Self.omissions(table(Guards.tableColumns + 1)).map { $0.contains("columns") } == [true])
  }

  @Test func deepMarkupIsSaid() {
    let (most, tag) = (Guards.elements, "<i>")
    #expect(Self.omissions("<p>" + String(repeating: tag, count: most - 10) + "Ana will send it.", "a.html") == [])
    #expect(Self.omissions("<p>" + String(repeating: tag, count: most + 10) + "Ana will send it.", "a.html").count == 1)
  }
}
