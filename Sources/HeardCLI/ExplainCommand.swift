import ArgumentParser
import Heard

/// `heard explain`: why something was heard on a line, or why not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print which cues were heard on a line, what they weigh, and what stood against them.",
    discussion: "Weights add up: from +2 on something is heard, negative ones speak against it.")

  @Argument(
    help: ArgumentHelp(
      "Notes and a line in them, as in kickoff.md:17; -:17 is standard input. Or an expectation, as in action-has-owner.",
      valueName: "notes:line"))
  var place: String
  @OptionGroup var hearing: HearingArguments

  func run() throws {
    if let page = try page() {
      try StandardOutput.write(Array(page.utf8))
      return
    }
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]), line > 0 else {
      throw ValidationError("'\(place)' names no line; write NOTES:LINE, as in kickoff.md:17")
    }
    let name = place[..<colon].isEmpty ? "-" : String(place[..<colon])
    if NotesFolder.isFolder(Path(argument: name)) {
      throw Trouble(name, "is a folder", "name one file and a line in it")
    }
    var listening = try Listening([name], hearing.choices)
    try listening.forEachReport(keepsTrace: true) { report, trace in
      var out: [UInt8] = []
      guard LineExplanation.append(line: line, of: report, trace, to: &out) else {
        throw Trouble(place, "has only \(report.lines.starts.count) lines", "name one of them")
      }
      try StandardOutput.write(out)
    }
    try listening.end()
  }

  /// The page of the expectation that is named, where one is.
  private func page() throws -> String? {
    if let expectation = Expectation.named(place) { return expectation.page }
    guard !place.contains(":"), place.contains("-"), let near = Expectation.nearest(to: place) else { return nil }
    throw ValidationError("there is no expectation '\(place)'; did you mean '\(near)'?")
  }
}
