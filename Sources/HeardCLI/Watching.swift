import ArgumentParser
import Glibc
import Heard

/// Runs something again whenever one of the files that it reads has changed.
struct Watching {
  private let notes: [String]
  private let registry: RegistryPlace
  /// Between two looks at the files. A save is seen soon; a thousand files cost next to nothing.
  private static let pause: UInt32 = 250_000

  /// - Parameter registry: says which registries hold, which is found out anew each time.
  init(_ notes: [String], _ registry: RegistryPlace) { (self.notes, self.registry) = (notes, registry) }

  /// What of a file changes with its content.
  private struct Stamp: Equatable {
    var path: [UInt8]
    var size: Int
    var inode: UInt
    var seconds: Int
    var nanoseconds: Int
  }

  /// Runs the body now and after each change; what kept a run from being done is told, and the watching goes on.
  func forEver(_ body: () throws -> Void) throws {
    var seen: [Stamp]?
    while true {
      let now = stamps()
      if now != seen {
        // An editor may still be writing: a look later they must be the same.
        usleep(Watching.pause / 5)
        guard stamps() == now else { continue }
        if seen != nil { try clear() }
        seen = now
        try run(body)
      }
      usleep(Watching.pause)
    }
  }

  private func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let trouble as Trouble {
      trouble.report()
    } catch let troubles as Troubles {
      troubles.report()
    } catch is ExitCode {
      // Findings, or notes that could not be read: both were told.
    }
  }

  private func clear() throws {
    try StandardOutput.write(Array(StandardOutput.isTerminal ? "\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8 : "\n".utf8))
  }

  private func stamps() -> [Stamp] {
    var stamps: [Stamp] = []
    var seen: Set<[UInt8]> = []
    for name in notes {
      let path = Path(argument: name)
      for file in NotesFolder.isFolder(path) ? NotesFolder(path).files : [path] {
        stamps.append(stamp(of: file))
        guard let found = registry.file(for: file.name), seen.insert(found.bytes).inserted else { continue }
        stamps.append(stamp(of: found))
      }
    }
    return stamps
  }

  /// A file that is not there has the stamp of an empty one, so that its coming back is a change.
  private func stamp(of path: Path) -> Stamp {
    var status = stat()
    let isThere = path.withCString { stat($0, &status) } == 0
    guard isThere else { return Stamp(path: path.bytes, size: -1, inode: 0, seconds: 0, nanoseconds: 0) }
    return Stamp(
      path: path.bytes, size: Int(status.st_size), inode: UInt(status.st_ino), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}
