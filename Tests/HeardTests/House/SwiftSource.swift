/// A Swift file of this package with its words apart from its comments and strings, for the tests that hold the house rules.
import Foundation

struct SwiftSource {
  /// From the package's folder, as in `Sources/Heard/Heard.swift`.
  let path: String
  let lines: [String]
  /// The lines with comments and the insides of strings blanked.
  let code: [String]

  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return String(name.dropLast(".swift".count))
  }

  init(path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
    code = SwiftSource.blanked(Array(text.utf8)).components(separatedBy: "\n")
  }

  static let package: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path.count > 1,
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// All Swift files below folders of the package.
  static func all(in folders: [String]) -> [SwiftSource] {
    folders.flatMap { folder -> [SwiftSource] in
      let root = package.appendingPathComponent(folder).path
      guard let walker = FileManager.default.enumerator(atPath: root) else { return [] }
      return walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
        guard let text = try? String(contentsOfFile: root + "/" + name, encoding: .utf8) else { return nil }
        return SwiftSource(path: folder + "/" + name, text: text)
      }
    }
  }

  /// Blanks comments and strings; line breaks stay.
  private static func blanked(_ text: [UInt8]) -> String {
    var out: [UInt8] = []
    var index = 0
    func byte(_ at: Int) -> UInt8 { at < text.count ? text[at] : 0 }
    func skip(to end: [UInt8], escapes: Bool, from start: Int) -> Int {
      var i = start
      while i < text.count {
        if text[i] == end[0], end.count == 1 || text[i...].starts(with: end) { return i + end.count }
        if escapes, text[i] == 0x5C { i += 1 }
        if byte(i) == 0x0A { out.append(0x0A) }
        i += 1
      }
      return text.count
    }
    while index < text.count {
      switch (text[index], byte(index + 1)) {
      case (0x2F, 0x2F): index = text[index...].firstIndex(of: 0x0A) ?? text.count
      case (0x2F, 0x2A): index = skip(to: [0x2A, 0x2F], escapes: false, from: index + 2)
      case (0x23, 0x22): index = skip(to: [0x22, 0x23], escapes: false, from: index + 2)
      case (0x22, 0x22) where byte(index + 2) == 0x22:
        index = skip(to: [0x22, 0x22, 0x22], escapes: true, from: index + 3)
      case (0x22, _):
        index = skip(to: [0x22], escapes: true, from: index + 1)
        out.append(0x22)
      case (let other, _):
        out.append(other)
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The words of a line of code: runs of letters, digits and underscores.
  static func words(_ line: String) -> [String] {
    line.utf8.split { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: false
      default: true
      }
    }
    .map { String(decoding: $0, as: UTF8.self) }
  }

  struct Declaration {
    var name: String
    /// From 1.
    var line: Int
    var isExtension: Bool
    /// At the file's top and not its own secret.
    var isOpen: Bool
  }

  private static let typeWords: Set<String> = [
    "struct", "class", "enum", "actor", "protocol", "extension", "typealias",
  ]

  /// Types that the file declares or extends, nested ones too.
  var types: [Declaration] {
    var found: [Declaration] = []
    for (index, line) in code.enumerated() {
      let words = SwiftSource.words(line)
      for (position, word) in words.enumerated() where SwiftSource.typeWords.contains(word) {
        guard position + 1 < words.count, words[position + 1].first?.isUppercase == true else { continue }
        let isOpen = !line.hasPrefix(" ") && !words.contains("private") && !words.contains("fileprivate")
        found.append(
          Declaration(
            name: words[position + 1], line: index + 1, isExtension: word == "extension", isOpen: isOpen))
      }
    }
    return found
  }

  struct Body {
    var name: String
    var line: Int
    var length: Int
  }

  /// Functions and initializers with the number of lines from their first to their closing brace.
  var functions: [Body] {
    var found: [Body] = []
    for (index, line) in code.enumerated() {
      let words = SwiftSource.words(line)
      guard words.contains("func") || line.contains("init(") || line.contains("init?(") || line.contains("init<"),
        !line.contains(".init"), !line.contains("self.init"), !line.contains("super.init"),
        let end = bodyEnd(from: index)
      else { continue }
      found.append(Body(name: line.trimmingCharacters(in: .whitespaces), line: index + 1, length: end - index + 1))
    }
    return found
  }

  /// The line that closes the first brace from a line on; nil where a declaration has no body.
  private func bodyEnd(from start: Int) -> Int? {
    var depth = 0
    var isOpen = false
    for index in start..<code.count {
      for character in code[index].utf8 {
        if character == 0x7B {
          depth += 1
          isOpen = true
        } else if character == 0x7D {
          depth -= 1
          if depth < 0 { return nil }
        }
        if isOpen, depth == 0 { return index }
      }
      if !isOpen, index > start, code[index].trimmingCharacters(in: .whitespaces).isEmpty { return nil }
    }
    return nil
  }
}
