/// Sends one POST over HTTP or HTTPS by the program `curl`, and takes what comes back.
struct HTTPPost {
  struct Answer {
    var status: Int
    var body: [UInt8]
  }

  enum Failure: Error {
    case noCurl
    case tooLarge
    case tooSlow
    /// The connection ended before the answer did.
    case cutShort
    /// As the middle of a sentence.
    case failed(reason: String)
  }

  var address: ModelAddress
  /// Lines of `Name: value`, without line breaks.
  var headers: [String]
  var body: [UInt8]
  /// For everything, from looking up the name on.
  var milliseconds: Int

  /// Sends it; no redirect is followed.
  ///
  /// - Parameters:
  ///   - limit: bytes of the answer at most, and of what stands above it.
  ///   - isWhole: whether a body needs no end of the connection to be whole.
  func send(limit: Int, until isWhole: ([UInt8]) -> Bool) throws(Failure) -> Answer {
    var head = HTTPHead(limit: limit)
    var answer: [UInt8] = []
    var isTooLarge = false
    let status: Int32
    do throws(CurlProcess.Failure) {
      status = try CurlProcess.run(arguments, configuration: configuration, input: body) { bytes in
        let rest = head.take(bytes)
        isTooLarge = head.isTooLarge || rest.count > limit - answer.count
        guard !isTooLarge else { return false }
        answer.append(contentsOf: rest)
        return rest.isEmpty || !isWhole(answer)
      }
    } catch {
      switch error {
      case .notThere: throw .noCurl
      case .failed(let reason): throw .failed(reason: reason)
      }
    }
    if isTooLarge { throw .tooLarge }
    if status != 0, !isWhole(answer) { throw HTTPPost.failure(status) }
    return Answer(status: head.status, body: answer)
  }

  private var arguments: [String] {
    let seconds = "\(milliseconds / 1000).\(String(milliseconds % 1000 + 1000).dropFirst())"
    let all = [
      "--silent", "--no-buffer", "--include", "--suppress-connect-headers", "--globoff", "--proto", "=http,https",
      "--max-time", seconds, "--data-binary", "@-",
    ]
    // What stays on this machine goes through nobody else's.
    return address.isLoopback ? all + ["--noproxy", "*"] : all
  }

  /// The key stands in a header, and everybody sees the arguments of a program.
  private var configuration: String {
    let lines = ["url = \(HTTPPost.quoted(address.url))"] + headers.map { "header = \(HTTPPost.quoted($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// What curl's status means.
  private static func failure(_ status: Int32) -> Failure {
    switch status {
    case 18, 52, 56: .cutShort
    case 28: .tooSlow
    case 5: .failed(reason: "cannot be reached: the proxy's name is unknown")
    case 6: .failed(reason: "cannot be reached: its name is unknown")
    case 7: .failed(reason: "cannot be reached: no connection")
    case 35, 51, 53, 54, 58, 59, 60, 77, 80, 83, 91: .failed(reason: "cannot be trusted: TLS fault \(status) of curl")
    default: .failed(reason: "cannot be asked: fault \(status) of curl")
    }
  }
}
