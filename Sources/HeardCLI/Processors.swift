import CProcess

/// How many processors this process may run on.
enum Processors {
  static var count: Int { Int(heard_processors()) }
}
