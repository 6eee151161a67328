import Heard

/// The registries of a run, each read once, however many notes it holds for; threads may ask at once.
final class RegistryShelf: @unchecked Sendable {
  // Sound to share: what changes is touched under the lock alone.
  private let place: RegistryPlace
  private var read: [[UInt8]: Result<Registry, Troubles>] = [:]
  private let lock = Lock()

  /// What the reader takes at most, and more, so that it says itself what is too large.
  private static let limit = 16 << 20

  init(_ place: RegistryPlace) { self.place = place }

  /// The registry for notes of that name; defaults where there is none.
  ///
  /// - Throws: all errors of the file.
  func registry(for notes: String?) throws(Troubles) -> Registry {
    guard let path = place.file(for: notes) else { return Registry() }
    lock.lock()
    defer { lock.unlock() }
    if let known = read[path.bytes] { return try known.get() }
    let registry = RegistryShelf.read(path)
    read[path.bytes] = registry
    return try registry.get()
  }

  private static func read(_ path: Path) -> Result<Registry, Troubles> {
    let bytes: [UInt8]
    do throws(Trouble) {
      bytes = try NotesSource.file(path).read(limit: limit)
    } catch {
      return .failure(Troubles([error]))
    }
    do throws(RegistryErrors) {
      return .success(try Registry(reading: bytes, name: path.name))
    } catch {
      var troubles = error.errors.map { Trouble("\($0.file):\($0.line):\($0.column)", $0.fault, $0.remedy) }
      if error.untold > 0 { troubles.append(Trouble(path.name, "\(error.untold) more errors", "mend these first")) }
      return .failure(Troubles(troubles))
    }
  }
}
