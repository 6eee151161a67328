import Glibc

/// The name of a file as the system has it: bytes, which need not be UTF-8.
struct Path {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The path that an argument means. Where the argument was not UTF-8, its own bytes are looked up.
  init(argument: String) {
    bytes = argument.contains("\u{FFFD}") ? Path.original(argument) : Array(argument.utf8)
  }

  var name: String { String(decoding: bytes, as: UTF8.self) }

  /// The folder that holds it; the working folder where the name tells none.
  var folder: Path {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return Path([0x2E]) }
    return Path(slash == 0 ? [0x2F] : Array(bytes[..<slash]))
  }

  func appending(_ entry: [UInt8]) -> Path {
    Path(bytes.last == 0x2F ? bytes + entry : bytes + [0x2F] + entry)
  }

  /// The path from a folder to this one, both absolute: without what they share, and without the names above.
  ///
  /// A path that is not absolute counts from that folder already.
  func relative(to folder: Path) -> Path {
    guard bytes.first == 0x2F else {
      return bytes.starts(with: [0x2E, 0x2F]) ? Path(Array(bytes.dropFirst(2))) : self
    }
    let own = bytes.split(separator: 0x2F)
    let theirs = folder.bytes.split(separator: 0x2F)
    let shared = zip(own, theirs).prefix { $0 == $1 }.count
    let steps = Array(repeating: [0x2E, 0x2E] as ArraySlice<UInt8>, count: theirs.count - shared) + own[shared...]
    return Path(Array(steps.joined(separator: [0x2F])))
  }

  /// Where the command was started.
  static var workingFolder: Path {
    guard let name = getcwd(nil, 0) else { return Path([0x2F]) }
    defer { free(name) }
    return Path(Array(String(cString: name).utf8))
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return terminated.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return "".withCString(body) }
      return body(start)
    }
  }

  private static func original(_ argument: String) -> [UInt8] {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let raw = CommandLine.unsafeArgv[index] else { continue }
      if String(cString: raw) == argument {
        var bytes: [UInt8] = []
        var position = 0
        while raw[position] != 0 {
          bytes.append(UInt8(bitPattern: raw[position]))
          position += 1
        }
        return bytes
      }
    }
    return Array(argument.utf8)
  }
}
