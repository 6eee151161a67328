import ArgumentParser
import Glibc
import Heard

/// Goes over all notes that the command line names, in order, and hears each; what cannot be read is told and passed over.
struct Listening {
  private let sources: [NotesSource]
  private let arguments: HearingArguments
  /// More than one file may come, so that outputs print a list.
  let isList: Bool
  private var hasTrouble = false
  /// How much is said back; nil: nothing is.
  var reflecting: ReflectionOptions?
  /// What words the reflection anew; nil: nothing does.
  var model: Model?

  /// - Parameter notes: files, folders, or `-`; standard input where there are none.
  init(_ notes: [String], _ arguments: HearingArguments) throws {
    self.arguments = arguments
    var sources: [NotesSource] = []
    var isList = notes.count > 1
    for name in notes {
      guard name != "-" else {
        sources.append(.standardInput)
        continue
      }
      let path = Path(argument: name)
      guard NotesFolder.isFolder(path) else {
        sources.append(.file(path))
        continue
      }
      isList = true
      let folder = NotesFolder(path)
      sources += folder.files.map { .file($0) }
      var troubles = folder.troubles
      if folder.files.isEmpty, troubles.isEmpty { troubles = [Listening.empty(path)] }
      for trouble in troubles {
        trouble.report()
        hasTrouble = true
      }
    }
    if notes.isEmpty {
      guard isatty(STDIN_FILENO) == 0 else { throw Listening.usage() }
      sources = [.standardInput]
    }
    self.sources = sources
    self.isList = isList
  }

  private static func empty(_ folder: Path) -> Trouble {
    Trouble(folder.name, "holds no notes", "give a folder with Markdown, HTML, text or transcripts")
  }

  /// Nothing was named and nobody pipes anything: say how it goes.
  private static func usage() -> ExitCode {
    StandardError.write(Array((HeardCommand.helpMessage() + "\n").utf8))
    return ExitCode(ExitStatus.couldNotRun)
  }

  /// Reads each notes and hands on the document.
  mutating func forEachDocument(_ body: (Document, NotesSource) throws -> Void) throws {
    var progress = Progress(of: sources.count)
    defer { progress.clear() }
    for source in sources {
      progress.advance()
      let bytes: [UInt8]
      do throws(Trouble) {
        bytes = try source.read(limit: arguments.maxSize.bytes)
      } catch {
        progress.clear()
        error.report()
        hasTrouble = true
        continue
      }
      try body(Document(reading: bytes, name: source.name, from: arguments.from), source)
    }
  }

  /// Reads and hears each notes and hands on what was heard.
  ///
  /// - Parameters:
  ///   - keepsTrace: what every cue said comes along.
  ///   - checks: what the registry's expectations find comes along.
  mutating func forEachReport(
    keepsTrace: Bool = false, checks: Bool = false, _ body: (Report, [TraceEntry]) throws -> Void
  ) throws {
    let grammar = try TeamGrammar.grammar(from: arguments.grammar)
    let (arguments, reflecting) = (arguments, reflecting)
    var model = model
    var registries = RegistryShelf(arguments.registry)
    var exported = ExportedPeople()
    try forEachDocument { document, source in
      let name = source.name
      let registry = try registries.registry(for: name)
      var options = arguments.options(for: name)
      options.knownPeople = registry.knownPeople
      options.knownPeople += exported.people(for: document, from: source, limit: arguments.maxSize.bytes)
      options.keepsTrace = keepsTrace
      var trace: [TraceEntry] = []
      let meeting = Meeting(heardIn: document, grammar, options, trace: &trace)
      let findings = checks || reflecting != nil ? registry.findings(in: meeting, document: document) : []
      var report = Report(name: name, document: document, meeting: meeting, findings: findings)
      report.reflection = reflecting.map {
        Reflection(of: meeting, in: document, grammar, given: findings, checkedAgainst: registry, $0)
      }
      if model != nil, let reflection = report.reflection {
        let fidelity = Fidelity(meeting: meeting, document: document, registry: registry, grammar)
        report.reflection = model?.reworded(reflection, of: document, fidelity) ?? reflection
      }
      try body(report, trace)
    }
  }

  /// Ends with status 2 where something could not be read.
  func end() throws {
    if hasTrouble { throw ExitCode(ExitStatus.couldNotRun) }
  }

  /// Prints a part of what is heard in all the notes: what the reporting commands do.
  static func print(
    _ part: Report.Part, of notes: [String], _ hearing: HearingArguments, _ printing: PrintingArguments,
    reflecting: ReflectionOptions? = nil, rewording model: Model? = nil, explains: Bool = false
  ) throws {
    var listening = try Listening(notes, hearing)
    listening.reflecting = reflecting
    listening.model = model
    var printer = ReportPrinter(printing, part, isList: listening.isList)
    try listening.forEachReport { report, _ in
      try printer.print(report)
      guard explains else { return }
      // What was not said is no part of the report, so that a machine that reads it is not disturbed.
      var out: [UInt8] = []
      ReflectionDump.append(droppedFrom: report, to: &out)
      StandardError.write(out)
    }
    try printer.finish()
    try listening.end()
  }
}
