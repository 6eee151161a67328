import ArgumentParser
import Glibc
import Heard

/// Which registry holds: options of every command that holds notes against one.
struct RegistryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hold the notes against this registry; if not given, expectations.yml beside the notes or in a folder above.",
      valueName: "file"))
  var expect: String?

  /// What the reader takes at most, and a byte, so that it says itself what is too large.
  private static let limit = 16 << 20

  /// The registry for notes of that name; defaults where there is none.
  ///
  /// - Parameter notes: nil for standard input, which stands in the working folder.
  /// - Throws: status 2 behind all errors of the file, each told on its line.
  func registry(for notes: String?) throws -> Registry {
    guard let path = expect.map({ Path(argument: $0) }) ?? RegistryArguments.found(beside: notes) else {
      return Registry()
    }
    let bytes = try NotesSource.file(path).read(limit: RegistryArguments.limit)
    do throws(RegistryErrors) {
      return try Registry(reading: bytes, name: path.name)
    } catch {
      for one in error.errors { StandardError.line("heard: \(one)") }
      throw ExitCode(ExitStatus.couldNotRun)
    }
  }

  /// `expectations.yml` in the folder of the notes or the nearest one above that has it.
  private static func found(beside notes: String?) -> Path? {
    guard let real = realpath(notes ?? ".", nil) else { return nil }
    defer { free(real) }
    var folder = String(cString: real)
    while true {
      let candidate = Path(argument: folder == "/" ? "/expectations.yml" : folder + "/expectations.yml")
      if candidate.withCString({ access($0, F_OK) }) == 0 { return candidate }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
