/// The rules of the house (CONTRIBUTING.md), held by tests.
import Foundation
import Testing

@Suite struct HouseTests {
  private static let sources = SwiftSource.all(in: ["Sources", "Plugins"])
  private static let everything = sources + SwiftSource.all(in: ["Tests", "Benchmarks"])

  @Test func theHouseIsFound() {
    #expect(Self.sources.count > 40)
    #expect(Self.sources.contains { !$0.functions.isEmpty && !$0.types.isEmpty })
  }

  @Test func noFileIsLongerThanThreeHundredLines() {
    let long = Self.everything.filter { $0.lines.count > 301 }.map { "\($0.path): \($0.lines.count - 1) lines" }
    #expect(long == [])
  }

  @Test func noFunctionIsLongerThanFortyLines() {
    let long = Self.everything.flatMap { file in
      file.functions.filter { $0.length > 40 }.map { "\(file.path):\($0.line): \($0.length) lines: \($0.name)" }
    }
    #expect(long == [])
  }

  /// A file that only extends is named by what it adds.
  @Test func aFileIsNamedAfterItsMainType() {
    let wrong = Self.sources.filter { file in
      let name = file.stem.split(separator: "+").first.map(String.init) ?? file.stem
      let own = file.types.filter { $0.isOpen && !$0.isExtension }
      return !own.isEmpty && !file.types.contains { $0.name == name }
    }
    #expect(wrong.map(\.path) == [])
  }

  @Test func aFileOpensByWhatItIsFor() {
    let wrong = Self.sources.filter { file in
      let opening = file.lines.first { !$0.isEmpty && !$0.hasPrefix("import ") && !$0.hasPrefix("@_exported import ") }
      return opening.map { !$0.hasPrefix("/// ") } ?? true
    }
    #expect(wrong.map(\.path) == [])
  }

  @Test func noNameSaysNothing() {
    let banned = ["Manager", "Helper", "Util", "Common", "Core", "Base", "Context", "Handler", "Service", "Info"]
    let wrong = Self.everything.flatMap { file in
      file.types.filter { type in !type.isExtension && banned.contains { Self.hasPart($0, type.name) } }
        .map { "\(file.path):\($0.line): \($0.name)" }
    }
    #expect(wrong == [])
  }

  /// A name's parts begin with a capital: `CoreText` has Core, `Scored` has not.
  private static func hasPart(_ part: String, _ name: String) -> Bool {
    var rest = name[...]
    while let range = rest.range(of: part) {
      let next = rest[range.upperBound...].first
      if next.map({ $0.isUppercase || $0 == "s" || $0.isNumber }) ?? true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  @Test func nothingIsForced() {
    let wrong = Self.sources.flatMap { file in
      file.code.enumerated().filter { Self.forces($0.element) }
        .map { "\(file.path):\($0.offset + 1): \(file.lines[$0.offset])" }
    }
    #expect(wrong == [])
  }

  /// `x!`, `f()!`, `a[0]!`, `as!`, `try!`; not `!x`, `a != b`, `a !== b`.
  static func forces(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == 0x21, index > 0 else { return false }
      if index + 1 < bytes.count, bytes[index + 1] == 0x3D { return false }
      switch bytes[index - 1] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x29, 0x5D: return true
      default: return false
      }
    }
  }

  @Test func forcingIsSeenWhereItIs() {
    #expect(Self.forces("let a = b!"))
    #expect(Self.forces("try! f()"))
    #expect(Self.forces("a[0]!.c"))
    #expect(!Self.forces("if !a, b != c { }"))
  }

  @Test func theLibraryDoesWithoutFoundation() {
    let wrong = SwiftSource.all(in: ["Sources/Heard", "Sources/HeardGrammar"]).filter { file in
      file.code.contains { $0.contains("import Foundation") }
    }
    #expect(wrong.map(\.path) == [])
  }

  @Test func onlyTheHTMLReaderKnowsLibxml2() {
    let wrong = Self.sources.filter { file in
      !file.path.hasPrefix("Sources/Heard/Document/HTML/") && file.code.contains { $0.contains("CLibXML2") }
    }
    #expect(wrong.map(\.path) == [])
  }

  @Test func onlyOneFileKnowsLibyaml() {
    let files = Self.sources.filter { file in file.code.contains { $0.contains("CLibYAML") } }
    #expect(files.map(\.path) == ["Sources/Heard/Registry/YAMLEvents.swift"])
  }

  @Test func onlyOneFileStartsOtherPrograms() {
    let files = Self.sources.filter { file in file.code.contains { $0.contains("import CProcess") } }
    #expect(files.map(\.path) == ["Sources/HeardCLI/Model/CurlProcess.swift", "Sources/HeardCLI/Processors.swift"])
  }

  @Test func onlyTheCommandReadsPrintsAndExits() {
    let words: Set<String> = ["print", "debugPrint", "exit", "abort", "getenv", "Glibc"]
    let wrong = SwiftSource.all(in: ["Sources/Heard", "Sources/HeardGrammar"]).flatMap { file in
      file.code.enumerated().filter { line in
        let named = SwiftSource.words(line.element)
        return named.contains { words.contains($0) } && !named.contains("func")
      }
      .map { "\(file.path):\($0.offset + 1): \(file.lines[$0.offset])" }
    }
    #expect(wrong == [])
  }

  @Test func stagesOnlyLookBack() {
    let stages = ["Document", "Grammar", "Meeting", "Registry", "Expectations", "Reflection", "Output"]
    let files = stages.map { SwiftSource.all(in: ["Sources/Heard/" + $0]) }
    var known: [String: Int] = [:]
    for (stage, files) in files.enumerated() {
      for type in files.flatMap(\.types) where !type.isExtension {
        known[type.name] = min(stage, known[type.name] ?? stage)
      }
    }
    var wrong: [String] = []
    for (stage, files) in files.enumerated() {
      for file in files {
        // A nested type may share its name with a later stage's: what the file declares itself is its own.
        let own = Set(file.types.map(\.name))
        for (index, line) in file.code.enumerated() {
          for word in SwiftSource.words(line) where !own.contains(word) {
            if let home = known[word], home > stage {
              wrong.append("\(file.path):\(index + 1): \(word) belongs to \(stages[home])")
            }
          }
        }
      }
    }
    #expect(wrong == [])
  }
}
