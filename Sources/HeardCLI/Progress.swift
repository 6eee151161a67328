import Glibc

/// A line on the terminal that says how far a long run is, and goes away again.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start: Int
  private var count = 0
  private var last = 0
  private var isVisible = false

  /// - Parameter total: how many notes there are.
  init(of total: Int) {
    self.total = total
    // Where the reports come to the terminal they show how far it is.
    isShown = total > 1 && StandardError.isTerminal && !StandardOutput.isTerminal
    start = isShown ? Progress.milliseconds() : 0
  }

  /// One more is begun. Nothing is shown in the first second.
  mutating func advance() {
    count += 1
    guard isShown else { return }
    let now = Progress.milliseconds()
    guard now - start > 1000, now - last > 100 else { return }
    last = now
    isVisible = true
    StandardError.write(Array("\r\u{1B}[Kheard: \(count) of \(total) notes".utf8))
  }

  mutating func clear() {
    guard isVisible else { return }
    isVisible = false
    StandardError.write(Array("\r\u{1B}[K".utf8))
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
