/// A stretch of words that may all belong to dates, with one more piece on either side.
struct DateRun {
  var pieces: [DatePiece]
  /// The pieces that may be part of a date; the others are neighbours.
  var bounds: Range<Int>
  /// The run is everything that the line, cell or field says.
  var isWhole = false

  subscript(_ index: Int) -> DatePiece? { bounds.contains(index) ? pieces[index] : nil }

  /// The piece there, also where it is a neighbour only.
  func neighbour(_ index: Int) -> DatePiece? { pieces.indices.contains(index) ? pieces[index] : nil }

  func isMark(_ index: Int, _ marks: StaticString) -> Bool {
    guard bounds.contains(index), pieces[index].kind == .mark else { return false }
    let mark = pieces[index].value
    return marks.withUTF8Buffer { $0.contains { Int($0) == mark } }
  }

  func has(_ index: Int, _ role: DateRole) -> Bool { bounds.contains(index) && pieces[index].roles.has(role) }

  /// Nothing but these pieces is said at all.
  func isAll(_ range: Range<Int>) -> Bool {
    isWhole && range.lowerBound == bounds.lowerBound
      && (range.upperBound..<bounds.upperBound).allSatisfy { isMark($0, ",.") }
  }

  /// Skips a full stop that belongs to an abbreviation or to an ordinal: "Sept. 7", "3. März".
  func afterStop(_ index: Int) -> Int {
    guard isMark(index, "."), let stop = self[index], stop.isGlued, self[index + 1] != nil else { return index }
    return index + 1
  }

  func afterArticles(_ index: Int) -> Int {
    var next = index
    while has(next, .article) || has(next, .hedge), !has(next, .month), !has(next, .weekday) { next += 1 }
    return next
  }

  /// Skips "of the", "in the", or nothing.
  func afterOf(_ index: Int) -> Int {
    var next = index
    while has(next, .of) || has(next, .article) || has(next, .hedge) { next += 1 }
    return next
  }
}

/// What some words of a date come to before they are put together.
enum DateAtom: Equatable {
  case date(DateExpression)
  case edge(DateEdge)
  /// An ordinal or a number behind an article; `isWritten` where it is a word.
  case ordinal(Int, isWritten: Bool)
  case last
  case unit(DateUnit)
  case steps([DateStep])
  /// Looks like a date that the calendar does not have, or a number of something else.
  case nothing
}

/// An atom, and the index of the piece behind it.
typealias DateReading = (atom: DateAtom, next: Int)

extension DateRun {
  /// The longest meaning of the words at an index.
  func atom(at index: Int) -> DateReading? {
    guard let piece = self[index] else { return nil }
    if piece.isNumber, let found = isoWeek(at: index) ?? yearFirst(at: index) ?? numericDate(at: index) { return found }
    if let found = monthDate(at: index) { return found }
    if let found = part(at: index) { return found }
    if let found = turned(at: index) { return found }
    if let found = steps(at: index) { return (.steps(found.steps), found.next) }
    if piece.has(.vagueLead), let found = vague(at: index) { return found }
    if let weekday = piece[.weekday] { return (.date(.weekday(weekday, week: nil)), afterStop(index + 1)) }
    if let word = piece[.relation].flatMap(DateWord.init), word == .after || word == .before, isMark(index + 1, "-"),
      let days = self[index + 2]?[.day]
    {
      return (.date(.daysFromMeeting(word == .after ? days + 1 : days - 1)), index + 3)
    }
    if let days = piece[.day] { return (.date(.daysFromMeeting(days)), index + 1) }
    if let feast = piece[.feast] { return self.feast(feast, index) }
    if piece.has(.vague) { return (.date(.vague), index + 1) }
    if piece.has(.now) { return (.date(.daysFromMeeting(0)), index + 1) }
    if let found = edgeOfUnit(at: index) { return found }
    if piece.end - piece.start > 1, let edge = DateEdge(word: piece[.edge]) { return (.edge(edge), index + 1) }
    if let found = ordinal(at: index) { return (.ordinal(found.value, isWritten: found.isWritten), found.next) }
    if let unit = piece[.unit].flatMap(DateUnit.init), piece.end - piece.start > 1 || isMark(index + 1, "/") {
      return (.unit(unit), index + 1)
    }
    return nil
  }

  /// "as soon as possible"
  private func vague(at index: Int) -> DateReading? {
    var next = index
    while has(next, .vagueLead), next - index < 4 { next += 1 }
    // French "dès que possible": the first word is a relation as well.
    let leads = next - index + (self[index - 1]?.has(.vagueLead) == true ? 1 : 0)
    return leads > 1 && has(next, .vagueEnd) ? (.date(.vague), next + 1) : nil
  }

  private func edgeOfUnit(at index: Int) -> DateReading? {
    guard let piece = self[index], let code = piece[.edgeOfUnit], !piece.has(.capitals) || piece.isAllCapitals,
      let edge = DateEdge(rawValue: code / 10), let unit = DateUnit(rawValue: code % 10)
    else { return nil }
    if unit == .quarter, let number = self[index + 1], number.isGlued, number.isNumber, (1...4).contains(number.value) {
      return (.date(.edge(edge, .part(number.value, .quarter, year: nil))), index + 2)
    }
    return (.date(.edge(edge, .period(unit, 0))), index + 1)
  }

  // MARK: Month and day

  /// Day, month and year in any order: "3 March 2027", "March 3rd", "2027 March 3", "the first of March", "March 2027".
  func monthDate(at index: Int) -> DateReading? {
    var next = index
    var day: Int?
    var year: Int?
    var month: Int?
    if let found = self.year(at: next, isFirst: true), let after = joint(found.next), has(after, .month) {
      (year, next) = (found.value, after)
    } else if let found = dayNumber(at: next), let after = joint(afterDayWord(found.next)) {
      let middle = afterArticles(has(after, .of) ? after + 1 : after)
      guard has(middle, .month) else { return nil }
      (day, next) = (found.value, middle)
    }
    guard let piece = self[next], let found = piece[.month] else { return nil }
    (month, next) = (found, afterStop(next + 1))
    if day == nil, let after = joint(next), let found = dayNumber(at: afterArticles(after)), !isTimeOrCount(found) {
      (day, next) = (found.value, found.next)
    } else if day == nil, !piece.has(.doubtful) || piece.isCapital || isWhole, let found = writtenDay(at: next) {
      (day, next) = found
    }
    if year == nil, let found = yearAfter(next, isDated: day != nil), !isDayRange(piece, next, found.1) {
      (year, next) = found
    }
    guard let month else { return nil }
    guard let day else { return (.date(.month(month, year: year, turn: nil)), next) }
    // The leap year 2000 has every day that any year has.
    guard Day(year: year ?? 2000, month: month, day: day) != nil else { return (.nothing, next) }
    return (.date(.date(year: year, month: month, day: day, weekday: nil)), next)
  }

  /// "July 13-15": what a hyphen ties to a day behind its month is another day, unless a hyphen ties the month as well.
  private func isDayRange(_ month: DatePiece, _ index: Int, _ next: Int) -> Bool {
    guard isMark(index, "-"), neighbour(next - 1)?.digits == 2, let last = neighbour(index - 1),
      last.start > month.start
    else { return false }
    return !(neighbour(index - 2)?.isMark("-") ?? false)
  }

  /// "the 20th day of".
  private func afterDayWord(_ index: Int) -> Int {
    self[index]?[.unit] == DateUnit.day.rawValue && has(index + 1, .of) ? index + 1 : index
  }

  /// Where the next part of a written date may begin: behind a comma, a stop, a glued hyphen or slash, or at once.
  private func joint(_ index: Int) -> Int? {
    guard let piece = self[index] else { return nil }
    if piece.kind != .mark { return index }
    if isMark(index, ",.") { return self[index + 1] == nil ? nil : index + 1 }
    if isMark(index, "-/"), piece.isGlued, let after = self[index + 1], after.isGlued { return index + 1 }
    return nil
  }

  /// "March 10 am", "May 5:30", "March 3 weeks": the number belongs to what follows.
  private func isTimeOrCount(_ found: (value: Int, next: Int)) -> Bool {
    guard let after = neighbour(found.next) else { return false }
    if after.isMark(":"), neighbour(found.next + 1)?.isNumber == true { return true }
    if after.isMark("%") { return true }
    return after.has(.clock) && after.isWord && after.end - after.start <= 2 || after[.unit] != nil
  }

  /// "December seven", as it is spoken, where nothing follows that could be counted.
  private func writtenDay(at index: Int) -> (Int, Int)? {
    guard self[index]?.isWord == true, let found = count(at: index), (2...31).contains(found.value) else { return nil }
    if let after = neighbour(found.next), after.isWord && !after.has(.follow) || after.isGlued { return nil }
    return (found.value, found.next)
  }

  /// A day's number 1…31: "3", "3rd", "third", "thirty first".
  func dayNumber(at index: Int) -> (value: Int, next: Int)? {
    if let found = ordinal(at: index) { return (found.value, found.next) }
    guard let piece = self[index], piece.isNumber, piece.digits <= 2, (1...31).contains(piece.value) else { return nil }
    // The minutes of "9:30 May 20".
    if piece.isGlued, let before = neighbour(index - 1), before.isMark(":"), before.isGlued { return nil }
    return (piece.value, index + 1)
  }

  func ordinal(at index: Int) -> (value: Int, isWritten: Bool, next: Int)? {
    guard let piece = self[index] else { return nil }
    if piece.isNumber, piece.digits <= 2, (1...31).contains(piece.value), let ending = self[index + 1],
      ending.has(.ordinalEnding), ending.isGlued
    {
      return (piece.value, false, index + 2)
    }
    if piece.isNumber, piece.digits <= 2, (1...31).contains(piece.value), let found = introducedDay(piece, index) {
      return (piece.value, false, found)
    }
    if let tens = piece[.count], tens == 20 || tens == 30 {
      let next = isMark(index + 1, "-") ? index + 2 : index + 1
      if let ones = self[next]?[.ordinal], ones < 10 { return (tens + ones, true, next + 1) }
    }
    guard let value = piece[.ordinal] else { return nil }
    return (value, true, index + 1)
  }

  /// German "am 14.", French "le 14": where the language says that only a day can follow the word before.
  private func introducedDay(_ piece: DatePiece, _ index: Int) -> Int? {
    guard let before = self[index - 1], before.isWord, numericDate(at: index) == nil else { return nil }
    let after = neighbour(index + 1)
    if before.has(.dotted), let after, after.isMark("."), after.isGlued, neighbour(index + 2)?.isGlued != true {
      return index + 2
    }
    guard before.has(.dayFollows), !(after?.has(.clock) ?? false),
      after.map({ !$0.isGlued || $0.isMark(",") || $0.isMark(".") }) ?? true
    else {
      return nil
    }
    return index + 1
  }

  /// A year of four digits; `isFirst` where no month has been said.
  func year(at index: Int, isFirst: Bool) -> (value: Int, next: Int)? {
    guard let piece = self[index], piece.isNumber, piece.digits == 4, (1900...2199).contains(piece.value),
      !(neighbour(index - 1)?.isMark("#") ?? false)
    else { return nil }
    return (piece.value, index + 1)
  }

  /// The year behind a month: "2027", ", 2027", "'27", "of 2027", "in the year 2027", "-27".
  func yearAfter(_ index: Int, isDated: Bool) -> (Int, Int)? {
    var next = index
    if isDated || has(index - 1, .month) || has(index - 2, .month), isMark(next, ",") { next += 1 }
    if let hyphen = self[next], isMark(next, "-/"), hyphen.isGlued, let piece = self[next + 1], piece.isGlued,
      piece.isNumber, isDated || piece.digits == 4, !isMark(next + 2, "-/")
    {
      if piece.digits == 2 { return (DateRun.century(piece.value), next + 2) }
      return year(at: next + 1, isFirst: false).map { ($0.value, $0.next) }
    }
    if has(next, .of) { next = afterOf(next) }
    if self[next]?[.unit] == DateUnit.year.rawValue { next += 1 }
    if isMark(next, "'"), let piece = self[next + 1], piece.isGlued, piece.isNumber, piece.digits == 2 {
      return (DateRun.century(piece.value), next + 2)
    }
    if let found = year(at: next, isFirst: false) { return (found.value, found.next) }
    guard isDated, next == index, let year = shortYear(at: next) else { return nil }
    return (year, next + 1)
  }

  /// "4 Dec 26", "May 27 79 4:30": two digits behind a day are its year where nothing else is said.
  private func shortYear(at index: Int) -> Int? {
    guard isWhole, let piece = self[index], piece.isNumber, piece.digits == 2, !piece.isGlued else { return nil }
    if let after = neighbour(index + 1), !after.isNumber { return nil }
    return DateRun.century(piece.value)
  }

  /// Two digits mean the years 1970 to 2069.
  static func century(_ digits: Int) -> Int { digits < 70 ? 2000 + digits : 1900 + digits }
}
