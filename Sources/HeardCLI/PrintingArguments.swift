import ArgumentParser
import Heard

/// How what was heard is printed: options that every command takes which reports.
struct PrintingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "text for the terminal, markdown for a channel, json (one object; an array for several notes), jsonl (one a line).",
      valueName: "format"),
    transform: { try Choice.value($0, among: PrintingChoices.OutputFormat.allCases) })
  var format = PrintingChoices.OutputFormat.text

  @OptionGroup var coloring: ColorArguments

  var choices: PrintingChoices { PrintingChoices(format: format, color: coloring.color) }
}
