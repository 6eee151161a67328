/// Every page is read into the blocks that stand beside it.
import Foundation
import Testing

@testable import Heard

@Suite struct PageTests {
  @Test("a page is read into the blocks beside it", arguments: TextPages.names)
  func pageIsReadIntoItsBlocks(name: String) throws {
    let page = TextPages.folder.appendingPathComponent(name)
    let document = Document(reading: Shared.bytes(page), name: name)
    let dump = "\(document.format)\n" + DocumentDump.text(of: document)
    let golden = page.appendingPathExtension("dump")
    if TextPages.rewrites { try dump.write(to: golden, atomically: true, encoding: .utf8) }
    #expect(dump == (try String(contentsOf: golden, encoding: .utf8)))
    #expect(TextPages.fault(in: document) == nil)
    #expect(TextPages.textFault(in: document) == nil)
  }

  @Test func thePagesAreThere() { #expect(TextPages.names.count >= 20) }

  @Test("a page without its name is read in the same format", arguments: TextPages.names)
  func formatIsToldFromContentAlone(name: String) throws {
    let bytes = Shared.bytes(TextPages.folder.appendingPathComponent(name))
    let named = Format.detected(in: bytes, name: name)
    let unnamed = Format.detected(in: bytes, name: nil)
    // Without a name, check boxes speak for Markdown, and times with a point or a comma for SRT.
    let expected: Format = name == "minutes.txt" || name == "numbering.txt" ? unnamed : named
    #expect(unnamed == expected)
  }
}
