/// A thousand cues such as a team might add, to see what many of them cost.
enum MoreCues {
  /// Forty verbs with twenty-five things each.
  static var file: (path: String, bytes: [UInt8]) {
    let text = verbs.flatMap { verb in things.map { cue(verb, $0) } }.joined(separator: "\n")
    return ("en/more.cues", Array(text.utf8))
  }

  private static func cue(_ verb: String, _ thing: String) -> String {
    """
    action "\(verb) the \(thing)" +3.0
      firmness firm
      match {owner:people} (will | shall | agreed to) [also] \(verb) (the | a | our) \(thing) [by {due:date}]
      match \(verb) (the | our) \(thing) again
      hears Ana will \(verb) the \(thing).
      ignores The \(thing) is there.

    """
  }

  private static let verbs = words(
    """
    archive bundle calibrate circulate collate commission compile consolidate convene crosscheck curate decommission \
    digitise dispatch endorse escalate evaluate forward harmonise inspect inventory invoice laminate liaise migrate \
    negotiate notarise outline photograph procure proofread ratify reconcile refurbish rehearse renew reprint shortlist \
    tabulate translate
    """)

  private static let things = words(
    """
    agenda annex appendix banner binder brochure catalogue certificate charter checklist circular contract diagram dossier \
    floorplan handout invoice leaflet ledger manifest memo permit poster quotation timetable
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
