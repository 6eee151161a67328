import Glibc

/// Says how many megabytes of notes something gets through in a second.
struct Stopwatch {
  /// How much is to be read at most.
  var megabytes: Double
  /// How long at most; 0: until all is read.
  var seconds: Double

  /// Prints the stage, its megabytes a second, and how many were read.
  func measure(_ stage: String, _ all: [HeardBenchmark.Notes], _ body: (HeardBenchmark.Notes) -> Int) {
    let start = Stopwatch.now()
    var total = 0
    var sink = 0
    repeat {
      for notes in all {
        sink &+= body(notes)
        total += notes.bytes.count
      }
    } while Double(total) / 1e6 < megabytes && (seconds == 0 || Stopwatch.now() - start < seconds)
    let read = Double(total) / 1e6
    print(stage, read / (Stopwatch.now() - start), read, sink == -1 ? "" : "")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
