import ArgumentParser
import Heard

/// `heard decisions`: the decisions alone.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "Print the decisions: what, why, by whom.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments

  func run() throws { try Listening.print(.decisions, of: notes, hearing.choices, printing.choices) }
}
