/// What stands around the JSON of several notes: one array, whatever is printed of them.
struct JSONFrame {
  /// Several notes may come; a single object stands by itself otherwise.
  let isList: Bool
  private var count = 0

  init(isList: Bool) { self.isList = isList }

  /// Appends one object with what parts it from the one before.
  mutating func append(to out: inout [UInt8], _ object: (inout [UInt8]) -> Void) {
    if isList { out.append(contentsOf: count > 0 ? [0x2C, 0x0A] : [0x5B]) }
    object(&out)
    if !isList { out.append(0x0A) }
    count += 1
  }

  /// Closes what was begun; empty where nothing was.
  var end: [UInt8] { isList ? Array(count > 0 ? "]\n".utf8 : "[]\n".utf8) : [] }
}
