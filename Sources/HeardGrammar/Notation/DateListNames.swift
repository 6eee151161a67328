/// The lists of the words that dates are made of. Of a word's lists these stand first, since dates ask for them alone.
public enum DateListNames {
  /// In the order in which reading dates counts them.
  public static let all = [
    "month", "weekday", "date-unit", "date-count", "date-ordinal", "date-turn", "date-edge", "date-edge-of-unit",
    "date-day", "date-relation", "date-letter", "date-feast", "date-weekdays", "date-doubtful", "date-working",
    "date-ordinal-ending",
    "date-capitals", "date-day-end", "date-now", "date-of", "date-article", "date-hedge", "date-fiscal",
    "date-week-of", "date-recurring", "date-clock", "date-plural", "date-dotted", "date-day-follows",
    "date-latest", "date-vague", "date-event", "date-number-of", "date-follow", "date-daytime", "date-half", "date-eve",
    "date-possessive", "date-vague-lead", "date-vague-end", "date-not", "date-meeting-lead",
  ]
}
