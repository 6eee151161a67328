/// What the README shows of an output is what the command prints; `HEARD_UPDATE=1` writes it anew.
import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let page = Notes.package.appendingPathComponent("README.md")
  private static let opening = "<!-- output: heard "

  @Test func itShowsWhatIsPrinted() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let printed = try Self.withOutputs(in: text)
    if ProcessInfo.processInfo.environment["HEARD_UPDATE"] == "1" {
      try Data(printed.utf8).write(to: Self.page)
    }
    #expect(text.contains(Self.opening))
    #expect(text == printed)
  }

  /// The page, with the block behind each comment that names a command filled with what that command prints.
  private static func withOutputs(in text: String) throws -> String {
    var lines: [Substring] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard line.hasPrefix(opening), let fence = rest.popFirst(), let end = rest.firstIndex(of: "```") else { continue }
      let arguments = line.dropFirst(opening.count).split(separator: " ").dropLast().map(String.init)
      let run = try CommandRun(arguments, in: Notes.package)
      lines.append(fence)
      lines += run.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { Substring($0) }
      rest = rest[end...]
    }
    return lines.joined(separator: "\n")
  }
}
