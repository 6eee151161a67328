/// Runs the built command as its user would, and keeps what it printed and how it ended.
import Foundation

struct CommandRun {
  let status: Int32
  /// Ended by a signal: a crash.
  let isKilled: Bool
  let output: [UInt8]
  let errors: [UInt8]

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }

  /// The command stands beside the test bundle.
  static let command: URL = {
    let arguments = CommandLine.arguments + [Bundle.main.executablePath ?? ""]
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("heard")
  }()

  /// Runs `heard` with arguments.
  ///
  /// - Parameters:
  ///   - input: standard input; nothing where not given.
  ///   - environment: added to a plain one.
  init(_ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: URL? = nil) throws {
    try self.init(
      program: CommandRun.command, arguments, input: Data(input.utf8), environment: environment, in: folder)
  }

  /// Runs a line of the shell in which `$HEARD` is the command.
  init(shell line: String, in folder: URL? = nil) throws {
    try self.init(
      program: URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: Data(),
      environment: ["HEARD": CommandRun.command.path], in: folder)
  }

  private init(
    program: URL, _ arguments: [String], input: Data, environment: [String: String], in folder: URL?
  ) throws {
    let scratch = try TemporaryFolder()
    let files = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let plain = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
    process.environment = plain.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    isKilled = process.terminationReason == .uncaughtSignal
    output = [UInt8](try Data(contentsOf: files[1]))
    errors = [UInt8](try Data(contentsOf: files[2]))
  }

  /// The output as JSON.
  func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output), options: [.fragmentsAllowed]) }

  /// The output as one JSON value a line.
  func jsonLines() throws -> [Any] {
    try output.split(separator: 0x0A).map {
      try JSONSerialization.jsonObject(with: Data($0), options: [.fragmentsAllowed])
    }
  }
}

/// A folder that goes away with its value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("heard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and the folders that it needs; returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
