/// The pre-commit hook and the GitHub action do what they say, run for real on a scratch repository.
import Foundation
import Testing

@Suite struct IntegrationTests {
  private static let unclear = "# Kickoff\nPresent: Ana, Ben\n\n## Actions\n- Send the budget to the bank\n"

  /// A repository that holds the hook and the action, as of now, and nothing that must be built.
  private func hookRepository(_ folder: TemporaryFolder) throws -> URL {
    let hook = folder.url.appendingPathComponent("heard")
    for name in [".pre-commit-hooks.yaml", ".ci/pre-commit"] {
      let target = hook.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Notes.package.appendingPathComponent(name), to: target)
    }
    return hook
  }

  private static let git = "git -c user.name=T -c user.email=t@example.org -c init.defaultBranch=main"

  @Test(.enabled(if: Validators.python != nil, "needs pre-commit: make test installs it"))
  func theHookStopsACommitWithUnclearNotes() throws {
    let folder = try TemporaryFolder()
    let hook = try hookRepository(folder)
    try folder.write(Self.unclear, to: "notes/kickoff.md")
    try folder.write("print(1)\n", to: "notes/code.py")
    let run = try CommandRun(
      shell: """
        set -e
        mkdir bin; ln -s "$HEARD" bin/heard
        export PATH="$PWD/bin:$PATH" HOME="$PWD" PRE_COMMIT_HOME="$PWD/cache"
        pre='\(Validators.folder.path)/pre-commit'
        "$pre" validate-manifest heard/.pre-commit-hooks.yaml
        (cd '\(hook.path)'; \(Self.git) init -q; \(Self.git) add -A; \(Self.git) commit -qm hook)
        cd notes; \(Self.git) init -q; \(Self.git) add -A
        set +e
        "$pre" try-repo --color never '\(hook.path)' heard-check --all-files; echo "first: $?"
        printf 'The room was cold.\\n' > kickoff.md; \(Self.git) add -A
        "$pre" try-repo --color never '\(hook.path)' heard-check --all-files; echo "second: $?"
        """, in: folder.url)
    #expect(run.text.contains("first: 1") && run.text.contains("second: 0"), "\(run.text)\(run.errorText)")
    #expect(run.text.contains("[action-has-owner]") && !run.text.contains("code.py"))
  }

  /// Runs the step of the action as a runner would, its inputs given.
  private func action(_ inputs: [String: String], in folder: URL) throws -> CommandRun {
    let variables = inputs.map { "export HEARD_\($0.key.uppercased())=$'\($0.value)'" }.joined(separator: "\n")
    return try CommandRun(
      shell: """
        mkdir -p bin; ln -sf "$HEARD" bin/heard; export PATH="$PWD/bin:$PATH" GITHUB_OUTPUT="$PWD/outputs"
        export GITHUB_ACTION_PATH='\(Notes.package.path)'
        \(variables)
        "$GITHUB_ACTION_PATH/.ci/action"; status=$?; cat outputs; exit $status
        """, in: folder)
  }

  @Test func theActionAnnotatesAndFails() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.unclear, to: "my notes/kickoff.md")
    let run = try action(["notes": "my notes\\n  \\n", "sarif": "out.sarif"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.text.contains("::warning file=my notes/kickoff.md,line=5,"))
    #expect(run.text.hasSuffix("status=1\n"))
    let log = try Data(contentsOf: folder.url.appendingPathComponent("out.sarif"))
    #expect(String(decoding: log, as: UTF8.self).contains("my%20notes/kickoff.md"))
    #expect(try action(["notes": "my notes", "level": "error"], in: folder.url).status == 0)
  }

  @Test(.enabled(if: Validators.python != nil, "needs Python's validators: make test installs them"))
  func theActionGivesEachInputToTheStep() throws {
    let text = try Data(contentsOf: Notes.package.appendingPathComponent("action.yml"))
    let script = """
      import sys, yaml
      action = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
      assert action["runs"]["using"] == "composite"
      step = action["runs"]["steps"][-1]
      given = {name: value for name, value in step["env"].items()}
      wanted = {"HEARD_" + name.upper(): "${{ inputs.%s }}" % name for name in action["inputs"]}
      print(given == wanted, step["run"], all("inputs" not in s["run"] for s in action["runs"]["steps"]))
      """
    #expect(try Validators.run(script, on: [UInt8](text)).text == "True \"$GITHUB_ACTION_PATH/.ci/action\" True\n")
  }
}
