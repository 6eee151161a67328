import ArgumentParser
import Heard

/// `heard init`: a first registry, written from the people and topics of notes.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a first expectations.yml from the notes there are.",
    discussion: """
      Prints it, or writes it to the file of --output. What the notes cannot tell, such as who is accountable, stands in it \
      as commented examples. A file that is there already is never overwritten.

      Exit status: 0 done, 2 something could not be read, or the file is there already.
      """)

  @Argument(help: ArgumentHelp("Files and folders; - is standard input, as is nothing.", valueName: "notes"))
  var notes: [String] = []
  @OptionGroup var hearing: HearingArguments

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write here, as in expectations.yml; if not given, to standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let path = output.map { Path(argument: $0) }
    if let path, NewFile.isThere(path) { throw NewFile.existing(path) }
    var listening = try Listening(notes, hearing.choices)
    var draft = RegistryDraft()
    try listening.forEachReport { report, _ in draft.add(report.meeting) }
    var out: [UInt8] = []
    RegistryOutput.append(draft, to: &out)
    if let path {
      try NewFile.create(path, with: out)
      StandardError.line("heard: wrote \(path.name); say in it who is accountable for what")
    } else {
      try StandardOutput.write(out)
    }
    try listening.end()
  }
}
