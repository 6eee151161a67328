import ArgumentParser
import Heard

/// `heard show`: what a stage made of notes, for people who work on heard or on cues.
struct ShowCommand: ParsableCommand {
  enum Stage: String, CaseIterable { case document, meeting, findings, reflection }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what a stage made of notes: its blocks, or all that was heard, with places.")

  @Argument(
    help: ArgumentHelp("document, meeting, findings or reflection", valueName: "stage"),
    transform: { try Choice.value($0, among: Stage.allCases) })
  var stage: Stage

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments

  func run() throws {
    var listening = try Listening(notes, hearing.choices)
    switch stage {
    case .document:
      try listening.forEachDocument { document in
        try StandardOutput.write(Array(DocumentDump.text(of: document).utf8))
      }
    case .reflection:
      listening.reflecting = ReflectionOptions()
      try listening.forEachReport { report, _ in
        var out: [UInt8] = []
        ReflectionDump.append(report, to: &out)
        try StandardOutput.write(out)
      }
    case .meeting:
      try listening.forEachReport { report, _ in
        var out: [UInt8] = []
        MeetingDump.append(report, to: &out)
        try StandardOutput.write(out)
      }
    case .findings:
      try listening.forEachReport(checks: true) { report, _ in
        var out: [UInt8] = []
        FindingsDump.append(report.findings, of: report, to: &out)
        try StandardOutput.write(out)
      }
    }
    try listening.end()
  }
}
