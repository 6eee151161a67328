import Glibc
import Heard

/// Standard output, byte for byte.
enum StandardOutput {
  /// Nothing more can be printed.
  enum Failure: Error {
    /// The reader has gone: nothing to complain about.
    case closed
    case failed(reason: String)

    func report() -> Int32 {
      switch self {
      case .closed: return ExitStatus.done
      case .failed(let reason):
        Trouble("standard output", reason, "make room or print somewhere else").report()
        return ExitStatus.couldNotRun
      }
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; nil where there is none.
  static var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    let error = FileDescriptor.write(bytes, to: STDOUT_FILENO)
    if error == EPIPE { throw .closed }
    if error != 0 { throw .failed(reason: FileDescriptor.reason(error)) }
  }
}

/// Standard error: one line at a time.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Prints a line; whatever it quotes cannot steer the terminal.
  static func line(_ text: String) {
    var bytes: [UInt8] = []
    VisibleText.append(text, to: &bytes)
    bytes.append(0x0A)
    write(bytes)
  }

  static func write(_ bytes: [UInt8]) { _ = FileDescriptor.write(bytes, to: STDERR_FILENO) }
}
