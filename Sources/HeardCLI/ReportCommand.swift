import ArgumentParser
import Glibc
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

  /// The same for a command line that holds nothing but notes.
  static func run(of notes: [String]) throws {
    try Listening.print(
      .everything, of: notes, HearingChoices(), PrintingChoices(), reflecting: ReflectionOptions())
  }

  /// Whether no other command and no option can be meant, so that the command line need not be parsed: that takes longer than
  /// hearing a page. No command has a dot or a slash in its name.
  static func isMeant(by arguments: [String]) -> Bool {
    guard let first = arguments.first?.utf8 else { return isatty(STDIN_FILENO) == 0 }
    let isPlace = first.elementsEqual("-".utf8) || first.contains { $0 == 0x2E || $0 == 0x2F }
    return isPlace && arguments.allSatisfy(isNoOption)
  }

  /// What a command line that is the name of a part and nothing but notes asks for.
  static func part(of arguments: [String]) -> Report.Part? {
    guard arguments.count > 1, arguments.allSatisfy(isNoOption) else { return nil }
    switch arguments[0] {
    case "actions": return .actions
    case "decisions": return .decisions
    case "questions": return .questions
    case "people": return .people
    default: return nil
    }
  }

  private static func isNoOption(_ argument: String) -> Bool { argument.utf8.first != 0x2D || argument.utf8.count == 1 }
}
