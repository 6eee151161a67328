import Glibc

/// The notes in a folder and its folders, in the order of their names.
struct NotesFolder {
  private(set) var files: [Path] = []
  private(set) var troubles: [Trouble] = []
  /// Folders still to be read, the next one last; files keep their place among them.
  private var waiting: [Entry]
  private let extensions: Set<String>

  private struct Entry {
    var path: Path
    var isFolder: Bool
  }

  /// Endings of names that notes have.
  static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "txt", "text", "eml", "log", "irc", "weechatlog",
    "adoc", "asciidoc", "rst", "org", "wiki", "mediawiki", "mw", "moin", "creole", "confluence", "vtt", "srt", "sbv", "json", "jsonl",
    "ndjson",
  ]

  /// - Parameter extensions: endings of the names that count, in small letters.
  init(_ folder: Path, extensions: Set<String> = NotesFolder.extensions) {
    self.extensions = extensions
    waiting = [Entry(path: folder, isFolder: true)]
    while let next = waiting.popLast() {
      if next.isFolder { open(next.path) } else { files.append(next.path) }
    }
  }

  static func isFolder(_ path: Path) -> Bool {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private mutating func open(_ folder: Path) {
    guard let names = NotesFolder.names(in: folder) else {
      troubles.append(NotesSource.trouble(opening: folder, errno))
      return
    }
    for name in names.reversed() where name.first != 0x2E {
      let path = folder.appending(name)
      var status = stat()
      // A link to a folder may lead back up; a link to a file is the file.
      guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        waiting.append(Entry(path: path, isFolder: true))
      } else if hasKnownExtension(name), NotesFolder.looksLikeText(path) {
        waiting.append(Entry(path: path, isFolder: false))
      }
    }
  }

  private static func names(in folder: Path) -> [[UInt8]]? {
    guard let stream = folder.withCString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(name)
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func hasKnownExtension(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: 0x2E) else { return false }
    let ending = name[(dot + 1)...].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return extensions.contains(String(decoding: ending, as: UTF8.self))
  }

  /// A regular file without NUL in its first bytes, or in UTF-16. One that cannot be opened counts: reading it says why.
  private static func looksLikeText(_ path: Path) -> Bool {
    let descriptor = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var head = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &head, head.count)
    guard count > 0 else { return true }
    let isWide = count >= 2 && (head[0] == 0xFF && head[1] == 0xFE || head[0] == 0xFE && head[1] == 0xFF)
    return isWide || !head[..<count].contains(0)
  }
}
