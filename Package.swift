// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "heard",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Heard", targets: ["Heard"]),
    .executable(name: "heard", targets: ["HeardCLI"]),
    .executable(name: "heard-benchmark", targets: ["HeardBenchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // A C library is one folder: a module map and a shim.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Starts the program curl, only for --model: the command needs no library for it.
    .systemLibrary(name: "CProcess"),
    // The notation of Grammar/ and its compiled tables: apart because the build compiles the grammar before Heard exists.
    .target(name: "HeardGrammar"),
    .executableTarget(name: "CompileGrammar", dependencies: ["HeardGrammar"]),
    .plugin(name: "EmbedGrammar", capability: .buildTool(), dependencies: ["CompileGrammar"]),
    // The manual of the expectations, which the command prints.
    .executableTarget(name: "CompilePages"),
    .plugin(name: "EmbedPages", capability: .buildTool(), dependencies: ["CompilePages"]),
    // The product: no arguments, no printing, no exit codes, no clock.
    .target(
      name: "Heard", dependencies: ["CLibXML2", "CLibYAML", "HeardGrammar"],
      plugins: ["EmbedGrammar", "EmbedPages"]),
    // Reads, prints, exits.
    .executableTarget(
      name: "HeardCLI",
      dependencies: ["Heard", "CProcess", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    // Times the stages beside peers; not part of the product.
    .executableTarget(name: "HeardBenchmark", dependencies: ["Heard"], path: "Benchmarks/HeardBenchmark"),
    .testTarget(
      name: "HeardTests", dependencies: ["Heard"],
      exclude: ["Dates/Pages", "Markdown/StructureDifferences.txt", "Markdown/TextDifferences.txt"]),
    .testTarget(name: "HeardGrammarTests", dependencies: ["HeardGrammar"]),
    .testTarget(name: "HeardCLITests", dependencies: ["HeardCLI"]),
  ]
)
