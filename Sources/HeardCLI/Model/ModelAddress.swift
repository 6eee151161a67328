/// Where a model answers: an address that was taken apart, looked at, and put together again.
struct ModelAddress {
  /// What is asked, with path and query.
  let url: String
  /// What may be shown: a query can hold a key.
  let name: String
  /// It is this machine that answers.
  let isLoopback: Bool
  /// Nobody on the way can read what is sent.
  let isEncrypted: Bool

  enum Fault: Error, Equatable { case noURL, hasUser, unsafeCharacter }

  /// - Parameter text: `http` or `https`, a host, perhaps a port and a path. A path that does not end in
  ///   `/chat/completions` gets it; none becomes `/v1/chat/completions`.
  init(_ text: String) throws(Fault) {
    // Where two readers of addresses part ways: backslashes, blanks, what is not ASCII.
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x5C && $0 != 0x22 }) else {
      throw .unsafeCharacter
    }
    let lowered = text.lowercased()
    isEncrypted = lowered.hasPrefix("https://")
    guard isEncrypted || lowered.hasPrefix("http://") else { throw .noURL }
    let rest = text.dropFirst(isEncrypted ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else { throw .hasUser }
    guard let (host, port) = ModelAddress.parts(of: authority.lowercased()) else { throw .noURL }
    isLoopback = ModelAddress.isLoopback(host)
    name = (isEncrypted ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "")
    let target = rest.dropFirst(authority.count).prefix { $0 != "#" }
    let path = target.prefix { $0 != "?" }
    url = name + ModelAddress.completed(path) + target.dropFirst(path.count)
  }

  private static func parts(of authority: String) -> (host: String, port: UInt16?)? {
    var host = authority[...]
    var port: UInt16?
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      let digits = authority[authority.index(after: colon)...]
      guard let number = UInt16(digits), number > 0, digits.first != "+" else { return nil }
      (host, port) = (authority[..<colon], number)
    }
    let isAddress = host.first == "[" && host.last == "]" && host.count > 2
    let inner = isAddress ? host.dropFirst().dropLast() : host
    let isPlain = inner.allSatisfy { byte in
      isAddress
        ? byte.isHexDigit || byte == ":" || byte == "." : byte.isLetter || byte.isNumber || byte == "." || byte == "-"
    }
    return inner.isEmpty || !isPlain ? nil : (String(host), port)
  }

  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0).map(String.init) == String($0) }
  }

  private static func completed(_ path: Substring) -> String {
    var path = path
    while path.last == "/" { path.removeLast() }
    if path.hasSuffix("/chat/completions") { return String(path) }
    return (path.isEmpty ? "/v1" : path) + "/chat/completions"
  }
}
