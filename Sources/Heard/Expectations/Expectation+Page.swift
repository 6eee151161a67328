/// The pages of `Samples/Expectations/`, as the build put them into the program.
extension Expectation {
  /// Manual, samples and test in one, in Markdown; nil only where the page is missing.
  public var page: String? {
    EmbeddedPages.pages.first { $0.name.description == name }?.text.description
  }
}
