import Glibc

/// Where the registry of notes is looked for.
struct RegistryPlace: Sendable {
  /// The file that the command line names.
  var named: String?

  /// The registry's file for notes of that name; nil where there is none.
  ///
  /// - Parameter notes: nil for standard input, which stands in the working folder.
  func file(for notes: String?) -> Path? {
    named.map { Path(argument: $0) } ?? RegistryPlace.found(beside: notes)
  }

  /// `expectations.yml` in the folder of the notes or the nearest one above that has it.
  private static func found(beside notes: String?) -> Path? {
    let place = Path(argument: notes ?? ".")
    guard let real = place.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    var folder = Path(Array(String(cString: real).utf8))
    while true {
      let candidate = folder.appending(Array("expectations.yml".utf8))
      if candidate.withCString({ access($0, F_OK) }) == 0 { return candidate.relative(to: .workingFolder) }
      guard let slash = folder.bytes.lastIndex(of: 0x2F), folder.bytes.count > 1 else { return nil }
      folder = Path(slash == 0 ? [0x2F] : Array(folder.bytes[..<slash]))
    }
  }
}
