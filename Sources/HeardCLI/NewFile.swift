import Glibc
import Heard

/// Writes a file as a whole or not at all.
enum NewFile {
  /// Puts the bytes where the path leads, in place of a file that may be there.
  ///
  /// They are written beside it first: a full disk or an interrupt leaves the old file as it was.
  static func replace(_ path: Path, with bytes: [UInt8]) throws(Trouble) {
    var status = stat()
    if path.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw Trouble(path.name, "is not a regular file", "name another file to write")
    }
    let scratch = Path(path.bytes + Array(".\(getpid()).new".utf8))
    let descriptor = scratch.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644) }
    guard descriptor >= 0 else { throw trouble(path, errno) }
    var error = FileDescriptor.write(bytes, to: descriptor)
    if error == 0, fsync(descriptor) != 0 { error = errno }
    close(descriptor)
    if error == 0, scratch.withCString({ from in path.withCString { rename(from, $0) } }) != 0 { error = errno }
    guard error != 0 else { return }
    _ = scratch.withCString { unlink($0) }
    throw trouble(path, error)
  }

  private static func trouble(_ path: Path, _ error: Int32) -> Trouble {
    Trouble(path.name, "could not be written: " + FileDescriptor.reason(error), "name a place that can be written to")
  }
}
