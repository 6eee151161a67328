import ArgumentParser
import Heard

/// `heard reflect`: what was heard, said back: a summary, a restatement for each person, questions.
struct ReflectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reflect", abstract: "Say back what was heard: a summary, a restatement for each person, questions.")

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Only what was heard from this person.", valueName: "person"))
  var person: String?

  @Option(
    help: ArgumentHelp("Sentences of the summary, at most.", valueName: "n"), transform: ReflectCommand.count)
  var length: Int?

  @Flag(help: "Then say what was not said back, and why.")
  var explain = false

  @OptionGroup var hearing: HearingArguments
  @OptionGroup var printing: PrintingArguments
  @OptionGroup var rewording: ModelArguments

  func run() throws {
    var options = ReflectionOptions()
    options.person = person
    options.length = length
    try Listening.print(
      .reflection, of: notes, hearing.choices, printing.choices, reflecting: options,
      rewording: try rewording.checked(),
      explains: explain)
  }

  static func count(_ text: String) throws -> Int {
    if let count = Int(text), (0...10_000).contains(count) { return count }
    throw ValidationError("write a whole number from 0 to 10000")
  }
}
