import ArgumentParser
import Glibc
import Heard

/// The command as a whole: finds the subcommand, runs it, and turns whatever happens into an exit status.
@main
struct HeardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heard",
    abstract: "Hears meeting notes: who was there, what was decided, who does what by when, and what stayed open.",
    discussion: """
      heard NOTES prints a report; `pbpaste | heard` does so for what was just copied. Everything it prints stands in the \
      notes, with its place. A folder is read with all its folders.

      Exit status: 0 done, 1 findings of 'heard check' or 'heard verify', 2 something could not be read or understood (the rest was done), 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      ReportCommand.self, ReflectCommand.self, AskCommand.self, CheckCommand.self, ActionsCommand.self,
      DecisionsCommand.self, QuestionsCommand.self, PeopleCommand.self,
      ExplainCommand.self, ShowCommand.self, VerifyCommand.self, WhenCommand.self,
      InitCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)

  static func main() {
    Processors.keepMemory()
    Signals.install()
    Glibc.exit(run())
  }

  /// Runs the command line; no error leaves it.
  private static func run() -> Int32 {
    do {
      // `-:17`, a line of standard input, is no option.
      let arguments = CommandLine.arguments.dropFirst().map { $0.hasPrefix("-:") ? String($0.dropFirst()) : $0 }
      if let plain = PlainCommandLine(arguments) {
        try plain.run()
        return ExitStatus.done
      }
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitStatus.done
    } catch let error as StandardOutput.Failure {
      return error.report()
    } catch let error as Trouble {
      error.report()
      return ExitStatus.couldNotRun
    } catch let error as Troubles {
      error.report()
      return ExitStatus.couldNotRun
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return explain(error)
    }
  }

  /// Help and version go where they were asked for; a usage error is one line.
  private static func explain(_ error: any Error) -> Int32 {
    guard exitCode(for: error) != .success else {
      do { try StandardOutput.write(Array((fullMessage(for: error) + "\n").utf8)) } catch { return error.report() }
      return ExitStatus.done
    }
    let fault = message(for: error)
    StandardError.line("heard: " + fault + (fault.hasSuffix("?") ? " See 'heard --help'." : "; see 'heard --help'"))
    return ExitStatus.couldNotRun
  }
}

/// What the command says to whoever called it.
enum ExitStatus {
  static let done: Int32 = 0
  /// Something was found at the chosen level.
  static let findings: Int32 = 1
  /// Usage, a file that cannot be read, a broken grammar.
  static let couldNotRun: Int32 = 2
  static let interrupted: Int32 = 130
}
