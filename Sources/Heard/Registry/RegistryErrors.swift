/// Everything that is wrong with a registry's file, in the order of the file.
public struct RegistryErrors: Error, Sendable {
  public let errors: [RegistryError]
}

/// One thing that is wrong with a registry's file: where, what, and what to do.
public struct RegistryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in UTF-8 bytes.
  public let column: Int
  public let span: Span
  /// What is there and what was expected.
  public let fault: String
  /// What to do.
  public let remedy: String

  /// `file:line:column: fault; remedy`
  public var description: String { "\(file):\(line):\(column): \(fault); \(remedy)" }
}
