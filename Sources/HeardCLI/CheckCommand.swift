import ArgumentParser
import Heard

/// `heard check`: what the notes leave unclear, held against what the partners expect of each other.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print what the notes leave unclear, and whom to ask.",
    discussion: """
      Each finding is an expectation that was not met; 'heard explain NAME' says what it asks for and why.

      Exit status: 0 no finding at the level, 1 findings, 2 something could not be read or understood.
      """)

  enum OutputFormat: String, CaseIterable { case text, json, jsonl, sarif, github, gcc, junit }

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments
  @OptionGroup var coloring: ColorArguments

  @Option(
    help: ArgumentHelp(
      "text for the terminal, json, jsonl, sarif, github (annotations), gcc (a line each), junit.", valueName: "format"),
    transform: { try Choice.value($0, among: OutputFormat.allCases) })
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp("Leave out findings below this: error, warning or note.", valueName: "level"),
    transform: { try Choice.value($0, among: [Severity.error, .warning, .note]) })
  var level = Severity.warning

  @Option(help: ArgumentHelp("Leave out the findings that this file names.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write the findings of now into a file for --baseline.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Check again whenever the notes or the registry change, until interrupted.")
  var watch = false

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("give --baseline or --write-baseline, not both")
    }
    if watch, notes.isEmpty || notes.contains("-") {
      throw ValidationError("--watch needs files or folders; standard input does not change")
    }
    if watch, writeBaseline != nil { throw ValidationError("--watch writes no baseline; run without it once") }
  }

  func run() throws {
    guard watch else { return try CheckRun(self).run() }
    try Watching(notes, hearing.registry.place).forEver { try CheckRun(self).run() }
  }
}
