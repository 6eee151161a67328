import ArgumentParser
import Heard

/// `heard report`: everything that was heard.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print what is said back, then everything heard in notes (the default).")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []

  @Flag(help: "Then say what was not said back, and why.")
  var explain = false

  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments
  @OptionGroup var rewording: ModelArguments

  func run() throws {
    try Listening.print(
      .everything, of: notes, hearing.choices, printing.choices, reflecting: ReflectionOptions(),
      rewording: try rewording.checked(), explains: explain)
  }
}
