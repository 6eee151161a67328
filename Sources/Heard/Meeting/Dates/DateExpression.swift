import HeardGrammar

/// A date as somebody said it, before anybody asks on which day it was said.
public indirect enum DateExpression: Sendable, Hashable {
  /// Month and day, with the year and the weekday where they are said.
  case date(year: Int?, month: Int, day: Int, weekday: Int?)
  /// A day that has a name, in every year: month and day; month 0 counts days from Easter Sunday.
  case feast(month: Int, day: Int)
  /// Two numbers that are month and day in one order or the other: `03/04`.
  case numbers(Int, Int, year: Int?, weekday: Int?)
  /// "the 14th", "Friday the 14th".
  case dayOfMonth(Int, weekday: Int?)
  /// "the 20th of next month": a day by its number within a month.
  case dayIn(Int, DateExpression)
  /// "Friday"; "next Friday" where `week` says which week from this one; "coming" is the first one ahead.
  case weekday(Int, week: Int?)
  /// "Wednesday of next week", "Friday, week 43".
  case weekdayIn(Int, DateExpression)
  /// "the first Monday in June"; −1 is the last one.
  case ordinalWeekday(Int, Int, DateExpression)
  /// "the third week of October".
  case ordinalPeriod(Int, DateUnit, DateExpression)
  /// today, tomorrow, the day after tomorrow.
  case daysFromMeeting(Int)
  /// "in two weeks", "three days before the 14th".
  case offset([DateStep], from: DateExpression)
  /// "within two weeks": from the day of the meeting on.
  case within([DateStep])
  /// "the next three weeks", in whole weeks.
  case following(Int, DateUnit)
  /// This week 0, next week 1, last month −1.
  case period(DateUnit, Int)
  /// "March", "March 2027"; `turn` where "next March" says which.
  case month(Int, year: Int?, turn: Int?)
  /// The third quarter 4, the second half 6 months long.
  case part(Int, DateUnit, year: Int?)
  /// Counted from the start of somebody's fiscal year, which the notes do not tell.
  case fiscal(Int?, DateUnit, year: Int?)
  case year(Int)
  case weekNumber(Int, year: Int?)
  /// "week commencing 4 March", whichever day of the week that is.
  case weekFrom(DateExpression)
  /// "the week of 3 March".
  case weekOf(DateExpression)
  /// "the Monday before 25 May" −1, "two Fridays from now" 2: so many such weekdays away from a day.
  case weekdayBeside(Int, count: Int, DateExpression)
  /// "March next year": something of every year, in the year so many from this one.
  case ofYear(DateExpression, turn: Int)
  /// "next Christmas" 1, "last Q3" −1: the first that lies wholly ahead, the last wholly behind.
  case turned(DateExpression, Int)
  case edge(DateEdge, DateExpression)
  case range(DateExpression, DateExpression)
  /// "by the next meeting", "24 hours before the next meeting".
  case meeting
  /// "ASAP", "to be decided".
  case vague
}

extension DateExpression {
  /// "tomorrow", "next Friday", "in two weeks": ahead of whoever says it, on whichever day that was.
  var pointsAhead: Bool {
    switch self {
    case .daysFromMeeting(let days): days >= 0
    case .weekday(_, let week): week.map { $0 >= 0 } ?? true
    case .period(_, let turn): turn >= 0
    case .weekdayIn(_, let period): period.pointsAhead
    case .offset(let steps, .daysFromMeeting(0)): steps.allSatisfy { $0.count > 0 }
    case .edge(_, let whole): whole.pointsAhead
    case .within, .following: true
    default: false
    }
  }
}

/// The units that notes count time in.
public enum DateUnit: Int, Sendable {
  case day = 1
  case week, month, quarter, year, weekend, fortnight, half, hour, workday
}

/// A part of a period.
public enum DateEdge: Int, Sendable {
  case early = 1
  case middle, late, start, end, rest
  case firstHalf = 8
  case secondHalf
}

/// So many units forward, or backward where the count is negative.
public struct DateStep: Sendable, Hashable {
  public var count: Int
  public var unit: DateUnit

  public init(_ count: Int, _ unit: DateUnit) {
    self.count = count
    self.unit = unit
  }
}

/// Which number of `03/04` is the month.
public enum Dialect: String, Sendable {
  /// Month first.
  case us
  /// Day first.
  case uk

  /// The one that a language uses wherever it is spoken, as its list `date-order` says; English does not have one.
  public init?(language: String, _ grammar: Grammar = .builtIn) {
    guard let list = grammar.list(named: "date-order"), let number = grammar.languages.firstIndex(of: language) else {
      return nil
    }
    func isSaid(_ order: String) -> Bool {
      grammar.lists(ofWord: grammar.word(order)).contains { $0.list == list && $0.language == Int32(number) }
    }
    if isSaid("dmy") { self = .uk } else if isSaid("mdy") { self = .us } else { return nil }
  }
}

/// How a date stands in its sentence.
public enum DateRelation: Int, Sendable {
  case none = 0
  case by, before, until, on, within, from, after, since
}

/// A date in its place in the notes.
public struct DateMention: Sendable, Hashable {
  /// The tokens that it takes, in the list that was read.
  public var tokens: Range<Int>
  public var span: Span
  public var expression: DateExpression
  public var relation: DateRelation

  /// The notes name it as the last day: "by", "before", "until", "due".
  public var isDeadline: Bool { relation == .by || relation == .before || relation == .until }
  /// The notes name it as the first day, on which nothing is due: "from", "after", "since", "not before".
  public var isStart: Bool {
    expression != .vague && (relation == .from || relation == .after || relation == .since)
  }
}

/// What a date comes to on the calendar.
public struct ResolvedDate: Sendable, Hashable {
  /// Why there is no day.
  public enum Doubt: String, Sendable {
    case noMeetingDate = "the day of the meeting is not known"
    case monthOrDay = "day and month can be read in both orders"
    case todayOrNextWeek = "said on that weekday: today, or a week later?"
    case fiscalYear = "where the fiscal year begins is not known"
    case noDay = "no day is said"
    case nextMeeting = "the day of the next meeting is not known"
    case noSuchDay = "the calendar has no such day"
  }

  public var start: Day?
  /// The last day, which is `start` where one day is meant.
  public var end: Day?
  public var precision: Precision
  /// The last day on which something due then is in time.
  public var due: Day?
  public var doubt: Doubt?
  /// The notes name a weekday that the date does not fall on.
  public var contradictsWeekday = false

  public var isAmbiguous: Bool { doubt == .monthOrDay || doubt == .todayOrNextWeek }
}
