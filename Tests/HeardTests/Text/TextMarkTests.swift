/// What a reader takes out of the text comes back as a mark, with its place.
import Testing

@testable import Heard

@Suite struct TextMarkTests {
  private static func marks(_ notes: String, _ format: Format) -> [String] {
    let document = Document(reading: Array(notes.utf8), from: format)
    return document.pieceMarks.map { mark in
      let words = document.pieces[Int(mark.pieces.lowerBound)..<Int(mark.pieces.upperBound)].map {
        String(decoding: document.notes[Int($0.start)..<Int($0.end)], as: UTF8.self)
      }
      let value = document.notes[Int(mark.value.lowerBound)..<Int(mark.value.upperBound)]
      return "\(mark.kind) \(words.joined(separator: "+")) \(String(decoding: value, as: UTF8.self))"
    }
  }

  @Test func boldAndItalicOfAWikiAreMarks() {
    #expect(Self.marks("Ana '''will ''not'' write'''.", .mediawiki) == ["strong will +not+ write ", "emphasis not "])
  }

  @Test func linksKeepTheirTargets() {
    #expect(Self.marks("See [[User:Ana|Ana]] there", .mediawiki) == ["link Ana User:Ana"])
    #expect(Self.marks("See [[https://example.org][the page]]", .org) == ["link the page https://example.org"])
    #expect(
      Self.marks("[{\"user\": \"U1\", \"text\": \"see <https://example.org|it>\"}]", .json) == [
        "link it https://example.org"
      ])
  }

  @Test func mentionsKeepWhoIsMeant() {
    #expect(Self.marks("[{\"user\": \"U1\", \"text\": \"<@U2|ana> hi\"}]", .json) == ["mention @+ana U2"])
  }

  @Test func aReplacedCharacterStandsForItsEscape() throws {
    let notes = Array("[{\"user\": \"U1\", \"text\": \"caf\\u00e9 now\"}]".utf8)
    let document = Document(reading: notes)
    var text = BlockText()
    document.text(of: try #require(document.blocks.first), into: &text)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "café now")
    let span = text.span(of: 3..<5)
    #expect(String(decoding: notes[span.start..<span.end], as: UTF8.self) == "\\u00e9")
    let now = text.span(of: 6..<9)
    #expect(String(decoding: notes[now.start..<now.end], as: UTF8.self) == "now")
  }
}
