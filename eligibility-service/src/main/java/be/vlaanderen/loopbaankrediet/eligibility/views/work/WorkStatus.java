package be.vlaanderen.loopbaankrediet.eligibility.views.work;

/** Where a piece of work stands. */
public enum WorkStatus {
    WAITING,
    /** A decision is proposed; another officer has to confirm it. */
    SECOND_OFFICER,
    DONE
}
