import ArgumentParser
import Heard

/// `heard ask`: the questions that would settle what the notes leave open.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask what would settle what the notes leave open, most pressing first.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []

  @Option(
    name: .customLong("to"), help: ArgumentHelp("Only what this person can answer.", valueName: "person"))
  var person: String?

  @Option(help: ArgumentHelp("Questions, at most.", valueName: "n"), transform: ReflectCommand.count)
  var limit = 7

  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments

  func run() throws {
    var options = ReflectionOptions()
    options.person = person
    options.questionLimit = limit
    try Listening.print(.clarifying, of: notes, hearing.choices, printing.choices, reflecting: options)
  }
}
