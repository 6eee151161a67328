import ArgumentParser
import Heard

/// `heard actions`: the actions alone.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "Print the actions: what, who, by when.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments

  func run() throws { try Listening.print(.actions, of: notes, hearing.choices, printing.choices) }
}
