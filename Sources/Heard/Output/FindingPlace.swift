/// Where a finding lies, in the units that the formats of findings count in.
struct FindingPlace {
  /// From 1.
  let line: Int
  let endLine: Int
  /// UTF-8 bytes from 1, as compilers and editors of the terminal count.
  let column: Int
  /// UTF-16 units from 1; the end is the unit after the last.
  let unit: Int
  let endUnit: Int
  let span: Span

  init(_ span: Span, in report: Report) {
    let span = report.clamped(span)
    let notes = report.document.notes
    let start = report.lines.position(of: span.start)
    let end = report.lines.position(of: span.end)
    self.span = span
    line = start.line
    endLine = end.line
    column = start.column
    unit = FindingPlace.units(notes[(span.start - start.column + 1)..<span.start]) + 1
    endUnit = FindingPlace.units(notes[(span.end - end.column + 1)..<span.end]) + 1
  }

  /// UTF-16 units of UTF-8; a broken byte counts as the character that stands for it.
  private static func units(_ bytes: ArraySlice<UInt8>) -> Int {
    if !bytes.contains(where: { $0 >= 0x80 }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).utf16.count
  }
}
