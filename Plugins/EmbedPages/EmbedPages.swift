/// Puts the pages of `Samples/Expectations/` into the target at each build that finds one of them changed.
import Foundation
import PackagePlugin

@main
struct EmbedPages: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Samples/Expectations")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPages.swift")
    let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Embedding Samples/Expectations/",
        executable: try context.tool(named: "CompilePages").url,
        arguments: [output.path, folder.path],
        inputFiles: [folder] + pages,
        outputFiles: [output])
    ]
  }
}
