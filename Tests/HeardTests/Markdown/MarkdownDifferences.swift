/// The lists of pages that heard deliberately reads otherwise than the reference.
import Foundation

struct MarkdownDifferences {
  /// Reasons by page.
  private(set) var reasons: [String: String] = [:]

  init(_ file: String) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.range(of: ": ") else { continue }
      reasons[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
  }

  /// What is wrong with the list, given the pages that differ: nothing where it is exact.
  func faults(_ differing: [(name: String, detail: String)], among pages: [MarkdownInputs.Page]) -> [String] {
    let names = Set(differing.map(\.name))
    let read = Set(pages.map(\.name))
    let unlisted = differing.filter { reasons[$0.name] == nil }.map { "\($0.name) differs:\n\($0.detail)" }
    let stale = reasons.keys.filter { read.contains($0) && !names.contains($0) }.sorted()
    return unlisted + stale.map { "\($0) is listed but does not differ" }
  }

  static func between(_ ours: [String], _ theirs: [String]) -> String? {
    guard ours != theirs else { return nil }
    let same = zip(ours, theirs).prefix { $0 == $1 }.count
    func show(_ lines: [String]) -> String {
      lines.dropFirst(same).prefix(4).map(\.debugDescription).joined(separator: "\n    ")
    }
    return "  from line \(same):\n    \(show(ours))\n  reference:\n    \(show(theirs))"
  }
}
