import ArgumentParser
import Heard

/// The registries of a run, each read once, however many notes it holds for.
struct RegistryShelf {
  private let arguments: RegistryArguments
  private var read: [[UInt8]: Registry] = [:]

  /// What the reader takes at most, and more, so that it says itself what is too large.
  private static let limit = 16 << 20

  init(_ arguments: RegistryArguments) { self.arguments = arguments }

  /// The registry for notes of that name; defaults where there is none.
  ///
  /// - Throws: status 2 behind all errors of the file, each told on its line.
  mutating func registry(for notes: String?) throws -> Registry {
    guard let path = arguments.file(for: notes) else { return Registry() }
    if let known = read[path.bytes] { return known }
    let bytes = try NotesSource.file(path).read(limit: RegistryShelf.limit)
    do throws(RegistryErrors) {
      let registry = try Registry(reading: bytes, name: path.name)
      read[path.bytes] = registry
      return registry
    } catch {
      for one in error.errors { StandardError.line("heard: \(one)") }
      throw ExitCode(ExitStatus.couldNotRun)
    }
  }
}
