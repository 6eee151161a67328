import ArgumentParser
import Heard

/// A team's own cues: a folder laid over heard's grammar.
enum TeamGrammar {
  /// No file of cues comes near this.
  private static let limit = 4 << 20

  /// The built-in grammar, with the folder's files over it where one is named.
  ///
  /// Errors of the files are told one a line; then status 2 is thrown.
  static func grammar(from folder: String?) throws -> Grammar {
    guard let folder else { return .builtIn }
    let root = Path(argument: folder)
    guard NotesFolder.isFolder(root) else {
      throw Trouble(root.name, "is no folder", "give --grammar a folder of .cues files")
    }
    let found = NotesFolder(root, extensions: ["cues"])
    if let trouble = found.troubles.first { throw trouble }
    guard !found.files.isEmpty else {
      throw Trouble(root.name, "holds no .cues files", "give --grammar a folder such as one with en/team.cues")
    }
    var files: [GrammarReader.File] = []
    for path in found.files { files.append((path.name, try NotesSource.file(path).read(limit: limit))) }
    do throws(GrammarErrors) {
      return try Grammar.layered(with: files)
    } catch {
      for one in error.errors { StandardError.line("heard: \(one)") }
      throw ExitCode(ExitStatus.couldNotRun)
    }
  }
}
