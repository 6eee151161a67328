/// Dates written in digits alone: 2027-03-04, 3/4/27, 04.03.2027, 03/04.
extension DateRun {
  /// The numbers at an index that one mark joins, without blanks.
  private func chain(at index: Int) -> (values: [DatePiece], mark: Int, next: Int)? {
    guard let first = self[index], first.isNumber, let separator = self[index + 1], separator.kind == .mark,
      separator.isGlued, isMark(index + 1, "-/.")
    else { return nil }
    var values = [first]
    var next = index + 1
    while values.count <= 4, let joint = self[next], joint.kind == .mark, joint.value == separator.value,
      joint.isGlued, let piece = self[next + 1], piece.isNumber, piece.isGlued
    {
      values.append(piece)
      next += 2
    }
    return values.count < 2 ? nil : (values, separator.value, next)
  }

  /// `2 / 15` with blanks, which only counts where nothing else is said.
  private func wideFraction(at index: Int) -> DateReading? {
    guard isWhole, isMark(index + 1, "/"), let first = self[index], let second = self[index + 2], second.isNumber,
      first.digits <= 2, second.digits <= 2, index + 3 >= bounds.upperBound, isMonthAndDay(first.value, second.value)
    else { return nil }
    return (.date(.numbers(first.value, second.value, year: nil, weekday: nil)), index + 3)
  }

  /// "2027-W23", "2027W23", "2027-W23-5"
  func isoWeek(at index: Int) -> DateReading? {
    guard let year = year(at: index, isFirst: true)?.value else { return nil }
    let next = isMark(index + 1, "-") ? index + 2 : index + 1
    guard let letter = self[next], letter[.unit] == DateUnit.week.rawValue, letter.end - letter.start == 1,
      letter.isGlued, letter.isCapital, let week = self[next + 1], week.isNumber, week.isGlued, week.digits == 2,
      (1...53).contains(week.value)
    else { return nil }
    let whole = DateExpression.weekNumber(week.value, year: year)
    if isMark(next + 2, "-"), let day = self[next + 3], day.isNumber, day.isGlued, (1...7).contains(day.value),
      neighbour(next + 4)?.isGlued != true
    {
      return (.date(.weekdayIn(day.value, whole)), next + 4)
    }
    return (.date(whole), next + 2)
  }

  /// "2027-Q3", "2027Q3", "2027 H1"
  func yearFirst(at index: Int) -> DateReading? {
    guard let year = year(at: index, isFirst: true)?.value else { return nil }
    let isJoined = isMark(index + 1, "-/") && self[index + 1]?.isGlued == true && self[index + 2]?.isGlued == true
    guard let found = lettered(at: isJoined ? index + 2 : index + 1),
      case .date(.part(let number, let unit, nil)) = found.atom
    else { return nil }
    return (.date(.part(number, unit, year: year)), found.next)
  }

  func numericDate(at index: Int) -> DateReading? {
    guard let chain = chain(at: index) else { return wideFraction(at: index) }
    let values = chain.values
    // "21/Apr/2027" and "July 13-15" are no chains of numbers.
    if isMark(chain.next, "-/."), has(chain.next + 1, .month) { return nil }
    guard values.count <= 3, !isPartOfLonger(index, chain.next) else { return (.nothing, chain.next) }
    if values.count == 3 { return three(values, chain.mark, index, chain.next) }
    if let month = monthAndYear(values, chain.mark), isAlone(index, chain.next) || isMonthIntroduced(index) {
      return (.date(month), chain.next)
    }
    if values[1].digits == 4 || values[0].digits > 2 || values[1].digits > 2 {
      return chain.mark == 45 && values[0].digits <= 2 ? nil : (.nothing, chain.next)
    }
    return two(values, chain.mark, index, chain.next)
  }

  /// "3/2027", "03-2027", "2027-03"; as other numbers are joined as well, a word has to lead up to it.
  private func monthAndYear(_ values: [DatePiece], _ mark: Int) -> DateExpression? {
    guard mark != 46, let first = values.first, let last = values.last else { return nil }
    let (month, year) = first.digits == 4 ? (last, first) : (first, last)
    guard year.digits == 4, month.digits <= 2, (1...12).contains(month.value), (1900...2199).contains(year.value) else {
      return nil
    }
    return .month(month.value, year: year.value, turn: nil)
  }

  private func isMonthIntroduced(_ index: Int) -> Bool {
    let word = self[index - 1]?[.relation].flatMap(DateWord.init)
    return isIntroduced(index) || has(index - 1, .of) || word == .from || word == .after
  }

  /// Part of an identifier, a phone number, an amount, a path or a version.
  private func isPartOfLonger(_ first: Int, _ next: Int) -> Bool {
    if isRange(at: next) || isMark(next, ".") && isDottedRange(first, next + 1) { return false }
    if let before = neighbour(first - 1), rangeStart(before: first) == nil {
      let isPrefix = before.kind == .mark && "$#-/\\_.@=+".utf8.contains { Int($0) == before.value }
      if pieces[first].isGlued, before.kind != .mark || isPrefix { return true }
      if before.kind == .mark, "$#".utf8.contains(where: { Int($0) == before.value }) { return true }
      if before.has(.numberOf) { return true }
    }
    guard let after = neighbour(next), after.isGlued else { return false }
    if after.isMark("%") || after.isMark("+") { return true }
    if after.isMark("-") || after.isMark("/") || after.isMark("_") {
      return neighbour(next + 1).map { $0.isGlued } ?? false
    }
    if after.isMark(".") { return neighbour(next + 1).map { $0.isGlued && $0.kind != .mark } ?? false }
    // The T of 2027-03-04T10:00 is the only letter that may follow at once.
    return after.isWord && !(after.end - after.start == 1 && neighbour(next + 1)?.isNumber == true)
  }

  /// "9/1-9/30", "9/1/27-9/30/27": a hyphen with as many numbers behind it.
  private func isRange(at index: Int) -> Bool {
    guard isMark(index, "-"), self[index]?.isGlued == true, self[index + 1]?.isGlued == true,
      let last = chain(at: index + 1), last.mark == 47, last.values.count <= 3, !isMark(last.next, "-")
    else { return false }
    return isMark(index - 2, "/") && isMark(index - 4, "/") == (last.values.count == 3)
  }

  /// Where the first date of such a range begins, seen from the second.
  private func rangeStart(before index: Int) -> Int? {
    guard isRange(at: index - 1) else { return nil }
    let start = isMark(index - 5, "/") ? index - 6 : index - 4
    return isMark(start - 1, "-") ? nil : start
  }

  private func three(_ v: [DatePiece], _ mark: Int, _ index: Int, _ next: Int) -> DateReading? {
    if v[0].digits == 4, v[1].digits <= 2, v[2].digits <= 2 {
      let year = v[0].value
      let month = v[1].value <= 12 ? v[1].value : v[2].value
      let day = v[1].value <= 12 ? v[2].value : v[1].value
      // Thirteen is no month, so 2027-13-01 can only be read in one way; 2027-22-09 is more likely no date.
      // Releases are numbered 2027.1.2.
      let isRelease = mark == 46 && v[1].digits + v[2].digits < 4
      guard !isRelease, v[1].value <= 13, Day(year: year, month: month, day: day) != nil, (1900...2199).contains(year)
      else {
        return (.nothing, next)
      }
      return (.date(.date(year: year, month: month, day: day, weekday: nil)), next)
    }
    guard v[0].digits <= 2, v[1].digits <= 2, v[2].digits == 4 || v[2].digits == 2 else { return (.nothing, next) }
    if mark == 46, v[2].digits == 2, v[0].digits + v[1].digits < 4, !isAlone(index, next), !isIntroduced(index) {
      return (.nothing, next)
    }
    let year = v[2].digits == 4 ? v[2].value : DateRun.century(v[2].value)
    guard isMonthAndDay(v[0].value, v[1].value, year), (1900...2199).contains(year) else { return (.nothing, next) }
    return (.date(.numbers(v[0].value, v[1].value, year: year, weekday: nil)), next)
  }

  private func two(_ v: [DatePiece], _ mark: Int, _ index: Int, _ next: Int) -> DateReading? {
    let a = v[0].value
    let b = v[1].value
    switch mark {
    case 45: return hyphened(v, index, next)
    case 46:
      // "8.5." and "19.12" are days where a word says so, decimals and versions otherwise.
      let stop = isMark(next, ".") && self[next]?.isGlued == true
      let end = stop ? next + 1 : next
      // Nothing but "8.25", or "4.12." with the stop that ordinals have.
      let isDay = isAlone(index, end) && (stop || a > 12 || b > 12) || stop && isDottedRange(index, end)
      guard b <= 12 || a <= 12, isDotted(index) || hasWeekday(end) || isDay else { return (.nothing, next) }
      guard isMonthAndDay(a, b) else { return (.nothing, end) }
      let isDayFirst = has(index - 1, .dotted) && Day(year: 2000, month: b, day: a) != nil
      if isDayFirst { return (.date(.date(year: nil, month: b, day: a, weekday: nil)), end) }
      return (.date(.numbers(a, b, year: nil, weekday: nil)), end)
    default: return slashed(v, index, next)
    }
  }

  /// "2.12.–5.12.", where nothing else is said: one of the two is at this index, and its stop before the end.
  private func isDottedRange(_ index: Int, _ end: Int) -> Bool {
    guard isWhole, isMark(end, "-") || isMark(index - 1, "-") else { return false }
    let start = isMark(end, "-") ? index : bounds.lowerBound
    guard start == bounds.lowerBound, let first = chain(at: start), first.mark == 46, first.values.count == 2,
      isMark(first.next, "."), isMark(first.next + 1, "-"), let last = chain(at: first.next + 2), last.mark == 46
    else { return false }
    return last.values.count == 2 && isMark(last.next, ".") && last.next + 1 >= bounds.upperBound
  }

  /// "3/4", "on 5/6", "9/1-9/30"; not "on 5/6 cores" and "2/3 of the users".
  private func slashed(_ v: [DatePiece], _ index: Int, _ next: Int) -> DateReading? {
    let (a, b) = (v[0].value, v[1].value)
    guard isMonthAndDay(a, b) else { return (.nothing, next) }
    if let start = rangeStart(before: index) {
      guard case .date? = numericDate(at: start)?.atom else { return (.nothing, next) }
      return (.date(.numbers(a, b, year: nil, weekday: nil)), next)
    }
    let isPadded = v[0].digits == 2 && v[1].digits == 2 && !(a == 10 && b == 10)
    // "on 5/6 cores", "on 5/6 Ana": what is counted begins with a small letter.
    if !isPadded, b <= 12, let after = neighbour(next), after.isWord, !after.isCapital, !after.has(.follow),
      !after.has(.clock), !after.has(.weekday)
    {
      return (.nothing, next)
    }
    let isEnd = neighbour(next).map { !$0.isWord || $0.has(.follow) || $0.has(.clock) || $0.has(.weekday) } ?? true
    guard isWhole || isIntroduced(index) || isPadded || hasWeekday(next) || (isEnd && b > 12) else {
      return (.nothing, next)
    }
    // "2/3 of the users", "1/2 day", "24/7".
    if has(next, .of) || self[next]?[.unit] != nil || (a == 24 && b == 7) { return (.nothing, next) }
    if isMark(next, ","), let year = year(at: next + 1, isFirst: false), neighbour(year.next)?.isWord != true {
      return (.date(.numbers(a, b, year: year.value, weekday: nil)), year.next)
    }
    return (.date(.numbers(a, b, year: nil, weekday: nil)), next)
  }

  /// "2-15" alone, "on 4-22": with other dashes, or behind "by", two numbers are a range of anything.
  private func hyphened(_ v: [DatePiece], _ index: Int, _ next: Int) -> DateReading? {
    guard isMonthAndDay(v[0].value, v[1].value), max(v[0].value, v[1].value) > 12, let hyphen = self[index + 1],
      hyphen.end - hyphen.start == 1
    else {
      return nil
    }
    let word = self[index - 1]?[.relation].flatMap(DateWord.init)
    let isTied = word == .on || word == .before || word == .until
    let isOver = neighbour(next).map { !$0.isWord || $0.has(.follow) } ?? true
    guard isAlone(index, next) || isTied && isOver else { return nil }
    return (.date(.numbers(v[0].value, v[1].value, year: nil, weekday: nil)), next)
  }

  /// Nothing else is said.
  private func isAlone(_ index: Int, _ next: Int) -> Bool {
    isWhole && index == bounds.lowerBound && next >= bounds.upperBound
  }

  /// A word or a weekday before it says that a date comes.
  private func isIntroduced(_ index: Int) -> Bool {
    var before = (rangeStart(before: index) ?? index) - 1
    while isMark(before, ",:.") || has(before, .article) { before -= 1 }
    guard let piece = self[before] else { return false }
    if piece.has(.weekday) { return true }
    guard let relation = piece[.relation].flatMap(DateWord.init) else { return false }
    return relation == .by || relation == .before || relation == .until || relation == .on || relation == .since
  }

  /// A weekday before it, or a word that a dotted day follows in the language: German "am 3.4.".
  private func isDotted(_ index: Int) -> Bool {
    // "Montag, den 3.6."
    let article = has(index - 1, .article) ? index - 1 : index
    let before = isMark(article - 1, ",") ? article - 2 : article - 1
    return has(before, .weekday) || has(index - 1, .dotted)
  }

  private func hasWeekday(_ index: Int) -> Bool { has(isMark(index, ",") ? index + 1 : index, .weekday) }

  func isMonthAndDay(_ a: Int, _ b: Int, _ year: Int = 2000) -> Bool {
    Day(year: year, month: a, day: b) != nil || Day(year: year, month: b, day: a) != nil
  }
}

/// The words that tie dates to sentences and to each other; values of the Grammar's list `date-relation`.
enum DateWord: Int {
  case by = 1
  case before, until, on, within, from, after, since, `in`, at, to, between, and, ago, hence
  /// Only behind "later": "no later than".
  case than
  case or
}
