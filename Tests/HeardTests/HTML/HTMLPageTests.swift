import Foundation
import Testing

@testable import Heard

struct HTMLPageTests {
  static let pages = Shared.files(in: Shared.package.appendingPathComponent("Tests/Pages/HTML"))
    .filter { $0.pathExtension == "html" }

  @Test(arguments: pages)
  func `A page of HTML reads as the blocks beside it`(page: URL) throws {
    let document = Document(html: Shared.bytes(page))
    let dump = BlockDump(document: document).lines.joined(separator: "\n") + "\n"
    let golden = page.deletingPathExtension().appendingPathExtension("blocks")
    if ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1" {
      try dump.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try dump == String(contentsOf: golden, encoding: .utf8))
    #expect(SpanProof(document: document).faults == [])
  }

  @Test func `There are pages to read`() {
    #expect(Self.pages.count > 10)
  }

  @Test(.enabled(if: Shared.folder != nil))
  func `Every word of real minutes comes from where its span says`() {
    let files = Shared.files(in: Shared.folder?.appendingPathComponent("corpus")).filter { $0.pathExtension == "html" }
    #expect(!files.isEmpty)
    for file in files {
      let document = Document(html: Shared.bytes(file))
      #expect(SpanProof(document: document).faults == [], "\(file.lastPathComponent)")
      #expect(document.blocks.count > 100)
      #expect(document.omissions.isEmpty)
    }
  }
}
