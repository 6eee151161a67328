import ArgumentParser
import Glibc
import Heard

/// How what was heard is printed: options that every command takes which reports.
struct PrintingArguments: ParsableArguments {
  enum OutputFormat: String, CaseIterable { case text, markdown, json, jsonl }
  enum Color: String, CaseIterable { case auto, always, never }

  @Option(
    help: ArgumentHelp(
      "text for the terminal, markdown for a channel, json (one object; an array for several notes), jsonl (one a line).",
      valueName: "format"),
    transform: { try Choice.value($0, among: OutputFormat.allCases) })
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp("auto, always or never; auto heeds NO_COLOR.", valueName: "when"),
    transform: { try Choice.value($0, among: Color.allCases) })
  var color = Color.auto

  var style: TextStyle { TextStyle(hasColor: hasColor, width: StandardOutput.width) }

  private var hasColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardOutput.isTerminal && !PrintingArguments.isSet("NO_COLOR") && !PrintingArguments.isDumb
    }
  }

  private static func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }
}
