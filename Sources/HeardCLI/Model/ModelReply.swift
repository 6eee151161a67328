/// What a chat completions server answered: the text, from one JSON object or from a stream of events.
struct ModelReply {
  let text: String

  enum Fault: Error { case notUnderstood, cutShort }

  init(_ body: [UInt8]) throws(Fault) {
    let start = body.firstIndex { $0 > 0x20 } ?? body.count
    guard start < body.count else { throw .cutShort }
    text = body[start] == 0x7B ? try ModelReply.text(ofObject: body) : try ModelReply.text(ofEvents: body)
  }

  private static func text(ofObject body: [UInt8]) throws(Fault) -> String {
    guard let strings = JSONStrings(body), let text = strings["choices/0/message/content"] else { throw .notUnderstood }
    // "length": the server stopped in the middle.
    if strings["choices/0/finish_reason"] == "length" { throw .cutShort }
    return text
  }

  /// Server-sent events: lines of `data:`; the others name events, or keep the connection alive.
  private static func text(ofEvents body: [UInt8]) throws(Fault) -> String {
    var text = ""
    var hasEvents = false
    for line in body.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.starts(with: "data:".utf8) else {
        guard hasEvents || isFieldOfEvent(line) else { throw .notUnderstood }
        continue
      }
      hasEvents = true
      let data = Array(line.dropFirst(5))
      if isDone(data[...]) { return text }
      guard let event = JSONStrings(data) else { throw line.endIndex == body.endIndex ? .cutShort : .notUnderstood }
      if event.holds("error") { throw .notUnderstood }
      text += event["choices/0/delta/content"] ?? ""
      guard let reason = event["choices/0/finish_reason"] else { continue }
      guard reason != "length" else { throw .cutShort }
      return text
    }
    throw hasEvents ? .cutShort : .notUnderstood
  }

  private static func isFieldOfEvent(_ line: ArraySlice<UInt8>) -> Bool {
    [":", "event:", "id:", "retry:"].contains { line.starts(with: $0.utf8) }
  }

  private static func isDone(_ data: ArraySlice<UInt8>) -> Bool {
    data.drop { $0 == 0x20 }.elementsEqual("[DONE]".utf8)
  }

  /// Whether a stream has said that it ends, even where the connection stays open.
  static func isWhole(_ body: [UInt8]) -> Bool {
    guard let last = body.lastIndex(where: { $0 > 0x20 }) else { return false }
    let line = body[...last].suffix(16).split(separator: 0x0A).last ?? []
    return line.starts(with: "data:".utf8) && isDone(line.dropFirst(5))
  }
}
