import Glibc
import Heard

/// A command line that needs no parser: a command that reports, notes, and options that every such command takes. Of a page, parsing takes as long as hearing.
///
/// What is anything else, or wrong, is left to the parser, which has the words for it.
struct PlainCommandLine {
  private let part: Report.Part
  private var notes: [String] = []
  private var hearing = HearingChoices()
  private var printing = PrintingChoices()

  /// nil: the parser is needed.
  init?(_ arguments: [String]) {
    let named = arguments.first.flatMap(PlainCommandLine.part)
    part = named ?? .everything
    var rest = arguments.dropFirst(named == nil ? 0 : 1)
    while let argument = rest.popFirst() {
      if PlainCommandLine.isOption(argument) {
        guard let value = rest.popFirst(), !PlainCommandLine.isOption(value), (try? take(argument, value)) == true else { return nil }
      } else {
        notes.append(argument)
      }
    }
    if let first = arguments.first {
      guard named != nil || PlainCommandLine.isOption(first) || PlainCommandLine.isPlace(first) else { return nil }
    }
    // With nothing to read the parser says how it goes.
    guard !notes.isEmpty || isatty(STDIN_FILENO) == 0 else { return nil }
  }

  func run() throws {
    let saysBack = part == .everything || part == .reflection
    try Listening.print(part, of: notes, hearing, printing, reflecting: saysBack ? ReflectionOptions() : nil)
  }

  private static func part(named command: String) -> Report.Part? {
    switch command {
    case "report": .everything
    case "reflect": .reflection
    case "actions": .actions
    case "decisions": .decisions
    case "questions": .questions
    case "people": .people
    default: nil
    }
  }

  /// - Returns: whether it is one of the options that all these commands have; those of `HearingArguments` and `PrintingArguments`.
  private mutating func take(_ option: String, _ value: String) throws -> Bool {
    switch option {
    case "--format": printing.format = try Choice.value(value, among: PrintingChoices.OutputFormat.allCases)
    case "--color": printing.color = try Choice.value(value, among: PrintingChoices.Color.allCases)
    case "--from": hearing.format = try Choice.value(value, among: Format.allCases)
    case "--date": hearing.date = try HearingArguments.day(value)
    case "--dialect": hearing.dialect = try Choice.value(value, among: [Dialect.us, .uk])
    case "--expect": hearing.registry = RegistryPlace(named: value)
    case "--grammar": hearing.grammar = value
    case "--min-confidence": hearing.minConfidence = try HearingArguments.confidence(value)
    case "--max-size": hearing.maxSize = try HearingArguments.size(value)
    default: return false
    }
    return true
  }

  private static func isOption(_ argument: String) -> Bool { argument.utf8.first == 0x2D && argument.utf8.count > 1 }

  /// Standard input, or a dot or a slash, which no command has in its name.
  private static func isPlace(_ argument: String) -> Bool {
    argument.utf8.elementsEqual("-".utf8) || argument.utf8.contains { $0 == 0x2E || $0 == 0x2F }
  }
}
