import ArgumentParser
import Glibc
import Heard

/// Whether text for the terminal has colours.
struct ColorArguments: ParsableArguments {
  enum Color: String, CaseIterable { case auto, always, never }

  @Option(
    help: ArgumentHelp("auto, always or never; auto heeds NO_COLOR.", valueName: "when"),
    transform: { try Choice.value($0, among: Color.allCases) })
  var color = Color.auto

  var style: TextStyle { TextStyle(hasColor: hasColor, width: StandardOutput.width) }

  private var hasColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardOutput.isTerminal && !ColorArguments.isSet("NO_COLOR") && !ColorArguments.isDumb
    }
  }

  private static func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }
}
