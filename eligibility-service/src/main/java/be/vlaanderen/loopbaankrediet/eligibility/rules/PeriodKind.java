package be.vlaanderen.loopbaankrediet.eligibility.rules;

/** What a person did in a period, as far as it matters for experience. */
public enum PeriodKind {
    EMPLOYEE(true),
    SELF_EMPLOYED(true),
    /** BVR: employed by an agency, at a user. */
    TEMP_AGENCY_WORK(true),
    // D-3: equated with work
    SICKNESS_WITH_CONTRACT(true),
    TEACHER_SUMMER_HOLIDAY(true),
    IBO(true),
    TEMPORARY_UNEMPLOYMENT(true),
    PARENTAL_LEAVE(true),
    MATERNITY_LEAVE(true),
    UNEMPLOYMENT(false),
    /** VR: a benefit for a career break, without work. */
    CAREER_BREAK(false),
    OTHER(false);

    private final boolean work;

    PeriodKind(boolean work) {
        this.work = work;
    }

    /** D-2, D-3: work or equated with it; both for counting days and for working on the day of the request. */
    public boolean countsAsWork() {
        return work;
    }

    /** D-3: no work in itself. */
    public boolean equated() {
        return work && this != EMPLOYEE && this != SELF_EMPLOYED && this != TEMP_AGENCY_WORK;
    }
}
