/// Where Markdown that others wrote is found: the folder `shared` beside the package, or HEARD_SHARED.
import Foundation

enum MarkdownInputs {
  struct Page: Sendable {
    /// Folder and file, as in the lists of differences.
    let name: String
    let bytes: [UInt8]
  }

  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["HEARD_SHARED"] { return URL(fileURLWithPath: path) }
    let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static var isShared: Bool { FileManager.default.fileExists(atPath: shared.path) }

  /// Each folder of hostile Markdown, by its name.
  static let hostile: [String: [Page]] = {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("heard-markdown-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let archive = shared.appendingPathComponent("hostile/inputs.tar.xz").path
    _ = MarkdownOracle.run("/usr/bin/env", ["tar", "xJf", archive, "-C", place.path], input: [])
    let found = pages(under: place).filter { $0.name.contains("markdown/") }
    return Dictionary(grouping: found) { page in
      String(page.name.split(separator: "/").dropLast().last ?? "")
    }
  }()

  static let corpus: [Page] = pages(under: shared.appendingPathComponent("corpus"))

  static func hostile(_ folder: String) -> [Page] {
    (hostile[folder] ?? []).map { page in
      Page(name: page.name.split(separator: "/").suffix(2).joined(separator: "/"), bytes: page.bytes)
    }
  }

  private static func pages(under folder: URL) -> [Page] {
    guard let paths = FileManager.default.subpaths(atPath: folder.path) else { return [] }
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: folder.appendingPathComponent(path).path).map {
        Page(name: path, bytes: [UInt8]($0))
      }
    }
  }
}
