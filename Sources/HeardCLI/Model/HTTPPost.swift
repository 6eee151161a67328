import CLibCurl

/// Sends one POST over HTTP or HTTPS by libcurl, which is loaded with the first one, and takes what comes back.
struct HTTPPost {
  struct Answer {
    var status: Int
    var body: [UInt8]
  }

  enum Failure: Error {
    case noLibrary
    case tooLarge
    case tooSlow
    /// The connection ended before the answer did.
    case cutShort
    /// In libcurl's words, as the middle of a sentence.
    case failed(reason: String)
  }

  /// What comes back, as it comes.
  private struct Receiver {
    var body: [UInt8] = []
    var headerBytes = 0
    var limit: Int
    var isTooLarge = false
    /// Nothing that comes after this body belongs to it.
    var isWhole: ([UInt8]) -> Bool

    /// How many bytes were taken; fewer than given ends the transfer.
    mutating func receive(header bytes: UnsafeRawBufferPointer) -> Int {
      headerBytes += bytes.count
      isTooLarge = headerBytes > limit
      return isTooLarge ? 0 : bytes.count
    }

    mutating func receive(body bytes: UnsafeRawBufferPointer) -> Int {
      guard bytes.count <= limit - body.count else {
        isTooLarge = true
        return 0
      }
      body.append(contentsOf: bytes)
      return isWhole(body) ? 0 : bytes.count
    }
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
  ///   - limit: bytes of the answer at most.
  ///   - isWhole: whether a body needs no end of the connection to be whole.
  func send(limit: Int, until isWhole: @escaping ([UInt8]) -> Bool) throws(Failure) -> Answer {
    var curl = heard_curl()
    guard heard_curl_open(&curl) == 1 else { throw .noLibrary }
    guard let request = curl.`init`() else { throw .failed(reason: "no memory for it") }
    defer { curl.cleanup(request) }
    var list: UnsafeMutableRawPointer?
    for header in headers { list = curl.append(list, header) }
    defer { curl.free(list) }
    var receiver = Receiver(limit: limit, isWhole: isWhole)
    let fault = address.url.withCString { url in
      body.withUnsafeBytes { body in
        withUnsafeMutablePointer(to: &receiver) { receiver in
          HTTPPost.set(&curl, request, url: url, body: body, milliseconds: milliseconds, isOwn: address.isLoopback)
          _ = heard_curl_set_pointer(&curl, request, HEARD_CURL_HTTPHEADER, list)
          _ = heard_curl_set_receiver(&curl, request, HTTPPost.takeHeader, HTTPPost.takeBody, receiver)
          return curl.perform(request)
        }
      }
    }
    if receiver.isTooLarge { throw .tooLarge }
    if fault != 0, !isWhole(receiver.body) { throw HTTPPost.failure(fault, curl) }
    return Answer(status: heard_curl_status(&curl, request), body: receiver.body)
  }

  private static func set(
    _ curl: inout heard_curl, _ request: UnsafeMutableRawPointer, url: UnsafePointer<CChar>,
    body: UnsafeRawBufferPointer, milliseconds: Int, isOwn: Bool
  ) {
    _ = heard_curl_set_pointer(&curl, request, HEARD_CURL_URL, url)
    // HTTP and HTTPS; redirects are not followed unless asked for.
    _ = heard_curl_set_number(&curl, request, HEARD_CURL_PROTOCOLS, 3)
    _ = heard_curl_set_number(&curl, request, HEARD_CURL_NOSIGNAL, 1)
    _ = heard_curl_set_number(&curl, request, HEARD_CURL_TIMEOUT_MS, milliseconds)
    // What stays on this machine goes through nobody else's.
    if isOwn { _ = heard_curl_set_pointer(&curl, request, HEARD_CURL_PROXY, "") }
    _ = heard_curl_set_number(&curl, request, HEARD_CURL_POST, 1)
    _ = heard_curl_set_number(&curl, request, HEARD_CURL_POSTFIELDSIZE, body.count)
    _ = heard_curl_set_pointer(&curl, request, HEARD_CURL_POSTFIELDS, body.baseAddress)
  }

  private static let takeHeader: heard_curl_receive = { bytes, size, count, receiver in
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return receiver?.assumingMemoryBound(to: Receiver.self).pointee.receive(header: buffer) ?? 0
  }

  private static let takeBody: heard_curl_receive = { bytes, size, count, receiver in
    let buffer = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return receiver?.assumingMemoryBound(to: Receiver.self).pointee.receive(body: buffer) ?? 0
  }

  private static func failure(_ fault: Int32, _ curl: heard_curl) -> Failure {
    switch fault {
    case 18, 52, 56: return .cutShort
    case 28: return .tooSlow
    default:
      let words = curl.words(fault).map { String(cString: $0) } ?? "fault \(fault)"
      return .failed(reason: words.prefix(1).lowercased() + words.dropFirst())
    }
  }
}
