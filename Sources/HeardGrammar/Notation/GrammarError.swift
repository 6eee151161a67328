/// Something in a grammar file that cannot be read, where it stands, and what to write instead.
public struct GrammarError: Error, Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  /// In bytes, from 1.
  public var column: Int
  public var message: String

  public init(file: String, line: Int, column: Int, message: String) {
    (self.file, self.line, self.column, self.message) = (file, line, column, message)
  }

  /// As compilers print it, so that editors and builds find the place.
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}

/// All errors of all files, in the order of the files.
public struct GrammarErrors: Error, Sendable, CustomStringConvertible {
  public var errors: [GrammarError]

  public init(_ errors: [GrammarError]) { self.errors = errors }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
