/// Every expectation, grouped by practice, in the order in which findings of one place are told.
extension Expectation {
  public static let all: [Expectation] =
    [
      topicHasOutcome,
      setbackHasAction,
      nextMeetingIsSet,
      goalIsTouched,
      actionHasOwner,
      actionHasOneOwner,
      ownerIsAPerson,
      ownerIsKnown,
      ownerWasPresent,
      ownerFitsRole,
      areaHasAccountable,
      actionIsConcrete,
      actionHasDueDate,
      dueDateIsExact,
      dueDateIsAhead,
      dueDateFitsMilestone,
      commitmentIsKept,
      deliverableIsOnTrack,
      ownerHasRoom,
      decisionHasReason,
      decisionHasDecider,
      decisionStands,
      setbackIsExplained,
      questionIsAnswered,
      everyoneIsHeard,
      commitmentIsFirm,
      assignmentIsAccepted,
      consultedWasAsked,
      newcomerIsIntroduced,
      checkInIsMade,
      disagreementIsSettled,
      bothSidesAreHeard,
      frameworkStepIsRecorded,
      objectionIsAnswered,
      winIsAcknowledged,
      deliveryIsThanked,
    ] + ofAllowances

  /// Those about comments that allow findings, which are checked once it is known what they allow.
  static let ofAllowances: [Expectation] = [allowanceIsUsed, allowanceHasReason, allowanceNamesExpectation]
}
