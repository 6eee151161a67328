/// A document as lines that two readers can be compared by: the nesting of its blocks, and the text of its leaves.
import Foundation

@testable import Heard

struct MarkdownOutline: Equatable {
  /// Blocks with their depth; headings with their text and code with its lines.
  private(set) var blocks: [String] = []
  /// The text of headings, paragraphs and cells.
  private(set) var texts: [String] = []
  var level = ""
  private var emptyCells: [String] = []

  init() {}

  init(_ bytes: [UInt8]) {
    var document = Document(notes: bytes, format: .markdown)
    MarkdownReader.read(into: &document)
    var depths: [Int] = []
    var text = BlockText()
    for block in document.blocks {
      let depth = block.parent < 0 ? 0 : depths[Int(block.parent)] + 1
      depths.append(depth)
      document.text(of: block, into: &text)
      let words = String(decoding: text.bytes, as: UTF8.self)
      switch block.kind {
      case .heading: leaf("heading \(block.level)", words, depth)
      case .paragraph: leaf("paragraph", words, depth)
      case .cell: leaf("cell", words, depth)
      case .code: container("code \(Self.code(words))", depth)
      case .list:
        let number = block.flags.contains(.ordered) ? " \(block.number)" : ""
        container("list\(number)\(block.flags.contains(.loose) ? " loose" : "")", depth)
      case .item:
        let isTask = block.flags.contains(.ticked) ? " ticked" : block.flags.contains(.unticked) ? " unticked" : ""
        container("item\(isTask)", depth)
      case .row: container(block.flags.contains(.header) ? "row header" : "row", depth)
      default: container("\(block.kind)", depth)
      }
    }
  }

  mutating func container(_ line: String, _ depth: Int) {
    emptyCells = []
    blocks.append(String(repeating: "  ", count: depth) + line)
  }

  mutating func leaf(_ line: String, _ text: String, _ depth: Int) {
    let text = Self.plain(text)
    let place = String(repeating: "  ", count: depth)
    if line == "cell" {
      // One reader fills a short row up with empty cells, the other does not.
      if text.isEmpty { return emptyCells.append(place + line) }
      blocks += emptyCells
      texts += emptyCells.map { _ in "" }
    }
    emptyCells = []
    blocks.append(place + (line.hasPrefix("heading") ? "\(line) \(text)" : line))
    texts.append(text)
  }

  /// Line breaks that follow each other are one, as are the ways to write a byte that cannot be shown.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\0", with: "\u{FFFD}").split(separator: "\n").joined(separator: "\n")
  }

  /// Code without the indentation of its lines, of which a container may have consumed a part of a tab.
  static func code(_ text: String) -> String {
    let lines = text.replacingOccurrences(of: "\0", with: "\u{FFFD}").split(separator: "\n")
    return lines.map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "⏎")
  }
}
