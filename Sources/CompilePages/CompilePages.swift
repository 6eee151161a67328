/// Writes the pages of a folder as one Swift file, for the build: `CompilePages OUTPUT FOLDER`.
import Foundation

@main
enum CompilePages {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: CompilePages OUTPUT FOLDER") }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    var text = "// Made from Samples/Expectations/ by CompilePages at each build.\nenum EmbeddedPages {\n"
    text += "  static let pages: [(name: StaticString, text: StaticString)] = [\n"
    for name in names where name.hasSuffix(".md") && name != "README.md" {
      guard let page = try? String(contentsOfFile: folder + name, encoding: .utf8) else {
        fail("\(folder + name): error: cannot be read")
      }
      text += "    (\"\(name.dropLast(3))\", \(literal(page))),\n"
    }
    text += "  ]\n}\n"
    guard FileManager.default.createFile(atPath: arguments[1], contents: Data(text.utf8)) else {
      fail("\(arguments[1]): error: cannot be written")
    }
  }

  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
