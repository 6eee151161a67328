import Heard

/// A language model behind a chat completions server: asked once for each notes, and no more after the first trouble.
struct Model {
  let address: ModelAddress
  /// As its server knows it; nil: the server has only one.
  let name: String?
  /// Goes into a header of the request, and nowhere else.
  let key: String?
  let milliseconds: Int
  private var isGone = false

  /// Bytes of an answer at most.
  private static let limit = 1 << 20

  init(address: ModelAddress, name: String?, key: String?, milliseconds: Int) {
    (self.address, self.name, self.key, self.milliseconds) = (address, name, key, milliseconds)
  }

  /// The reflection in the model's words where they are faithful; as it was, where it has none or something goes wrong,
  /// which is told in one line.
  mutating func reworded(_ reflection: Reflection, of document: Document, _ fidelity: Fidelity)
    -> Reflection
  {
    let rewording = Rewording(of: reflection, in: document, checkedBy: fidelity)
    guard !isGone, !rewording.sentences.isEmpty else { return reflection }
    do throws(Trouble) {
      return rewording.reworded(reflection, by: try answer(to: RewordingRequest(rewording, marker: Model.marker())))
    } catch {
      isGone = true
      error.report()
      return reflection
    }
  }

  /// 32 letters and digits that nobody can foresee.
  private static func marker() -> String {
    var random = SystemRandomNumberGenerator()
    return String((0..<32).compactMap { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement(using: &random) })
  }

  private func answer(to request: RewordingRequest) throws(Trouble) -> String {
    let answer: HTTPPost.Answer
    do throws(HTTPPost.Failure) {
      let post = HTTPPost(address: address, headers: headers, body: body(of: request), milliseconds: milliseconds)
      answer = try post.send(limit: Model.limit, until: ModelReply.isWhole)
    } catch {
      throw trouble(reason(of: error))
    }
    switch answer.status {
    case 200: break
    case 300..<400: throw trouble("wants the request sent to another address")
    case 401, 403: throw trouble("refuses the key in HEARD_MODEL_KEY, with status \(answer.status)")
    default: throw trouble("answered with status \(answer.status)")
    }
    do throws(ModelReply.Fault) {
      return try ModelReply(answer.body).text
    } catch {
      throw trouble(error == .cutShort ? "broke off its answer" : "answered with what is no chat completion")
    }
  }

  private func reason(of failure: HTTPPost.Failure) -> String {
    switch failure {
    case .noCurl: "cannot be asked without the program curl"
    case .tooLarge: "answered with more than 1 MB"
    case .tooSlow: "did not answer within \(ModelArguments.Milliseconds(count: milliseconds)) seconds"
    case .cutShort: "broke off its answer"
    case .failed(let reason): reason
    }
  }

  /// What the server itself says is not told: it may repeat the key, or the notes.
  private func trouble(_ fault: String) -> Trouble {
    Trouble("model at \(address.name)", fault, "what is said back stays in heard's own words")
  }

  private var headers: [String] {
    // curl would ask whether a long request is welcome, and wait for the answer.
    ["Content-Type: application/json", "Accept: text/event-stream, application/json", "User-Agent: heard", "Expect:"]
      + (key.map { ["Authorization: Bearer " + $0] } ?? [])
  }

  private func body(of request: RewordingRequest) -> [UInt8] {
    let name = name.map { "\"model\":\(JSONLine.quoted($0))," } ?? ""
    let messages = [("system", request.instructions), ("user", request.data)].map { role, text in
      "{\"role\":\"\(role)\",\"content\":\(JSONLine.quoted(text))}"
    }
    return Array(
      "{\(name)\"stream\":true,\"temperature\":0,\"messages\":[\(messages.joined(separator: ","))]}".utf8)
  }
}
