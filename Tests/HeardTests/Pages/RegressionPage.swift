/// A page of `Samples/Regressions`: prose, fences of notes, and behind each a fence that says what is heard in them.
import Foundation

@testable import Heard

struct RegressionPage {
  struct Example {
    /// Line of the page that holds the first line of the notes, from 1.
    var line: Int
    var notes: String
    var format: Format
    var options = HearingOptions()
    var expected: [HeardLine] = []
  }

  static let folder = Shared.package.appendingPathComponent("Samples/Regressions")
  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".md") }.sorted()
  }()

  var examples: [Example] = []
  /// What is wrong with the page itself, each with its line.
  var faults: [(line: Int, text: String)] = []

  init(named name: String) {
    let text = try? String(contentsOf: RegressionPage.folder.appendingPathComponent(name), encoding: .utf8)
    self.init(reading: text ?? "")
  }

  init(reading text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var awaiting: Example?
    var index = 0
    while index < lines.count {
      guard let fence = RegressionPage.fence(lines[index]) else {
        index += 1
        continue
      }
      let opened = index + 1
      let body = lines[opened...].prefix { $0 != fence.marks }
      index = opened + body.count + 1
      if index > lines.count { faults.append((opened, "the fence is not closed")) }
      if fence.info.first == "heard" {
        guard let example = awaiting else {
          faults.append((opened, "no notes stand before what is heard in them"))
          continue
        }
        examples.append(closed(example, body, from: opened + 1))
        awaiting = nil
      } else {
        if let open = awaiting { faults.append((open.line, "nothing says what is heard here")) }
        awaiting = RegressionPage.example(fence.info, body, from: opened + 1)
        if awaiting == nil { faults.append((opened, "unknown words behind the fence: \(fence.info)")) }
      }
    }
    if let open = awaiting { faults.append((open.line, "nothing says what is heard here")) }
    if examples.isEmpty { faults.append((1, "the page has no example")) }
  }

  private mutating func closed(_ example: Example, _ body: ArraySlice<String>, from line: Int) -> Example {
    var example = example
    var saysNothing = false
    for (offset, text) in body.enumerated() where !text.isEmpty {
      if text == "nothing" {
        saysNothing = true
      } else if let heard = HeardLine(text, at: line + offset) {
        example.expected.append(heard)
      } else {
        faults.append((line + offset, "not a line that says what is heard: \(text)"))
      }
    }
    let items = example.expected.contains { $0.isItem }
    if saysNothing == items { faults.append((line, "what is heard, or `nothing`: one of them")) }
    return example
  }

  /// The marks of a fence that a line opens, and the words behind them.
  private static func fence(_ line: String) -> (marks: String, info: [Substring])? {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let marks = line.prefix { $0 == mark }
    guard marks.count >= 3 else { return nil }
    return (String(marks), line.dropFirst(marks.count).split(separator: " "))
  }

  private static func example(_ info: [Substring], _ body: ArraySlice<String>, from line: Int) -> Example? {
    guard let word = info.first, let format = format(word) else { return nil }
    var example = Example(line: line, notes: body.joined(separator: "\n") + "\n", format: format)
    for word in info.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "date":
        guard let day = Day(iso: parts[1]) else { return nil }
        example.options.date = day
      case "name": example.options.name = String(parts[1])
      default: return nil
      }
    }
    return example
  }

  private static func format(_ word: Substring) -> Format? {
    switch word {
    case "md": .markdown
    case "wiki": .mediawiki
    default: Format(rawValue: String(word))
    }
  }
}
