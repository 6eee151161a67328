/// From the bytes of `expectations.yml` to a registry.
extension Registry {
  /// - Parameters:
  ///   - bytes: the file, UTF-8, at most 1 MiB.
  ///   - name: what errors call the file.
  /// - Throws: all errors of the file at once.
  public init(reading bytes: [UInt8], name: String) throws(RegistryErrors) {
    var reader = RegistryReader(Source(name: name, bytes: bytes))
    reader.read()
    let errors = reader.errors
    guard errors.isEmpty else { throw RegistryErrors(errors: errors) }
    self = reader.registry
  }
}
