import Heard

/// Prints the findings of one notes after the other in one format.
struct FindingPrinter {
  private let format: CheckCommand.OutputFormat
  private let style: TextStyle
  private let isList: Bool
  private var count = 0
  private var sarif = SARIFOutput(version: HeardCommand.configuration.version)
  private var junit = JUnitOutput()

  init(_ format: CheckCommand.OutputFormat, _ style: TextStyle, isList: Bool) {
    (self.format, self.style, self.isList) = (format, style, isList)
  }

  mutating func print(_ report: Report) throws(StandardOutput.Failure) {
    var out: [UInt8] = []
    switch format {
    case .text: FindingOutput.append(report, style, to: &out)
    case .json:
      if isList { out.append(contentsOf: count > 0 ? [0x2C, 0x0A] : [0x5B]) }
      JSONOutput.append(report, .findings, to: &out)
      if !isList { out.append(0x0A) }
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
    count += 1
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
    case .json: if isList { out = Array(count > 0 ? "]\n".utf8 : "[]\n".utf8) }
    case .sarif: out = sarif.finished()
    case .junit: out = junit.finished()
    case .jsonl, .github, .gcc: break
    }
    try StandardOutput.write(out)
  }
}
