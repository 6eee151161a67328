import Heard

/// Prints the findings of one notes after the other in one format.
struct FindingPrinter {
  private let format: CheckCommand.OutputFormat
  private let style: TextStyle
  private var json: JSONFrame
  private var sarif = SARIFOutput(version: HeardCommand.configuration.version)
  private var junit = JUnitOutput()

  init(_ format: CheckCommand.OutputFormat, _ style: TextStyle, isList: Bool) {
    (self.format, self.style, json) = (format, style, JSONFrame(isList: isList))
  }

  mutating func print(_ report: Report) throws(StandardOutput.Failure) {
    var out: [UInt8] = []
    switch format {
    case .text: FindingOutput.append(report, style, to: &out)
    case .json:
      json.append(to: &out) { JSONOutput.append(report, .findings, to: &$0) }
    case .jsonl:
      JSONOutput.append(report, .findings, to: &out)
      out.append(0x0A)
    case .github: GitHubOutput.append(report, to: &out)
    case .gcc: GCCOutput.append(report, to: &out)
    case .sarif:
      // A log must not say where somebody's home is.
      sarif.append(report, path: report.name.map { Path(argument: $0).relative(to: .workingFolder).name })
    case .junit: junit.append(report, checked: Expectation.all.filter { $0.severity != .off }.map(\.name))
    }
    try StandardOutput.write(out)
  }

  /// Closes what was begun.
  ///
  /// - Parameters:
  ///   - counts: how many findings of each severity were printed.
  ///   - files: in how many notes they were looked for.
  consuming func finish(_ counts: [Severity: Int], in files: Int) throws(StandardOutput.Failure) {
    var out: [UInt8] = []
    switch format {
    case .text: FindingOutput.append(countOf: counts, in: files, style, to: &out)
    case .json: out = json.end
    case .sarif: out = sarif.finished()
    case .junit: out = junit.finished()
    case .jsonl, .github, .gcc: break
    }
    try StandardOutput.write(out)
  }
}
