import CProcess

/// What the process may use, and how it asks for it.
enum Processors {
  /// How many processors this process may run on.
  static var count: Int { Int(heard_processors()) }

  /// Memory that is given back stays with the process, which asks for as much again.
  static func keepMemory() { heard_keep_memory() }
}
