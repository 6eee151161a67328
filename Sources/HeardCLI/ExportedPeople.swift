import Heard

/// People of a chat's export, whose names stand in a file beside the conversations or above their folder; threads may ask at once.
final class ExportedPeople: @unchecked Sendable {
  // Sound to share: what changes is touched under the lock alone.
  private static let file = Array("users.json".utf8)
  /// By folder, so that a year of conversations asks once.
  private var known: [String: [KnownPerson]] = [:]
  private let lock = Lock()

  /// Those who are named for the notes; nobody where the notes are no conversation of an export.
  func people(for document: Document, from source: NotesSource, limit: Int) -> [KnownPerson] {
    guard document.format == .json, case .file(let path) = source else { return [] }
    lock.lock()
    defer { lock.unlock() }
    if let people = known[path.folder.name] { return people }
    let people = ExportedPeople.read(beside: path, limit)
    known[path.folder.name] = people
    return people
  }

  private static func read(beside path: Path, _ limit: Int) -> [KnownPerson] {
    for folder in [path.folder, path.folder.appending([0x2E, 0x2E])] {
      let users = folder.appending(file)
      if let bytes = try? NotesSource.file(users).read(limit: limit) {
        return Document(reading: bytes, name: users.name, from: .json).knownPeople
      }
    }
    return []
  }
}
