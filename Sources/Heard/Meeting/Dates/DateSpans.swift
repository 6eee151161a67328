/// Periods and lengths of time: next week, the third quarter, two weeks, week 43.
extension DateRun {
  // MARK: Quarters, halves, numbered weeks

  /// "Q3", "Q3 2027", "third quarter of 2027", "H1", "week 43", "FY27".
  func part(at index: Int) -> DateReading? {
    if has(index, .fiscal), !has(index, .letter) {
      let next = self[index + 1]?[.unit] == DateUnit.year.rawValue ? index + 2 : index + 1
      if let found = part(at: next), case .date(.part(let number, let unit, let year)) = found.atom {
        return (.date(.fiscal(number, unit, year: year)), found.next)
      }
      guard let found = year(at: next, isFirst: true) else { return nil }
      return (.date(.fiscal(nil, .year, year: found.value)), found.next)
    }
    if let found = lettered(at: index) { return found }
    // German "1. Quartal"
    if let number = self[index], number.isNumber, number.digits == 1, isMark(index + 1, "."),
      afterStop(index + 1) > index + 1,
      let unit = self[index + 2]?[.unit].flatMap(DateUnit.init), unit == .quarter || unit == .half
    {
      return quarter(number.value, unit, index + 3)
    }
    if let found = ordinal(at: index) {
      guard let unit = self[found.next]?[.unit].flatMap(DateUnit.init), unit == .quarter || unit == .half else {
        return nil
      }
      return quarter(found.value, unit, found.next + 1)
    }
    guard let piece = self[index], piece[.unit] == DateUnit.week.rawValue, piece.end - piece.start > 1,
      let number = self[index + 1],
      number.isNumber, (1...53).contains(number.value), number.digits <= 2
    else { return nil }
    // Weeks of a course or a project have low numbers; the calendar's are told by their year.
    guard let found = week(number.value, index + 2), !has(found.next, .of) else { return nil }
    guard number.value > 12 || found.next > index + 2 else { return nil }
    return found
  }

  func lettered(at index: Int) -> DateReading? {
    guard let first = self[index], let second = self[index + 1] else { return nil }
    if let unit = first[.letter].flatMap(DateUnit.init), second.isNumber {
      guard second.isGlued || unit == .week else { return nil }
      switch unit {
      case .week: return (1...53).contains(second.value) ? week(second.value, index + 2) : nil
      case .year: return fiscal(second, index + 2)
      default: return quarter(second.value, unit, index + 2)
      }
    }
    // "3Q27"
    guard first.isNumber, second.isGlued, let unit = second[.letter].flatMap(DateUnit.init), unit != .week,
      unit != .year
    else { return nil }
    return quarter(first.value, unit, index + 2)
  }

  private func quarter(_ number: Int, _ unit: DateUnit, _ index: Int) -> DateReading? {
    guard number >= 1, number <= (unit == .half ? 2 : 4) else { return nil }
    var next = index
    if isMark(next, "-/"), self[next]?.isGlued == true { next += 1 }
    if isFiscal(afterOf(next)) {
      let end = afterFiscal(afterOf(next))
      return (.date(.fiscal(number, unit, year: nil)), end)
    }
    if let piece = self[next], piece.isNumber, piece.isGlued || next > index, piece.digits == 2 {
      return (.date(.part(number, unit, year: DateRun.century(piece.value))), next + 1)
    }
    if let found = year(at: next, isFirst: false) {
      return (.date(.part(number, unit, year: found.value)), found.next)
    }
    if let found = yearAfter(index, isDated: true) {
      return (.date(.part(number, unit, year: found.0)), found.1)
    }
    return (.date(.part(number, unit, year: nil)), index)
  }

  private func isFiscal(_ index: Int) -> Bool { has(index, .fiscal) }

  /// "fiscal year 2027", "FY27", "fiscal 27".
  private func afterFiscal(_ index: Int) -> Int {
    var next = index + 1
    if self[next]?[.unit] == DateUnit.year.rawValue { next += 1 }
    if isMark(next, "'") { next += 1 }
    if let piece = self[next], piece.isNumber, piece.digits == 2 || piece.digits == 4 { next += 1 }
    return next
  }

  /// "FY27", "FY27 Q3".
  private func fiscal(_ piece: DatePiece, _ index: Int) -> DateReading? {
    guard piece.isGlued, piece.digits == 2 || piece.digits == 4 else { return nil }
    let year = piece.digits == 2 ? DateRun.century(piece.value) : piece.value
    if let unit = self[index]?[.letter].flatMap(DateUnit.init), unit == .quarter || unit == .half,
      let number = self[index + 1], number.isNumber, number.isGlued
    {
      return (.date(.fiscal(number.value, unit, year: year)), index + 2)
    }
    return (.date(.fiscal(nil, .year, year: year)), index)
  }

  private func week(_ number: Int, _ index: Int) -> DateReading? {
    if isMark(index, "/"), let found = year(at: index + 1, isFirst: false) {
      return (.date(.weekNumber(number, year: found.value)), found.next)
    }
    // "weeks 23-25" is a range, "23-2027" a year.
    let isRange = isMark(index, "-") && (self[index + 1]?.digits ?? 0) <= 2
    let found = isRange ? nil : yearAfter(index, isDated: true)
    return (.date(.weekNumber(number, year: found?.0)), found?.1 ?? index)
  }

  // MARK: Next week, next Friday, next March, the next three weeks

  /// A direction with what it turns, in either order.
  func turned(at index: Int) -> DateReading? {
    if let turn = self[index]?[.turn] { return turnedBefore(turn, index + 1) }
    // "two upcoming weeks"; the 22 of "22 this month" is a day.
    if let found = count(at: index), let turn = self[found.next]?[.turn], !found.isArticle,
      turn == 3 || turn != 0 && has(found.next + 1, .plural),
      let unit = self[found.next + 1]?[.unit].flatMap(DateUnit.init)
    {
      return (.date(.counted(found.value, unit, turn: turn)), found.next + 2)
    }
    return turnedBehind(at: index)
  }

  private func turnedBefore(_ turn: Int, _ index: Int) -> DateReading? {
    guard let piece = self[index] else { return nil }
    if turn == 0, piece.has(.daytime) { return (.date(.daysFromMeeting(0)), index + 1) }
    if piece.has(.working), self[index + 1]?[.unit] == DateUnit.day.rawValue {
      if turn == -1 { return (.last, index) }
      if turn > 0 { return (.date(.offset([DateStep(1, .workday)], from: .daysFromMeeting(0))), index + 2) }
    }
    if let weekday = piece[.weekday] {
      // "last Friday of the month" counts within its month.
      if turn == -1, has(index + 1, .of) { return (.last, index) }
      return (.date(.turned(weekday: weekday, turn)), afterStop(index + 1))
    }
    if let found = turnedYear(turn, index) { return found }
    if let month = piece[.month], !piece.has(.doubtful) || piece.isCapital || turn != 0 || isWhole {
      // "Past August 30" is a day, which is read without the direction.
      guard dayNumber(at: index + 1) == nil else { return nil }
      return (.date(.month(month, year: nil, turn: turn)), afterStop(index + 1))
    }
    if let found = count(at: index), !found.isArticle, let unit = self[found.next]?[.unit].flatMap(DateUnit.init) {
      if let steps = steps(at: index), turn == 1, steps.steps.count > 1 {
        return (.date(.offset(steps.steps, from: .daysFromMeeting(0))), steps.next)
      }
      return (.date(.counted(found.value, unit, turn: turn)), found.next + 1)
    }
    guard let unit = piece[.unit].flatMap(DateUnit.init) else { return nil }
    if turn == -1, has(index + 1, .of) || unit == .day { return (.last, index) }
    if unit == .day && turn != 1 || piece.has(.plural) { return nil }
    return (.date(.period(unit, turn == 3 ? 1 : turn)), index + 1)
  }

  /// "the week after next", "la semaine prochaine", "vendredi prochain".
  private func turnedBehind(at index: Int) -> DateReading? {
    guard let piece = self[index] else { return nil }
    let next = index + 1
    if let unit = piece[.unit].flatMap(DateUnit.init) {
      let turned = afterArticles(next + 1)
      if self[next]?[.relation] == DateWord.after.rawValue, self[turned]?[.turn] == 1, self[turned + 1]?[.unit] == nil {
        return (.date(.period(unit, 2)), turned + 1)
      }
      // French "la semaine prochaine vendredi"
      let isBehind = isTurnBehind(next) || self[next]?[.turn] == 3 && self[next + 1]?[.weekday] != nil
      guard isBehind, !piece.has(.plural), let turn = self[next]?[.turn] else { return nil }
      return (.date(.period(unit, turn == 3 ? 1 : turn)), next + 1)
    }
    guard isTurnBehind(next), let turn = self[next]?[.turn] else { return nil }
    if let weekday = piece[.weekday] { return (.date(.turned(weekday: weekday, turn)), next + 1) }
    if let month = piece[.month] { return (.date(.month(month, year: nil, turn: turn)), next + 1) }
    return nil
  }

  /// The direction belongs to the word before it unless something follows that it turns itself: "Friday next week".
  private func isTurnBehind(_ index: Int) -> Bool {
    guard has(index, .turn) else { return false }
    guard let after = self[index + 1] else { return true }
    return after[.unit] == nil && after[.weekday] == nil && after[.month] == nil && count(at: index + 1) == nil
  }

  // MARK: Lengths

  /// "two weeks", "2 weeks and 3 days", "a week", "3w", "+2 months", "5 business days".
  func steps(at index: Int) -> (steps: [DateStep], next: Int)? {
    var steps: [DateStep] = []
    var next = index
    if isMark(index, "+"), self[index + 1]?.isGlued == true, self[index + 1]?.isNumber == true { next += 1 }
    while steps.count < 4, let found = step(at: next) {
      steps.append(found.step)
      next = found.next
      if let half = half(of: found.step.unit, next) { return half.map { (steps + [$0.step], $0.next) } }
      let comma = isMark(next, ",") ? next + 1 : next
      let joint = self[comma]?[.relation] == DateWord.and.rawValue ? comma + 1 : comma
      guard let more = step(at: joint), more.step.unit.rawValue < found.step.unit.rawValue else { break }
      next = joint
    }
    return steps.isEmpty ? nil : (steps, next)
  }

  /// "a year and a half"; half a week or a month is no number of days, which the inner optional says.
  private func half(of unit: DateUnit, _ index: Int) -> (step: DateStep, next: Int)?? {
    guard self[index]?[.relation] == DateWord.and.rawValue else { return nil }
    let next = self[index + 1]?[.count] == 1 ? index + 2 : index + 1
    guard has(next, .half), self[next + 1]?[.unit] == nil else { return nil }
    return .some(unit == .year ? (DateStep(6, .month), next + 1) : nil)
  }

  private func step(at index: Int) -> (step: DateStep, next: Int)? {
    guard let found = count(at: has(index, .half) ? index + 1 : index) else { return nil }
    guard !has(index, .half) || self[found.next]?[.unit] == DateUnit.year.rawValue else { return nil }
    var next = found.next
    let isWorking = has(next, .working)
    if isWorking { next += 1 }
    // "half a year"
    if has(index, .half), found.isArticle, self[next]?[.unit] == DateUnit.year.rawValue {
      return (DateStep(6, .month), next + 1)
    }
    guard let code = self[next]?[.unit], var unit = DateUnit(rawValue: code) else { return nil }
    // One letter is a unit only at its number: "3w", and where nothing else is said.
    if let piece = self[next], piece.end - piece.start == 1, !piece.isGlued, !isWhole { return nil }
    if isWorking, unit == .day { unit = .workday }
    return (DateStep(found.value, unit), next + 1)
  }

  /// A count of at most three digits: "3", "three", "a", "a few", "a couple of".
  func count(at index: Int) -> (value: Int, isArticle: Bool, next: Int)? {
    guard let piece = self[index] else { return nil }
    if piece.isNumber {
      guard piece.digits <= 3, piece.value >= 1, !isMark(index + 1, "./:") else { return nil }
      return (piece.value, false, index + 1)
    }
    guard let value = piece[.count], !has(index, .article) || value == 1 else { return nil }
    if value >= 20, value % 10 == 0 {
      let next = isMark(index + 1, "-") ? index + 2 : index + 1
      if let ones = self[next]?[.count], ones < 10, self[next]?.end != self[next]?.start.advanced(by: 1) {
        return (value + ones, false, next + 1)
      }
    }
    if value == 1, piece.end - piece.start <= 2, let more = self[index + 1]?[.count] {
      return (more, false, has(index + 2, .of) ? index + 3 : index + 2)
    }
    return (value, value == 1 && piece.end - piece.start <= 2, has(index + 1, .of) && value > 1 ? index + 2 : index + 1)
  }
}

extension DateExpression {
  /// "next Friday" is of the next week, "coming Friday" the first ahead, "last Friday" the latest behind.
  static func turned(weekday: Int, _ turn: Int) -> DateExpression {
    switch turn {
    case -1: .weekdayBeside(weekday, count: -1, .daysFromMeeting(0))
    case 3: .weekdayBeside(weekday, count: 1, .daysFromMeeting(0))
    default: .weekday(weekday, week: turn)
    }
  }

  /// "the next three weeks", "the last two months".
  static func counted(_ count: Int, _ unit: DateUnit, turn: Int) -> DateExpression {
    guard turn < 0 else { return .following(count, unit) }
    return .range(.offset([DateStep(-count, unit)], from: .daysFromMeeting(0)), .daysFromMeeting(0))
  }
}
