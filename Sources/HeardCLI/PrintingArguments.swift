import ArgumentParser
import Heard

/// How what was heard is printed: options that every command takes which reports.
struct PrintingArguments: ParsableArguments {
  enum OutputFormat: String, CaseIterable { case text, markdown, json, jsonl }

  @Option(
    help: ArgumentHelp(
      "text for the terminal, markdown for a channel, json (one object; an array for several notes), jsonl (one a line).",
      valueName: "format"),
    transform: { try Choice.value($0, among: OutputFormat.allCases) })
  var format = OutputFormat.text

  @OptionGroup var coloring: ColorArguments

  var style: TextStyle { coloring.style }
}
