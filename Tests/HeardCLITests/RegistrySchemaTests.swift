/// The registry's JSON Schema takes what heard takes and refuses what it refuses, by a validator that nobody here wrote.
import Foundation
import Testing

@Suite(.enabled(if: Validators.python != nil, "needs Python's jsonschema: make test installs it"))
struct RegistrySchemaTests {
  /// Reads YAML as its version 1.2 does: `off` is a word and a day is a text.
  private static let validator = """
    import json, re, sys, yaml
    from jsonschema import Draft202012Validator
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
        first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
    schema = json.load(open(sys.argv[2], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    registry = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader)
    for error in Draft202012Validator(schema).iter_errors(registry):
        print("/".join(map(str, error.absolute_path)), error.message[:300])
    """

  private static func faults(of registry: String) throws -> [String] {
    let schema = Notes.package.appendingPathComponent("schema/expectations-1.schema.json").path
    let run = try Validators.run(validator, [schema], on: Array(registry.utf8))
    #expect(run.status == 0, "\(run.errorText)")
    return run.text.split(separator: "\n").map(String.init)
  }

  private static func status(of registry: String) throws -> Int32 {
    let folder = try TemporaryFolder()
    try folder.write(registry, to: "expectations.yml")
    let run = try CommandRun(["check", "--level", "error"], input: "The room was cold.\n", in: folder.url)
    return run.status
  }

  /// The one of the manual, and every registry of the samples.
  private static func samples() throws -> [String] {
    let page = Notes.package.appendingPathComponent("Sources/Heard/Heard.docc/Registry.md")
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    var samples = parts.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst(5)) }
    let files = FileManager.default.enumerator(
      at: Notes.package.appendingPathComponent("Samples"), includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      if file.lastPathComponent == "expectations.yml" { samples.append(try String(contentsOf: file, encoding: .utf8)) }
    }
    return samples
  }

  @Test func samplesKeepToTheSchema() throws {
    let samples = try Self.samples()
    #expect(samples.contains { $0.contains("milestones:") })
    for sample in samples + [RegistryTests.registry, "# Nothing yet\n"] {
      #expect(try Self.faults(of: sample) == [], "\(sample)")
      #expect(try Self.status(of: sample) == 0, "\(sample)")
    }
  }

  @Test(
    "what heard refuses the schema refuses",
    arguments: [
      "poeple: []", "people: [{handle: ana}]", "people: [{name: Ana, rolle: chair}]", "people: [{name: 42}]",
      "people: Ana", "people: [{name: Ana}]\nareas: [{name: Tills}]",
      "people: [{name: Ana}, {name: Ben}]\nareas: [{name: Tills, accountable: [Ana, Ben]}]",
      "deliverables: [{name: Pilot, due: Friday}]",
      "deliverables: [{name: Pilot, milestones: [{name: A, due: 2026-01-01}]}]",
      "severities: {action-has-ownr: error}", "severities: {action-has-owner: fatal}",
      "allow: [{expectation: action-has-owner}]", "norms: [{text: We begin on time, expects: [punctuality]}]",
      "- people",
    ])
  func brokenOnesDoNot(registry: String) throws {
    #expect(try !Self.faults(of: registry).isEmpty)
    #expect(try Self.status(of: registry) == 2)
  }
}
