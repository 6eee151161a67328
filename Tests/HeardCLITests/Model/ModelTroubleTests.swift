/// A model that is not there, does not answer, or answers with something else: what heard says itself is printed.
import Foundation
import Testing

@Suite struct ModelTroubleTests {
  private func reflect(
    _ arguments: [String], input: String = Notes.kickoff, environment: [String: String] = [:]
  ) throws -> CommandRun {
    try CommandRun(["reflect"] + arguments + ["-"], input: input, environment: environment)
  }

  /// One line that says these words; all else as without a model.
  private func expectTrouble(
    _ words: String, _ arguments: [String] = [], from steps: [StubModel.Step], at line: Int = #line
  ) throws {
    let model = try StubModel { _ in steps }
    let run = try reflect(["--model", model.url] + arguments, environment: ["HEARD_MODEL_KEY": "sk-secret-7"])
    let plain = try reflect([])
    #expect(run.status == plain.status)
    #expect(run.output == plain.output, "line \(line)")
    #expect(run.errorLines.count == 1, "line \(line): \(run.errorText)")
    #expect(run.errorText.hasPrefix("heard: model at \(model.url): "), "line \(line): \(run.errorText)")
    #expect(run.errorText.contains(words), "line \(line): \(run.errorText)")
    #expect(!run.errorText.contains("secret"))
    #expect(model.requests.count == 1)
    #expect(model.requests.first?.head.contains("Authorization: Bearer sk-secret-7") ?? false)
  }

  private static let good = "1: Ana will send the budget."

  @Test func anAnswerThatBreaksOffIsTold() throws {
    let whole = StubModel.whole(Self.good)
    try expectTrouble("broke off", from: StubModel.events(Self.good))
    try expectTrouble("broke off", from: StubModel.events(Self.good) + [.send("data: {\"choices\": [{\"del")])
    try expectTrouble("broke off", from: StubModel.events(Self.good) + [StubModel.event("", finish: "length")])
    try expectTrouble("broke off", from: StubModel.whole(Self.good, finish: "length"))
    try expectTrouble("broke off", from: [StubModel.head("200 OK", "Content-Length: 900")] + whole.dropFirst())
    try expectTrouble("broke off", from: [])
    try expectTrouble("broke off", from: [StubModel.head()])
  }

  @Test func aSlowAnswerIsTold() throws {
    try expectTrouble("within 0.4 seconds", ["--model-timeout", "0.4"], from: [.hang])
    try expectTrouble("within 0.4 seconds", ["--model-timeout", "0.4"], from: StubModel.events(Self.good) + [.hang])
  }

  @Test func anAnswerOfAnotherKindIsTold() throws {
    let page = "<html>\n<p>1: Ana will send the budget.</p>\n</html>"
    let texts = [
      page, Self.good, "[]", "null", "{}", "{\"choices\": []}", "{\"choices\": [{\"message\": {\"content\": null}}]}",
      "{\"choices\": " + String(repeating: "[", count: 100_000), "data: {}}\n\ndata: [DONE]\n\n",
      "event: error\ndata: {\"error\": {\"message\": \"sk-secret-7 has no credit\"}}\n\n", "\u{FEFF}\0\u{1}",
    ]
    for text in texts { try expectTrouble("no chat completion", from: [StubModel.head(), .send(text)]) }
  }

  @Test func aStatusThatIsNoSuccessIsTold() throws {
    let body = StubModel.Step.send("{\"error\": \"sk-secret-7 is wrong\"}")
    try expectTrouble("status 500", from: [StubModel.head("500 Internal Server Error"), body])
    try expectTrouble("status 503", from: [StubModel.head("503 Busy")] + StubModel.whole(Self.good).dropFirst())
    try expectTrouble("refuses the key", from: [StubModel.head("401 Unauthorized"), body])
    try expectTrouble("status 404", from: [StubModel.head("404 Not Found"), body])
  }

  @Test func aRedirectIsNotFollowed() throws {
    let other = try StubModel { _ in StubModel.stream(Self.good) }
    let elsewhere = other.url.replacingOccurrences(of: "127.0.0.1", with: "localhost") + "/v1/chat/completions"
    for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
      try expectTrouble("another address", from: [StubModel.head(status, "Location: \(elsewhere)")])
    }
    #expect(other.requests.count == 0)
  }

  @Test func aHugeAnswerIsTold() throws {
    let filler = String(repeating: "1: Ana will send the budget.", count: 500)
    try expectTrouble("more than 1 MB", from: [StubModel.head(), .flood("data: \(filler)\n\n")])
    try expectTrouble("more than 1 MB", from: [StubModel.head(), .flood(filler)])
    // curl itself may stop long before.
    try expectTrouble("answer", from: [.send("HTTP/1.1 200 OK\r\n"), .flood("X-Filler: \(filler)\r\n")])
  }

  @Test func aServerThatIsNotThereIsTold() throws {
    let model = try StubModel(isThere: false) { _ in [] }
    let run = try reflect(["--model", model.url])
    #expect(run.status == 0)
    #expect(run.output == (try reflect([]).output))
    #expect(run.errorLines.count == 1)
    #expect(run.errorText.contains("no connection"), "\(run.errorText)")
  }

  @Test func withoutCurlItIsTold() throws {
    let model = try StubModel { _ in StubModel.stream("") }
    let run = try reflect(["--model", model.url], environment: ["PATH": "/nowhere"])
    #expect(run.status == 0)
    #expect(run.output == (try reflect([]).output))
    #expect(run.errorLines.count == 1 && run.errorText.contains("without the program curl"), "\(run.errorText)")
    #expect(model.requests.count == 0)
  }

  @Test func afterTheFirstTroubleTheModelIsLeftAlone() throws {
    let model = try StubModel { _ in [StubModel.head("500 Internal Server Error")] }
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.md", "c.md"] { try folder.write(Notes.kickoff, to: name) }
    let missing = folder.url.path + "/nowhere.md"
    let run = try CommandRun(["reflect", "--model", model.url, folder.url.path, missing])
    #expect(run.status == 2)
    #expect(run.output == (try CommandRun(["reflect", folder.url.path, missing]).output))
    #expect(run.errorLines.count == 2, "\(run.errorText)")
    #expect(model.requests.count == 1)
  }

  @Test func whatStaysOnThisMachineGoesThroughNobodyElses() throws {
    let proxy = try StubModel { _ in StubModel.stream("") }
    let model = try StubModel { _ in StubModel.stream("") }
    let run = try reflect(["--model", model.url], environment: ["http_proxy": proxy.url, "ALL_PROXY": proxy.url])
    #expect(run.errors == [])
    #expect(model.requests.count == 1)
    #expect(proxy.requests.count == 0)
  }

  @Test(
    "an address that would give the notes away, or is none, is a fault of the command line",
    arguments: [
      ("http://192.168.1.4:8080/v1", "unencrypted"), ("http://example.com", "unencrypted"),
      ("http://127.0.0.1.example.com", "unencrypted"), ("http://localhost.example.com", "unencrypted"),
      ("http://127.1", "unencrypted"), ("http://0.0.0.0:8080", "unencrypted"), ("HTTP://EXAMPLE.COM", "unencrypted"),
      ("http://127.0.0.1@example.com", "HEARD_MODEL_KEY"), ("https://user:sk-secret-7@example.com", "HEARD_MODEL_KEY"),
      ("http://example.com\\@127.0.0.1", "no address holds"), ("http://127.0.0.1 .example.com", "no address holds"),
      ("http://bücher.example", "no address holds"), ("file:///etc/passwd", "needs an address"),
      ("127.0.0.1:8080", "needs an address"), ("http://", "needs an address"), ("", "needs an address"),
      ("http://127.0.0.1:99999", "needs an address"), ("http://[::1", "needs an address"),
    ])
  func aWrongAddressIsAFaultOfTheCommandLine(url: String, words: String) throws {
    for arguments in [["--model", url], ["--model=\(url)"]] {
      let run = try reflect(arguments)
      #expect(run.status == 2)
      #expect(run.output == [])
      #expect(run.errorLines.count == 1, "\(run.errorText)")
      #expect(run.errorText.contains(words), "\(run.errorText)")
      #expect(!run.errorText.contains("secret"))
    }
  }

  @Test func aKeyThatWouldBeAnotherHeaderIsRefused() throws {
    let model = try StubModel { _ in StubModel.stream("") }
    let run = try reflect(["--model", model.url], environment: ["HEARD_MODEL_KEY": "secret\r\nX-Other: 1"])
    #expect(run.status == 2)
    #expect(run.errorText.contains("HEARD_MODEL_KEY"))
    #expect(!run.errorText.contains("secret"))
    #expect(model.requests.count == 0)
  }

  @Test func whereItIsAskedIsCompletedButNotShown() throws {
    let model = try StubModel { _ in StubModel.stream("") }
    for path in ["", "/", "/v1", "/v1/", "/v1/chat/completions", "/api/v3?key=secret"] {
      _ = try reflect(["--model", model.url + path])
    }
    let asked = model.requests.map { String($0.head.split(separator: " ")[1]) }
    #expect(asked.prefix(5).allSatisfy { $0 == "/v1/chat/completions" })
    #expect(asked.last == "/api/v3/chat/completions?key=secret")
    let broken = try StubModel { _ in [] }
    #expect(!(try reflect(["--model", broken.url + "/v1?key=secret"]).errorText.contains("secret")))
  }
}
