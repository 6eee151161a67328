/// The format is told from the content, and from the name where the content leaves it open.
import Foundation
import Testing

@testable import Heard

@Suite struct FormatDetectionTests {
  private static func format(_ text: String, _ name: String? = nil) -> Format {
    Format.detected(in: Array(text.utf8), name: name)
  }

  @Test(.enabled(if: Shared.folder != nil)) func everyFileOfTheCorpusIsReadAsWhatItIs() throws {
    let corpus = try #require(Shared.folder).appendingPathComponent("corpus")
    let expected: [String: Format] = ["md": .markdown, "html": .html, "log": .irc]
    var count = 0
    for folder in ["docs", "unlabelled"] {
      for file in Shared.files(in: corpus.appendingPathComponent(folder)) {
        let bytes = Shared.bytes(file)
        #expect(
          Format.detected(in: bytes, name: file.lastPathComponent) == expected[file.pathExtension], "\(file.path)")
        count += 1
      }
    }
    #expect(count == 47)
  }

  @Test(.enabled(if: Shared.folder != nil)) func mostOfTheCorpusIsToldWithoutItsName() throws {
    let corpus = try #require(Shared.folder).appendingPathComponent("corpus")
    let expected: [String: Format] = ["md": .markdown, "html": .html, "log": .irc]
    for folder in ["docs", "unlabelled"] {
      for file in Shared.files(in: corpus.appendingPathComponent(folder)) {
        let format = Format.detected(in: Shared.bytes(file), name: nil)
        // Minutes without any Markdown sign are plain text, whatever their file was called.
        #expect(
          format == expected[file.pathExtension] || (format == .text && file.pathExtension == "md"), "\(file.path)")
      }
    }
  }

  @Test func aNameDecidesWhereTheContentDoesNot() {
    #expect(Self.format("Ana will write.", "a.md") == .markdown)
    #expect(Self.format("Ana will write.", "a.org") == .org)
    #expect(Self.format("Ana will write.", "a.txt") == .text)
    #expect(Self.format("Ana will write.") == .text)
    #expect(Self.format("", "a.md") == .markdown)
    #expect(Self.format("") == .text)
  }

  @Test func contentOverrulesTheName() {
    #expect(Self.format("# Weekly\n\n**Ana** writes [it](x)\n", "a.txt") == .markdown)
    #expect(Self.format("<!DOCTYPE html><p>Ana", "a.txt") == .html)
    #expect(Self.format("WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "a.txt") == .vtt)
    #expect(Self.format("1\n00:00:01,000 --> 00:00:02,000\nHi", "a.txt") == .srt)
    #expect(Self.format("[{\"user\": \"U1\", \"text\": \"Hi\"}]", "a.txt") == .json)
    #expect(Self.format("12:00 <ana> hi\n12:01 <ben> hi\n", "a.txt") == .irc)
  }

  @Test func whatOnlyLooksLikeAFormatIsNotTakenForIt() {
    #expect(Self.format("[ ] call Ben\n[x] call Ana\n") == .text)
    #expect(Self.format("{not json}\n") == .text)
    #expect(Self.format("WEBVTTS are fun") == .text)
    #expect(Self.format("<ana> hi\n<ben> hi\n<ana> bye\n") == .irc)
    #expect(Self.format("<p>Ana writes.</p>\n<p>Ben reads.</p>\n") == .html)
    #expect(Self.format("** Participants:**\n\n- Ana\n", "a.md") == .markdown)
    #expect(Self.format("10:00 Welcome\n10:15 Budget: Ben\n") == .text)
  }
}
