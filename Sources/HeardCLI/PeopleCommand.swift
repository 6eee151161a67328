import ArgumentParser
import Heard

/// `heard people`: the people alone.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Print who was there, absent, or mentioned.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments

  func run() throws { try Listening.print(.people, of: notes, hearing.choices, printing.choices) }
}
