/// A number of bytes as people write it: `500000`, `64M`.
struct ByteCount: CustomStringConvertible {
  let bytes: Int

  /// Spans count bytes in 32 bits; this leaves room for what readers add.
  static let most = 1 << 30

  init(bytes: Int) { self.bytes = bytes }

  /// Digits, then K, M or G for powers of 1024; from 1 up to 1G.
  init?(_ text: String) {
    var digits = text[...]
    var factor = 1
    switch text.last {
    case "k", "K": factor = 1 << 10
    case "m", "M": factor = 1 << 20
    case "g", "G": factor = 1 << 30
    default: break
    }
    if factor > 1 { digits = digits.dropLast() }
    guard let number = Int(digits), number > 0 else { return nil }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    guard !isTooLarge, product <= ByteCount.most else { return nil }
    bytes = product
  }

  var description: String {
    if bytes % (1 << 20) == 0 { return "\(bytes >> 20) MB" }
    return bytes % (1 << 10) == 0 ? "\(bytes >> 10) KB" : "\(bytes) bytes"
  }
}
