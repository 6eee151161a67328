/// Compiles grammar files into one Swift file, for the build: `CompileGrammar OUTPUT FOLDER`.
import Foundation
import HeardGrammar

@main
enum CompileGrammar {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: CompileGrammar OUTPUT FOLDER") }
    let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    let files = cueFiles(in: folder).map { path -> GrammarReader.File in
      guard let data = FileManager.default.contents(atPath: path) else { fail("\(path): error: cannot be read") }
      return (path, [UInt8](data))
    }
    do throws(GrammarErrors) {
      // Errors name full paths, so that they can be followed; the cues name the path inside the grammar.
      _ = try GrammarReader.read(files: files)
      let named = files.map { (path: shortened($0.path, folder), bytes: $0.bytes) }
      write(try GrammarReader.read(files: named).compiled(), named, to: arguments[1])
    } catch {
      fail(error.description)
    }
  }

  /// The paths of all `LANGUAGE/NAME.cues` in a folder that ends in a slash, in order.
  private static func cueFiles(in folder: String) -> [String] {
    func contents(_ folder: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
    return contents(folder).flatMap { language in
      contents(folder + language).filter { $0.hasSuffix(".cues") }.map { folder + language + "/" + $0 }
    }
  }

  private static func shortened(_ path: String, _ folder: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  private static func write(_ grammar: Grammar, _ files: [GrammarReader.File], to output: String) {
    var text = Array("// Made from Grammar/ by CompileGrammar at each build.\nenum EmbeddedGrammar {\n".utf8)
    text += Array("  static let tables: StaticString = ".utf8)
    text += GrammarEncoding.literal(GrammarEncoding.bytes(of: grammar))
    text += Array("\n  static let sources: StaticString = ".utf8)
    text += GrammarEncoding.literal(GrammarSources.bytes(of: files))
    text += Array("\n}\n".utf8)
    guard FileManager.default.createFile(atPath: output, contents: Data(text)) else {
      fail("\(output): error: cannot be written")
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
