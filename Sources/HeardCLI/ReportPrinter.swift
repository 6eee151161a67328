import Heard

/// Prints one report after the other in one format.
struct ReportPrinter {
  private let format: PrintingChoices.OutputFormat
  private let part: Report.Part
  private let style: TextStyle
  /// Several notes are one JSON array.
  private let isList: Bool
  private var count = 0

  init(_ choices: PrintingChoices, _ part: Report.Part, isList: Bool) {
    format = choices.format
    style = choices.style
    self.part = part
    self.isList = isList
  }

  mutating func print(_ report: Report) throws(StandardOutput.Failure) {
    var out: [UInt8] = []
    switch format {
    case .text:
      if count > 0, part == .everything || part == .reflection || part == .clarifying { out.append(0x0A) }
      TextOutput.append(report, part, style, to: &out)
    case .markdown:
      if count > 0, part == .everything { out.append(0x0A) }
      MarkdownOutput.append(report, part, to: &out)
    case .json:
      if isList { out.append(contentsOf: count > 0 ? [0x2C, 0x0A] : [0x5B]) }
      JSONOutput.append(report, part, to: &out)
      if !isList { out.append(0x0A) }
    case .jsonl:
      JSONOutput.append(report, part, to: &out)
      out.append(0x0A)
    }
    count += 1
    try StandardOutput.write(out)
  }

  /// Closes what was begun.
  func finish() throws(StandardOutput.Failure) {
    guard format == .json, isList else { return }
    try StandardOutput.write(Array(count > 0 ? "]\n".utf8 : "[]\n".utf8))
  }
}
