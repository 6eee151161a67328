import Glibc
import Heard

/// How what was heard is printed, as the command line chose it.
struct PrintingChoices {
  enum OutputFormat: String, CaseIterable { case text, markdown, json, jsonl }
  enum Color: String, CaseIterable { case auto, always, never }

  var format = OutputFormat.text
  var color = Color.auto

  var style: TextStyle { TextStyle(hasColor: hasColor, width: StandardOutput.width) }

  private var hasColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: StandardOutput.isTerminal && !PrintingChoices.isSet("NO_COLOR") && !PrintingChoices.isDumb
    }
  }

  private static func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? false }
}
