import ArgumentParser

/// Which registry holds: options of every command that hears notes.
struct RegistryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Hold the notes against this registry; if not given, expectations.yml beside the notes or in a folder above.",
      valueName: "file"))
  var expect: String?

  var place: RegistryPlace { RegistryPlace(named: expect) }
}
