/// Reads notes of one markup line by line into blocks.
protocol MarkupReader {
  var writer: BlockWriter { get set }
  init(_ notes: [UInt8])
  mutating func read()
}

extension MarkupReader {
  static func read(into document: inout Document) {
    var reader = Self(document.notes)
    reader.read()
    reader.writer.finish(into: &document)
  }
}
