import ArgumentParser
import Heard

/// Whether text for the terminal has colours.
struct ColorArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("auto, always or never; auto heeds NO_COLOR.", valueName: "when"),
    transform: { try Choice.value($0, among: PrintingChoices.Color.allCases) })
  var color = PrintingChoices.Color.auto

  var style: TextStyle { PrintingChoices(color: color).style }
}
