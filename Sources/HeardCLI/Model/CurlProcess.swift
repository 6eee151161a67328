import CProcess
import Glibc

/// Runs the program `curl`, which is given a request and whose answer is read as it comes.
struct CurlProcess {
  enum Failure: Error {
    case notThere
    case failed(reason: String)
  }

  /// Starts it, hands the bytes of its standard output on, and waits for its end.
  ///
  /// - Parameters:
  ///   - configuration: lines of curl's own; what stands here does not show in the list of processes.
  ///   - input: its standard input.
  ///   - take: false where no more is wanted, which ends the program.
  /// - Returns: its status; 0 where it was ended.
  static func run(
    _ arguments: [String], configuration: String, input: [UInt8], _ take: (UnsafeRawBufferPointer) -> Bool
  ) throws(Failure) -> Int32 {
    let process = try start(["curl", "--disable", "--config", "/dev/fd/3"] + arguments)
    // It reads its configuration first and all of its input before it sends anything: nothing waits for the other.
    _ = FileDescriptor.write(Array(configuration.utf8), to: process.extra)
    close(process.extra)
    _ = FileDescriptor.write(input, to: process.input)
    close(process.input)
    let isWanted = read(process.output, take)
    close(process.output)
    if !isWanted { kill(process.process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process.process, &status, 0) < 0, errno == EINTR {}
    guard isWanted else { return 0 }
    // Ended by a signal: as when the connection ends early.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 56
  }

  private static func start(_ words: [String]) throws(Failure) -> heard_process {
    var pointers = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = heard_process()
    switch heard_start(&process, "curl", pointers) {
    case 0: return process
    case ENOENT, EACCES: throw .notThere
    case let error: throw .failed(reason: FileDescriptor.reason(error))
    }
  }

  /// - Returns: whether everything was taken.
  private static func read(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 || count < 0 && errno != EINTR { return true }
      guard count > 0 else { continue }
      guard buffer.withUnsafeBytes({ take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) else { return false }
    }
  }
}
