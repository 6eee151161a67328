import Foundation
import Testing

@testable import Heard

struct TextDecodingTests {
  @Test func `UTF-8 stays byte for byte, its mark included`() {
    for text in ["", "a", "Zoë → 😀\r\n", "\u{FEFF}mark"] {
      let read = TextDecoding.utf8(Array(text.utf8))
      #expect(read.notes == Array(text.utf8))
      #expect(read.encoding == .utf8)
      #expect(TextDecoding.string(read.notes) == text)
    }
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 becomes UTF-8`(isBig: Bool, hasMark: Bool) {
    let text = "Meeting notes: Zoë will send it 😀\n"
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let read = TextDecoding.utf8(bytes)
    #expect(read.notes == Array(text.utf8))
    #expect(read.encoding == (isBig ? .utf16BigEndian : .utf16LittleEndian))
    #expect(read.omissions.isEmpty)
    let odd = TextDecoding.utf8(bytes + [0x41])
    #expect(odd.notes == Array((text + "\u{FFFD}").utf8))
    #expect(odd.omissions.count == 1)
  }

  @Test func `Lone surrogates become replacement characters`() {
    let read = TextDecoding.utf8([0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0x00, 0x00, 0xDC, 0x3D, 0xD8])
    #expect(TextDecoding.string(read.notes) == "\u{FFFD}A\u{FFFD}\u{FFFD}")
  }

  @Test func `Bytes that are not UTF-8 read as Windows-1252`() {
    let bytes: [UInt8] = [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x20, 0xC3, 0xA9, 0x81, 0x00, 0xE2, 0x82]
    let read = TextDecoding.utf8(bytes)
    #expect(read.notes == bytes)
    #expect(read.encoding == .windows1252)
    #expect(TextDecoding.string(bytes) == "“café” é\u{FFFD}\u{FFFD}â‚")
  }

  @Test func `A few stray bytes do not make UTF-8 something else`() {
    #expect(TextDecoding.utf8(Array("ä ö ü ß".utf8) + [0xE4]).encoding == .utf8)
  }

  @Test func `Runs of combining marks are cut at thirty`() {
    let base = "e" + String(repeating: "\u{301}", count: 30)
    #expect(Array(TextDecoding.string(Array(base.utf8)).unicodeScalars).count == 31)
    let long = "e" + String(repeating: "\u{301}", count: 10_000) + "x" + String(repeating: "\u{300}", count: 31)
    #expect(Array(TextDecoding.string(Array(long.utf8)).unicodeScalars).count == 31 + 31)
    let cyrillic = String(repeating: "ж", count: 10_000)
    #expect(TextDecoding.string(Array(cyrillic.utf8)) == cyrillic)
  }

  @Test func `Valid bytes give the string that Swift gives, invalid ones give no crash`() {
    var random = SplitMix(state: 3)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        [0x41, 0x20, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F].randomElement(
          using: &random)
          ?? UInt8(0)
      }
      let string = TextDecoding.string(bytes)
      if let valid = String(validating: bytes, as: UTF8.self) {
        #expect(string.utf8.elementsEqual(valid.utf8))
      } else {
        #expect(!string.isEmpty)
      }
      let slice = TextDecoding.string(([0x41] + bytes)[1...])
      #expect(slice.utf8.elementsEqual(string.utf8))
    }
  }

  @Test(.enabled(if: Shared.hostile != nil))
  func `Every hostile file decodes, valid ones without a replacement character`() {
    var valid = 0
    for folder in [
      "text/encodings", "text/utf8-stress", "html/encodings", "html/html5lib-encoding", "markdown/encodings",
    ] {
      for file in Shared.files(in: Shared.hostile?.appendingPathComponent(folder)) {
        let bytes = Shared.bytes(file)
        let read = TextDecoding.utf8(bytes)
        let string = TextDecoding.string(read.notes)
        guard let expected = String(validating: bytes, as: UTF8.self), !bytes.contains(0), read.encoding == .utf8 else {
          continue
        }
        valid += 1
        #expect(string.utf8.elementsEqual(expected.utf8), Comment(rawValue: file.path))
      }
    }
    #expect(valid > 100)
  }

  @Test(.enabled(if: Shared.hostile != nil))
  func `The same page in UTF-16 reads as in UTF-8`() {
    let folder = Shared.hostile?.appendingPathComponent("html/encodings")
    let pages = Shared.files(in: folder).filter { $0.lastPathComponent.hasPrefix("utf-") && !$0.path.contains("utf-7") }
    let texts = pages.filter { !$0.path.contains("utf-32") }.map { page in
      let notes = TextDecoding.utf8(Shared.bytes(page)).notes
      return BlockDump(document: Document(html: notes)).lines.map {
        $0.split(separator: " ").last.map(String.init) ?? ""
      }
    }
    #expect(texts.count >= 4)
    for text in texts.dropFirst() { #expect(text == texts.first) }
  }
}
