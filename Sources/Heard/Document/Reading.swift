/// The front door of the first stage: bytes in, a document out.
extension Document {
  /// Reads notes of any kind.
  ///
  /// - Parameters:
  ///   - bytes: the notes as they are, in any encoding.
  ///   - name: the file's name, which decides where the content leaves the format open.
  ///   - format: the format, where it is known.
  public init(reading bytes: [UInt8], name: String? = nil, from format: Format? = nil) {
    let decoded = TextDecoding.utf8(bytes)
    self.init(notes: decoded.notes, format: format ?? Format.detected(in: decoded.notes, name: name))
    omissions = decoded.omissions
    switch self.format {
    case .markdown:
      MarkdownReader.read(into: &self)
      UnderlinedTitles.read(into: &self)
      DefinitionLists.read(into: &self)
      TurnHeadings.read(into: &self)
      EmbeddedLog.read(into: &self)
      EmbeddedHTML.read(into: &self)
    case .html: HTMLReader.read(into: &self)
    case .text: PlainTextReader.read(into: &self)
    case .irc: IRCReader.read(into: &self)
    case .org: OrgReader.read(into: &self)
    case .mediawiki: MediaWikiReader.read(into: &self)
    case .confluence: ConfluenceReader.read(into: &self)
    case .vtt, .srt: SubtitleReader.read(into: &self)
    case .json: TurnListReader.read(into: &self)
    }
  }
}
