import ArgumentParser
import Glibc
import Heard

/// Goes over all notes that the command line names, in order, and hears each; what cannot be read is told and passed over.
struct Listening {
  private let sources: [NotesSource]
  private let choices: HearingChoices
  /// More than one file may come, so that outputs print a list.
  let isList: Bool
  private var hasTrouble = false
  /// How much is said back; nil: nothing is.
  var reflecting: ReflectionOptions?
  /// What words the reflection anew; nil: nothing does.
  var model: Model?

  /// - Parameter notes: files, folders, or `-`; standard input where there are none.
  init(_ notes: [String], _ choices: HearingChoices) throws {
    self.choices = choices
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
  mutating func forEachDocument(_ body: (Document) throws -> Void) throws {
    let (sources, choices) = (sources, choices)
    var progress = Progress(of: sources.count)
    defer { progress.clear() }
    try InOrder.forEach(sources.count, threads: threads) { number -> Result<Document, Trouble> in
      do throws(Trouble) {
        return .success(try Ear.document(of: sources[number], choices))
      } catch {
        return .failure(error)
      }
    } _: { document in
      progress.advance()
      switch document {
      case .success(let document): try body(document)
      case .failure(let trouble): passOver(trouble, &progress)
      }
    }
  }

  /// Reads and hears each notes and hands on what was heard, in the order of the notes, however many are heard at once.
  ///
  /// - Parameters:
  ///   - keepsTrace: what every cue said comes along.
  ///   - checks: what the registry's expectations find comes along.
  mutating func forEachReport(
    keepsTrace: Bool = false, checks: Bool = false, _ body: (Report, [TraceEntry]) throws -> Void
  ) throws {
    let grammar = try TeamGrammar.grammar(from: choices.grammar)
    let ear = Ear(
      choices: choices, grammar: grammar, registries: RegistryShelf(choices.registry), keepsTrace: keepsTrace,
      checks: checks, reflecting: reflecting)
    let sources = sources
    var model = model
    var progress = Progress(of: sources.count)
    defer { progress.clear() }
    try InOrder.forEach(sources.count, threads: threads) {
      ear.hear(sources[$0])
    } _: { outcome in
      progress.advance()
      switch outcome {
      case .heard(var report, let trace, let registry):
        if model != nil, let reflection = report.reflection {
          let fidelity = Fidelity(
            meeting: report.meeting, document: report.document, registry: registry, grammar)
          report.reflection = model?.reworded(reflection, of: report.document, fidelity) ?? reflection
        }
        try body(report, trace)
      case .unread(let trouble): passOver(trouble, &progress)
      case .stopped(let troubles): throw troubles
      }
    }
  }

  private mutating func passOver(_ trouble: Trouble, _ progress: inout Progress) {
    progress.clear()
    trouble.report()
    hasTrouble = true
  }

  /// More would only hold more notes at once.
  private var threads: Int { sources.count > 1 ? min(Processors.count, 8) : 1 }

  /// Ends with status 2 where something could not be read.
  func end() throws {
    if hasTrouble { throw ExitCode(ExitStatus.couldNotRun) }
  }

  /// Prints a part of what is heard in all the notes: what the reporting commands do.
  static func print(
    _ part: Report.Part, of notes: [String], _ hearing: HearingChoices, _ printing: PrintingChoices,
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
