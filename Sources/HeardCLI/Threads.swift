import Glibc

/// Plain threads that all do one piece of work.
struct Threads {
  private var started: [pthread_t] = []
  var isEmpty: Bool { started.isEmpty }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts as many as can be had.
  init(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      let work = Unmanaged.passRetained(Work(body))
      if let thread = Threads.start(work.toOpaque()) { started.append(thread) } else { work.release() }
    }
  }

  func join() { for thread in started { pthread_join(thread, nil) } }

  private static func start(_ work: UnsafeMutableRawPointer) -> pthread_t? {
    var thread = pthread_t()
    let error = pthread_create(&thread, nil, { Threads.run($0) }, work)
    return error == 0 ? thread : nil
  }

  private static func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
    return nil
  }
}
