import ArgumentParser
import Heard

/// `heard questions`: the questions alone.
struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Print the questions, open and answered.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments

  func run() throws { try Listening.print(.questions, of: notes, hearing.choices, printing.choices) }
}
