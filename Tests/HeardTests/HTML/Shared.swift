import Foundation

/// Files that tests read: pages of the repository, and test data that stays outside it.
enum Shared {
  /// The folder of the package.
  static let package: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1, folder.lastPathComponent != "Tests" { folder.deleteLastPathComponent() }
    return folder.deletingLastPathComponent()
  }()

  /// The shared test data, where it is present.
  static let folder: URL? = {
    let given = ProcessInfo.processInfo.environment["HEARD_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = given ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The hostile inputs, unpacked once per run.
  static let hostile: URL? = {
    guard let archive = folder?.appendingPathComponent("hostile/inputs.tar.xz"),
      FileManager.default.fileExists(atPath: archive.path)
    else { return nil }
    let target = FileManager.default.temporaryDirectory.appendingPathComponent("hostile-\(UUID().uuidString)")
    let unpack = Process()
    unpack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpack.arguments = ["tar", "xJf", archive.path, "-C", target.path]
    guard (try? FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)) != nil,
      (try? unpack.run()) != nil
    else { return nil }
    unpack.waitUntilExit()
    return unpack.terminationStatus == 0 ? target : nil
  }()

  /// All files in a folder, in the order of their paths.
  static func files(in folder: URL?) -> [URL] {
    guard let folder, let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    return found.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath }.sorted { $0.path < $1.path }
  }

  static func bytes(_ file: URL) -> [UInt8] { (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? [] }
}
