/// Notes that the tests of the command give it.
import Foundation

enum Notes {
  static let kickoff = """
    # Kickoff
    Present: Ana, Ben
    ACTION: Ana to send the budget
    DECISION: We start with the pilot in Porto.

    Who signs the contract?

    """

  /// Nothing in these is anybody's to do.
  static let silent = "Nothing was said, and the room was cold.\n"

  /// Bytes that a terminal would obey, or that nobody sees: the first of them, or nil.
  static func fault(in bytes: [UInt8]) -> String? {
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      let isHidden =
        byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 && 0x80...0x9F ~= next
        || byte == 0xE2 && next == 0x80 && 0xAA...0xAE ~= third || byte == 0xE2 && next == 0x81 && 0xA6...0xA9 ~= third
      if isHidden {
        return "byte \(byte) at \(index): \(String(decoding: bytes[max(0, index - 20)..<index], as: UTF8.self))"
      }
    }
    return nil
  }

  /// Test data that stays outside the repository; nil where it is absent.
  static let shared: URL? = {
    if let path = ProcessInfo.processInfo.environment["HEARD_SHARED"] { return URL(fileURLWithPath: path) }
    let url = package.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
