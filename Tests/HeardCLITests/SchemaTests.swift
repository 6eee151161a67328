/// The JSON that the command prints is what `schema/heard-1.schema.json` says, by a validator that nobody here wrote.
import Foundation
import Testing

@Suite(.enabled(if: Validators.python != nil, "needs Python's jsonschema: make test installs it"))
struct SchemaTests {
  /// Prints one line an error.
  private static let validator = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    count = 0
    for line in sys.stdin.buffer.read().decode("utf-8", "strict").split("\\n"):
        if not line: continue
        count += 1
        for error in validator.iter_errors(json.loads(line)):
            print("/".join(map(str, error.absolute_path)), error.message[:300])
    print(count, "objects")
    """

  /// What the validator finds in the command's JSON Lines.
  private func verdict(_ arguments: String, in folder: URL) throws -> [String] {
    let script = try TemporaryFolder()
    let path = try script.write(Self.validator, to: "validate.py")
    let schema = Notes.package.appendingPathComponent("schema/heard-1.schema.json").path
    let run = try CommandRun(
      shell:
        "\"$HEARD\" \(arguments) --format jsonl . 2>/dev/null | '\(Validators.python ?? "")' '\(path)' '\(schema)'",
      in: folder)
    #expect(run.status == 0, "\(run.errorText)")
    return run.text.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: Notes.shared != nil)) func realNotesKeepToTheSchema() throws {
    let corpus = try #require(Notes.shared).appendingPathComponent("corpus")
    for folder in ["docs", "unlabelled"] {
      try expectSound(try verdict("", in: corpus.appendingPathComponent(folder)), atLeast: 10)
    }
  }

  @Test("what is printed keeps to the schema", arguments: ["", "actions", "decisions", "questions", "people"])
  func outputKeepsToTheSchema(command: String) throws {
    try expectSound(try verdict(command, in: Notes.package.appendingPathComponent("Samples")), atLeast: 6)
  }

  private func expectSound(_ lines: [String], atLeast count: Int) throws {
    #expect(lines.count == 1, "\(lines.prefix(5))")
    let objects = try #require(lines.last?.split(separator: " ").first.flatMap { Int($0) })
    #expect(objects >= count)
  }

  @Test func theSchemaRefusesWhatItDoesNotKnow() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.validator, to: "validate.py")
    let schema = Notes.package.appendingPathComponent("schema/heard-1.schema.json").path
    let run = try CommandRun(
      shell: "echo '{\"schema\": \"heard/1\", \"more\": 1}' | '\(Validators.python ?? "")' '\(path)' '\(schema)'")
    #expect(run.text.contains("more"))
  }
}
