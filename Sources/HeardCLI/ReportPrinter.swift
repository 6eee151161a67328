import Heard

/// Prints one report after the other in one format.
struct ReportPrinter {
  private let format: PrintingChoices.OutputFormat
  private let part: Report.Part
  private let style: TextStyle
  /// Several notes may come.
  private let isList: Bool
  private var json: JSONFrame
  private var count = 0

  init(_ choices: PrintingChoices, _ part: Report.Part, isList: Bool) {
    format = choices.format
    style = choices.style
    self.part = part
    self.isList = isList
    json = JSONFrame(isList: isList)
  }

  mutating func print(_ report: Report) throws(StandardOutput.Failure) {
    var out: [UInt8] = []
    switch format {
    case .text:
      if count > 0, part == .everything || part == .reflection || part == .clarifying { out.append(0x0A) }
      TextOutput.append(report, part, style, isOneOfSeveral: isList, to: &out)
    case .markdown:
      if count > 0, part == .everything { out.append(0x0A) }
      MarkdownOutput.append(report, part, to: &out)
    case .json:
      json.append(to: &out) { JSONOutput.append(report, part, to: &$0) }
    case .jsonl:
      JSONOutput.append(report, part, to: &out)
      out.append(0x0A)
    }
    count += 1
    try StandardOutput.write(out)
  }

  /// Closes what was begun.
  func finish() throws(StandardOutput.Failure) {
    guard format == .json else { return }
    try StandardOutput.write(json.end)
  }
}
