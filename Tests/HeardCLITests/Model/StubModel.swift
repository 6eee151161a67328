/// A chat completions server for tests, over real sockets: it keeps what it is asked and answers as it is told to.
import Foundation

final class StubModel: @unchecked Sendable {
  struct Request {
    let head: String
    let body: Data

    /// The messages' texts: instructions, then data.
    var messages: [String] {
      let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
      return (object?["messages"] as? [[String: Any]] ?? []).compactMap { $0["content"] as? String }
    }

    /// The marker that parts the data.
    var marker: String { messages.last?.split(separator: " ").dropFirst().first.map(String.init) ?? "" }

    /// The sentences that are to be worded anew, the first with number one.
    var sentences: [String] {
      let parts = messages.last?.components(separatedBy: "BEGIN \(marker) SENTENCE ").dropFirst() ?? []
      return parts.compactMap { $0.components(separatedBy: "\n").dropFirst().first }
    }
  }

  /// What is done on a connection, one step after the other; then it is closed.
  enum Step {
    case send(String)
    /// Nothing more, until the other side goes.
    case hang
    /// Bytes without end, until the other side goes.
    case flood(String)
  }

  private let socket: Int32
  private let lock = NSLock()
  private var kept: [Request] = []
  private let answer: @Sendable (Request) -> [Step]
  let url: String

  var requests: [Request] { lock.withLock { kept } }

  /// - Parameter isThere: whether anybody listens at the address, which is nobody else's either way.
  init(isThere: Bool = true, _ answer: @escaping @Sendable (Request) -> [Step]) throws {
    self.answer = answer
    let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && (!isThere || listen(listener, 8) == 0)
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard listener >= 0, isOpen else { throw CocoaError(.featureUnsupported) }
    socket = listener
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    guard isThere else { return }
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        self?.serve(connection)
        close(connection)
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private func serve(_ connection: Int32) {
    guard let request = StubModel.read(connection) else { return }
    lock.withLock { kept.append(request) }
    for step in answer(request) {
      switch step {
      case .send(let text): guard StubModel.send(text, connection) else { return }
      case .flood(let text): while StubModel.send(text, connection) {}
      case .hang:
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
      }
    }
  }

  private static func send(_ text: String, _ connection: Int32) -> Bool {
    var rest = ArraySlice(Array(text.utf8))
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = bytes.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let length = head.components(separatedBy: "\r\n").first { $0.hasPrefix("Content-Length: ") }
          .flatMap { Int($0.dropFirst(16)) }
        let body = bytes[end.upperBound...]
        if body.count >= length ?? 0 { return Request(head: head, body: Data(body)) }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

/// Answers of chat completions servers.
extension StubModel {
  static func head(_ status: String = "200 OK", _ fields: String...) -> Step {
    .send("HTTP/1.1 \(status)\r\nConnection: close\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n")
  }

  private static func json(_ object: Any) -> String {
    (try? JSONSerialization.data(withJSONObject: object)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// One event of a stream.
  static func event(_ text: String, finish: String? = nil) -> Step {
    let choice: [String: Any] = ["index": 0, "delta": ["content": text], "finish_reason": finish ?? NSNull()]
    return .send("data: " + json(["choices": [choice]]) + "\n\n")
  }

  /// A text in a stream, a word an event, without its end.
  static func events(_ text: String) -> [Step] {
    [head("200 OK", "Content-Type: text/event-stream"), .send(": keep-alive\n\n")]
      + text.components(separatedBy: " ").enumerated().map { event(($0.offset > 0 ? " " : "") + $0.element) }
  }

  static func stream(_ text: String) -> [Step] { events(text) + [.send("data: [DONE]\n\n")] }

  /// A text as one object.
  static func whole(_ text: String, finish: String = "stop") -> [Step] {
    let choice: [String: Any] = ["message": ["role": "assistant", "content": text], "finish_reason": finish]
    return [head("200 OK", "Content-Type: application/json"), .send(json(["choices": [choice]]))]
  }
}
