/// Spans hold on generated text, on real notes and on hostile ones.
import Foundation
import Testing

@testable import Heard

@Suite struct TextSpanTests {
  /// Formats whose readers are tried on everything.
  static let formats: [Format] = [.text, .irc, .org, .mediawiki, .confluence, .vtt, .srt, .json]

  private static let fragments = [
    "word", "Ana: ", "Title", "- ", "* ", "1. ", "a) ", "[ ] ", "[x] ", "\n", "\n", "\n\n", "  ", "    ", "\t", "|",
    " | ",
    "|--|", "-----", "=====", "> ", ">> ", "...", ":", "SHOUTING", "# ", "** ", "* TODO ", "#+BEGIN_SRC", "#+END_SRC",
    ":END:", ":PROPERTIES:", "== ", " ==", "'''", "''", "[[", "]]", "{{", "}}", "{|", "|}", "|-", "<br>", "<v Ana>",
    "</v>",
    "<i>", "&amp;", "&lrm;", "00:01.000 --> 00:02.000", "1\n00:00:01,000 --> 00:00:02,000\n", "NOTE", "WEBVTT",
    "12:34 ",
    "<nick> ", "* nick ", "[12:34] ", "Ana  12:34\n", "{\"text\": \"", "\"speaker\": \"Ana\"", "\"", "{", "}", "[", "]",
    ",",
    "h2. ", "||", "{code}", "{panel:title=", "(/) ", "*", "-", "[~", "|===\n", "== ", ".. note::", "..", "::", ":Date: ",
    ".Title\n", "`", "``", "`_", "link:", "----\n", "====  ===\n", "+---+\n", "+\n", "#. ", "~~~~\n", "{{{", "}}}", "<<", ">>",
    "\\n", "\\u00e9", "\\ud800", "\\", "é", "\u{FEFF}", "\r\n", "\r", "<!--", "-->", "<@U1|ana>", "has joined",
  ]

  /// Text made of the fragments, the same for the same seed.
  static func generated(_ seed: UInt64, count: Int) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    for _ in 0..<count {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      bytes += fragments[Int(state >> 33) % fragments.count].utf8
    }
    return bytes
  }

  @Test("spans hold whatever is read, in every format", arguments: formats)
  func spansHoldOnGeneratedText(format: Format) {
    for seed in 1...1500 {
      let document = Document(reading: Self.generated(UInt64(seed), count: seed % 90), from: format)
      #expect(TextPages.fault(in: document) == nil, "seed \(seed)")
      #expect(TextPages.textFault(in: document) == nil, "seed \(seed)")
    }
  }

  @Test func noWordOfPlainTextIsLost() {
    for seed in 1...1500 {
      let notes = Self.generated(UInt64(seed), count: seed % 60)
      let document = Document(reading: notes, from: .text)
      #expect(Self.lostWord(in: document) == nil, "seed \(seed)")
    }
  }

  /// A run of three letters that stands in no leaf's span.
  static func lostWord(in document: Document) -> String? {
    var covered = [Bool](repeating: false, count: document.notes.count)
    for block in document.blocks where block.isLeaf {
      for i in Int(block.start)..<Int(block.stop) { covered[i] = true }
    }
    var start = 0
    for i in 0...document.notes.count {
      if i < document.notes.count, Ascii.isLetter(document.notes[i]), !covered[i] { continue }
      if i - start >= 3 { return String(decoding: document.notes[start..<i], as: UTF8.self) }
      start = i + 1
    }
    return nil
  }

  @Test(.enabled(if: Shared.folder != nil)) func spansHoldOnRealNotes() throws {
    let shared = try #require(Shared.folder)
    let files = Shared.files(in: shared.appendingPathComponent("corpus")).filter {
      ["md", "html", "log"].contains($0.pathExtension)
    }
    #expect(files.count > 40)
    for file in files {
      let bytes = Shared.bytes(file)
      let detected = Document(reading: bytes, name: file.lastPathComponent)
      #expect(TextPages.fault(in: detected) == nil, "\(file.lastPathComponent)")
      for format in Self.formats {
        let document = Document(reading: bytes, from: format)
        #expect(TextPages.fault(in: document) == nil, "\(file.lastPathComponent) as \(format)")
        #expect(TextPages.textFault(in: document) == nil, "\(file.lastPathComponent) as \(format)")
        if format == .text || format == .irc {
          #expect(Self.lostWord(in: document) == nil, "\(file.lastPathComponent)")
        }
      }
    }
  }

  @Test(.enabled(if: Shared.folder != nil)) func hostileInputsAreReadInEveryFormat() throws {
    #expect(TextPages.hostile.count > 1000)
    for file in TextPages.hostile {
      let bytes = Shared.bytes(file)
      let detected = Document(reading: bytes, name: file.lastPathComponent)
      #expect(TextPages.fault(in: detected) == nil, "\(file.lastPathComponent)")
      for format in Self.formats {
        let document = Document(reading: bytes, from: format)
        #expect(TextPages.fault(in: document) == nil, "\(file.lastPathComponent) as \(format)")
        #expect(TextPages.textFault(in: document) == nil, "\(file.lastPathComponent) as \(format)")
      }
    }
  }
}
