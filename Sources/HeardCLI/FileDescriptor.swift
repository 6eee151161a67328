import Glibc

/// Reading and writing whole buffers by read(2) and write(2).
enum FileDescriptor {
  /// Writes everything.
  ///
  /// - Returns: 0, or the error's number.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  enum Reading {
    case bytes([UInt8])
    case tooLarge
    case failed(Int32)
  }

  /// Reads to the end, but no more than `limit` bytes.
  ///
  /// - Parameter expected: how many bytes there probably are.
  static func read(_ descriptor: Int32, expected: Int, limit: Int) -> Reading {
    var bytes = [UInt8](repeating: 0, count: min(max(expected, 0) + 1, limit + 1))
    var filled = 0
    while true {
      if filled == bytes.count {
        if filled > limit { return .tooLarge }
        bytes.append(contentsOf: repeatElement(0, count: min(max(filled, 65_536), limit + 1 - filled)))
      }
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).baseAddress, buffer.count - filled)
      }
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return .failed(errno)
      }
    }
    if filled > limit { return .tooLarge }
    bytes.removeSubrange(filled...)
    return .bytes(bytes)
  }

  /// The system's words for an error, as the middle of a sentence.
  static func reason(_ error: Int32) -> String {
    guard let words = strerror(error) else { return "error \(error)" }
    let text = String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
