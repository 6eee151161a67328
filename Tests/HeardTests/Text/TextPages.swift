/// Where the tests of the text readers find their pages, and how they look at documents.
import Foundation

@testable import Heard

enum TextPages {
  static let folder = Shared.package.appendingPathComponent("Tests/Pages/Text")
  static let rewrites = ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1"

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { !$0.hasSuffix(".dump") }.sorted()
  }()

  /// The hostile text and transcripts.
  static let hostile: [URL] = Shared.files(in: Shared.hostile).filter {
    $0.path.contains("/text/") || $0.path.contains("/vtt/")
  }

  /// What is wrong with a document's tree and spans; nil where all is well.
  static func fault(in document: Document) -> String? {
    let count = Int32(document.notes.count)
    var lastSegment: Int32 = 0
    for (index, block) in document.blocks.enumerated() {
      let name = "block \(index), \(block.kind)"
      guard 0 <= block.start, block.start <= block.stop, block.stop <= count else { return "\(name): span" }
      guard block.end > index, Int(block.end) <= document.blocks.count else { return "\(name): end \(block.end)" }
      // A page's definition may hold blocks behind its own text.
      if block.isLeaf, block.kind != .definition, Int(block.end) != index + 1 { return "\(name): a leaf with children" }
      if block.parent >= 0 {
        let parent = document.blocks[Int(block.parent)]
        guard Int(block.parent) < index, block.end <= parent.end, !parent.isLeaf || parent.kind == .definition else {
          return "\(name): parent"
        }
        guard parent.start <= block.start, block.stop <= parent.stop else { return "\(name): outside its parent" }
      }
      guard block.label.lowerBound >= 0, block.label.upperBound <= count else { return "\(name): label" }
      guard block.isLeaf else { continue }
      if block.writing == .pieces {
        for piece in document.pieces[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)] {
          guard block.start <= piece.start, piece.start <= piece.end, piece.end <= block.stop else {
            return "\(name): piece"
          }
        }
      } else {
        for segment in document.segments[Int(block.segments.lowerBound)..<Int(block.segments.upperBound)] {
          guard block.start <= segment.start, segment.start <= segment.end, segment.end <= block.stop else {
            return "\(name): segment"
          }
          guard lastSegment <= segment.start else { return "\(name): segments out of order" }
          lastSegment = segment.end
        }
      }
    }
    for (mark, next) in zip(document.pieceMarks, document.pieceMarks.dropFirst())
    where mark.pieces.lowerBound > next.pieces.lowerBound {
      return "marks out of order"
    }
    return nil
  }

  /// Whether each literal byte of a leaf's text is the byte that its span names.
  static func textFault(in document: Document) -> String? {
    var text = BlockText()
    for (index, block) in document.blocks.enumerated() where block.isLeaf && block.writing != .markdown {
      document.text(of: block, into: &text)
      for run in text.runs where run.isLiteral {
        let length = Int(run.end - run.start)
        let words = text.bytes[Int(run.text)..<min(text.bytes.count, Int(run.text) + length)]
        guard words.elementsEqual(document.notes[Int(run.start)..<Int(run.end)]) else { return "block \(index): text" }
      }
    }
    return nil
  }
}
