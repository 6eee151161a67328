/// The reference that the reader is held against: `cmark-gfm`, and its XML as an outline.
import Foundation

enum MarkdownOracle {
  static let path = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isReady: Bool { path != nil && MarkdownInputs.isShared }

  static func outline(of bytes: [UInt8]) -> MarkdownOutline {
    let options = ["--to", "xml", "-e", "table", "-e", "tasklist", "-e", "strikethrough", "-e", "autolink"]
    let xml = run(path ?? "cmark-gfm", options, input: bytes)
    var outline = OutlineOfXML()
    outline.read(String(decoding: xml, as: UTF8.self))
    return outline.outline
  }

  static func run(_ path: String, _ arguments: [String], input: [UInt8]) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("heard-input-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    guard FileManager.default.createFile(atPath: file.path, contents: Data(input)) else { return [] }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle(forReadingAtPath: file.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return [] }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](output)
  }
}

/// Makes an outline of the XML that `cmark-gfm` writes; it needs no more than tags and text.
private struct OutlineOfXML {
  var outline = MarkdownOutline()
  private var depth = 0
  private var text = ""

  mutating func read(_ xml: String) {
    var rest = Substring(xml)
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("/") {
        end(tag.dropFirst())
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      var content = ""
      if ["text", "code", "html_inline", "code_block", "html_block"].contains(name), !tag.hasSuffix("/") {
        let stop = rest.firstIndex(of: "<") ?? rest.endIndex
        content = Self.decoded(rest[..<stop])
        rest = rest[stop...]
      }
      begin(name, tag, content)
      if tag.hasSuffix("/") { end(Substring(name)) }
    }
  }

  private mutating func begin(_ name: String, _ tag: Substring, _ content: String) {
    switch name {
    case "block_quote": push("quote")
    case "list":
      let number = Self.attribute("start", tag).map { " \($0)" } ?? ""
      push("list\(number)\(Self.attribute("tight", tag) == "false" ? " loose" : "")")
    case "item": push("item")
    case "tasklist": push(Self.attribute("completed", tag) == "true" ? "item ticked" : "item unticked")
    case "table": push("table")
    case "table_header": push("row header")
    case "table_row": push("row")
    case "thematic_break": push("rule")
    case "html_block": push("html")
    case "code_block": push("code \(MarkdownOutline.code(content))")
    case "paragraph", "table_cell", "heading": text = ""
    case "text", "code": text += content
    case "softbreak", "linebreak": text += "\n"
    case "html_inline":
      if content.lowercased().hasPrefix("<br") { text += "\n" }
    default: break
    }
    if name == "heading" { outline.level = Self.attribute("level", tag) ?? "" }
  }

  private mutating func end(_ name: Substring) {
    switch name {
    case "paragraph": outline.leaf("paragraph", text, depth)
    case "heading": outline.leaf("heading \(outline.level)", text, depth)
    case "table_cell": outline.leaf("cell", text, depth)
    case "block_quote", "list", "item", "tasklist", "table", "table_header", "table_row", "thematic_break",
      "html_block", "code_block":
      depth -= 1
    default: break
    }
  }

  private mutating func push(_ line: String) {
    outline.container(line, depth)
    depth += 1
  }

  private static func attribute(_ name: String, _ tag: Substring) -> String? {
    guard let range = tag.range(of: " \(name)=\"") else { return nil }
    return String(tag[range.upperBound...].prefix { $0 != "\"" })
  }

  private static func decoded(_ text: Substring) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }
}
