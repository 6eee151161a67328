/// The formats that notes come in.
public enum Format: String, CaseIterable, Sendable {
  case markdown, html, text, irc, org, mediawiki, confluence, vtt, srt, json
}
