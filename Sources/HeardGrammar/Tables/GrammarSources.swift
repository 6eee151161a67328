/// Puts grammar files one behind the other, so that one literal holds them.
///
/// Each file is a line `path length`, then its bytes. A file that is not UTF-8 is mended, since literals are.
public enum GrammarSources {
  public static func bytes(of files: [GrammarReader.File]) -> [UInt8] {
    var result: [UInt8] = []
    for file in files {
      let text = Array(String(decoding: file.bytes, as: UTF8.self).utf8)
      result += Array("\(file.path) \(text.count)\n".utf8)
      result += text
    }
    return result
  }

  public static func files(in literal: StaticString) -> [GrammarReader.File] {
    guard literal.hasPointerRepresentation else { return [] }
    return files(in: Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)))
  }

  static func files(in bytes: [UInt8]) -> [GrammarReader.File] {
    var files: [GrammarReader.File] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let head = bytes[start..<end]
      guard let space = head.lastIndex(of: 0x20),
        let length = Int(String(decoding: head[(space + 1)...], as: UTF8.self)), length >= 0,
        length <= bytes.count - end - 1
      else { return files }
      files.append((String(decoding: head[..<space], as: UTF8.self), Array(bytes[(end + 1)..<(end + 1 + length)])))
      start = end + 1 + length
    }
    return files
  }
}
