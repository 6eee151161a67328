import Glibc

/// One place that notes come from.
enum NotesSource {
  case standardInput
  case file(Path)

  /// What outputs call the notes; nil for standard input.
  var name: String? {
    switch self {
    case .standardInput: nil
    case .file(let path): path.name
    }
  }

  /// - Parameter limit: in bytes.
  func read(limit: Int) throws(Trouble) -> [UInt8] {
    switch self {
    case .standardInput: return try NotesSource.read(STDIN_FILENO, "standard input", expected: 65_536, limit)
    case .file(let path): return try NotesSource.read(path, limit)
    }
  }

  private static func read(_ path: Path, _ limit: Int) throws(Trouble) -> [UInt8] {
    // A pipe would hold the opening until somebody writes.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw trouble(opening: path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw trouble(opening: path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Trouble(path.name, "is not a regular file", "give a file or a folder, or pipe the notes into heard")
    }
    return try read(descriptor, path.name, expected: Int(status.st_size), limit)
  }

  private static func read(
    _ descriptor: Int32, _ name: String, expected: Int, _ limit: Int
  ) throws(Trouble) -> [UInt8] {
    if expected > limit { throw tooLarge(name, limit) }
    switch FileDescriptor.read(descriptor, expected: expected, limit: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge: throw tooLarge(name, limit)
    case .failed(let error): throw Trouble(name, FileDescriptor.reason(error), "check the file and try again")
    }
  }

  private static func tooLarge(_ name: String, _ limit: Int) -> Trouble {
    Trouble(name, "is larger than \(ByteCount(bytes: limit))", "raise the limit with --max-size")
  }

  static func trouble(opening path: Path, _ error: Int32) -> Trouble {
    switch error {
    case ENOENT, ENOTDIR: Trouble(path.name, "there is no such file or folder", "check the name")
    case EACCES, EPERM: Trouble(path.name, "may not be read", "change its permissions or leave it out")
    case ENXIO: Trouble(path.name, "is not a regular file", "give a file or a folder, or pipe the notes into heard")
    default: Trouble(path.name, FileDescriptor.reason(error), "check the file and try again")
    }
  }
}
