/// What an apostrophe between two runs of letters stands for.
enum Contraction {
  /// I'll, Ana's: the apostrophe belongs to what follows.
  case suffix
  /// don't; the stem where it is not the letters that are left (won't: will).
  case negation(stem: String?)
  /// O'Brien, and n't alone: one word.
  case name
  /// l'équipe: the apostrophe belongs to what stands before.
  case elision

  init(_ bytes: Span<UInt8>, _ start: Int, _ run: WordRun, _ tail: WordRun) {
    let tailStart = tail.end - Contraction.length(tail, bytes, run.end)
    let first = bytes[start] | 0x20
    let isSingle = run.end - start == 1
    let isT = tail.end - tailStart == 1 && bytes[tailStart] | 0x20 == 0x74
    if isT, !isSingle, bytes[run.end - 1] | 0x20 == 0x6E {
      self = .negation(stem: Contraction.stem(bytes, start, run.end - 1))
    } else if isSingle, first == 0x6F || first == 0x6E && isT || first == 0x64 && tail.isCapitalized && !isT {
      self = .name
    } else if Contraction.isSuffix(bytes, tailStart, tail.end) {
      self = .suffix
    } else {
      self = .elision
    }
  }

  /// How long the tail is: it begins behind the apostrophe at `mark`.
  private static func length(_ tail: WordRun, _ bytes: Span<UInt8>, _ mark: Int) -> Int {
    tail.end - mark - Scalar(bytes, mark).length
  }

  private static func stem(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String? {
    if matches(bytes, start, end, "ca") { return "can" }
    if matches(bytes, start, end, "wo") { return "will" }
    if matches(bytes, start, end, "sha") { return "shall" }
    return nil
  }

  static func isSuffix(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 1:
      switch bytes[start] | 0x20 {
      case 0x73, 0x64, 0x6D: true
      default: false
      }
    case 2: matches(bytes, start, end, "ll") || matches(bytes, start, end, "re") || matches(bytes, start, end, "ve")
    default: false
    }
  }

  static func isCannot(_ bytes: Span<UInt8>, _ start: Int) -> Bool { matches(bytes, start, start + 6, "cannot") }

  private static func matches(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString) -> Bool {
    guard end - start == word.utf8CodeUnitCount else { return false }
    for i in start..<end where bytes[i] | 0x20 != word.utf8Start[i - start] { return false }
    return true
  }
}
