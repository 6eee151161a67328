/// Compiles the files of `Grammar/` into the target at each build that finds one of them changed.
import Foundation
import PackagePlugin

@main
struct EmbedGrammar: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Grammar")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedGrammar.swift")
    let files = try cueFiles(in: folder)
    return [
      .buildCommand(
        displayName: "Compiling Grammar/",
        executable: try context.tool(named: "CompileGrammar").url,
        arguments: [output.path, folder.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func cueFiles(in folder: URL) throws -> [URL] {
    let languages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let files = languages.flatMap { language in
      (try? FileManager.default.contentsOfDirectory(at: language, includingPropertiesForKeys: nil)) ?? []
    }
    return files.filter { $0.pathExtension == "cues" }.sorted { $0.path < $1.path }
  }
}
