/// Tells the format of notes: by their content, and where that leaves it open by the file's name.
extension Format {
  public static func detected(in notes: [UInt8], name: String?) -> Format {
    let hint = name.flatMap { Format(extensionOf: $0) }
    let signs = FormatSigns(in: notes, isNamedMarkdown: hint == .markdown)
    if signs.isVTT { return .vtt }
    if signs.isTimed { return hint == .vtt ? .vtt : .srt }
    if signs.isJSON || (hint == .json && signs.opensLikeJSON) { return .json }
    if signs.isHTML, hint != .markdown { return .html }
    if signs.isPage || (hint == .html && signs.tags > 0) { return .html }
    if signs.isLog(over: hint == .irc ? 30 : 60) { return .irc }
    return signs.markup(hint)
  }

  /// The format that a file's name stands for.
  init?(extensionOf name: String) {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: 0x2E) else { return nil }
    let ending = String(decoding: bytes[(dot + 1)...].map(Ascii.lowered), as: UTF8.self)
    switch ending {
    case "md", "markdown", "mdown", "mkd", "mdx": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "txt", "text", "eml", "adoc", "asciidoc", "asc", "rst", "rest": self = .text
    case "log", "irc", "weechatlog": self = .irc
    case "org": self = .org
    case "wiki", "mediawiki", "mw", "moin", "creole": self = .mediawiki
    case "confluence", "jira": self = .confluence
    case "vtt": self = .vtt
    case "srt", "sbv": self = .srt
    case "json", "jsonl", "ndjson": self = .json
    default: return nil
    }
  }
}
