import CLibXML2

/// Reads HTML into blocks with libxml2's parser, of which only the events are used.
///
/// libxml2 says what begins and ends; text, attributes and spans are read from the notes themselves.
struct HTMLReader {
  /// To be read once, before the first parser is made: libxml2 sets up tables that all parsers share.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  static func read(into document: inout Document) {
    let notes = document.notes
    guard notes.count < Int(Int32.max) - 1 else {
      document.omissions.append(.init(message: "The notes are longer than 2 GiB", span: Span(0, notes.count)))
      return
    }
    let source = HTMLParserBytes(notes)
    document.omissions += source.omissions
    notes.withUnsafeBufferPointer { notes in
      var builder = built(of: notes, source)
      PreformattedNotes.unwrap(&builder)
      document.blocks = builder.blocks
      document.pieces = builder.pieces
      document.replacements = builder.replacements
      document.pieceMarks = builder.marks
      document.omissions += builder.omissions
    }
  }

  /// The blocks of a whole page or a part of one; its spans count from the part's first byte.
  static func built(of notes: UnsafeBufferPointer<UInt8>, _ source: HTMLParserBytes) -> HTMLBuilder {
    var builder = HTMLBuilder(notes, source)
    if !source.bytes.isEmpty, isReady { parse(source.bytes, &builder) }
    builder.finish()
    return builder
  }

  private static func parse(_ bytes: [UInt8], _ builder: inout HTMLBuilder) {
    bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: CChar.self).baseAddress
      guard let parser = htmlCreateMemoryParserCtxt(start, Int32(bytes.count)) else {
        builder.omit("The parser could not be started; nothing was read", from: 0)
        return
      }
      defer { htmlFreeParserCtxt(parser) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(parser, Int32(options))
      // Said here, UTF-8 is neither guessed nor converted, so that the parser's offsets stay the notes'.
      parser.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
      guard let events = parser.pointee.sax else { return }
      events.pointee = xmlSAXHandler()
      listen(events)
      withUnsafeMutablePointer(to: &builder) { builder in
        builder.pointee.parser = parser
        parser.pointee.userData = UnsafeMutableRawPointer(builder)
        htmlParseDocument(parser)
        builder.pointee.parser = nil
      }
    }
  }

  private static func listen(_ events: UnsafeMutablePointer<xmlSAXHandler>) {
    events.pointee.startElement = { data, name, _ in
      guard let builder = HTMLReader.builder(data), let name else { return }
      builder.pointee.start(HTMLReader.name(name))
    }
    events.pointee.endElement = { data, name in
      guard let builder = HTMLReader.builder(data), let name else { return }
      builder.pointee.end(HTMLReader.name(name))
    }
    let text: charactersSAXFunc = { data, bytes, count in
      guard let builder = HTMLReader.builder(data), let bytes else { return }
      builder.pointee.text(isLessThan: count == 1 && bytes[0] == UInt8(ascii: "<"))
    }
    events.pointee.characters = text
    events.pointee.ignorableWhitespace = text
    events.pointee.cdataBlock = text
    events.pointee.comment = { data, _ in HTMLReader.builder(data)?.pointee.skip() }
    events.pointee.processingInstruction = { data, _, _ in HTMLReader.builder(data)?.pointee.skip() }
  }

  private static func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLBuilder>? {
    data?.assumingMemoryBound(to: HTMLBuilder.self)
  }

  private static func name(_ name: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
  }

  /// How many bytes the parser has read.
  static func offset(_ parser: htmlParserCtxtPtr) -> Int {
    guard let input = parser.pointee.input, let current = input.pointee.cur, let base = input.pointee.base else {
      return 0
    }
    return Int(clamping: input.pointee.consumed) + (current - base)
  }
}
