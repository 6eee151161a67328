import ArgumentParser
import Heard

/// Goes over all notes once, prints the findings that are left, and ends with the status that says so.
struct CheckRun {
  private let command: CheckCommand
  private let style: TextStyle
  private var baseline = Baseline()
  private var written = Baseline()
  private var counts: [Severity: Int] = [:]
  private var files = 0

  init(_ command: CheckCommand) throws {
    self.command = command
    style = command.coloring.style
    if let file = command.baseline { baseline = try Baseline(readFrom: Path(argument: file)) }
  }

  consuming func run() throws {
    var listening = try Listening(command.notes, command.hearing.choices)
    var printer = FindingPrinter(command.format, style, isList: listening.isList)
    try listening.forEachReport(checks: true) { report, _ in
      files += 1
      let left = filtered(report)
      try printer.print(report.keeping(left))
    }
    if let file = command.writeBaseline { try write(to: Path(argument: file)) }
    try printer.finish(counts, in: files)
    try listening.end()
    if command.writeBaseline == nil, !counts.isEmpty { throw ExitCode(ExitStatus.findings) }
  }

  /// The findings of the level that the baseline does not know.
  private mutating func filtered(_ report: Report) -> [Finding] {
    var left: [Finding] = []
    for finding in report.findings where finding.severity >= command.level {
      if command.writeBaseline != nil { written.add(finding, in: report.name) }
      if baseline.covers(finding, in: report.name) { continue }
      counts[finding.severity, default: 0] += 1
      left.append(finding)
    }
    return left
  }

  private func write(to path: Path) throws {
    try written.write(to: path)
    StandardError.line("heard: \(path.name) holds \(counts.values.reduce(0, +)) findings now")
  }
}
