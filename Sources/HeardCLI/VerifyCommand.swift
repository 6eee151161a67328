import ArgumentParser
import Heard

/// `heard verify`: anybody's summary, held against the notes.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Hold anybody's summary against the notes that it sums up.",
    discussion: """
      Each claim of the summary is supported by the notes, contradicted by them, or not found in them. Commitments and \
      decisions that the summary leaves out are listed too.

      Exit status: 0 nothing at the level, 1 something, 2 could not run.
      """)

  enum OutputFormat: String, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp("The summary, in any format that heard reads; - is standard input.", valueName: "summary"))
  var summary: String

  @Option(help: ArgumentHelp("The notes; - is standard input.", valueName: "notes"))
  var against: String

  @Option(
    help: ArgumentHelp(
      "What counts: error, contradictions; warning, also what is not found or left out.", valueName: "level"),
    transform: { try Choice.value($0, among: [Severity.error, .warning]) })
  var level = Severity.warning

  @Option(
    help: ArgumentHelp("text for the terminal, or json.", valueName: "format"),
    transform: { try Choice.value($0, among: OutputFormat.allCases) })
  var format = OutputFormat.text

  @OptionGroup var hearing: HearingArguments
  @OptionGroup var coloring: ColorArguments

  func validate() throws {
    if summary == "-", against == "-" {
      throw ValidationError("give the summary or the notes as a file; both cannot be standard input")
    }
  }

  func run() throws {
    let hearing = hearing.choices
    let grammar = try TeamGrammar.grammar(from: hearing.grammar)
    let (notes, notesName) = try read(against, as: hearing.format)
    let (said, saidName) = try read(summary, as: nil)
    let registry = try RegistryShelf(hearing.registry).registry(for: notesName)
    var options = hearing.options(for: notesName)
    options.knownPeople = registry.knownPeople
    let meeting = Meeting(heardIn: notes, grammar, options)
    let verification = Verification(of: said, against: meeting, in: notes, registry: registry, grammar, options)
    let output = VerificationOutput(
      verification, of: Report(name: saidName, document: said, meeting: meeting),
      against: Report(name: notesName, document: notes, meeting: meeting))
    var out: [UInt8] = []
    switch format {
    case .text: output.append(coloring.style, to: &out)
    case .json:
      output.append(toJSON: &out)
      out.append(0x0A)
    }
    try StandardOutput.write(out)
    if verification.severity >= level { throw ExitCode(ExitStatus.findings) }
  }

  private func read(_ name: String, as format: Format?) throws -> (Document, String?) {
    let source = name == "-" ? NotesSource.standardInput : .file(Path(argument: name))
    var choices = hearing.choices
    choices.format = format
    return (try Ear.document(of: source, choices), source.name)
  }
}
