/// Markdown read as the reference reads it.
import Testing

@testable import Heard

@Suite(.enabled(if: MarkdownOracle.isReady, "needs cmark-gfm and the folder shared"))
struct MarkdownReferenceTests {
  private static let folders = ["commonmark-spec", "gfm-spec", "cmark-regression", "md4c-regressions"]

  @Test(arguments: folders)
  func `blocks nest as in the reference, but for the listed pages`(_ folder: String) {
    compare(MarkdownInputs.hostile(folder), "StructureDifferences.txt", \.blocks)
  }

  @Test(arguments: folders)
  func `texts are the reference's, but for the listed pages`(_ folder: String) {
    compare(MarkdownInputs.hostile(folder), "TextDifferences.txt", \.texts)
  }

  @Test
  func `blocks of real notes nest as in the reference, but for the listed pages`() {
    compare(MarkdownInputs.corpus, "StructureDifferences.txt", \.blocks)
  }

  @Test
  func `texts of real notes are the reference's, but for the listed pages`() {
    compare(MarkdownInputs.corpus, "TextDifferences.txt", \.texts)
  }

  /// Only fragments about which both agree: no tables, comments, definitions or boxes.
  @Test(arguments: [UInt64](1...4))
  func `generated notes are read as the reference reads them`(_ seed: UInt64) {
    let apart = ["|", "[ ]", "[x]", "/url", "<!", "-->", "~~", "{:", "<?", "\r", "\0", "é", "…", "#8211"]
    let fragments = GeneratedMarkdown.fragments.filter { fragment in !apart.contains { fragment.contains($0) } }
    var generated = GeneratedMarkdown(seed: seed)
    for _ in 0..<100 {
      let page = generated.page(fragments, count: 12)
      let (ours, theirs) = (MarkdownOutline(page), MarkdownOracle.outline(of: page))
      let difference =
        MarkdownDifferences.between(ours.blocks, theirs.blocks) ?? MarkdownDifferences.between(ours.texts, theirs.texts)
      #expect(difference == nil, "\(String(decoding: page, as: UTF8.self).debugDescription)\n\(difference ?? "")")
    }
  }

  private func compare(_ pages: [MarkdownInputs.Page], _ list: String, _ part: KeyPath<MarkdownOutline, [String]>) {
    #expect(!pages.isEmpty)
    let differing = pages.compactMap { page -> (name: String, detail: String)? in
      let ours = MarkdownOutline(page.bytes)
      let theirs = MarkdownOracle.outline(of: page.bytes)
      return MarkdownDifferences.between(ours[keyPath: part], theirs[keyPath: part]).map { (page.name, $0) }
    }
    let faults = MarkdownDifferences(list).faults(differing, among: pages)
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }
}
