/// Compiles the files of `Grammar/` into the target at each build that finds one of them changed.
import Foundation
import PackagePlugin

@main
struct EmbedGrammar: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Grammar")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedGrammar.swift")
    return [
      .buildCommand(
        displayName: "Compiling Grammar/",
        executable: try context.tool(named: "CompileGrammar").url,
        arguments: [output.path, folder.path],
        inputFiles: try inputs(in: folder),
        outputFiles: [output])
    ]
  }

  /// The files, so that a build sees them edited, and their folders, so that it sees files come: it asks this plugin again
  /// only when Package.swift or a source folder has changed.
  private func inputs(in folder: URL) throws -> [URL] {
    let languages = try contents(of: folder).filter(\.hasDirectoryPath)
    return [folder] + languages + (try languages.flatMap(contents).filter { $0.pathExtension == "cues" })
  }

  private func contents(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .sorted { $0.path < $1.path }
  }
}
