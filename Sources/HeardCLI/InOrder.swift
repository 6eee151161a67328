import Glibc

/// Makes things on several threads and hands them on in their order; no more of them wait than the threads will make next.
///
/// Plain threads: what comes with Swift's own concurrency costs a single file more than hearing it.
final class InOrder<Made: Sendable>: @unchecked Sendable {
  // Sound to share: everything that changes is touched under the lock alone.
  private let count: Int
  private let room: Int
  private let make: @Sendable (Int) -> Made
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var ready: [Int: Made] = [:]
  private var begun = 0
  private var taken = 0

  /// - Parameters:
  ///   - threads: one: everything happens on the caller's.
  ///   - make: called once for each number below `count`, on any thread.
  ///   - body: called in order, on the caller's thread; what it throws ends all.
  static func forEach(
    _ count: Int, threads: Int, make: @escaping @Sendable (Int) -> Made, _ body: (Made) throws -> Void
  ) throws {
    guard min(count, threads) > 1 else {
      for number in 0..<count { try body(make(number)) }
      return
    }
    try InOrder(count, room: threads * 4, make).run(min(count, threads), body)
  }

  private init(_ count: Int, room: Int, _ make: @escaping @Sendable (Int) -> Made) {
    (self.count, self.room, self.make) = (count, room, make)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(change)
    lock.deallocate()
    change.deallocate()
  }

  private func run(_ threads: Int, _ body: (Made) throws -> Void) throws {
    let threads = Threads(threads) { [self] in work() }
    defer {
      stop()
      threads.join()
    }
    for number in 0..<count {
      // Where no thread can be had, this one does the work.
      try body(threads.isEmpty ? make(number) : take(number))
    }
  }

  private func take(_ number: Int) -> Made {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let made = ready.removeValue(forKey: number) {
        taken = number + 1
        pthread_cond_broadcast(change)
        return made
      }
      pthread_cond_wait(change, lock)
    }
  }

  /// Lets the threads end; what they have begun they finish.
  private func stop() {
    pthread_mutex_lock(lock)
    begun = count
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }

  private func work() {
    while let number = next() {
      let made = make(number)
      pthread_mutex_lock(lock)
      ready[number] = made
      pthread_cond_broadcast(change)
      pthread_mutex_unlock(lock)
    }
  }

  /// The next number that nobody has begun, once there is room for it.
  private func next() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while begun < count, begun >= taken + room { pthread_cond_wait(change, lock) }
    guard begun < count else { return nil }
    begun += 1
    return begun - 1
  }
}
